import TestSupport
import Coverage
import Geometry
import Radio
import Scheduling
import Siting
import Territory

/// A work package of which only what matters to a schedule is given.
func package(
  _ id: String, kind: SettlementKind = .city, to: CoverageStatus = .deep, costYuan: Int,
  population: Int = 1000, stations: Int = 1, after prerequisite: String? = nil,
  feasible: Bool = true, priority: Double = 0.5, province: String = "330000",
  energyKilowattHoursPerYear: Int = 0, opexYuanPerYear: Int = 0
) -> WorkPackage {
  WorkPackage(
    id: id, settlement: id, settlementName: id, kind: kind, provinceAdcode: province,
    group: .mobile, from: .none, to: to, stations: stations, newSites: 0, costYuan: costYuan,
    energyKilowattHoursPerYear: energyKilowattHoursPerYear, fibreMetres: 0, crewDays: 0,
    populationServed: population,
    prerequisite: prerequisite, feasible: feasible, priority: priority, reasons: [],
    opexYuanPerYear: opexYuanPerYear)
}

/// Limits of so many quarters from 2021Q1.
func limits(quarters: Int, budgetYuan: Int) throws(UserError) -> ScheduleLimits {
  let from = Quarter(year: 2021, quarter: 1)
  return try ScheduleLimits(
    from: from, until: from.advanced(by: quarters - 1), budgetYuanPerQuarter: budgetYuan)
}

/// A world of random packages: chains of up to three, some not feasible, some free, many ties.
struct RandomWorld {
  let packages: [WorkPackage]
  let limits: ScheduleLimits

  init(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var packages: [WorkPackage] = []
    for settlement in 0..<Int.random(in: 0...25, using: &generator) {
      let kind = SettlementKind.allCases[Int.random(in: 0...2, using: &generator)]
      var below: String?
      for status in [CoverageStatus.reached, .continuous, .deep]
      where Int.random(in: 0...2, using: &generator) > 0 {
        let id = "\(settlement)/mobile/\(status.rawValue)"
        packages.append(
          package(
            id, kind: kind, to: status, costYuan: Int.random(in: 0...12, using: &generator) * 5,
            population: Int.random(in: 0...6, using: &generator) * 100,
            stations: Int.random(in: 0...9, using: &generator), after: below,
            feasible: Int.random(in: 0...7, using: &generator) > 0,
            priority: Double(Int.random(in: 0...4, using: &generator)) / 4))
        below = id
      }
    }
    self.packages = packages.shuffled(using: &generator)
    limits = try SchedulingTests.limits(
      quarters: Int.random(in: 1...8, using: &generator),
      budgetYuan: Int.random(in: 1...120, using: &generator))
  }
}
