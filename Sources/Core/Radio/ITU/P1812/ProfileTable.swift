public import Geometry
public import Territory

/// A path profile as a table: `distance_km`, `terrain_m`, and where known `clutter_m` and `zone`.
public struct ProfileTable: Sendable {
  private let table: CSVTable

  /// A profile's table.
  public init(_ table: CSVTable) { self.table = table }

  /// The profile.
  ///
  /// - Throws: DR-205 for a missing column, DR-206 for a number that is none, DR-332 for points that
  ///   are no profile, DR-385 for an unknown zone.
  public func profile() throws(UserError) -> PathProfile {
    let distance = try numbers(table.require("distance_km"))
    let terrain = try numbers(table.require("terrain_m"))
    var clutter: [Double] = []
    if let column = table.column("clutter_m") { clutter = try numbers(column) }
    var zones: [RadioClimaticZone] = []
    if let column = table.column("zone") {
      for row in table.rows { zones.append(try zone(row, column)) }
    }
    return try PathProfile(
      distancesKilometres: distance, terrainMetres: terrain, clutterMetres: clutter, zones: zones)
  }

  private func numbers(_ column: Int) throws(UserError) -> [Double] {
    var numbers: [Double] = []
    for row in table.rows { numbers.append(try table.number(row, column)) }
    return numbers
  }

  private func zone(_ row: CSVTable.Row, _ column: Int) throws(UserError) -> RadioClimaticZone {
    if let code = UInt8(row.cells[column]), let zone = RadioClimaticZone(rawValue: code) {
      return zone
    }
    throw UserError(
      "DR-385", .badData, at: "\(table.name):\(row.line)", "zone is '\(row.cells[column])'",
      remedy: "give 1 (sea), 3 (coastal land) or 4 (inland)")
  }
}
