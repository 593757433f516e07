import Coverage
import Foundation
import Radio
import Siting
import Territory
import Testing

@Suite struct CampusPlannerTests {
  /// Little data, much patience and 99 %: the public network as it is.
  @Test func whatPublicCellsCarryNeedsNothing() throws {
    let finding = try CampusWorld().finding(CampusWorld.campus(["process-tracing": 5]))
    let scenario = finding.scenarios[0]
    #expect(scenario.verdict == .yes && scenario.parts.isEmpty && scenario.obstacles.isEmpty)
    #expect(scenario.costYuan == 0 && scenario.latencyMilliseconds == 29.5)
    #expect(finding.configuration.parts.isEmpty && finding.configuration.costYuan == 0)
  }

  /// A campus of 0.1 ha: one head with its baseband, and by hand the price of both.
  @Test func aSmallHallIsOneHead() throws {
    let finding = try CampusWorld().finding(
      CampusWorld.campus(["machine-vision-inspection": 1], hectares: 0.1))
    let network = finding.configuration
    #expect(network.parts == [.indoorSystem] && network.heads == 1 && network.basebands == 1)
    #expect(network.costYuan == 5000 + 3000 + 60_000)
    #expect(network.stations == 1 && network.crewDays == 1 && !network.usesMacro)
    #expect(finding.scenarios[0].verdict == .missing)
    #expect(finding.scenarios[0].obstacles.contains(.rate))
  }

  /// 99.999 % is more than a slice gives, whatever stands in the halls: 1 - (5e-4)^2 times 0.99995.
  @Test func whatASliceCannotGiveIsSaid() throws {
    let finding = try CampusWorld().finding(CampusWorld.campus(["flexible-production": 10]))
    let scenario = finding.scenarios[0]
    #expect(scenario.verdict == .no && scenario.obstacles == [.reliability])
    #expect(scenario.isMet && scenario.parts.contains(.privateCore))
    #expect(finding.configuration.isPrivate)
    let slice = (1 - 5e-4 * 5e-4) * 0.99995
    let own = (1 - 5e-4 * 5e-4) * 0.999995
    #expect(slice < 0.99999 && own > 0.99999)
  }

  /// A rate beyond two layers of the carrier at their most is met by nothing: 2 x 94.6 Mbps at 7:3.
  @Test func whatNothingCarriesIsNotMet() throws {
    let world = try CampusWorld([("uplinkMbps: {value: 100,", "uplinkMbps: {value: 200,")])
    let campus = CampusWorld.campus(["machine-vision-inspection": 3])
    let finding = try world.finding(campus)
    #expect(finding.scenarios[0].verdict == .no && !finding.scenarios[0].isMet)
    #expect(finding.scenarios[0].obstacles == [.rate])
    #expect(finding.configuration.parts.isEmpty)
    #expect(try world.finding(campus, tdd: "1:3").scenarios[0].verdict == .missing)
  }

  /// Located terminals need as many cells as anchors, a server, and a user plane.
  @Test func positioningAsksForAnchors() throws {
    let finding = try CampusWorld().finding(
      CampusWorld.campus(["yard-tallying": 4], kind: .port, hectares: 1))
    let network = finding.configuration
    #expect(network.parts.contains(.positioning) && network.parts.contains(.edgeNode))
    #expect(network.parts.contains(.secondOutdoor))
    #expect(network.outdoorStations >= 2 * 4 && network.heads >= 2 * 4)
  }

  /// Cells by area and by load: four times the area or the terminals never need fewer.
  @Test func cellsGrowWithAreaAndLoad() throws {
    let world = try CampusWorld()
    func heads(_ terminals: Int, _ hectares: Double) throws -> Int {
      try world.finding(
        CampusWorld.campus(["machine-vision-inspection": terminals], hectares: hectares)
      ).configuration.heads
    }
    #expect(try heads(1, 400) > heads(1, 100))
    #expect(try heads(400, 10) > heads(40, 10))
    // By hand: half of the terminals send 100 Mbps at once.
    let radio = try CampusRadio(
      book: world.book, bands: world.bands, group: .mobile, pattern: world.book.pattern("7:3"))
    let cell = try #require(radio.indoor["machine-vision-inspection"])
    #expect(try heads(400, 0.1) == Int((200 * 100 / cell.uplinkMbps).rounded(.up)))
    #expect(try heads(1, 400) == Int((4e6 * 0.4 / cell.squareMetres).rounded(.up)))
  }

  /// A network for all scenarios is one for each of them, and so no cheaper than the cheapest for any.
  @Test func togetherCostsNoLessThanTheDearest() throws {
    let world = try CampusWorld()
    for industry in world.book.industries {
      let terminals = world.book.terminals(of: industry.id, employees: 4000)
      let finding = try world.finding(CampusWorld.campus(terminals, hectares: 60))
      #expect(finding.scenarios.count == terminals.count)
      let alone = finding.scenarios.compactMap(\.costYuan)
      let all = finding.configuration.costYuan
      #expect(all >= alone.max() ?? 0, "\(industry.id)")
    }
  }

  /// By their ids: a campus has the same group whatever else is planned.
  @Test func campusesWithoutAGroupTakeTurns() throws {
    let world = try CampusWorld()
    let campuses = (0..<4).map { CampusWorld.campus(["process-tracing": 1], id: "\($0)") }
    let own = CampusWorld.campus(["process-tracing": 1], group: "unicom", id: "own")
    let findings = try world.findings(campuses + [own], groups: [.mobile, .unicom])
    #expect(findings.map(\.group) == [.mobile, .unicom, .mobile, .unicom, .unicom])
    #expect(findings[0].band == "n79" && findings[1].band == "n78")
    #expect(try world.findings([campuses[3]], groups: [.mobile, .unicom])[0].group == .unicom)
    #expect(try world.findings([own]).isEmpty)
  }

  @Test func thePackageIsTheNetwork() throws {
    let world = try CampusWorld()
    let finding = try world.finding(
      CampusWorld.campus(["machine-vision-inspection": 1], hectares: 0.1, employees: 77))
    let package = try #require(
      finding.package(
        province: "410000", prerequisite: "x", isServed: true, book: world.book,
        costs: world.costs))
    #expect(package.id == "campus/c/mobile" && package.settlement == "campus/c")
    #expect(package.purpose == .campus && package.tier == 3 && package.kindName == "campus")
    #expect(package.costYuan == 68_000 && package.equipment == ["n79": 1])
    #expect(package.populationServed == 77 && package.prerequisite == "x" && package.feasible)
    #expect(package.from == .none && package.to == .none)
    let kilowatts = 0.05 + 0.5
    #expect(
      package.energyKilowattHoursPerYear
        == Int((kilowatts * world.costs.powerUsageEffectiveness.value * 8760).rounded()))
  }

  @Test func aBookWithoutABandIsRefused() throws {
    let world = try CampusWorld([("dedicatedBand: {mobile: n79", "dedicatedBand: {mobile: n99")])
    #expect(throws: (any Error).self) {
      try world.finding(CampusWorld.campus(["process-tracing": 1]))
    }
  }
}
