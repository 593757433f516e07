import Geometry
import Scheduling
import Territory

/// Reads the files of a run by name.
struct RunTables {
  let folder: String

  func bytes(_ name: String) throws(UserError) -> [UInt8] {
    try FileAccess.read("\(folder)/\(name)")
  }

  func table(_ name: String) throws(UserError) -> RunTable {
    RunTable(try CSVTable(name: name, bytes: bytes(name)))
  }

  func names() throws(UserError) -> [String] { try Folder.names(folder) }
}

/// A table of a run, its cells by the titles of their columns and as they were before the writer
/// guarded them.
struct RunTable {
  private let table: CSVTable
  private let columns: [String: Int]

  /// One row with its line in the file.
  struct Row {
    let line: Int
    fileprivate let source: CSVTable.Row
  }

  /// Greatest number in a run's tables, more than any budget of a whole schedule; sums of a few of
  /// them stay inside an integer.
  static let greatest =
    ScheduleLimits.greatestBudgetYuan * ScheduleLimits.greatestQuarters

  init(_ table: CSVTable) {
    self.table = table
    columns = Dictionary(
      table.header.enumerated().map { ($0.element, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  var name: String { table.name }

  var header: [String] { table.header }

  var rows: [Row] { table.rows.map { Row(line: $0.line, source: $0) } }

  /// - Throws: DR-205 when there is no such column.
  func text(_ row: Row, _ title: String) throws(UserError) -> String {
    CSVWriter.unguarded(row.source.cells[try column(title)])
  }

  /// - Throws: DR-205, or DR-207 for anything but a whole number from 0 up.
  func count(_ row: Row, _ title: String) throws(UserError) -> Int {
    let value = try table.count(row.source, column(title))
    guard value <= Self.greatest else {
      throw UserError(
        "DR-207", .badData, at: "\(name):\(row.line)", "\(title) is \(value)",
        remedy: "give a whole number up to \(Self.greatest)")
    }
    return value
  }

  private func column(_ title: String) throws(UserError) -> Int {
    if let index = columns[title] { return index }
    return try table.require(title)
  }
}
