public import Geometry

/// A table read from comma-separated text (RFC 4180): quoted cells, doubled quotes, LF or CRLF, an
/// optional UTF-8 byte order mark. Every error names file and line.
public struct CSVTable: Sendable {
  /// Name shown in errors.
  public let name: String
  /// Titles of the columns.
  public let header: [String]
  /// Cells by row, each row as long as the header.
  public let rows: [Row]

  /// One row and the line of the file it starts on.
  public struct Row: Sendable {
    /// Line on which the row starts, from 1.
    public let line: Int
    /// As many as the header has.
    public let cells: [String]
  }

  /// Parses the bytes.
  ///
  /// - Throws: DR-201 when there is no header, DR-202 when a row's length differs from the
  ///   header's, DR-203 when a quote is not closed, DR-204 when the text is not UTF-8 or holds a NUL.
  public init(name: String, bytes: some Collection<UInt8>) throws(UserError) {
    var scanner = try CSVScanner(name: name, bytes: Array(bytes))
    guard let first = try scanner.nextRow(), first.cells.contains(where: { !$0.isEmpty }) else {
      throw UserError(
        "DR-201", .badData, at: "\(name):1", "the file is empty",
        remedy: "give a CSV file with a header line")
    }
    var rows: [Row] = []
    while let row = try scanner.nextRow() {
      if row.cells.count == 1, row.cells[0].isEmpty { continue }
      guard row.cells.count == first.cells.count else {
        throw UserError(
          "DR-202", .badData, at: "\(name):\(row.line)",
          "the row has \(row.cells.count) cells, the header \(first.cells.count)",
          remedy: "give every row as many cells as the header has")
      }
      rows.append(row)
    }
    self.name = name
    self.header = first.cells
    self.rows = rows
  }

  /// Index of a column, nil where the header lacks it.
  public func column(_ title: String) -> Int? { header.firstIndex(of: title) }

  /// Index of a column that must be there.
  ///
  /// - Throws: DR-205, listing the columns there are.
  public func require(_ title: String) throws(UserError) -> Int {
    if let index = column(title) { return index }
    throw UserError(
      "DR-205", .badData, at: "\(name):1", "column '\(title)' is missing",
      remedy: "name it in the header, which has: \(header.joined(separator: ", "))")
  }

  /// A cell as a finite number.
  ///
  /// - Throws: DR-206 for anything else, NaN and infinities included.
  public func number(_ row: Row, _ column: Int) throws(UserError) -> Double {
    if let value = Double(row.cells[column]), value.isFinite { return value }
    throw UserError(
      "DR-206", .badData, at: "\(name):\(row.line)",
      "\(header[column]) is '\(row.cells[column])'", remedy: "give a finite number")
  }

  /// A cell as a whole number that is not negative.
  ///
  /// - Throws: DR-207 for anything else.
  public func count(_ row: Row, _ column: Int) throws(UserError) -> Int {
    if let value = Int(row.cells[column]), value >= 0 { return value }
    throw UserError(
      "DR-207", .badData, at: "\(name):\(row.line)",
      "\(header[column]) is '\(row.cells[column])'",
      remedy: "give a whole number that is not negative")
  }
}

/// Walks the bytes of a CSV file, one row at a time.
private struct CSVScanner {
  let name: String
  let bytes: [UInt8]
  var offset = 0
  var line = 1

  init(name: String, bytes: [UInt8]) throws(UserError) {
    self.name = name
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  mutating func nextRow() throws(UserError) -> CSVTable.Row? {
    guard offset < bytes.count else { return nil }
    let start = line
    var cells: [String] = []
    while true {
      let (cell, isLast) = try nextCell(rowLine: start)
      cells.append(cell)
      if isLast { return CSVTable.Row(line: start, cells: cells) }
    }
  }

  private mutating func nextCell(rowLine: Int) throws(UserError) -> (String, isLast: Bool) {
    var text: [UInt8] = []
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
      offset += 1
      try readQuoted(into: &text, rowLine: rowLine)
    }
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      switch byte {
      case UInt8(ascii: ","):
        return (try decode(text, rowLine), false)
      case UInt8(ascii: "\n"):
        line += 1
        return (try decode(text, rowLine), true)
      case UInt8(ascii: "\r") where offset == bytes.count || bytes[offset] == UInt8(ascii: "\n"):
        continue
      default:
        text.append(byte)
      }
    }
    return (try decode(text, rowLine), true)
  }

  private mutating func readQuoted(into text: inout [UInt8], rowLine: Int) throws(UserError) {
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\"") {
        guard offset < bytes.count, bytes[offset] == byte else { return }
        offset += 1
      } else if byte == UInt8(ascii: "\n") {
        line += 1
      }
      text.append(byte)
    }
    throw UserError(
      "DR-203", .badData, at: "\(name):\(rowLine)", "a quoted cell is not closed",
      remedy: "end it with a quotation mark")
  }

  private func decode(_ text: [UInt8], _ rowLine: Int) throws(UserError) -> String {
    if !text.contains(0), let cell = String(validating: text, as: UTF8.self) { return cell }
    throw UserError(
      "DR-204", .badData, at: "\(name):\(rowLine)", "a cell is not UTF-8 text",
      remedy: "save the file as UTF-8")
  }
}
