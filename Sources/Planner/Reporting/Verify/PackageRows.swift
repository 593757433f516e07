import Coverage
import Geometry

/// What packages.csv says of costs, stations and order.
struct PackageRows {
  struct Row {
    let place: NetworkPlace
    let to: CoverageStatus?
    let costYuan: Int
    let stations: Int
    let people: Int
    let prerequisite: String?
    let isFeasible: Bool
  }

  private(set) var byID: [String: Row] = [:]
  /// Packages that stand twice.
  private(set) var findings: [Finding] = []

  init(_ table: RunTable) throws(UserError) {
    for row in table.rows {
      let id = try table.text(row, "id")
      let before = try table.text(row, "prerequisite")
      let entry = Row(
        place: NetworkPlace(
          settlement: try table.text(row, "settlement"), group: try table.text(row, "group")),
        to: CoverageStatus(rawValue: try table.text(row, "to")),
        costYuan: try table.count(row, "cost_yuan"), stations: try table.count(row, "stations"),
        people: try table.count(row, "population_served"),
        prerequisite: before.isEmpty ? nil : before,
        isFeasible: try table.text(row, "feasible") == "true")
      if byID.updateValue(entry, forKey: id) != nil {
        findings.append(
          Finding("DR-737", in: table.name, line: row.line, "package \(id) stands twice"))
      }
    }
  }
}
