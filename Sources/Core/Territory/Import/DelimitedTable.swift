/// A table of delimited text whose rows are looked at where they stand.
public struct DelimitedTable: Sendable {
  /// What the file was.
  public enum Form: String, Sendable {
    /// Text with a header line.
    case delimited
    /// Cells as OpenCellID gives them out.
    case openCellID
    /// Features of GeoJSON; a row's line is the feature's number + 1.
    case geoJSON
  }

  /// Name shown in errors.
  public let name: String
  /// What the file was.
  public let form: Form
  /// How it was written.
  public let encoding: TextEncoding
  /// Lines that were in GB18030 among lines in UTF-8.
  public let foreignLines: Int
  /// Titles of the columns.
  public let header: [String]
  /// Between cells.
  public let delimiter: UInt8
  /// The text in UTF-8, header and rows.
  public let bytes: [UInt8]
  /// Where the rows begin.
  let bodyStart: Int
  /// Line of the file on which the first row stands.
  public let firstLine: Int
  /// Whether there is a quote anywhere in the rows.
  public let hasQuotes: Bool

  /// The table of the book of columns that knows the titles of sites of this form.
  public var bookOfSites: String { form == .openCellID ? "opencellid" : "sites" }

  /// Bytes that a task reads at once.
  private static let blockBytes = 4 << 20

  /// Ranges of rows for several threads: each begins where a row does, at places that depend on the text alone.
  public func blocks() -> [Range<Int>] {
    bytes.withUnsafeBufferPointer { text in
      guard hasQuotes else {
        return TextBlocks.ranges(
          UnsafeRawBufferPointer(text), from: bodyStart, byteCount: Self.blockBytes)
      }
      var ranges: [Range<Int>] = []
      var start = bodyStart
      var rows = DelimitedRows(
        text, bodyStart..<bytes.count, delimiter: delimiter, hasQuotes: true)
      while let row = rows.next() {
        let end = min(row.bytes.upperBound + 1, bytes.count)
        guard end - start >= Self.blockBytes || end == bytes.count else { continue }
        ranges.append(start..<end)
        start = end
      }
      return ranges
    }
  }
}
