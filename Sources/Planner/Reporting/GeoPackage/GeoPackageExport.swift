import Geometry

/// Writes layers of a run as tables of one GeoPackage, styled for QGIS.
struct GeoPackageExport {
  private let source: LayerSource

  init(_ source: LayerSource) { self.source = source }

  /// Writes the file and says what is in it.
  func write(to path: String) throws(UserError) -> [(table: ExportTable, extent: BoundingBox)] {
    var written: [(table: ExportTable, extent: BoundingBox)] = []
    try GeoPackageFile.write(to: path, system: source.system) { file in
      for layer in source.layers {
        let tables = try source.tables(layer)
        let inserters = try tables.map { try file.begin(described($0)) }
        try source.forEachFeature(layer, of: tables) { (feature, table) throws(UserError) in
          try inserters[table].insert(feature)
        }
        written += zip(tables, inserters).map { ($0, $1.extent) }
      }
    }
    return written
  }

  private func described(_ table: ExportTable) -> GeoPackageTable {
    GeoPackageTable(
      name: table.name,
      description: source.system.warning.map { "\(table.title). \($0)" } ?? table.title,
      shape: table.shape, columns: table.columns,
      style: QGISStyle(table.style, table.shape).document())
  }
}
