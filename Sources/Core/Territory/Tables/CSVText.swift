/// Writes the lines of a CSV table: RFC 4180, UTF-8, a line feed at each line's end.
struct CSVText: Sendable {
  /// What has been written.
  private(set) var bytes: [UInt8] = []

  /// A line of cells as they are, in quotes only where they must be.
  mutating func append(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func append(_ cell: String) {
    let quote = UInt8(ascii: "\"")
    guard cell.utf8.contains(where: Self.needsQuotes) else {
      bytes.append(contentsOf: cell.utf8)
      return
    }
    bytes.append(quote)
    for byte in cell.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r")
  }

  /// Text of other people's with an apostrophe in front where a spreadsheet would run it as a
  /// formula, as every table of a run has it.
  static func guarded(_ text: String) -> String {
    let plain = text.drop { $0 == "'" }
    return plain.utf8.first.map("=+-@\t\r".utf8.contains) == true ? "'" + text : text
  }
}
