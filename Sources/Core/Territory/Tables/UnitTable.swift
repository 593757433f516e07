public import Geometry

/// One table of `units/` whose cells can be changed; it is written as it was read.
public struct UnitTable: Sendable {
  /// Place in geodata: `units/towns.csv`.
  public let file: String
  /// Titles of the columns.
  public let header: [String]
  /// Cells by row, each row as long as the header.
  public internal(set) var rows: [[String]]
  private let name: String

  /// Reads a table of geodata.
  ///
  /// - Throws: as ``Geodata/table(_:)``.
  public init(_ geodata: Geodata, _ file: String) throws(UserError) {
    let table = try geodata.table(file)
    self.file = file
    name = table.name
    header = table.header
    rows = table.rows.map(\.cells)
  }

  /// Index of a column that must be there.
  ///
  /// - Throws: DR-205.
  public func column(_ title: String) throws(UserError) -> Int {
    if let index = header.firstIndex(of: title) { return index }
    throw UserError(
      "DR-205", .badData, at: "\(name):1", "column '\(title)' is missing",
      remedy: "name it in the header, which has: \(header.joined(separator: ", "))")
  }

  /// The cells of a column.
  public func texts(_ title: String) throws(UserError) -> [String] {
    let column = try column(title)
    return rows.map { $0[column] }
  }

  /// The whole numbers of a column.
  ///
  /// - Throws: DR-207 for a cell that is none.
  public func counts(_ title: String) throws(UserError) -> [Int] {
    let column = try column(title)
    var counts: [Int] = []
    counts.reserveCapacity(rows.count)
    for (index, row) in rows.enumerated() {
      guard let value = Int(row[column]), value >= 0 else {
        throw UserError(
          "DR-207", .badData, at: "\(name):\(index + 2)", "\(title) is '\(row[column])'",
          remedy: "give a whole number that is not negative")
      }
      counts.append(value)
    }
    return counts
  }

  /// Puts whole numbers into a column.
  mutating func set(_ title: String, _ values: [Int]) throws(UserError) {
    let column = try column(title)
    for index in rows.indices { rows[index][column] = String(values[index]) }
  }

  /// Puts texts into a column.
  mutating func set(_ title: String, texts: [String]) throws(UserError) {
    let column = try column(title)
    for index in rows.indices { rows[index][column] = texts[index] }
  }

  /// The table as it is written.
  public var bytes: [UInt8] {
    var table = CSVWriter(header: header)
    for row in rows { table.append(row.map { .raw($0) }) }
    return table.bytes
  }
}
