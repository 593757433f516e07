public import Geometry

/// A table of other people's that is imported: any encoding, any of the usual delimiters, columns by a
/// book of names. A row is a line; what cannot be read of it is for the import to refuse.
public struct ImportTable: Sendable {
  /// Name shown in errors and reports.
  public let name: String
  /// Which column holds which field.
  public let map: ColumnMap
  /// Rows that are not blank.
  public let rows: [Row]
  private let places: [String: Int]

  /// One row: its line and the cells of the fields.
  public struct Row: Sendable {
    /// Line of the file, from 1.
    public let line: Int
    /// Whether a quote is not closed on the line; the row has no cells then.
    public let isBroken: Bool
    fileprivate let cells: [String]
  }

  /// Reads a file.
  ///
  /// - Throws: as ``DecodedText/init(path:)`` and ``init(_:names:choice:required:)``.
  public init(
    path: String, names: ColumnNames, choice: ColumnChoice = ColumnChoice(), required: [String]
  ) throws(UserError) {
    try self.init(DecodedText(path: path), names: names, choice: choice, required: required)
  }

  /// Reads the rows of a text.
  ///
  /// - Throws: DR-201 for an empty text, DR-260 and DR-261 for a choice that does not fit, DR-266 when
  ///   a field that is required has no column, DR-267 when there is a header and no row.
  public init(
    _ text: DecodedText, names: ColumnNames, choice: ColumnChoice = ColumnChoice(),
    required: [String]
  ) throws(UserError) {
    name = text.name
    let lines = text.bytes.split(
      maxSplits: Int.max, omittingEmptySubsequences: false
    ) { $0 == UInt8(ascii: "\n") }
    guard let first = lines.first, first.contains(where: { $0 > 0x20 }) else {
      throw UserError(
        "DR-201", .badData, at: "\(text.name):1", "the file is empty",
        remedy: "give a table with a header line")
    }
    let delimiter = FieldScanner.delimiter(of: first)
    let width = first.count { $0 == delimiter } + 1
    let titles = Self.cells(first, FieldScanner(delimiter: delimiter, columns: Array(0..<width)))
    let map = try ColumnMap(titles ?? [], file: text.name, names: names, choice: choice)
    for field in required where map.indices[field] == nil && map.constants[field] == nil {
      throw UserError(
        "DR-266", .badData, at: "\(text.name):1", "there is no column for '\(field)'",
        remedy: "name it in the choice of columns; the header has: "
          + map.header.prefix(40).map { String($0.prefix(40)) }.joined(separator: ", "))
    }
    let fields = map.indices.keys.sorted()
    let scanner = FieldScanner(delimiter: delimiter, columns: fields.map { map.indices[$0] })
    var rows: [Row] = []
    for (index, line) in lines.enumerated().dropFirst() {
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      let cells = Self.cells(line, scanner)
      rows.append(Row(line: index + 1, isBroken: cells == nil, cells: cells ?? []))
    }
    guard !rows.isEmpty else {
      throw UserError(
        "DR-267", .badData, at: text.name, "the table has a header and no row",
        remedy: "give at least one row")
    }
    self.map = map
    self.rows = rows
    places = Dictionary(
      fields.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether a field has a column or holds for all rows.
  public func has(_ field: String) -> Bool {
    places[field] != nil || map.constants[field] != nil
  }

  /// A field's cell without spaces around it; what holds for all rows where the cell is empty.
  public func text(_ row: Row, _ field: String) -> String {
    let cell = places[field].flatMap { $0 < row.cells.count ? row.cells[$0] : nil } ?? ""
    return cell.isEmpty ? map.constants[field] ?? "" : cell
  }

  private static func cells(_ line: ArraySlice<UInt8>, _ scanner: FieldScanner) -> [String]? {
    line.withUnsafeBufferPointer { bytes in
      var fields = [UnsafeBufferPointer<UInt8>](
        repeating: UnsafeBufferPointer(rebasing: bytes[0..<0]), count: scanner.count)
      guard scanner.scan(bytes, into: &fields) == .fields else { return nil }
      return fields.map(Self.text)
    }
  }

  private static func text(_ cell: UnsafeBufferPointer<UInt8>) -> String {
    var (start, end) = (0, cell.count)
    while start < end, cell[start] <= 0x20 { start += 1 }
    while end > start, cell[end - 1] <= 0x20 { end -= 1 }
    let text = String(decoding: cell[start..<end], as: UTF8.self)
    return text.utf8.contains(UInt8(ascii: "\"")) ? text.replacing("\"\"", with: "\"") : text
  }
}
