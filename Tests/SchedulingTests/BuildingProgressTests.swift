import Coverage
import Radio
import Scheduling
import Siting
import Territory
import Testing

@Suite struct BuildingProgressTests {
  @Test func stationsFollowThePayments() throws {
    // 100 stations for 1000 yuan, 300 yuan a quarter: 30, 30, 30, 10.
    let package = WorkPackage(
      id: "a/mobile/deep", settlement: "a", settlementName: "A", kind: .city,
      provinceAdcode: "330000", group: .mobile, from: .none, to: .deep, stations: 100, newSites: 0,
      costYuan: 1000, energyKilowattHoursPerYear: 0, fibreMetres: 0, crewDays: 0,
      populationServed: 10, prerequisite: nil, feasible: true, priority: 0.5, reasons: [])
    let limits = try ScheduleLimits(
      from: Quarter(year: 2021, quarter: 1), until: Quarter(year: 2022, quarter: 1),
      budgetYuanPerQuarter: 300)
    let schedule = try Scheduler(limits: limits).schedule([package])
    #expect(schedule.stationsBuilt().map(\.stations) == [30, 30, 30, 10, 0])
  }
}
