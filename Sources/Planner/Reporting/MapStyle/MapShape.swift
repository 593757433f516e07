public import Geometry

/// What shape the features of a table have.
public enum MapShape: String, Sendable {
  /// Single points.
  case points
  /// Lines and sets of lines.
  case lines
  /// Polygons and sets of polygons.
  case areas
  /// Sets of points, and collections.
  case mixed

  /// The shape of a geometry; nil without one.
  public init?(_ geometry: Geometry?) {
    guard let geometry else { return nil }
    switch geometry.type {
    case .point: self = .points
    case .lineString, .multiLineString: self = .lines
    case .polygon, .multiPolygon: self = .areas
    case .multiPoint, .collection: self = .mixed
    }
  }
}
