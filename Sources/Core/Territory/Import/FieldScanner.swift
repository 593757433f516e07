/// Finds the fields that are wanted in the rows of delimited text, without copying any of it.
///
/// A row is a line: quotes may hold the delimiter, but no line feed. It is the quick way through tables of
/// numbers; text of any kind is read by `CSVTable`.
public struct FieldScanner: Sendable {
  /// Between fields.
  public let delimiter: UInt8
  /// Place of each column among the fields wanted, -1 for a column that is not; as long as the last that is.
  private let places: [Int]
  /// How many fields are wanted.
  public let count: Int

  /// What a row turned out to be.
  public enum Row: Sendable {
    /// Its fields have been found; those beyond its end are empty.
    case fields
    /// Nothing but spaces.
    case blank
    /// A quote is not closed on its line.
    case openQuote
  }

  /// - Parameters:
  ///   - delimiter: a byte below 128 that is no quote and ends no line.
  ///   - columns: of each field wanted its column, nil for one that the table does not have.
  public init(delimiter: UInt8, columns: [Int?]) {
    self.delimiter = delimiter
    count = columns.count
    var places = [Int](repeating: -1, count: (columns.lazy.compactMap(\.self).max() ?? -1) + 1)
    for (place, column) in columns.enumerated() {
      if let column { places[column] = place }
    }
    self.places = places
  }

  /// The delimiter that stands most often in a header: comma, semicolon, tab or bar.
  public static func delimiter(of header: some Collection<UInt8>) -> UInt8 {
    var best = (delimiter: UInt8(ascii: ","), count: 0)
    for delimiter in [",", ";", "\t", "|"].compactMap({ $0.utf8.first }) {
      let count = header.count { $0 == delimiter }
      if count > best.count { best = (delimiter, count) }
    }
    return best.delimiter
  }

  /// Finds the fields of one row.
  ///
  /// - Parameters:
  ///   - text: the row without its line feed.
  ///   - fields: where the fields go, as many as are wanted; without quotes around them.
  public func scan(
    _ text: UnsafeBufferPointer<UInt8>, into fields: inout [UnsafeBufferPointer<UInt8>]
  ) -> Row {
    var cells: Int?
    return scan(text, into: &fields, cells: &cells)
  }

  /// Finds the fields of one row and counts its cells.
  ///
  /// - Parameters:
  ///   - text: the row without its line feed.
  ///   - fields: where the fields go, as many as are wanted; without quotes around them.
  ///   - cells: how many cells the row has; nil, and left so, where nobody asks.
  public func scan(
    _ text: UnsafeBufferPointer<UInt8>, into fields: inout [UnsafeBufferPointer<UInt8>],
    cells: inout Int?
  ) -> Row {
    for place in 0..<count { fields[place] = UnsafeBufferPointer(rebasing: text[0..<0]) }
    var end = text.count
    while end > 0, text[end - 1] <= 0x20, text[end - 1] != delimiter { end -= 1 }
    guard end > 0 else { return .blank }
    var position = 0
    var column = 0
    let isCounting = cells != nil
    while position <= end, isCounting || column < places.count {
      var (start, stop) = (position, position)
      if position < end, text[position] == UInt8(ascii: "\"") {
        start += 1
        guard let close = Self.closingQuote(text, from: start, end) else { return .openQuote }
        stop = close
        position = close + 1
        while position < end, text[position] != delimiter { position += 1 }
      } else {
        while position < end, text[position] != delimiter { position += 1 }
        stop = position
      }
      if column < places.count, places[column] >= 0 {
        fields[places[column]] = UnsafeBufferPointer(rebasing: text[start..<stop])
      }
      position += 1
      column += 1
    }
    if isCounting { cells = column }
    return .fields
  }

  private static func closingQuote(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ end: Int
  ) -> Int? {
    var position = start
    while position < end {
      if text[position] == UInt8(ascii: "\"") {
        guard position + 1 < end, text[position + 1] == UInt8(ascii: "\"") else { return position }
        position += 1
      }
      position += 1
    }
    return nil
  }
}
