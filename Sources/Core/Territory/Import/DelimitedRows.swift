/// Walks the rows of delimited text. A row ends with its line, but for line feeds within a quoted cell (RFC 4180).
///
/// A quote that is not closed within 64 KiB is taken for a slip: the row then ends with its line.
public struct DelimitedRows {
  /// One row.
  public struct Row {
    /// Its bytes, without the line feed at its end.
    public let bytes: Range<Int>
    /// How many line feeds stand before it in the text.
    public let linesBefore: Int
  }

  private let text: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  private let hasQuotes: Bool
  private let end: Int
  private var position: Int
  /// Line feeds that have been passed.
  public private(set) var lines = 0

  /// Longest quoted cell.
  static let greatestQuoteBytes = 1 << 16

  /// - Parameters:
  ///   - text: of the table.
  ///   - range: where the rows stand; it begins where a row does.
  ///   - hasQuotes: false where there is no quote in the text at all.
  public init(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, delimiter: UInt8, hasQuotes: Bool
  ) {
    self.text = text
    self.delimiter = delimiter
    self.hasQuotes = hasQuotes
    position = range.lowerBound
    end = range.upperBound
  }

  /// The next row; nil at the end.
  public mutating func next() -> Row? {
    guard position < end else { return nil }
    let start = position
    let before = lines
    var stop = start
    var holdsQuote = false
    while stop < end, text[stop] != UInt8(ascii: "\n") {
      if text[stop] == UInt8(ascii: "\"") { holdsQuote = true }
      stop += 1
    }
    if holdsQuote, hasQuotes, let (quoted, feeds) = quotedEnd(from: start) {
      stop = quoted
      lines += feeds
    }
    if stop < end { lines += 1 }
    position = stop + 1
    return Row(bytes: start..<stop, linesBefore: before)
  }

  /// Where a row with quotes ends, and the line feeds within it; nil where a quote is not closed.
  private func quotedEnd(from start: Int) -> (Int, feeds: Int)? {
    var index = start
    var feeds = 0
    while index < end {
      if text[index] == UInt8(ascii: "\"") {
        let limit = min(end, index + Self.greatestQuoteBytes)
        index += 1
        var isClosed = false
        while index < limit {
          if text[index] == UInt8(ascii: "\"") {
            guard index + 1 < end, text[index + 1] == UInt8(ascii: "\"") else {
              isClosed = true
              break
            }
            index += 1
          } else if text[index] == UInt8(ascii: "\n") {
            feeds += 1
          }
          index += 1
        }
        guard isClosed else { return nil }
      }
      while index < end, text[index] != delimiter, text[index] != UInt8(ascii: "\n") { index += 1 }
      if index >= end || text[index] == UInt8(ascii: "\n") { return (index, feeds) }
      index += 1
    }
    return (index, feeds)
  }
}
