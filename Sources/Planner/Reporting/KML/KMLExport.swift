import Geometry

/// Writes layers of a run as one KML file.
struct KMLExport {
  private let source: LayerSource

  init(_ source: LayerSource) { self.source = source }

  func write(to path: String) throws(UserError) {
    var writer = KMLWriter(
      title: source.title, note: source.note, language: source.language, keptBeside: path)
    // KML is in degrees, as the run is, so that nothing is moved.
    for layer in source.layers {
      writer.begin(layer)
      try source.run.forEachBatch(layer, writer.placemarks(of: layer)) {
        (batch) throws(UserError) in
        try writer.add(batch)
      }
    }
    try PiecewiseOutput.write(to: path) { (output) throws(UserError) in
      try writer.write { (bytes) throws(UserError) in
        try output.append(bytes)
      } copying: { (store, range) throws(UserError) in
        try output.append(store, range)
      }
    }
  }
}
