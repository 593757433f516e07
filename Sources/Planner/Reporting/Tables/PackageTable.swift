import Coverage
import Radio
import Siting
import Territory

/// `packages.csv`: one row a work package.
enum PackageTable {
  private static let columns = [
    "id", "settlement", "name", "kind", "province", "group", "from", "to", "stations",
    "new_sites", "cost_yuan", "energy_kwh_per_year", "fibre_metres", "crew_days",
    "population_served", "prerequisite", "feasible", "priority", "reasons", "closes",
    "opex_yuan_per_year", "equipment", "capacity_before_mbps", "capacity_after_mbps", "demand_mbps",
  ]

  static func csv(_ packages: [WorkPackage]) -> [UInt8] {
    var writer = CSVWriter(header: columns)
    for package in packages {
      writer.append([
        .text(package.id), .text(package.settlement), .text(package.settlementName),
        .text(package.kindName), .text(package.provinceAdcode),
        .text(package.group.rawValue), .text(package.from.rawValue), .text(package.to.rawValue),
        .integer(package.stations), .integer(package.newSites), .integer(package.costYuan),
        .integer(package.energyKilowattHoursPerYear), .integer(package.fibreMetres),
        .integer(package.crewDays), .integer(package.populationServed),
        .text(orEmpty: package.prerequisite), .text(package.feasible ? "true" : "false"),
        .decimal(package.priority, decimals: 4),
        .text(package.reasons.joined(separator: ";")),
        .text(package.closes.joined(separator: ";")),
        .integer(package.opexYuanPerYear),
        .text(
          package.equipment.keys.sorted().map { "\($0):\(package.equipment[$0] ?? 0)" }
            .joined(separator: ";")),
        megabits(package.lead?.capacityBeforeMbps), megabits(package.lead?.capacityAfterMbps),
        megabits(package.lead?.demandMbps),
      ])
    }
    return writer.bytes
  }

  /// With more digits than anybody reads, as `schedule` compares them as `plan` did.
  private static func megabits(_ value: Double?) -> CSVCell {
    value.map { .decimal($0, decimals: 6) } ?? .empty
  }
}
