import Coverage
import Foundation
import Geometry
import Radio
import Reporting
import Scheduling
import Siting
import Territory
import TestSupport
import Testing

/// What a run's stations take and emit, by hand; what is refused.
@Suite struct GreenRunTests {
  private let world: GreenWorld

  init() throws { world = try GreenWorld() }

  private func isClose(_ one: Double?, _ other: Double) -> Bool {
    one.map { abs($0 - other) < 1e-9 * max(1, abs(other)) } ?? false
  }

  private var factor: Double { 0.55 }

  @Test func energyAndCarbonAreThoseOfThePackagesThatAreBuilt() throws {
    let run = try world.run()
    let total = run.total.sum
    #expect(run.places.map(\.sum.stations) == [8, 12, 1])
    #expect(run.places.map(\.sum.gridKilowattHoursPerYear) == [20, 30, 10])
    #expect(total.stations == 21 && total.settlements == 3 && total.residents == 800)
    #expect(isClose(total.kilogramsPerYear, 60 * factor))
    // The town stays as it is: its carbon is nobody's gain.
    #expect(total.deepResidents == 700)
    #expect(isClose(total.kilogramsPerDeepResident, 50 * factor / 700))
    #expect(isClose(total.kilogramsPerResident, 60 * factor / 800))
    #expect(run.places[2].sum.kilogramsPerDeepResident == nil)
  }

  @Test func backupHoldsTheLoadForTheHoursOfItsKind() throws {
    let run = try world.run()
    let load = world.books.backupKilowatts(energyKilowattHoursPerYear: 10, equipment: [:])
    for (place, packages) in zip(run.places, [2.0, 3, 1]) {
      #expect(isClose(place.sum.backupKilowatts, load * packages))
      for (battery, own) in zip(world.books.green.batteries, place.sum.batteries) {
        let duty = world.books.green.duty(place.place.kind, loadKilowatts: load * packages)
        let cost = BatteryLifeCost(battery, duty, world.books.terms(province: "330000"))
        #expect(isClose(own.kilowattHours, cost.kilowattHours))
        #expect(isClose(own.presentYuan, cost.presentYuan))
        #expect(isClose(own.kilograms, cost.kilograms))
      }
    }
  }

