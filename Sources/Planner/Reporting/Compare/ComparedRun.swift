import Coverage
public import Radio
import Scheduling
import Siting
public import Territory

/// What runs are compared by: the settlements with the time of their target, and the money by
/// quarter. It is made of a result in memory or of a run folder, and is the same.
public struct ComparedRun: Hashable, Sendable {
  /// What the run is called in tables.
  public var label: String
  /// Adcodes of the regions asked for; empty for the whole country.
  public let regions: [String]
  /// Kind of the network that the plan starts from; nil where the run does not say.
  public let networkKind: DataKind?
  /// Name of the standard.
  public let standard: String
  /// Name of the scenario; nil without one.
  public let scenario: String?
  /// Groups that both stand in the run, in the order of the catalogue.
  public let groups: [NetworkGroup]
  /// By id of the settlement.
  public let places: [ComparedPlace]
  /// First quarter of the plan.
  public let from: Quarter
  /// Whole yuan paid in each quarter, from the first on.
  public let spentYuan: [Int]
  /// Packages that are scheduled.
  public let packages: Int
  /// Packages that are not.
  public let packagesLeftOut: Int
  /// Stations of the scheduled packages.
  public let stations: Int
  /// Whole yuan that all packages take, scheduled or not.
  public let costYuan: Int

  init(
    label: String, regions: [String], networkKind: DataKind?, standard: String, scenario: String?,
    groups: [NetworkGroup], places: [ComparedPlace], from: Quarter, spentYuan: [Int], packages: Int,
    packagesLeftOut: Int,
    stations: Int, costYuan: Int
  ) {
    self.label = label
    self.regions = regions
    self.networkKind = networkKind
    self.standard = standard
    self.scenario = scenario
    self.groups = groups
    self.places = places.sorted {
      $0.settlement.utf8.lexicographicallyPrecedes($1.settlement.utf8)
    }
    self.from = from
    self.spentYuan = spentYuan
    self.packages = packages
    self.packagesLeftOut = packagesLeftOut
    self.stations = stations
    self.costYuan = costYuan
  }

  /// Of a plan in memory; nil of an audit.
  public init?(_ result: PlanResult, label: String, scenario: String? = nil) {
    guard let schedule = result.schedule, let first = schedule.quarters.first else { return nil }
    var rises: [NetworkPlace: [ComparedPlace.Rise]] = [:]
    var built: [String: ComparedPlace.Built] = [:]
    for entry in schedule.packages {
      built[entry.package.settlement, default: ComparedPlace.Built()].add(
        yuan: entry.payments.reduce(0) { $0 + $1.yuan }, stations: entry.package.stations)
      let place = NetworkPlace(
        settlement: entry.package.settlement, group: entry.package.group.rawValue)
      rises[place, default: []].append(
        ComparedPlace.Rise(quarter: entry.finish, status: entry.package.to))
    }
    let places = result.settlements.map { outcome in
      let settlement = outcome.settlement
      let asked = outcome.groups.flatMap { $0.before.results.map(\.status) }
      return ComparedPlace(
        settlement: settlement.id, name: settlement.name, kind: settlement.kind,
        prefecture: settlement.prefectureAdcode, county: settlement.countyAdcode,
        population: settlement.population, target: asked.max() ?? .deep,
        networks: outcome.groups.map {
          let place = NetworkPlace(settlement: settlement.id, group: $0.before.group.rawValue)
          return ComparedPlace.Network(before: $0.before.status, rises: rises[place] ?? [])
        }, built: built[settlement.id] ?? ComparedPlace.Built())
    }
    self.init(
      label: label, regions: result.regions, networkKind: result.networkKind,
      standard: result.standard, scenario: scenario,
      groups: NetworkGroup.allCases.filter(result.groups.contains), places: places,
      from: first.quarter, spentYuan: schedule.quarters.map(\.spentYuan),
      packages: schedule.packages.count, packagesLeftOut: schedule.unscheduled.count,
      stations: schedule.stationsFinished,
      costYuan: result.packages.reduce(0) { $0 + $1.costYuan })
  }

  /// Last quarter of the plan.
  public var until: Quarter { from.advanced(by: max(spentYuan.count, 1) - 1) }

  /// Whole yuan paid by the end of a quarter.
  public func spentYuan(by quarter: Quarter) -> Int {
    spentYuan.prefix(max(0, quarter.index - from.index + 1)).reduce(0) { $0 &+ $1 }
  }

  /// Residents of the settlements that have their target at the end of a quarter.
  public func targetResidents(at quarter: Quarter) -> Int {
    places.reduce(0) { $0 + ($1.reach.holds(at: quarter) ? $1.population : 0) }
  }
}
