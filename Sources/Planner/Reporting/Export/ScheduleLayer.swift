import Geometry
import Territory

/// The work packages of a run as points inside their settlements.
struct ScheduleLayer {
  let folder: String

  /// One feature a package.
  ///
  /// - Parameter settlements: features with the settlements' footprints.
  func features(at settlements: [GeoJSONFeature]) throws(UserError) -> [GeoJSONFeature] {
    let places = try places(settlements)
    let table = try CSVTable(
      name: "\(folder)/schedule.csv", bytes: FileAccess.read("\(folder)/schedule.csv"))
    let settlement = try table.require("settlement")
    let whole: Set<String> = ["cost_yuan", "stations"]
    var features: [GeoJSONFeature] = []
    features.reserveCapacity(table.rows.count)
    for row in table.rows {
      var properties = JSONObject()
      for (index, title) in table.header.enumerated() {
        let cell = row.cells[index]
        if cell.isEmpty {
          properties.append(title, .null)
        } else if whole.contains(title) {
          properties.append(title, .int(try table.count(row, index)))
        } else if title == "mode_yuan", let yuan = Int(cell) {
          // What a cheaper way of building spares is below nothing.
          properties.append(title, .int(yuan))
        } else {
          properties.append(title, .string(CSVWriter.unguarded(cell)))
        }
      }
      features.append(
        GeoJSONFeature(geometry: places[row.cells[settlement]], properties: properties))
    }
    return features
  }

  /// A point on each settlement's footprint, by id.
  private func places(_ settlements: [GeoJSONFeature]) throws(UserError) -> [String: Geometry] {
    // Steps of a micro-degree, about a decimetre, so that every format has the same point.
    let grid = 1e6
    var places: [String: Geometry] = [:]
    for feature in settlements {
      guard let id = feature.properties["id"]?.string, let geometry = feature.geometry else {
        continue
      }
      let point = try geometry.pointOnSurface()
      places[id] = try Geometry.point(
        Coordinate(x: (point.x * grid).rounded() / grid, y: (point.y * grid).rounded() / grid))
    }
    return places
  }
}