  @Test func everySettlementStandsInOneUnitOfEachLevel() throws {
    let run = try world.run()
    #expect(run.counties.map(\.adcode) == ["330100", "330182"])
    #expect(run.counties.map(\.level) == ["city", "county"])
    #expect(run.provinces.map(\.name) == ["浙江省"])
    for units in [run.counties, run.provinces] {
      #expect(units.reduce(0) { $0 + $1.sum.stations } == 21)
      #expect(units.reduce(0) { $0 + $1.sum.residents } == 800)
      for index in world.books.green.batteries.indices {
        #expect(
          isClose(
            units.reduce(0) { $0 + $1.sum.batteries[index].presentYuan },
            run.total.sum.batteries[index].presentYuan))
      }
    }
  }

  @Test func aMicroGridTakesNothingAndHasItsOwnBatteries() throws {
    let row = try world.row("330182200/unicom/continuous", in: "schedule.csv")
    let before = try world.run().places[2].sum
    var cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let mode = cells.count - 3
    cells[mode] = "micro-grid"
    try world.forge(row, cells.joined(separator: ","), in: "schedule.csv")
    let after = try world.run().places[2].sum
    #expect(before.gridKilowattHoursPerYear == 10 && after.gridKilowattHoursPerYear == 0)
    #expect(before.backupKilowatts > 0 && after.backupKilowatts == 0)
    #expect(after.batteries.allSatisfy { $0.kilowattHours == 0 && $0.presentYuan == 0 })
    let supply = after.supply(.microGrid)
    #expect(supply.stations == 1 && supply.savedKilowattHoursPerYear == 10)
    #expect(isClose(supply.avoidedKilogramsPerYear, 10 * factor))
    // 29,000 yuan a year to keep and nothing to build, less 10 kWh at 0.8, for 5.5 kg.
    #expect(isClose(supply.keepYuanPerYear, 29_000))
    #expect(
      isClose(
        supply.yuanPerTonne(world.books.terms(province: nil)), (29_000 - 8) / 5.5 * 1000))
    #expect(
      isClose(
        supply.sizedYuan, world.books.sizedYuan(.microGrid, stations: 1, kilowattHoursPerYear: 10)))
    cells[mode] = "windmill"
    let changed = try world.row("330182200/unicom/continuous", in: "schedule.csv")
    try world.forge(changed, cells.joined(separator: ","), in: "schedule.csv")
    #expect(throws: UserError.self) { try world.run() }
    #expect(code() == "DR-944")
  }

  private func code() -> String? {
    do throws(UserError) {
      _ = try world.run()
      return nil
    } catch {
      return error.code
    }
  }

  @Test func capsAreTheAccountsOfElectricityAlone() throws {
    let rows = [
      "limit,from,until,amount,carried_in,used,shadow_price",
      "electricity/330000,2021Q1,2021Q4,80.000,0.000,60.000,0.500000000",
      "electricity/330000,2022Q1,2022Q4,0.000,0.000,0.000,0.000000000",
      "crews/330000,2021Q1,2021Q1,5.000,0.000,5.000,1.000000000", "",
    ]
    try world.tampering.write(Array(rows.joined(separator: "\n").utf8), to: "limits.csv")
    try world.tampering.reseal()
    let caps = try world.run().caps
    #expect(caps.map(\.province) == ["330000", "330000"])
    #expect(caps.map(\.share) == [0.75, nil] && caps[0].shadowPrice == 0.5)
    for wrong in ["nan", "-", "1e999", ""] {
      let text = rows.joined(separator: "\n").replacing("80.000", with: wrong)
      try world.tampering.write(Array(text.utf8), to: "limits.csv")
      try world.tampering.reseal()
      #expect(code() == "DR-944", "\(wrong)")
    }
  }

  @Test func campusesStandApartWithTheirTerminals() throws {
    #expect(try world.run().campuses.isEmpty)
    var plan = TinyPlan()
    plan.budgetYuan = 400
    plan.packages.append(
      TinyPlan.package("campus/a", .townSeat, .mobile, .none, .reached, yuan: 1, stations: 2))
    let other = try GreenWorld(plan)
    func write(_ text: String) throws {
      let files = [("campuses.csv", text), ("scenarios.csv", "campus,verdict\n")]
      for (name, text) in files { try other.tampering.write(Array(text.utf8), to: name) }
      try other.tampering.reseal { manifest in
        for (name, text) in files {
          manifest.outputs.removeAll { $0.path == name }
          manifest.outputs.append(FileDigest(path: name, bytes: Array(text.utf8)))
        }
      }
    }
    let plain = try other.run()
    #expect(plain.campuses.map(\.id) == ["a"] && plain.campuses[0].terminals == nil)
    #expect(plain.campuses[0].stations == 2)
    #expect(isClose(plain.campuses[0].kilogramsPerYear, 10 * factor))
    // What is a campus' is in no settlement's sum.
    #expect(plain.total.sum.stations == 21)
    let texts: [(String, Int?)] = [("remote:40;vision:10", 50), ("50", 50), ("many", nil)]
    for (terminals, count) in texts {
      try write(
        "name,id,terminals,yes,missing,no,package,cost_yuan\n"
          + "'=A,a,\(terminals),0,0,0,campus/a/mobile/reached,1\nB,b,7,0,0,0,,0\n")
      let campus = try #require(try other.run().campuses.first)
      #expect(campus.name == "=A" && campus.terminals == count)
      let each = count.map { campus.kilogramsPerYear / Double($0) }
      #expect(campus.kilogramsPerTerminal == each)
    }
    try write("name\nA\n")
    #expect(userError { try other.run() }?.code == "DR-711")
  }

  @Test func whatIsNoPlanOrNotAsItWasWrittenIsRefused() throws {
    try world.tampering.reseal { $0.verb = "audit" }
    #expect(code() == "DR-940")
    try world.tampering.reseal { $0.verb = "plan" }
    #expect(code() == nil)
    try world.tampering.replace(",10,", with: ",11,", in: "packages.csv")
    #expect(code() == "DR-711")
  }
}
