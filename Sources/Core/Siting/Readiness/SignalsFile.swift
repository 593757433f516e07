public import Geometry
public import Territory

/// Reads signals of readiness from a user's CSV. A row is of a county (column `adcode`) or of a
/// settlement (column `id`); an empty cell is unknown. Columns, all optional:
///
/// - shares of 0 to 1: `traffic`, `industry`, `transport`, `scenic`, `localSupport`;
/// - the same in native units, full from the book's figure on: `trafficGigabytes`,
///   `industryEmployees`, `transportHubs`, `scenicAreas`;
/// - 0 or 1: `localCommitment`, `power`, `border`, `assisted`.
public struct SignalsFile: Sendable {
  /// Figures from which on native units are full.
  public let fullScores: FullScores
  private let counties: Set<String>
  private let settlements: Set<String>
  private static let adcode = "adcode"
  private static let id = "id"

  /// A reader.
  ///
  /// - Parameters:
  ///   - counties: adcodes that a county's row may name.
  ///   - settlements: ids that a settlement's row may name.
  public init(fullScores: FullScores, counties: Set<String>, settlements: Set<String>) {
    self.fullScores = fullScores
    self.counties = counties
    self.settlements = settlements
  }

  /// The signals of a table.
  ///
  /// - Throws: DR-206 for a number that is none, DR-580 for an unknown column or one that stands
  ///   twice, DR-581 for a value out of range, DR-582 for an unknown code, DR-583 for a place that
  ///   stands twice, DR-584 for a table without rows or signals, DR-585 for a row that names no
  ///   place or two, DR-586 for a signal given as a share and in native units.
  public func signals(in table: CSVTable) throws(UserError) -> PlaceSignals {
    let columns = try columns(table)
    var signals = PlaceSignals()
    for row in table.rows {
      let place = "\(table.name):\(row.line)"
      let (code, isCounty) = try code(row, table)
      let known = isCounty ? signals.counties[code] : signals.settlements[code]
      guard known == nil else {
        throw UserError(
          "DR-583", .badData, at: place, "\(code) stands twice",
          remedy: "give each place one row")
      }
      var own = ReadinessSignals()
      for (column, index) in columns where !row.cells[index].isEmpty {
        let value = try column.value(row, index, table, fullScores)
        guard column.put(value, into: &own) else {
          throw UserError(
            "DR-586", .badData, at: place, "\(column.rawValue) gives a signal that has a value",
            remedy: "give the share or the native units, not both")
        }
      }
      if isCounty { signals.counties[code] = own } else { signals.settlements[code] = own }
    }
    return signals
  }

  private func columns(
    _ table: CSVTable
  ) throws(UserError) -> [(column: SignalColumn, index: Int)] {
    let known = SignalColumn.allCases.map(\.rawValue)
    var columns: [(column: SignalColumn, index: Int)] = []
    for (index, title) in table.header.enumerated() {
      guard table.column(title) == index else {
        throw UserError(
          "DR-580", .badData, at: "\(table.name):1", "column '\(title)' stands twice",
          remedy: "give each signal one column")
      }
      if let column = SignalColumn(rawValue: title) {
        columns.append((column, index))
      } else if title != Self.adcode && title != Self.id {
        throw UserError(
          "DR-580", .badData, at: "\(table.name):1", "unknown column '\(title)'",
          remedy: "use only: adcode or id, \(known.joined(separator: ", "))")
      }
    }
    guard !columns.isEmpty, !table.rows.isEmpty else {
      throw UserError(
        "DR-584", .badData, at: table.name, "there is no signal in the file",
        remedy: "give at least one row and one of: \(known.joined(separator: ", "))")
    }
    return columns
  }

  /// What a row is about: a county or a settlement.
  private func code(
    _ row: CSVTable.Row, _ table: CSVTable
  ) throws(UserError) -> (code: String, isCounty: Bool) {
    func cell(_ title: String) -> String { table.column(title).map { row.cells[$0] } ?? "" }
    let (adcode, id) = (cell(Self.adcode), cell(Self.id))
    let place = "\(table.name):\(row.line)"
    guard adcode.isEmpty != id.isEmpty else {
      throw UserError(
        "DR-585", .badData, at: place,
        adcode.isEmpty ? "the row names no place" : "the row names county \(adcode) and \(id)",
        remedy: "give the adcode of a county or the id of a settlement")
    }
    let isCounty = id.isEmpty
    let code = isCounty ? adcode : id
    guard (isCounty ? counties : settlements).contains(code) else {
      throw UserError(
        "DR-582", .badData, at: place,
        isCounty ? "no county has the adcode '\(code)'" : "no settlement has the id '\(code)'",
        remedy: "take codes from geodata/units/\(isCounty ? "counties" : "settlements").csv")
    }
    return (code, isCounty)
  }
}
