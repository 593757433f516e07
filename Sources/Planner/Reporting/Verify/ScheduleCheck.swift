import Geometry
import Territory

/// Money and order: schedule.csv and budget.csv against packages.csv and against each other.
enum ScheduleCheck {
  private static let file = "schedule.csv"

  static func findings(_ manifest: Manifest, in files: RunTables) throws(UserError) -> [Finding] {
    let packages = try PackageRows(files.table("packages.csv"))
    let schedule = try ScheduleRows(files.table(file))
    var findings = schedule.findings
    findings += try BudgetCheck.findings(files.table("budget.csv"), paid: schedule.paid)
    var rest = packages.costs
    for row in schedule.rows {
      guard let cost = rest.removeValue(forKey: row.package) else {
        findings.append(
          Finding(
            "DR-737", in: file, line: row.line,
            "package \(row.package) is bought twice, or is not in packages.csv"))
        continue
      }
      if cost != row.costYuan {
        findings.append(
          Finding(
            "DR-738", in: file, line: row.line,
            "\(row.package) costs \(row.costYuan), packages.csv says \(cost)"))
      }
    }
    for package in rest.keys.sorted() {
      findings.append(Finding("DR-737", in: file, "package \(package) is missing"))
    }
    findings += order(packages, schedule)
    findings += totals(manifest, schedule)
    return findings
  }

  /// Nothing starts before its prerequisite is finished.
  private static func order(_ packages: PackageRows, _ schedule: ScheduleRows) -> [Finding] {
    let finish = Dictionary(
      schedule.rows.compactMap { row in row.finish.map { (row.package, $0) } },
      uniquingKeysWith: { first, _ in first })
    return schedule.rows.compactMap { row in
      guard let start = row.start, let before = packages.prerequisites[row.package] else {
        return nil
      }
      if let finished = finish[before], finished <= start { return nil }
      return Finding(
        "DR-739", in: file, line: row.line,
        "\(row.package) starts before its prerequisite \(before) is finished")
    }
  }

  private static func totals(_ manifest: Manifest, _ schedule: ScheduleRows) -> [Finding] {
    var findings: [Finding] = []
    let cost = schedule.rows.filter { $0.finish != nil }.reduce(0) { $0 &+ $1.costYuan }
    let stations = schedule.rows.filter { $0.finish != nil }.reduce(0) { $0 &+ $1.stations }
    if manifest.costYuan != cost {
      findings.append(
        Finding("DR-738", in: file, "scheduled packages cost \(cost), not run.json's"))
    }
    if manifest.stations != stations {
      findings.append(
        Finding("DR-738", in: file, "scheduled packages have \(stations) stations, not run.json's"))
    }
    return findings
  }
}

/// What packages.csv says of costs and order.
private struct PackageRows {
  var costs: [String: Int] = [:]
  var prerequisites: [String: String] = [:]

  init(_ table: CSVTable) throws(UserError) {
    let id = try table.require("id")
    let cost = try table.require("cost_yuan")
    let before = try table.require("prerequisite")
    for row in table.rows {
      costs[row.cells[id]] = try table.count(row, cost)
      if !row.cells[before].isEmpty { prerequisites[row.cells[id]] = row.cells[before] }
    }
  }
}

/// What schedule.csv says, with the payments that do not add up.
private struct ScheduleRows {
  struct Row {
    let line: Int
    let package: String
    let costYuan: Int
    let stations: Int
    let start: Quarter?
    let finish: Quarter?
  }

  var rows: [Row] = []
  var paid: [Quarter: Int] = [:]
  var findings: [Finding] = []

  init(_ table: CSVTable) throws(UserError) {
    let package = try table.require("package")
    let cost = try table.require("cost_yuan")
    let stations = try table.require("stations")
    let start = try table.require("start")
    let finish = try table.require("finish")
    let payments = try table.require("payments")
    for row in table.rows {
      let entry = Row(
        line: row.line, package: row.cells[package], costYuan: try table.count(row, cost),
        stations: try table.count(row, stations), start: Quarter(row.cells[start]),
        finish: Quarter(row.cells[finish]))
      rows.append(entry)
      add(payments: row.cells[payments], of: entry, in: table.name)
    }
  }

  private mutating func add(payments: String, of row: Row, in file: String) {
    var sum = 0
    for part in payments.split(separator: ";") {
      let pair = part.split(separator: ":")
      guard pair.count == 2, let quarter = Quarter(String(pair[0])), let yuan = Int(pair[1]),
        yuan > 0, let start = row.start, let finish = row.finish, quarter >= start,
        quarter <= finish
      else {
        findings.append(
          Finding(
            "DR-738", in: file, line: row.line,
            "payment '\(part)' of \(row.package) is none, or outside its time"))
        continue
      }
      sum &+= yuan
      paid[quarter, default: 0] &+= yuan
    }
    let due = row.finish == nil ? 0 : row.costYuan
    if sum != due {
      findings.append(
        Finding(
          "DR-738", in: file, line: row.line,
          "payments of \(row.package) sum to \(sum), not \(due)"))
    }
  }
}
