import Coverage
import Geometry
import Radio
import Scheduling
import Siting
import TestSupport
import Territory

/// Pilots and packages of which only what matters is given.
enum PilotMaking {
  static let first = Quarter(year: 2021, quarter: 1)

  static func quarter(_ index: Int) -> Quarter { first.advanced(by: index) }

  /// A pilot at a settlement, due by a quarter of the horizon.
  static func pilot(
    _ id: String, at settlement: String, by index: Int, status: CoverageStatus = .deep,
    group: NetworkGroup? = nil, work: PilotWork? = nil, kind: PilotKind = .hospital
  ) -> Pilot {
    Pilot(
      id: id, name: id, kind: kind, place: .settlement(settlement), by: quarter(index),
      status: status, group: group, work: work, source: "pilots.csv:2")
  }

  static func site(_ settlement: String, kind: SettlementKind = .city) throws -> PilotSite {
    PilotSite(try PlaneWorld.square(sideMetres: 1000, id: settlement, kind: kind))
  }

  /// A package that takes a quarter and pays all of a budget of 100.
  static func rollout(
    _ settlement: String, people: Int, kind: SettlementKind = .city, to: CoverageStatus = .deep,
    after: String? = nil, feasible: Bool = true
  ) -> RolloutPackage {
    var package = RolloutPackage(
      WorkPackage(
        id: "\(settlement)/mobile/\(to.rawValue)", settlement: settlement,
        settlementName: settlement, kind: kind, provinceAdcode: "330000", group: .mobile,
        from: .none, to: to, stations: 1, newSites: 0, costYuan: 100,
        energyKilowattHoursPerYear: 0, fibreMetres: 0, crewDays: 0, populationServed: people,
        prerequisite: after, feasible: feasible, priority: 0.5,
        reasons: feasible ? [] : ["no-power"]))
    package.durationQuarters = 1
    return package
  }

  static func tasks(
    _ packages: [RolloutPackage], quarters: Int = 4,
    statuses: [PilotTasks.Place: CoverageStatus] = [:], groups: [NetworkGroup] = [.mobile]
  ) throws -> PilotTasks {
    PilotTasks(
      packages: packages.map(\.work), statuses: statuses, groups: groups,
      limits: try limits(quarters: quarters, budgetYuan: 100), yuanPerKilowattHour: 0.5)
  }

  static func scheduler(
    quarters: Int, policy: TierPolicy = .valueOnly, objective: RolloutObjective = .service
  ) throws -> RolloutScheduler {
    try BookMaking().scheduler(
      quarters: quarters, budgetYuan: 100, policy: policy, objective: objective,
      effort: ScheduleEffort(gap: 0, evaluations: 400, placements: 20000))
  }

  static func book() throws -> PilotBook {
    try PilotBook.read(path: Geodata.locate().path(PilotBook.file))
  }

  /// What a quarter counts beside the first, by the words of the documentation.
  static func discount(_ index: Int) -> Double {
    var year = 1.0
    for _ in 0..<index / 4 { year /= 1.08 }
    return year / (1 + Double(index % 4) / 4 * 0.08)
  }

  /// A town whose pilot takes the first of two quarters, in which strict tiers would finish the city.
  static func townBeforeCity() throws -> PilotSchedule {
    let packages = [
      rollout("town", people: 100, kind: .townSeat), rollout("city", people: 1000),
    ]
    let task = try tasks(packages).task(
      pilot("p", at: "town", by: 0), at: site("town", kind: .townSeat))
    return try PilotSchedule(
      [task], among: packages, by: scheduler(quarters: 2, policy: .strictTiers))
  }
}
