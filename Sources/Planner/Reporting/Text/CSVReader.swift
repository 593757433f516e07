public import Geometry

/// One line of a CSV table, its cells by the header's names.
public struct CSVRow: Sendable {
  /// Number of the line in the file on which the row begins; the header is line 1.
  public let line: Int
  private let cells: [String]
  private let columns: [String: Int]

  fileprivate init(line: Int, cells: [String], columns: [String: Int]) {
    self.line = line
    self.cells = cells
    self.columns = columns
  }

  /// The cell under the header; nil when there is no such column.
  public subscript(column: String) -> String? { columns[column].map { cells[$0] } }
}

/// Reads what ``CSVWriter`` writes, and any other table of RFC 4180 with a header.
public enum CSVReader {
  /// The rows after the header.
  ///
  /// - Throws: `DR-701` with file and line: no header, a quote that is not closed, or a line with
  ///   more or fewer cells than the header.
  public static func rows(_ bytes: [UInt8], file: String) throws(UserError) -> [CSVRow] {
    var records = try records(bytes, file: file)[...]
    guard let header = records.popFirst() else {
      throw UserError(
        "DR-701", .badData, at: file, "the table is empty", remedy: "give a table with a header")
    }
    var columns: [String: Int] = [:]
    for (index, name) in header.cells.enumerated() { columns[name] = index }
    var rows: [CSVRow] = []
    rows.reserveCapacity(records.count)
    for record in records {
      guard record.cells.count == header.cells.count else {
        throw UserError(
          "DR-701", .badData, at: "\(file):\(record.line)",
          "\(record.cells.count) cells, but the header has \(header.cells.count)",
          remedy: "give every line as many cells as the header")
      }
      rows.append(CSVRow(line: record.line, cells: record.cells, columns: columns))
    }
    return rows
  }

  private struct Record {
    let line: Int
    var cells: [String] = []
  }

  private static func records(_ bytes: [UInt8], file: String) throws(UserError) -> [Record] {
    let quote = UInt8(ascii: "\"")
    var records: [Record] = []
    var record = Record(line: 1)
    var cell: [UInt8] = []
    var line = 1
    var isQuoted = false
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0

    func endCell() {
      let text = String(decoding: cell, as: UTF8.self)
      let isGuarded = text.first == "'" && CSVWriter.isFormula(text.dropFirst())
      record.cells.append(isGuarded ? String(text.dropFirst()) : text)
      cell.removeAll(keepingCapacity: true)
    }

    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\n") { line += 1 }
      if isQuoted {
        if byte != quote {
          cell.append(byte)
        } else if index < bytes.count, bytes[index] == quote {
          cell.append(quote)
          index += 1
        } else {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case quote where cell.isEmpty: isQuoted = true
      case UInt8(ascii: ","): endCell()
      case UInt8(ascii: "\r") where index < bytes.count && bytes[index] == UInt8(ascii: "\n"): break
      case UInt8(ascii: "\n"):
        endCell()
        records.append(record)
        record = Record(line: line)
      default: cell.append(byte)
      }
    }
    guard !isQuoted else {
      throw UserError(
        "DR-701", .badData, at: "\(file):\(record.line)", "a quoted cell is not closed",
        remedy: "close the cell with a double quote")
    }
    if !cell.isEmpty || !record.cells.isEmpty {
      endCell()
      records.append(record)
    }
    return records
  }
}
