import Coverage
import Radio
import Siting
import Territory

/// `audit.csv`: one row a settlement and group.
enum AuditTable {
  private static let columns = [
    "settlement", "name", "kind", "province", "prefecture", "county", "group", "morphology",
    "population", "population_kind", "area_km2", "stations", "network_kind", "status",
    "outdoor_share", "indoor_share", "grid_points", "sinr_share", "sinr_median_db",
    "downlink_limited", "uplink_limited", "interference_limited", "no_signal", "unknown_share",
    "capacity_mbps",
    "demand_mbps", "lead_ratio", "lead", "failing", "failing_value",
    "failing_threshold", "missing", "unmet", "feasible", "priority", "reasons",
  ]

  /// A criterion of a status, as the columns name it.
  private struct Key: Hashable {
    let status: CoverageStatus
    let criterion: String

    var column: String { AuditTable.column(status, criterion) }
  }

  /// Title of the column of a criterion's values; thresholds stand in `_threshold` beside it.
  static func column(_ status: CoverageStatus, _ criterion: String) -> String {
    "\(status.rawValue)_\(criterion.replacing("-", with: "_"))"
  }

  static func csv(_ result: PlanResult) -> [UInt8] {
    let keys = keys(result)
    var writer = CSVWriter(
      header: columns + keys.flatMap { [$0.column, $0.column + "_threshold"] })
    for outcome in result.settlements {
      for group in outcome.groups {
        let results = Dictionary(
          group.before.results.map { (Key(status: $0.status, criterion: $0.criterion), $0) },
          uniquingKeysWith: { first, _ in first })
        writer.append(
          place(outcome) + findings(outcome, group, result)
            + keys.flatMap { key -> [CSVCell] in
              guard let found = results[key] else { return [.empty, .empty] }
              return [
                .decimal(found.value, decimals: 4), .decimal(found.threshold, decimals: 4),
              ]
            })
      }
    }
    return writer.bytes
  }

  /// Criteria of all kinds of settlement, in order of first appearance.
  private static func keys(_ result: PlanResult) -> [Key] {
    var keys: [Key] = []
    var seen: Set<Key> = []
    for group in result.settlements.lazy.flatMap(\.groups) {
      for found in group.before.results {
        let key = Key(status: found.status, criterion: found.criterion)
        if seen.insert(key).inserted { keys.append(key) }
      }
    }
    return keys
  }

  private static func place(_ outcome: SettlementOutcome) -> [CSVCell] {
    let settlement = outcome.settlement
    return [
      .text(settlement.id), .text(settlement.name), .text(settlement.kind.rawValue),
      .text(settlement.provinceAdcode), .text(orEmpty: settlement.prefectureAdcode),
      .text(orEmpty: settlement.countyAdcode),
    ]
  }

  private static func signal(_ audit: SettlementAudit) -> [CSVCell] {
    guard let signal = audit.signal else { return [CSVCell](repeating: .empty, count: 11) }
    let load = audit.load
    return [
      .decimal(signal.sinrShare, decimals: 4),
      signal.medianSINRDB.map { .decimal($0, decimals: 1) } ?? .empty,
      .decimal(signal.share(.downlink), decimals: 4), .decimal(signal.share(.uplink), decimals: 4),
      .decimal(signal.share(.interference), decimals: 4),
      .decimal(signal.share(.none), decimals: 4),
      .decimal(Double(signal.unknownCells) / Double(max(signal.cells, 1)), decimals: 4),
      load.map { .decimal($0.capacityMbps, decimals: 1) } ?? .empty,
      load.map { .decimal($0.demandMbps, decimals: 1) } ?? .empty,
      load?.lead.ratio.map { .decimal($0, decimals: 3) } ?? .empty,
      .text(orEmpty: load?.lead.verdict.rawValue),
    ]
  }

  private static func findings(
    _ outcome: SettlementOutcome, _ group: GroupOutcome, _ result: PlanResult
  ) -> [CSVCell] {
    let settlement = outcome.settlement
    let audit = group.before
    let failing = audit.failing
    return [
      .text(audit.group.rawValue), .text(settlement.morphology.rawValue),
      .integer(settlement.population), .text(settlement.populationKind.rawValue),
      .decimal(settlement.areaSquareMetres / 1e6, decimals: 3), .integer(audit.stations),
      .text(result.networkKind.rawValue), .text(audit.status.rawValue),
      .decimal(audit.outdoorShare, decimals: 4), .decimal(audit.indoorShare, decimals: 4),
      .integer(audit.gridPoints),
    ] + signal(audit) + [
      .text(orEmpty: failing?.criterion),
      failing.map { .decimal($0.value, decimals: 4) } ?? .empty,
      failing.map { .decimal($0.threshold, decimals: 4) } ?? .empty,
      failing.map { .decimal(-$0.margin, decimals: 4) } ?? .empty,
      .text(orEmpty: group.unmet?.criterion),
      .text(outcome.readiness.feasible ? "true" : "false"),
      .decimal(outcome.readiness.priority, decimals: 4),
      .text(outcome.readiness.reasons.joined(separator: ";")),
    ]
  }
}
