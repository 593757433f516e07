import Coverage
import Geometry
import Radio
import Territory

/// A settlement in one group's network.
struct NetworkPlace: Hashable {
  let settlement: String
  let group: String
}

/// What audit.csv says of statuses.
struct AuditRows {
  struct Row {
    let line: Int
    let place: NetworkPlace
    let kind: String
    let status: String
  }

  let name: String
  var rows: [Row] = []

  init(_ table: RunTable) throws(UserError) {
    name = table.name
    for row in table.rows {
      rows.append(
        Row(
          line: row.line,
          place: NetworkPlace(
            settlement: try table.text(row, "settlement"), group: try table.text(row, "group")),
          kind: try table.text(row, "kind"), status: try table.text(row, "status")))
    }
  }
}

/// Settlements by status: the manifest's counts against the rows of audit.csv, before the plan and
/// with what its packages raise.
enum CountCheck {
  static func before(_ manifest: Manifest, _ audit: AuditRows) -> [Finding] {
    var findings: [Finding] = []
    var seen: Set<NetworkPlace> = []
    for row in audit.rows where !seen.insert(row.place).inserted {
      findings.append(
        Finding(
          "DR-734", in: audit.name, line: row.line,
          "settlement \(row.place.settlement) stands twice in group \(row.place.group)"))
    }
    let differences = differences(manifest, counts(audit) { $0.status }) { $0.before }
    return findings + differences.map { Finding("DR-735", in: audit.name, $0) }
  }

  /// - Parameter risen: highest status that finished packages give.
  static func after(
    _ manifest: Manifest, _ audit: AuditRows, risen: [NetworkPlace: CoverageStatus]
  ) -> [Finding] {
    let counts = counts(audit) { row in
      guard let before = CoverageStatus(rawValue: row.status), let risen = risen[row.place] else {
        return row.status
      }
      return max(before, risen).rawValue
    }
    return differences(manifest, counts) { $0.after }
      .map { Finding("DR-736", in: RunFolder.manifestName, "after the plan: " + $0) }
  }

  private static func counts(
    _ audit: AuditRows, _ status: (AuditRows.Row) -> String
  ) -> [String: Int] {
    var counts: [String: Int] = [:]
    for row in audit.rows {
      counts["\(row.place.group)/\(row.kind)/\(status(row))", default: 0] += 1
    }
    return counts
  }

  private static func differences(
    _ manifest: Manifest, _ counts: [String: Int], _ tally: (StatusCount) -> StatusTally
  ) -> [String] {
    var rest = counts
    var differences: [String] = []
    for count in manifest.counts {
      for status in CoverageStatus.allCases {
        let key = "\(count.group.rawValue)/\(count.kind.rawValue)/\(status.rawValue)"
        let (found, said) = (rest.removeValue(forKey: key) ?? 0, tally(count)[status])
        if found != said {
          differences.append("\(key): \(found) settlements, run.json says \(said)")
        }
      }
    }
    return differences + rest.keys.sorted().map { "\($0) is not counted in run.json" }
  }
}
