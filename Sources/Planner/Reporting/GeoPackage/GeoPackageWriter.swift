public import Geometry

/// Writes one table of any features as a GeoPackage in CGCS2000 (EPSG:4490), without a style.
public struct GeoPackageWriter: Sendable {
  private let layer: String
  private let columns: [AttributeColumn]

  /// A writer of one table; the columns are those of the features, in order of first appearance.
  public init(layer: String, features: [GeoJSONFeature]) {
    self.layer = layer
    columns = AttributeColumn.columns(of: features)
  }

  /// Writes the file whole or not at all.
  ///
  /// - Throws: DR-703 when it cannot be written.
  public func write(_ features: [GeoJSONFeature], to path: String) throws(UserError) {
    try GeoPackageFile.write(to: path) { file in
      let table = try file.begin(
        GeoPackageTable(name: layer, description: "", shape: .mixed, columns: columns))
      for feature in features { try table.insert(feature) }
    }
  }
}
