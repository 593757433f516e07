public import Geometry

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Finds the table in a text: delimited text with a header line, OpenCellID's cells with or without one, or points
/// of GeoJSON.
public enum DelimitedText {
  /// Titles of OpenCellID's files, which may lack them.
  public static let openCellIDHeader = [
    "radio", "mcc", "net", "area", "cell", "unit", "lon", "lat", "range", "samples", "changeable",
    "created", "updated", "averageSignal",
  ]
  private static let openCellIDRadios: Set<String> = ["GSM", "CDMA", "UMTS", "LTE", "NR", "NBIOT"]

  /// The table.
  ///
  /// - Throws: `DR-201` for an empty text or a header without titles, `DR-203` for a header whose quote is not closed,
  ///   `DR-257` for a first line longer than a MiB; for GeoJSON what its reader throws.
  public static func table(in text: DecodedText) throws(UserError) -> DelimitedTable {
    let first = text.bytes.first { $0 > 0x20 && $0 != 0x1E }
    if first == UInt8(ascii: "{") { return try PointFeatures.table(in: text) }
    let bytes = withLineFeeds(text.bytes)
    let (start, head, rest) = try headerRow(bytes, text.name)
    let delimiter = FieldScanner.delimiter(of: bytes[head])
    let titles = cells(bytes, head, delimiter)
    guard let titles, titles.contains(where: { !$0.isEmpty }) else {
      throw UserError(
        titles == nil ? "DR-203" : "DR-201", .badData, at: "\(text.name):\(start)",
        titles == nil ? "a quoted title is not closed" : "the header has no titles",
        remedy: "give a table with a header line")
    }
    let isHeaderless = isOpenCellID(titles)
    let header = isHeaderless ? openCellIDHeader : titles
    let bodyStart = isHeaderless ? head.lowerBound : rest.offset
    return DelimitedTable(
      name: text.name,
      form: isHeaderless || titles.starts(with: openCellIDHeader.prefix(8))
        ? .openCellID : .delimited,
      encoding: text.encoding, foreignLines: text.foreignLines, header: header,
      delimiter: delimiter, bytes: bytes, bodyStart: bodyStart,
      firstLine: isHeaderless ? start : rest.line, hasQuotes: holdsQuote(bytes, from: bodyStart))
  }

  /// Text whose lines end in carriage returns alone gets line feeds.
  private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
    let hasFeed = bytes.withUnsafeBytes { raw in
      raw.baseAddress.map { memchr($0, 10, raw.count) != nil } ?? false
    }
    guard !hasFeed, bytes.contains(13) else { return bytes }
    return bytes.map { $0 == 13 ? 10 : $0 }
  }

  private static func holdsQuote(_ bytes: [UInt8], from start: Int) -> Bool {
    bytes.withUnsafeBytes { raw in
      guard let base = raw.baseAddress, start < raw.count else { return false }
      return memchr(base + start, 34, raw.count - start) != nil
    }
  }

  /// Line and bytes of the first line that is not blank, and where the text goes on.
  private static func headerRow(
    _ bytes: [UInt8], _ name: String
  ) throws(UserError) -> (line: Int, row: Range<Int>, rest: (offset: Int, line: Int)) {
    var start = 0
    var line = 1
    while start < bytes.count, bytes[start] <= 0x20 {
      if bytes[start] == UInt8(ascii: "\n") { line += 1 }
      start += 1
    }
    guard start < bytes.count else {
      throw UserError(
        "DR-201", .badData, at: "\(name):1", "the file is empty",
        remedy: "give a table with a header line")
    }
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    guard end - start <= DecodedText.greatestHeaderBytes else {
      throw UserError(
        "DR-257", .badData, at: "\(name):\(line)", "the first line is longer than a MiB",
        remedy: "give a table with a header line and a line for each row")
    }
    let delimiter = FieldScanner.delimiter(of: bytes[start..<end])
    return bytes.withUnsafeBufferPointer { text in
      var rows = DelimitedRows(text, start..<text.count, delimiter: delimiter, hasQuotes: true)
      let row = rows.next()?.bytes ?? start..<end
      return (line, row, (min(row.upperBound + 1, text.count), line + rows.lines))
    }
  }

  /// Titles, spaces around them and line feeds within left out; nil for a quote that is not closed.
  private static func cells(_ bytes: [UInt8], _ row: Range<Int>, _ delimiter: UInt8) -> [String]? {
    bytes.withUnsafeBufferPointer { text in
      let row = UnsafeBufferPointer(rebasing: text[row])
      var none: [UnsafeBufferPointer<UInt8>] = []
      var count: Int? = 0
      let counter = FieldScanner(delimiter: delimiter, columns: [])
      guard case .fields = counter.scan(row, into: &none, cells: &count), let count else {
        return nil
      }
      var fields = [UnsafeBufferPointer<UInt8>](repeating: row, count: count)
      _ = FieldScanner(delimiter: delimiter, columns: Array(0..<count)).scan(row, into: &fields)
      return fields.map { field in
        String(decoding: field, as: UTF8.self).split(whereSeparator: \.isWhitespace)
          .joined(separator: " ")
      }
    }
  }

  private static func isOpenCellID(_ cells: [String]) -> Bool {
    cells.count == openCellIDHeader.count && openCellIDRadios.contains(cells[0])
      && cells[1...9].allSatisfy { $0.isEmpty || Double($0) != nil }
  }
}
