import Coverage
import Geometry
import Radio
import Reporting
import Scheduling
import Siting
import TestSupport
import Territory

/// The tiny plan scheduled with pilots under the bundled limits: one that builds something of its own at the county
/// seat, one that stands already.
struct PilotWorld {
  static let from = Quarter(year: 2021, quarter: 1)

  static func pilot(
    _ id: String, at settlement: String, by: Quarter, status: CoverageStatus,
    group: NetworkGroup? = .mobile, work: PilotWork? = nil, kind: PilotKind = .hospital
  ) -> Pilot {
    Pilot(
      id: id, name: "=\(id)", kind: kind, partners: ["卫生健康", "水利"],
      place: .settlement(settlement), by: by, status: status, group: group, work: work,
      source: "p.csv:2")
  }

  static let pilots = [
    pilot(
      "own", at: "330182", by: from.advanced(by: 9), status: .deep,
      work: PilotWork(stations: 2, newSites: 1, costYuan: 20, crewDays: 3)),
    pilot("met", at: "330182", by: from, status: .reached, group: .unicom),
  ]

  /// - Parameter campuses: by the pilots' ids, for those of campuses.
  static func result(
    _ pilots: [Pilot] = pilots, policy: TierPolicy = .strictTiers,
    campuses: [String: PilotCampus] = [:]
  ) throws -> PlanResult {
    let tiny = try TinyPlan().result()
    let geodata = try Geodata.locate()
    let limits = try ScheduleLimits(
      from: from, until: from.advanced(by: 11), budgetYuanPerQuarter: 100)
    let scheduler = RolloutScheduler(
      limits: limits, book: try LimitBook.read(path: geodata.path("books/limits.yaml")),
      policy: policy,
      shares: ResidentShares(
        nation: 1, provinces: ["330000": 1], groups: ["mobile": 0.5, "unicom": 0.5]),
      rates: RolloutRates(
        yuanPerKilowattHour: 0.6, kilogramsPerKilowattHour: 0.5, demand: [], leadBand: 1...2))
    let packages = TinyPlan.packages
    var statuses: [PilotTasks.Place: CoverageStatus] = [:]
    for outcome in tiny.settlements {
      for group in outcome.groups {
        statuses[PilotTasks.Place(outcome.settlement.id, group.before.group)] = group.before.status
      }
    }
    let finder = PilotTasks(
      packages: packages, statuses: statuses, groups: tiny.groups, limits: limits,
      yuanPerKilowattHour: 0.6)
    let tasks = try pilots.map { pilot in
      let place = tiny.settlements.first { pilot.place == .settlement($0.settlement.id) }
      return try finder.task(
        pilot,
        at: PilotSite(
          place?.settlement ?? tiny.settlements[0].settlement, campus: campuses[pilot.id]))
    }
    let piloted = try PilotSchedule(
      tasks, among: packages.map { RolloutPackage($0) }, by: scheduler)
    var result = PlanResult(
      standard: tiny.standard, groups: tiny.groups, gazetteer: tiny.gazetteer,
      regions: tiny.regions, networkKind: tiny.networkKind, settlements: tiny.settlements,
      packages: packages + tasks.compactMap(\.own), schedule: piloted.schedule, existingSites: [],
      plannedSites: [], publishedStations: [])
    result.pilots = try piloted.result(PilotBook.read(path: geodata.path(PilotBook.file)))
    result.decisions = try scheduler.decisions(
      of: piloted.schedule, piloted.packages, pilots: tasks,
      book: GateBook.read(path: geodata.path(GateBook.file)))
    return result
  }
}
