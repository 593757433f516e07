public import Geometry
public import Territory

/// Where sites stand by another file, in degrees of EPSG:4490, to tell the coordinate system of a table that
/// has sites of the same names.
public struct KnownSites: Sendable {
  /// Position by the site's id.
  let positions: [String: Coordinate]

  /// Reads a table with columns `id`, `lon` and `lat` in degrees, such as an import writes.
  ///
  /// A name that stands at places more than ``RegisterRules/siteMetres`` apart tells nothing and is left out.
  /// - Throws: DR-205 for a missing column, DR-206 for a number that is none, DR-449 when no site is left.
  public init(_ table: CSVTable) throws(UserError) {
    let (id, lon, lat) = (
      try table.require("id"), try table.require("lon"), try table.require("lat")
    )
    var positions: [String: Coordinate] = [:]
    var doubtful: Set<String> = []
    for row in table.rows where !row.cells[id].isEmpty {
      let name = CSVWriter.unguarded(row.cells[id])
      let position = Coordinate(
        longitude: try table.number(row, lon), latitude: try table.number(row, lat))
      guard let first = positions.updateValue(position, forKey: name) else { continue }
      // A degree is 111 km: this is near enough to tell other antennas of a mast from another mast.
      let tolerance = RegisterRules.siteMetres / 111_000
      if abs(first.x - position.x) > 2 * tolerance || abs(first.y - position.y) > tolerance {
        doubtful.insert(name)
      }
    }
    self.positions = positions.filter { !doubtful.contains($0.key) }
    guard !self.positions.isEmpty else {
      throw UserError(
        "DR-449", .badData, at: table.name, "there is no site with an id and one position",
        remedy: "give a register with columns id, lon and lat in degrees of WGS 84 or CGCS2000")
    }
  }

  subscript(id: ArraySlice<UInt8>) -> Coordinate? {
    positions[String(decoding: id, as: UTF8.self)]
  }
}
