import Geometry
import Territory

/// The cells of a file of packages: each by its column's name, empty where the column is missing.
struct PackageCells {
  let table: CSVTable
  private let columns: [String: Int]
  private static let semicolon = UInt8(ascii: ";")
  private static let space = UInt8(ascii: " ")

  init(_ table: CSVTable) {
    self.table = table
    columns = Dictionary(
      table.header.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { $1 })
  }

  /// Nil where there is nothing.
  func text(_ row: CSVTable.Row, _ column: String) -> String? {
    guard let index = columns[column], !row.cells[index].isEmpty else { return nil }
    return row.cells[index]
  }

  /// Parts between semicolons.
  func list(_ row: CSVTable.Row, _ column: String) -> [String] {
    guard let text = text(row, column) else { return [] }
    // Most cells hold one part, and nothing to cut off.
    guard text.utf8.contains(where: { $0 == Self.semicolon || $0 == Self.space }) else {
      return [text]
    }
    return text.split(separator: ";").map {
      String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// - Parameter fallback: of an empty cell; nil where there must be a figure.
  func count(
    _ row: CSVTable.Row, _ column: String, _ range: ClosedRange<Int>, orElse fallback: Int? = 0
  ) throws(UserError) -> Int {
    let text = text(row, column)
    if text == nil, let fallback { return fallback }
    guard let value = Int(text ?? ""), range.contains(value) else {
      throw outOfRange(
        row, column, text ?? "",
        "give a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  func number(
    _ row: CSVTable.Row, _ column: String, _ range: ClosedRange<Double>
  ) throws(UserError) -> Double? {
    guard let text = text(row, column) else { return nil }
    // A range holds no NaN.
    guard let value = Double(text), range.contains(value) else {
      throw outOfRange(
        row, column, text, "give a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  func quarter(_ row: CSVTable.Row, _ column: String) throws(UserError) -> Quarter? {
    guard let text = text(row, column) else { return nil }
    guard let quarter = Quarter(text) else {
      throw unknown(row, column, text, "give a quarter such as 2021Q1")
    }
    return quarter
  }

  func truth(
    _ row: CSVTable.Row, _ column: String, orElse fallback: Bool
  ) throws(UserError) -> Bool {
    guard let text = text(row, column) else { return fallback }
    guard let truth = Bool(text) else {
      throw unknown(row, column, text, "give true or false")
    }
    return truth
  }

  func word<Word: RawRepresentable & CaseIterable>(
    _ row: CSVTable.Row, _ column: String, _ fallback: Word
  ) throws(UserError) -> Word where Word.RawValue == String {
    guard let text = text(row, column) else { return fallback }
    guard let word = Word(rawValue: text) else {
      let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw unknown(row, column, text, "give one of: \(words)")
    }
    return word
  }

  /// `n41:12;n28:3`: stations by band.
  func equipment(_ row: CSVTable.Row) throws(UserError) -> [String: Int] {
    var equipment: [String: Int] = [:]
    for part in list(row, "equipment") {
      let sides = part.split(separator: ":", omittingEmptySubsequences: false)
      guard sides.count == 2, !sides[0].isEmpty, equipment[String(sides[0])] == nil,
        let stations = Int(sides[1]), (0...1_000_000_000).contains(stations)
      else {
        throw unknown(
          row, "equipment", part, "give each band once with its stations, such as n41:12;n28:3")
      }
      equipment[String(sides[0])] = stations
    }
    return equipment
  }

  func unknown(
    _ row: CSVTable.Row, _ column: String, _ text: String, _ remedy: String
  ) -> UserError {
    UserError(
      "DR-653", .badData, at: place(row), "\(column) is '\(text)'", remedy: remedy)
  }

  private func outOfRange(
    _ row: CSVTable.Row, _ column: String, _ text: String, _ remedy: String
  ) -> UserError {
    UserError(
      "DR-654", .badData, at: place(row), "\(column) is '\(text)'", remedy: remedy)
  }

  private func place(_ row: CSVTable.Row) -> String { "\(table.name):\(row.line)" }
}
