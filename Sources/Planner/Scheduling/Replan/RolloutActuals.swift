public import Geometry
public import Territory

/// What has happened of a rollout, read from comma-separated text: `id`, `started` and `finished` are needed,
/// `mode`, `cost_yuan` and, for people, `name` and `note` may be there.
public struct RolloutActuals: Sendable {
  /// One package that was begun.
  public struct Entry: Hashable, Sendable {
    /// File and line, for errors.
    public let place: String
    /// Id of the package.
    public let id: String
    /// Quarter in which it was begun.
    public let started: Quarter
    /// Last quarter of its building, or the one now expected; nil while it is under way and nobody knows.
    public let finished: Quarter?
    /// How it was built; nil for as planned.
    public let mode: String?
    /// Whole yuan in all; nil for as planned.
    public let costYuan: Int?
  }

  /// In the order of the rows.
  public let entries: [Entry]

  private static let needed = ["id", "started", "finished"]
  private static let further = ["mode", "cost_yuan", "name", "note"]

  /// Reads text; the name is for errors.
  ///
  /// - Throws: the table's errors (`DR-201` to `DR-205`); `DR-653` for a word or quarter that is none, `DR-654`
  ///   for a cost out of range, `DR-671` for an id that is missing or stands twice, or a column that is
  ///   unknown or stands twice, `DR-672` for quarters that contradict; all with the line.
  public init(name: String, bytes: [UInt8]) throws(UserError) {
    let table = try CSVTable(name: name, bytes: bytes)
    for column in Self.needed { _ = try table.require(column) }
    try Self.checkColumns(table)
    let cells = PackageCells(table)
    var entries: [Entry] = []
    var lines: [String: Int] = [:]
    for row in table.rows {
      let entry = try Self.entry(row, cells)
      if let line = lines.updateValue(row.line, forKey: entry.id) {
        throw UserError(
          "DR-671", .badData, at: entry.place, "'\(entry.id)' stands in line \(line) too",
          remedy: "give every package one row")
      }
      entries.append(entry)
    }
    self.entries = entries
  }

  /// A misspelt column would be taken for one that is not there, and its money or mode for as planned.
  private static func checkColumns(_ table: CSVTable) throws(UserError) {
    var seen = Set<String>()
    for column in table.header {
      let isKnown = (needed + further).contains(column)
      guard isKnown, seen.insert(column).inserted else {
        throw UserError(
          "DR-671", .badData, at: "\(table.name):1",
          "the column '\(column)' \(isKnown ? "stands twice" : "is unknown")",
          remedy: "use once each: \((needed + further).joined(separator: ", "))")
      }
    }
  }

  private static func entry(
    _ row: CSVTable.Row, _ cells: PackageCells
  ) throws(UserError) -> Entry {
    let place = "\(cells.table.name):\(row.line)"
    guard let id = cells.text(row, "id") else {
      throw UserError(
        "DR-671", .badData, at: place, "a row has no id", remedy: "give the package's id")
    }
    guard let started = try cells.quarter(row, "started") else {
      throw UserError(
        "DR-672", .badData, at: place, "'\(id)' has no quarter of its start",
        remedy: "give it, or leave out the row: what is not begun has none")
    }
    let finished = try cells.quarter(row, "finished")
    if let finished, finished < started {
      throw UserError(
        "DR-672", .badData, at: place, "'\(id)' finished in \(finished), before \(started)",
        remedy: "give a finish that is not before the start")
    }
    let mode = cells.text(row, "mode")
    if let mode, PowerSupply(rawValue: mode) == nil {
      throw cells.unknown(row, "mode", mode, "give one of: \(PowerSupply.words)")
    }
    var costYuan: Int?
    if cells.text(row, "cost_yuan") != nil {
      costYuan = try cells.count(row, "cost_yuan", 0...ResourceUse.greatestAmount / 10)
    }
    return Entry(
      place: place, id: id, started: started, finished: finished, mode: mode, costYuan: costYuan)
  }
}
