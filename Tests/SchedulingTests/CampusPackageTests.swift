import Coverage
import Geometry
import Radio
import Scheduling
import Siting
import TestSupport
import Territory
import Testing

/// Campuses go through the same scheduler: behind the settlements, and without counting as one.
@Suite struct CampusPackageTests {
  private func campus(
    _ id: String, costYuan: Int, employees: Int = 1000, after prerequisite: String? = nil
  ) -> WorkPackage {
    WorkPackage(
      id: id, settlement: id, settlementName: id, kind: .townSeat, provinceAdcode: "330000",
      group: .mobile, from: .none, to: .none, stations: 1, newSites: 0, costYuan: costYuan,
      energyKilowattHoursPerYear: 0, fibreMetres: 0, crewDays: 0, populationServed: employees,
      prerequisite: prerequisite, feasible: true, priority: 0.5, reasons: [], purpose: .campus)
  }

  /// Ten a quarter: the town takes the first, however much a campus is worth beside it.
  @Test func settlementsComeFirst() throws {
    let packages = [
      campus("c", costYuan: 10, employees: 1_000_000),
      package("t", kind: .townSeat, costYuan: 10, population: 1),
    ]
    let schedule = try BookMaking().scheduler(quarters: 2, budgetYuan: 10, policy: .strictTiers)
      .schedule(packages.map(RolloutPackage.init))
    #expect(schedule.packages.map(\.package.id) == ["t", "c"])
    #expect(schedule.packages.map { $0.finish.quarter } == [1, 2])
    #expect(schedule.quarters.reduce(0) { $0 + $1.populationRaised.deep } == 1)
  }

  /// With campuses the settlements' schedule is the same.
  @Test func settlementsKeepTheirPlaces() throws {
    let towns = (0..<5).map { package("t\($0)", kind: .townSeat, costYuan: 7 + $0) }
    let campuses = (0..<3).map { campus("c\($0)", costYuan: 5, after: "t\($0)") }
    let scheduler = try BookMaking().scheduler(
      quarters: 8, budgetYuan: 10, policy: .strictTiers)
    let alone = try scheduler.schedule(towns.map(RolloutPackage.init))
    let both = try scheduler.schedule((towns + campuses).map(RolloutPackage.init))
    let own = both.packages.filter { $0.package.purpose == .settlement }
    #expect(own.map(\.payments) == alone.packages.map(\.payments))
    for entry in both.packages {
      guard let before = entry.package.prerequisite else { continue }
      #expect(both.packages.contains { $0.package.id == before && $0.finish < entry.start })
    }
    #expect(both.packages.count == 8)
  }

  /// What campuses take of each limit is told beside what all take.
  @Test func limitsTellWhatCampusesTake() throws {
    let packages = [
      campus("c", costYuan: 3), campus("d", costYuan: 4),
      package("t", kind: .townSeat, costYuan: 10),
    ]
    let schedule = try BookMaking().scheduler(quarters: 4, budgetYuan: 10, policy: .strictTiers)
      .schedule(packages.map(RolloutPackage.init))
    let money = schedule.limitAccounts.filter { $0.kind == .capex }
    #expect(money.reduce(0) { $0 + $1.used } == 17)
    #expect(money.reduce(0) { $0 + $1.usedByCampuses } == 7)
    for account in money {
      let paid = schedule.packages.filter { $0.package.purpose == .campus }.flatMap(\.payments)
        .filter { $0.quarter == account.from }
      #expect(account.usedByCampuses == Double(paid.reduce(0) { $0 + $1.yuan }))
    }
    let alone = try BookMaking().scheduler(quarters: 4, budgetYuan: 10, policy: .strictTiers)
      .schedule([RolloutPackage(package("t", kind: .townSeat, costYuan: 10))])
    #expect(alone.limitAccounts.allSatisfy { $0.usedByCampuses == 0 })
  }

  @Test func aPlansTableIsReadBack() throws {
    let text = "id,cost_yuan,kind,population_served,to\nc,5,campus,30,none\nt,5,city,70,deep\n"
    let file = try PackageFile(name: "p.csv", bytes: Array(text.utf8))
    #expect(file.packages.map(\.work.purpose) == [.campus, .settlement])
    #expect(file.packages[0].work.kindName == "campus")
    // Who works there is a resident somewhere else.
    #expect(file.residentShares.provinces["000000"] == 1)
    let bad = "id,cost_yuan,kind\nc,5,castle\n"
    #expect(
      userError { try PackageFile(name: "p.csv", bytes: Array(bad.utf8)) }?.code == "DR-653")
  }
}
