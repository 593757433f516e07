import Geometry

/// Where the settlements of a run are drawn: inside the largest part of each footprint.
enum ComparedPositions {
  /// Positions in degrees by id, of a run's settlements.geojson.
  ///
  /// - Throws: `DR-702` when there is none, what the reader of GeoJSON throws.
  static func read(in folder: String) throws(UserError) -> [String: Coordinate] {
    let file = "\(folder)/settlements.geojson"
    var positions: [String: Coordinate] = [:]
    let reader = GeoJSONReader(source: file)
    try reader.forEachFeature(in: FileAccess.read(file)) { feature throws(UserError) in
      guard let id = feature.properties["id"]?.string, let footprint = feature.geometry,
        let largest = footprint.members.max(by: { $0.area < $1.area }), !largest.isEmpty
      else { return }
      positions[id] = try largest.pointOnSurface()
    }
    return positions
  }
}
