import Coverage
import Radio
import Siting
import Territory

/// `readiness.csv`: one row a settlement, with every gate and signal that its two outputs rest on.
enum ReadinessTable {
  private static let unknown = "unknown"

  private static let columns =
    [
      "settlement", "name", "kind", "province", "prefecture", "county", "asked_by_policy",
      "feasible", "backhaul_longest_km", "backhaul_limit_km", "backhaul_basis", "backhaul_km",
      "backhaul_medium", "backhaul_parent", "backhaul_links", "backhaul_cost_share_yuan", "power",
      "power_limit", "power_basis", "local_commitment", "local_commitment_limit",
      "local_commitment_basis", "priority",
    ] + ReadinessSignal.allCases.flatMap { [column($0), column($0) + "_weight"] } + [
      "border", "assisted", "reasons", "reasons_in_words",
    ]

  static func csv(_ result: PlanResult, _ language: Language) -> [UInt8] {
    var writer = CSVWriter(header: columns)
    for outcome in result.settlements {
      let readiness = outcome.readiness
      writer.append(
        place(outcome.settlement, readiness) + backhaul(readiness)
          + gate(readiness[.power]) + gate(readiness[.localCommitment])
          + [.decimal(readiness.priority, decimals: 4)]
          + ReadinessSignal.allCases.flatMap { signal in
            score(readiness.scores.first { $0.signal == signal })
          } + [
            flag(readiness.signals.border), flag(readiness.signals.assisted),
            .text(readiness.reasons.joined(separator: ";")),
            .text(Message.reasons(readiness.reasons, language)),
          ])
    }
    return writer.bytes
  }

  private static func column(_ signal: ReadinessSignal) -> String {
    signal.rawValue.replacing("-", with: "_")
  }

  private static func place(_ settlement: Settlement, _ readiness: Readiness) -> [CSVCell] {
    let isAsked = readiness.reasons.contains(ReadinessRule.askedByPolicy)
    return [
      .text(settlement.id), .text(settlement.name), .text(settlement.kind.rawValue),
      .text(settlement.provinceAdcode), .text(orEmpty: settlement.prefectureAdcode),
      .text(orEmpty: settlement.countyAdcode), .text(isAsked ? "true" : "false"),
      .text(readiness.feasible ? "true" : "false"),
    ]
  }

  /// The gate, then the way to the place that the settlement hangs on.
  private static func backhaul(_ readiness: Readiness) -> [CSVCell] {
    let found = readiness[.backhaul]
    let way = readiness.way
    return [
      found?.value.map { .decimal($0, decimals: 3) } ?? .text(unknown),
      found.map { .decimal($0.limit, decimals: 3) } ?? .empty,
      .text(orEmpty: found?.basis.rawValue),
      readiness.backhaul.map { .decimal($0.routeMetres / 1000, decimals: 3) } ?? .empty,
      .text(orEmpty: readiness.backhaul?.medium.rawValue), .text(orEmpty: way?.parent),
      way.map { .integer($0.links) } ?? .empty,
      way.map { .decimal($0.sharedCostYuan, decimals: 0) } ?? .empty,
    ]
  }

  private static func gate(_ found: GateFinding?) -> [CSVCell] {
    [
      found?.value.map { .decimal($0, decimals: 0) } ?? .text(unknown),
      found.map { .decimal($0.limit, decimals: 0) } ?? .empty,
      .text(orEmpty: found?.basis.rawValue),
    ]
  }

  private static func score(_ score: SignalScore?) -> [CSVCell] {
    [
      score?.score.map { .decimal($0, decimals: 4) } ?? .text(unknown),
      score.map { .decimal($0.weight, decimals: 4) } ?? .empty,
    ]
  }

  private static func flag(_ flag: Bool?) -> CSVCell {
    flag.map { .integer($0 ? 1 : 0) } ?? .text(unknown)
  }
}
