/// What can be exported from a run.
public enum ExportLayer: String, CaseIterable, Sendable {
  /// Administrative units, province to town.
  case units
  /// Footprints of settlements.
  case settlements
  /// Present and planned sites.
  case sites
  /// Work packages at their settlements, with quarter and cost.
  case schedule
}

/// How it is written.
public enum ExportFormat: String, CaseIterable, Sendable {
  /// One FeatureCollection (RFC 7946).
  case geoJSON = "geojson"
  /// A feature a line.
  case geoJSONSequence = "geojsonseq"
  /// A table with the geometry as well-known text.
  case csv
  /// GeoPackage 1.3.
  case geoPackage = "gpkg"
}
