/// One cell of a CSV table.
public enum CSVCell: Hashable, Sendable {
  /// Free text; guarded against being taken for a formula by a spreadsheet.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A number with exactly so many decimals (0 to 9); empty when it is not finite.
  case decimal(Double, decimals: Int)
  /// A value that is already written as it shall stand, such as a number in its shortest form.
  case raw(String)
  /// Nothing is known, or nothing applies.
  case empty

  /// Text, or an empty cell.
  public static func text(orEmpty text: String?) -> CSVCell { text.map(CSVCell.text) ?? .empty }
}

/// Writes a table as RFC 4180 has it, in UTF-8, with a line feed at each line's end.
///
/// Text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return gets an apostrophe in front,
/// so that no spreadsheet runs it as a formula; so does such text behind apostrophes, so that
/// ``unguarded(_:)`` gives every text back. Numbers are written as they are.
public struct CSVWriter: Sendable {
  /// The table so far, UTF-8.
  public private(set) var bytes: [UInt8] = []
  private let columns: Int

  /// A table with its header.
  public init(header: [String]) {
    columns = header.count
    append(header.map(CSVCell.text))
  }

  /// Lines without a header, for another thread to fill and `append` to take.
  public func part() -> CSVWriter {
    var part = self
    part.bytes = []
    return part
  }

  /// Adds the lines of a part.
  public mutating func append(_ part: CSVWriter) { bytes.append(contentsOf: part.bytes) }

  /// Adds a line. There must be as many cells as columns.
  public mutating func append(_ cells: [CSVCell]) {
    precondition(cells.count == columns, "\(cells.count) cells for \(columns) columns")
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func append(_ cell: CSVCell) {
    switch cell {
    case .text(let text): append(text: text)
    case .integer(let value): bytes.append(contentsOf: String(value).utf8)
    case .decimal(let value, let decimals):
      bytes.append(contentsOf: DecimalText.fixed(value, decimals: decimals).utf8)
    case .raw(let text): append(quoted: text)
    case .empty: break
    }
  }

  private mutating func append(text: String) {
    append(quoted: Self.isFormula(text.drop { $0 == "'" }) ? "'\(text)" : text)
  }

  private mutating func append(quoted guarded: String) {
    let quote = UInt8(ascii: "\"")
    guard guarded.utf8.contains(where: Self.needsQuotes) else {
      bytes.append(contentsOf: guarded.utf8)
      return
    }
    bytes.append(quote)
    for byte in guarded.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  /// The text of a cell as it was before it was guarded against being taken for a formula.
  public static func unguarded(_ cell: String) -> String {
    guard cell.first == "'", isFormula(cell.drop { $0 == "'" }) else { return cell }
    return String(cell.dropFirst())
  }

  private static func isFormula(_ text: Substring) -> Bool {
    text.utf8.first.map("=+-@\t\r".utf8.contains) ?? false
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r")
  }
}
