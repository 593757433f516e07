import Geometry

/// Writes layers of a run as one KML file.
struct KMLExport {
  private let source: LayerSource

  init(_ source: LayerSource) { self.source = source }

  func write(to path: String) throws(UserError) {
    var writer = KMLWriter(
      title: source.title, note: source.note, language: source.language, keptBeside: path)
    for layer in source.layers {
      let tables = try source.tables(layer)
      let numbers = tables.map { writer.begin($0) }
      try source.forEachFeature(layer, of: tables) { (feature, table) throws(UserError) in
        try writer.add(feature, to: numbers[table])
      }
    }
    try PiecewiseOutput.write(to: path) { (output) throws(UserError) in
      try writer.write { (bytes) throws(UserError) in try output.append(bytes) }
    }
  }
}
