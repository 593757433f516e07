import Coverage
import Radio
import Reporting
import Scheduling
import Siting
import Territory
import TestSupport
import Testing

/// Where demand passes capacity, of settlements whose answer is known.
@Suite struct EarlyWarningTests {
  private let from = Quarter(year: 2021, quarter: 1)

  private func outcome(
    _ id: String, capacity: Double, demand: Double, kind: SettlementKind = .city
  ) throws -> SettlementOutcome {
    let audit = SettlementAudit(
      settlement: id, group: .mobile, status: .none, results: [], stations: 0, outdoorShare: 0,
      indoorShare: 0, gridPoints: 0,
      load: CapacityLoad(capacityMbps: capacity, demandMbps: demand, band: 1...2))
    return SettlementOutcome(
      settlement: try TinyPlan.settlement(id, kind, people: 100, squareMetres: 1e6),
      readiness: Readiness(feasible: true, priority: 0.5, reasons: []),
      groups: [GroupOutcome(before: audit, plannedStatus: .none, quarter: nil, unmet: nil)])
  }

  private func package(_ id: String, _ status: CoverageStatus, yuan: Int, after: Double)
    -> WorkPackage
  {
    WorkPackage(
      id: "\(id)/mobile/\(status.rawValue)", settlement: id, settlementName: id, kind: .city,
      provinceAdcode: "330000", group: .mobile, from: .none, to: status, stations: 1, newSites: 0,
      costYuan: yuan, energyKilowattHoursPerYear: 0, fibreMetres: 0, crewDays: 0,
      populationServed: 1, prerequisite: nil, feasible: true, priority: 0.5, reasons: [],
      lead: PackageLead(capacityBeforeMbps: 0, capacityAfterMbps: after, demandMbps: 1))
  }

  private func warnings(
    _ outcomes: [SettlementOutcome], _ packages: [WorkPackage] = [], growth: [Double]
  ) throws -> [EarlyWarning] {
    let limits = try ScheduleLimits(
      from: from, until: from.advanced(by: 19), budgetYuanPerQuarter: 100)
    return EarlyWarning.all(
      outcomes, try Scheduler(limits: limits).schedule(packages), growth: growth)
  }

  /// Demand that grows by a tenth a quarter passes m times itself after log m / log 1.1 quarters.
  @Test func growthPassesCapacityWhenItMust() throws {
    let growth = (0..<20).map { quarter in (0..<quarter).reduce(1.0) { power, _ in power * 1.1 } }
    for (ratio, quarters) in [(0.5, 0), (1.0, 1), (1.5, 5), (2.0, 8), (4.0, 15), (6.0, 19)] {
      let found = try warnings([outcome("1", capacity: 7 * ratio, demand: 7)], growth: growth)
      let warning = try #require(found.first)
      #expect(warning.withoutPlan == from.advanced(by: quarters), "\(ratio)")
      #expect(warning.withPlan == warning.withoutPlan)
      #expect(warning.quartersWithoutPlan == 20 - quarters)
      #expect(warning.quartersWithPlan == 20 - quarters)
      #expect(abs(warning.leadRatio - ratio) < 1e-12)
    }
    let safe = try warnings([outcome("1", capacity: 7 * 6.2, demand: 7)], growth: growth)
    #expect(safe.isEmpty)
    #expect(try warnings([outcome("1", capacity: 1, demand: 0)], growth: growth).isEmpty)
  }

  /// 100 yuan a quarter: what costs 300 is finished in the third.
  @Test func whatIsBuiltCountsFromItsQuarterOn() throws {
    let growth = (0..<20).map { 1 + Double($0) / 10 }
    let town = try outcome("1", capacity: 1.05, demand: 1)
    let one = try warnings(
      [town], [package("1", .deep, yuan: 300, after: 2)], growth: growth
    ).first
    // Demand passes 1.05 with 1.1 in the second quarter, is met by 2 in the third, and is 2.1 in the twelfth.
    #expect(one?.withoutPlan == from.advanced(by: 1) && one?.withPlan == from.advanced(by: 1))
    #expect(one?.quartersWithoutPlan == 19 && one?.quartersWithPlan == 1 + 9)
    let early = try warnings(
      [town], [package("1", .deep, yuan: 100, after: 2)], growth: growth
    ).first
    #expect(early?.withPlan == from.advanced(by: 11) && early?.quartersWithPlan == 9)
    let never = try warnings(
      [town], [package("1", .deep, yuan: 100, after: 3)], growth: growth
    ).first
    #expect(never?.withPlan == nil && never?.quartersWithPlan == 0)
    // The last known growth holds on.
    #expect(try warnings([town], growth: [1]).isEmpty)
    #expect(try warnings([town], growth: [1, 1.04, 1.06]).first?.quartersWithoutPlan == 18)
    #expect(try warnings([town], growth: []).isEmpty)
  }

  @Test func theFirstToBeOutgrownStandsFirst() throws {
    let growth = (0..<20).map { 1 + Double($0) / 10 }
    let found = try warnings(
      [
        outcome("4", capacity: 1.5, demand: 1, kind: .townSeat),
        outcome("3", capacity: 1.5, demand: 1), outcome("2", capacity: 1.55, demand: 1),
        outcome("1", capacity: 2, demand: 1), outcome("0", capacity: 9, demand: 1),
        outcome("5", capacity: 1.5, demand: 1),
      ], [package("5", .deep, yuan: 100, after: 2.5)], growth: growth)
    #expect(found.map(\.settlement) == ["2", "3", "4", "5", "1"])
  }
}
