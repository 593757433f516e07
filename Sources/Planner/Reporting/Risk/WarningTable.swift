import Radio
import Territory

/// `warnings.csv`: one row a settlement and group whose busy hour outgrows its network.
enum WarningTable {
  private static let columns = [
    "settlement", "name", "kind", "province", "group", "population", "capacity_mbps",
    "demand_mbps", "data_kind", "lead_ratio", "passes_without_plan", "passes_with_plan",
    "quarters_over_without_plan", "quarters_over_with_plan",
  ]

  static func csv(_ warnings: [EarlyWarning]) -> [UInt8] {
    var writer = CSVWriter(header: columns)
    for warning in warnings {
      writer.append([
        .text(warning.settlement), .text(warning.name), .text(warning.kind.rawValue),
        .text(warning.provinceAdcode), .text(warning.group.rawValue),
        .integer(warning.population), .decimal(warning.capacityMbps, decimals: 1),
        .decimal(warning.demandMbps, decimals: 1), .text(DataKind.modelled.rawValue),
        .decimal(warning.leadRatio, decimals: 3), .text(warning.withoutPlan.description),
        .text(orEmpty: warning.withPlan?.description), .integer(warning.quartersWithoutPlan),
        .integer(warning.quartersWithPlan),
      ])
    }
    return writer.bytes
  }
}
