public import Geometry
public import Territory

/// Answers a table of questions to path-loss models, one a row.
///
/// Columns: `model`, `freq_ghz`, `distance_m`, `bs_height_m`, `ut_height_m`, `probability_percent`,
/// `building`, `elevation_deg`. What a model does not need may be missing or blank, further columns
/// are kept, and `loss_db` is added, or written anew where it stands.
public struct PathLossTable: Sendable {
  /// Header with `loss_db`.
  public private(set) var header: [String]
  /// Cells of each row with the answer, six decimals.
  public private(set) var rows: [[String]] = []

  /// - Parameter format: writes a loss in dB.
  /// - Throws: DR-205 without `model` or `freq_ghz`, DR-206 for a cell that is not a number, DR-342 for
  ///   an unknown model, DR-343 for an unknown class of building, and what a model refuses; each with
  ///   file and line.
  public init(_ table: CSVTable, format: (Double) -> String) throws(UserError) {
    let columns = try Columns(table)
    header = table.header
    let answer = table.column("loss_db")
    if answer == nil { header.append("loss_db") }
    rows.reserveCapacity(table.rows.count)
    for row in table.rows {
      let query = try columns.query(table, row)
      let loss: Double
      do {
        loss = try query.lossDB()
      } catch {
        throw UserError(
          error.code, error.status, at: "\(table.name):\(row.line)",
          "\(error.place): \(error.problem)", remedy: error.remedy)
      }
      var cells = row.cells
      if let answer { cells[answer] = format(loss) } else { cells.append(format(loss)) }
      rows.append(cells)
    }
  }

  /// The table as comma-separated text; cells as they were given, quoted where they must be.
  public var text: String {
    ([header] + rows).map { $0.map(Self.quoted).joined(separator: ",") + "\n" }.joined()
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return cell }
    return "\""
      + cell.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}

/// Where the columns stand.
private struct Columns {
  let model: Int
  let carrier: Int
  let distance: Int?
  let baseStationHeight: Int?
  let userHeight: Int?
  let probability: Int?
  let building: Int?
  let elevation: Int?

  init(_ table: CSVTable) throws(UserError) {
    model = try table.require("model")
    carrier = try table.require("freq_ghz")
    distance = table.column("distance_m")
    baseStationHeight = table.column("bs_height_m")
    userHeight = table.column("ut_height_m")
    probability = table.column("probability_percent")
    building = table.column("building")
    elevation = table.column("elevation_deg")
  }

  func query(_ table: CSVTable, _ row: CSVTable.Row) throws(UserError) -> PathLossQuery {
    func number(_ column: Int?) throws(UserError) -> Double? {
      guard let column, !row.cells[column].isEmpty else { return nil }
      return try table.number(row, column)
    }
    func unknown(_ code: String, _ what: String, _ cell: String, _ known: [String]) -> UserError {
      UserError(
        code, .badData, at: "\(table.name):\(row.line)", "\(what) '\(cell)' is unknown",
        remedy: "give one of: \(known.joined(separator: ", "))")
    }
    let name = row.cells[model]
    guard let named = PathLossQuery.Model(rawValue: name) else {
      throw unknown("DR-342", "model", name, PathLossQuery.Model.allCases.map(\.rawValue))
    }
    var query = PathLossQuery(named)
    query.carrierGHz = try number(carrier)
    query.distanceMetres = try number(distance)
    query.baseStationHeightMetres = try number(baseStationHeight)
    query.userHeightMetres = try number(userHeight)
    query.probabilityPercent = try number(probability)
    query.elevationDegrees = try number(elevation)
    if let building, !row.cells[building].isEmpty {
      let cell = row.cells[building]
      guard let known = BuildingEntryLossP2109.Building(rawValue: cell) else {
        throw unknown(
          "DR-343", "building", cell, BuildingEntryLossP2109.Building.allCases.map(\.rawValue))
      }
      query.building = known
    }
    return query
  }
}
