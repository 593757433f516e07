import Geometry

/// claims.csv against cells.csv: cells by verdict, and samples.
enum ClaimCheck {
  private static let columns = [
    "cells", "cells_confirmed", "cells_contradicted", "cells_unknown", "samples", "served",
  ]

  static func findings(in files: RunTables) throws(UserError) -> [Finding] {
    let claims = try files.table(ClaimFiles.claims)
    let cells = try files.table(ClaimFiles.cells)
    var sums: [String: [String: Int]] = [:]
    for row in cells.rows {
      let claim = try cells.text(row, "claim")
      var sum = sums[claim] ?? [:]
      sum["cells", default: 0] += 1
      sum["cells_" + (try cells.text(row, "verdict")), default: 0] += 1
      for column in ["samples", "served"] {
        sum[column, default: 0] += try cells.count(row, column)
      }
      sums[claim] = sum
    }
    var findings: [Finding] = []
    for row in claims.rows {
      let claim = try claims.text(row, "claim")
      let sum = sums.removeValue(forKey: claim) ?? [:]
      for column in columns {
        let (said, found) = (try claims.count(row, column), sum[column] ?? 0)
        guard said != found else { continue }
        findings.append(
          Finding(
            "DR-747", in: claims.name, line: row.line,
            "\(claim): \(column) is \(said), cells.csv makes it \(found)"))
      }
    }
    for claim in sums.keys.sorted() {
      findings.append(
        Finding("DR-747", in: cells.name, "claim \(claim) is not among the claims"))
    }
    return findings
  }
}
