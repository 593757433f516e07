import Coverage
import Radio
public import Siting
import Territory

/// `remedies.csv`: one row a settlement, group and failing criterion, and one for all of them together.
public enum RemedyTable {
  private static let columns = [
    "settlement", "name", "kind", "province", "group", "status", "criterion", "value",
    "threshold", "missing", "closed", "stations", "new_sites", "cost_yuan", "stations_yuan",
    "bound_yuan", "gap", "unmet", "unmet_best", "unmet_threshold",
  ]

  /// The table of an audit's remedies, in their order.
  public static func csv(_ remedies: [Remedy], of result: PlanResult) -> [UInt8] {
    let settlements = Dictionary(
      result.settlements.map { ($0.settlement.id, $0.settlement) }, uniquingKeysWith: { $1 })
    var writer = CSVWriter(header: columns)
    for remedy in remedies {
      guard let settlement = settlements[remedy.settlement] else { continue }
      writer.append(
        [
          .text(settlement.id), .text(settlement.name), .text(settlement.kind.rawValue),
          .text(settlement.provinceAdcode), .text(remedy.group.rawValue),
        ] + failing(remedy) + figures(remedy))
    }
    return writer.bytes
  }

  private static func failing(_ remedy: Remedy) -> [CSVCell] {
    guard let failing = remedy.failing else {
      return [.empty, .raw("all"), .empty, .empty, .empty]
    }
    return [
      .text(failing.status.rawValue), .text(failing.criterion),
      .decimal(failing.value, decimals: 4), .decimal(failing.threshold, decimals: 4),
      .decimal(-failing.margin, decimals: 4),
    ]
  }

  private static func figures(_ remedy: Remedy) -> [CSVCell] {
    [
      .text(remedy.isClosed ? "true" : "false"), .integer(remedy.stations),
      .integer(remedy.newSites), .integer(remedy.costYuan),
      remedy.proof.map { .decimal($0.costYuan, decimals: 0) } ?? .empty,
      remedy.proof.map { .decimal($0.boundYuan, decimals: 0) } ?? .empty,
      remedy.proof.map { .decimal($0.gap, decimals: 6) } ?? .empty,
      .text(orEmpty: remedy.unmet?.criterion),
      remedy.unmet.map { .decimal($0.value, decimals: 4) } ?? .empty,
      remedy.unmet.map { .decimal($0.threshold, decimals: 4) } ?? .empty,
    ]
  }
}
