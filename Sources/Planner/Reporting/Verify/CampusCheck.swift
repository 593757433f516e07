import Geometry
import Scheduling
import Siting
import Territory

/// campuses.csv and scenarios.csv: scenarios are of campuses there are, and as many of each verdict as those say; what
/// a campus costs is what its package does.
enum CampusCheck {
  /// - Parameter packages: of a plan; nil without one.
  static func findings(
    in files: RunTables, packages: PackageRows?
  ) throws(UserError) -> [Finding] {
    let campuses = try files.table(CampusTables.campusesName)
    let scenarios = try files.table(CampusTables.scenariosName)
    var findings: [Finding] = []
    func complain(_ table: RunTable, _ row: RunTable.Row, _ problem: String) {
      findings.append(Finding("DR-924", in: table.name, line: row.line, problem))
    }
    var left: [String: [String: Int]] = [:]
    for row in campuses.rows {
      let id = try campuses.text(row, "id")
      var counts: [String: Int] = [:]
      for verdict in ScenarioVerdict.allCases {
        counts[verdict.rawValue] = try campuses.count(row, verdict.rawValue)
      }
      if left.updateValue(counts, forKey: id) != nil {
        complain(campuses, row, "\(id) stands twice")
      }
      guard let packages else { continue }
      let name = try campuses.text(row, "package")
      let yuan = try campuses.count(row, "cost_yuan")
      let own = name.isEmpty ? 0 : packages.byID[name]?.costYuan
      if own != yuan {
        complain(
          campuses, row, "\(id) costs \(yuan), its package \(own.map(String.init) ?? "is missing")")
      }
    }
    for row in scenarios.rows {
      let id = try scenarios.text(row, "campus")
      let verdict = try scenarios.text(row, "verdict")
      guard let count = left[id]?[verdict], count > 0 else {
        complain(scenarios, row, "\(id) has no such scenario with the verdict '\(verdict)' left")
        continue
      }
      left[id]?[verdict] = count - 1
    }
    for (id, counts) in left.sorted(by: { $0.key < $1.key })
    where counts.values.contains(where: { $0 > 0 }) {
      findings.append(
        Finding("DR-924", in: campuses.name, "scenarios of \(id) are missing in \(scenarios.name)"))
    }
    return findings
  }
}
