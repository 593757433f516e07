import Geometry
import Radio
import Scheduling
import Siting
import Territory

/// `campuses.csv`, `scenarios.csv` and `campus-counties.csv`.
public struct CampusTables {
  private let result: CampusResult

  /// The tables of a result.
  public init(_ result: CampusResult) { self.result = result }

  /// Names of the files.
  public static let campusesName = "campuses.csv"
  /// Scenarios of each campus.
  public static let scenariosName = "scenarios.csv"
  /// Counties by industry.
  public static let countiesName = "campus-counties.csv"

  /// One row a campus.
  public func campuses() -> [UInt8] {
    var writer = CSVWriter(header: [
      "id", "name", "kind", "industry", "province", "prefecture", "county", "lon", "lat",
      "area_ha", "employees", "data_kind", "terminals", "terminals_kind", "group", "settlement",
      "yes", "missing", "no", "parts", "heads", "basebands", "outdoor_stations", "stations",
      "cost_yuan", "kilowatts", "crew_days", "package", "start", "finish",
    ])
    for outcome in result.outcomes {
      let (finding, campus) = (outcome.finding, outcome.finding.campus)
      let lineage = result.gazetteer.lineage(of: campus.county)
      func unit(_ level: UnitLevel) -> CSVCell {
        .text(orEmpty: lineage.first { result.gazetteer[$0]?.level == level })
      }
      let network = finding.configuration
      var tally = VerdictTally()
      for scenario in finding.scenarios { tally.add(scenario.verdict) }
      writer.append([
        .text(campus.id), .text(campus.name), .raw(campus.kind.rawValue), .text(campus.industry),
        unit(.province), unit(.prefecture), .text(campus.county),
        .decimal(campus.position.x, decimals: 6), .decimal(campus.position.y, decimals: 6),
        .decimal(campus.hectares, decimals: 2), .integer(campus.employees),
        .raw(campus.dataKind.rawValue), .text(Self.terminals(finding)),
        .raw(campus.terminalKind.rawValue), .raw(finding.group.rawValue),
        .text(orEmpty: outcome.settlement), .integer(tally.yes), .integer(tally.missing),
        .integer(tally.no), .text(Self.list(network.parts)), .integer(network.heads),
        .integer(network.basebands), .integer(network.outdoorStations),
        .integer(network.stations), .integer(network.costYuan),
        .decimal(network.kilowatts, decimals: 2), .integer(network.crewDays),
        network.parts.isEmpty ? .empty : .text(finding.packageID),
        .text(orEmpty: outcome.scheduled?.start.description),
        .text(orEmpty: outcome.scheduled?.finish.description),
      ])
    }
    return writer.bytes
  }

  /// One row a campus and scenario.
  public func scenarios() -> [UInt8] {
    var writer = CSVWriter(header: [
      "campus", "scenario", "terminals", "uplink_mbps", "verdict", "parts", "obstacles",
      "private", "cost_yuan", "latency_budget_ms", "latency_limit_ms", "enabled",
    ])
    let limits = Dictionary(
      result.book.scenarios.map { ($0.id, $0.latencyMilliseconds.value) },
      uniquingKeysWith: { first, _ in first })
    for outcome in result.outcomes {
      for scenario in outcome.finding.scenarios {
        writer.append([
          .text(outcome.finding.campus.id), .text(scenario.scenario),
          .integer(scenario.terminals), .decimal(scenario.uplinkMbps, decimals: 2),
          .raw(scenario.verdict.rawValue), .text(Self.list(scenario.parts)),
          .text(Self.list(scenario.obstacles)),
          .raw(scenario.verdict == .no && scenario.isMet ? "true" : "false"),
          scenario.costYuan.map { .integer($0) } ?? .empty,
          scenario.latencyMilliseconds.map { .decimal($0, decimals: 2) } ?? .empty,
          limits[scenario.scenario].map { .decimal($0, decimals: 2) } ?? .empty,
          enabled(outcome, scenario),
        ])
      }
    }
    return writer.bytes
  }

  private func enabled(_ outcome: CampusOutcome, _ scenario: ScenarioFinding) -> CSVCell {
    guard result.isScheduled else { return .empty }
    switch outcome.enabled(scenario) {
    case .already: return .raw("already")
    case .from(let quarter): return .raw(quarter.description)
    case .never: return .empty
    }
  }

  /// One row a county and industry.
  public func counties() -> [UInt8] {
    struct Key: Hashable {
      let county: String
      let industry: String
    }
    struct Sums {
      var employees = 0
      var onCampuses = 0
      var campuses = 0
      var terminals = 0
      var verdicts = VerdictTally()
      var yuan = 0
      var kind = DataKind.official
    }
    var sums: [Key: Sums] = [:]
    for row in result.employment {
      let key = Key(county: row.county, industry: row.industry)
      sums[key, default: Sums()].employees = row.employees
      sums[key, default: Sums()].kind = row.dataKind
    }
    for outcome in result.outcomes {
      let campus = outcome.finding.campus
      let key = Key(county: campus.county, industry: campus.industry)
      var own = sums[key] ?? Sums()
      own.onCampuses += campus.employees
      own.campuses += 1
      own.kind = max(own.kind, campus.dataKind)
      own.yuan += outcome.finding.configuration.costYuan
      for scenario in outcome.finding.scenarios {
        own.terminals += scenario.terminals
        own.verdicts.add(scenario.verdict)
      }
      sums[key] = own
    }
    var writer = CSVWriter(header: [
      "county", "name", "industry", "employees", "employees_on_campuses", "campuses",
      "terminals", "yes", "missing", "no", "cost_yuan", "data_kind",
    ])
    let rank = Dictionary(
      result.book.industries.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first })
    let keys = sums.keys.sorted {
      ($0.county, rank[$0.industry] ?? .max) < ($1.county, rank[$1.industry] ?? .max)
    }
    for key in keys {
      guard let own = sums[key] else { continue }
      writer.append([
        .text(key.county), .text(result.gazetteer[key.county]?.name ?? ""), .text(key.industry),
        .integer(max(own.employees, own.onCampuses)), .integer(own.onCampuses),
        .integer(own.campuses), .integer(own.terminals), .integer(own.verdicts.yes),
        .integer(own.verdicts.missing), .integer(own.verdicts.no), .integer(own.yuan),
        .raw(own.kind.rawValue),
      ])
    }
    return writer.bytes
  }

  private static func terminals(_ finding: CampusFinding) -> String {
    finding.scenarios.map { "\($0.scenario):\($0.terminals)" }.joined(separator: ";")
  }

  static func list<Word: RawRepresentable>(_ words: [Word]) -> String
  where Word.RawValue == String {
    words.map(\.rawValue).joined(separator: ";")
  }
}
