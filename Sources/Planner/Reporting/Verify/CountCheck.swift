import Coverage
import Geometry
import Radio
import Territory

/// Settlements by status: the manifest's counts against the rows of audit.csv.
enum CountCheck {
  private static let file = "audit.csv"

  static func findings(_ manifest: Manifest, in files: RunTables) throws(UserError) -> [Finding] {
    let table = try files.table(file)
    let kind = try table.require("kind")
    let group = try table.require("group")
    let status = try table.require("status")
    let settlement = try table.require("settlement")
    var findings: [Finding] = []
    var counts: [String: Int] = [:]
    var seen: Set<String> = []
    for row in table.rows {
      counts["\(row.cells[group])/\(row.cells[kind])/\(row.cells[status])", default: 0] += 1
      if !seen.insert("\(row.cells[settlement])/\(row.cells[group])").inserted {
        findings.append(
          Finding(
            "DR-734", in: file, line: row.line,
            "settlement \(row.cells[settlement]) stands twice in group \(row.cells[group])"))
      }
    }
    for count in manifest.counts {
      for status in CoverageStatus.allCases {
        let key = "\(count.group.rawValue)/\(count.kind.rawValue)/\(status.rawValue)"
        let found = counts.removeValue(forKey: key) ?? 0
        if found != count.before[status] {
          findings.append(
            Finding(
              "DR-735", in: file,
              "\(key): \(found) settlements, run.json says \(count.before[status])"))
        }
      }
      findings += rises(count)
    }
    for key in counts.keys.sorted() {
      findings.append(Finding("DR-735", in: file, "\(key) is not counted in run.json"))
    }
    return findings
  }

  /// A plan never lowers a status: at or above each there are no fewer after than before.
  private static func rises(_ count: StatusCount) -> [Finding] {
    CoverageStatus.allCases.compactMap { status in
      let before = CoverageStatus.allCases.filter { $0 >= status }
        .reduce(0) { $0 + count.before[$1] }
      let after = CoverageStatus.allCases.filter { $0 >= status }
        .reduce(0) { $0 + count.after[$1] }
      guard after < before else { return nil }
      return Finding(
        "DR-736", in: RunFolder.manifestName,
        "\(count.kind.rawValue) at \(status.rawValue) or above fall from \(before) to \(after)")
    }
  }
}
