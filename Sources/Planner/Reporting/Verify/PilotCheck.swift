import Geometry
import Scheduling
import Territory

/// What pilots.csv says against schedule.csv: a pilot stands when the last of its packages does, and by its date
/// where it says so.
struct PilotRows {
  struct Row {
    let line: Int
    let id: String
    let by: String
    let state: String
    let quarter: String
    let packages: [String]
  }

  let name: String
  private(set) var rows: [Row] = []

  init(_ table: RunTable) throws(UserError) {
    name = table.name
    for row in table.rows {
      rows.append(
        Row(
          line: row.line, id: try table.text(row, "id"), by: try table.text(row, "by"),
          state: try table.text(row, "state"), quarter: try table.text(row, "quarter"),
          packages: try table.text(row, "packages").split(separator: ";").map(String.init)))
    }
  }

  func findings(_ schedule: ScheduleRows) -> [Finding] {
    let finishes = Dictionary(
      schedule.rows.map { ($0.package, $0.span?.upperBound) },
      uniquingKeysWith: { first, _ in first }
    )
    return rows.compactMap { row in
      problem(row, finishes).map {
        Finding("DR-932", in: name, line: row.line, "pilot \(row.id) \($0)")
      }
    }
  }

  private func problem(_ row: Row, _ finishes: [String: Quarter?]) -> String? {
    guard let by = Quarter(row.by), let state = PilotState(rawValue: row.state) else {
      return "is '\(row.state)' by '\(row.by)'"
    }
    guard row.packages.allSatisfy({ finishes[$0] != nil }) else {
      return "needs a package that is not in the schedule"
    }
    let known = row.packages.map { finishes[$0] ?? nil }
    let last = known.contains(nil) ? nil : known.compactMap(\.self).max()
    let expected: PilotState =
      row.packages.isEmpty
      ? .met : last.map { $0 <= by ? PilotState.planned : .late } ?? PilotState.missed
    guard state == expected else {
      return "is \(state.rawValue), but \(expected.rawValue) by \(by)"
    }
    guard row.quarter == last?.description ?? "" else {
      return "stands in '\(row.quarter)', its packages in '\(last?.description ?? "")'"
    }
    return nil
  }
}

/// What decisions.csv says against schedule.csv: every decision is one of a scheduled package, and is due no later
/// than its last quarter ends.
struct DecisionRows {
  struct Row {
    let line: Int
    let package: String
    let finish: String
    let decideBy: String
  }

  let name: String
  private(set) var rows: [Row] = []

  init(_ table: RunTable) throws(UserError) {
    name = table.name
    for row in table.rows {
      rows.append(
        Row(
          line: row.line, package: try table.text(row, "package"),
          finish: try table.text(row, "finish"), decideBy: try table.text(row, "decide_by")))
    }
  }

  func findings(_ schedule: ScheduleRows) -> [Finding] {
    let spans = Dictionary(
      schedule.rows.map { ($0.package, $0.span) }, uniquingKeysWith: { first, _ in first })
    return rows.compactMap { row in
      func finding(_ problem: String) -> Finding {
        Finding("DR-933", in: name, line: row.line, "a decision of \(row.package) \(problem)")
      }
      guard let span = spans[row.package] ?? nil else { return finding("is not scheduled") }
      guard row.finish == span.upperBound.description else {
        return finding("says that it finishes in '\(row.finish)', not \(span.upperBound)")
      }
      guard let day = CivilDay(row.decideBy), day >= CivilDay(firstOf: span.lowerBound),
        day <= CivilDay(firstOf: span.upperBound.advanced(by: 1))
      else { return finding("is due on '\(row.decideBy)', outside its quarters") }
      return nil
    }
  }
}

/// The tables that only a run with pilots or decisions has: one that lists them cannot hide them.
enum PilotCheck {
  static func findings(
    _ manifest: Manifest, in files: RunTables, _ schedule: ScheduleRows
  ) throws(UserError) -> [Finding] {
    var findings: [Finding] = []
    let names = Set(manifest.outputs.map(\.path))
    if names.contains(PilotFiles.name) {
      findings += try PilotRows(files.table(PilotFiles.name)).findings(schedule)
    }
    if names.contains(DecisionTable.name) {
      findings += try DecisionRows(files.table(DecisionTable.name)).findings(schedule)
    }
    return findings
  }
}
