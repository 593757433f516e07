import Geometry
import Territory

/// Finds the county that a position lies in, among those of the regions asked for: lines ask for every piece.
struct CountyFinder: Sendable {
  private let counties: [(adcode: String, geometry: Geometry, box: BoundingBox)]

  init(_ scene: Scene) throws(UserError) {
    counties = try scene.boundaries.polygons(.county, in: scene.gazetteer, where: scene.isAsked)
      .map { ($0.adcode, $0.geometry, $0.geometry.envelope) }
  }

  /// Adcode of the county; nil where none of them is drawn.
  func county(_ position: Coordinate) -> String? {
    counties.first { $0.box.contains(position) && $0.geometry.contains(position) }?.adcode
  }
}

extension Scene {
  /// Whether a county, nil for none, lies in the regions asked for.
  func isAsked(_ county: String?) -> Bool {
    guard !regions.isEmpty else { return true }
    guard let county else { return false }
    return gazetteer.lineage(of: county).contains { regions.contains($0) }
  }
}
