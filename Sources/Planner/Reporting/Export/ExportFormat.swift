/// How layers are written.
public enum ExportFormat: String, CaseIterable, Sendable {
  /// One FeatureCollection (RFC 7946).
  case geoJSON = "geojson"
  /// A feature a line.
  case geoJSONSequence = "geojsonseq"
  /// A table with the geometry as well-known text.
  case csv
  /// GeoPackage 1.3 with styles.
  case geoPackage = "gpkg"
  /// KML 2.2.
  case kml
  /// A QGIS project with a GeoPackage beside it.
  case qgisProject = "qgz"

  /// Whether a file has room for several layers.
  var takesSeveral: Bool {
    switch self {
    case .geoJSON, .geoJSONSequence, .csv: false
    case .geoPackage, .kml, .qgisProject: true
    }
  }

  /// Whether it can go to standard output.
  var isText: Bool { self != .geoPackage && self != .qgisProject }
}
