import Geometry
import Siting
import Territory

/// key-places.csv of a plan: more stations never serve less, a place is covered when all its points are served, and
/// the sums are those of run.json.
enum KeyPlaceCheck {
  static let tableName = "key-places.csv"

  static func findings(
    _ manifest: Manifest, in files: RunTables, _ packages: PackageRows
  ) throws(UserError) -> [Finding] {
    let table = try files.table(tableName)
    var findings: [Finding] = []
    var sums: [String: Sum] = [:]
    for row in table.rows {
      let group = try table.text(row, "group")
      let points = try table.count(row, "points")
      var served: [Int] = []
      for column in ["served", "served_scheduled", "served_planned"] {
        served.append(try table.count(row, column))
      }
      if zip(served, served.dropFirst() + [points]).contains(where: { $0 > $1 }) {
        findings.append(
          Finding(
            "DR-963", in: table.name, line: row.line,
            "of \(points) key points \(served[0]) are served, \(served[1]) by the schedule and"
              + " \(served[2]) by the plan"))
      }
      var sum = sums[group] ?? Sum()
      sum.places += 1
      sum.points += points
      for (index, column) in ["covered", "covered_scheduled", "covered_planned"].enumerated() {
        let isCovered = try table.text(row, column) == "true"
        if isCovered != (served[index] == points) {
          findings.append(
            Finding(
              "DR-963", in: table.name, line: row.line,
              "\(column) is \(isCovered), with \(served[index]) of \(points) key points"))
        }
        sum.covered[index] += isCovered ? 1 : 0
      }
      sums[group] = sum
    }
    return findings + differences(manifest, sums, packages)
  }

  private struct Sum {
    var places = 0
    var points = 0
    /// As things stand, by the schedule, by the plan.
    var covered = [0, 0, 0]
  }

  private static func differences(
    _ manifest: Manifest, _ sums: [String: Sum], _ packages: PackageRows
  ) -> [Finding] {
    var findings: [Finding] = []
    var rest = sums
    for entry in manifest.keyPlaces?.array ?? [] {
      let group = entry.object?["group"]?.string ?? ""
      let sum = rest.removeValue(forKey: group) ?? Sum()
      let own = packages.byID.filter {
        $0.value.place.group == group && $0.key.hasSuffix("/" + PackagePurpose.keyPlaces.rawValue)
      }
      let found: [(String, Int)] = [
        ("places", sum.places), ("points", sum.points), ("covered", sum.covered[0]),
        ("covered_scheduled", sum.covered[1]), ("covered_planned", sum.covered[2]),
        ("packages", own.count), ("cost_yuan", own.values.reduce(0) { $0 &+ $1.costYuan }),
      ]
      for (name, value) in found where entry.object?[name]?.integer != value {
        findings.append(
          Finding(
            "DR-963", in: tableName,
            "group \(group): \(name) is \(value), run.json says"
              + " \(entry.object?[name]?.integer.map(String.init) ?? "none")"))
      }
    }
    return findings
      + rest.keys.sorted().map {
        Finding("DR-963", in: tableName, "group \($0) is not summed in run.json")
      }
  }
}
