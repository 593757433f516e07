public import Geometry

/// How a table of positions of towns is taken.
public struct TownPositionSettings: Hashable, Sendable {
  /// What the positions come in; it is stated, never guessed.
  public var system: CoordinateSystem
  /// Whether positions from the gazetteer are replaced too, and not just modelled ones.
  public var replacesEstimated: Bool
  /// Whether a row that is refused ends the import.
  public var isStrict: Bool

  /// Settings.
  public init(system: CoordinateSystem, replacesEstimated: Bool = false, isStrict: Bool = false) {
    self.system = system
    self.replacesEstimated = replacesEstimated
    self.isStrict = isStrict
  }

  /// Fields of longitude or easting and of latitude or northing that hold the system's positions, the
  /// first that a table has.
  var fields: [(x: String, y: String)] {
    switch system {
    case .wgs84, .cgcs2000, .epsg(4326), .epsg(4490):
      [("lon_wgs84", "lat_wgs84"), ("lon", "lat")]
    case .gcj02: [("lon_gcj02", "lat_gcj02"), ("lon", "lat")]
    case .bd09: [("lon_bd09", "lat_bd09"), ("lon", "lat")]
    case .epsg: [("lon", "lat")]
    }
  }
}
