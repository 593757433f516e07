import Geometry

/// Writes layers of a run as tables of one GeoPackage, styled for QGIS.
struct GeoPackageExport {
  /// A table of the file and the box around its features.
  typealias Written = (table: ExportTable, extent: BoundingBox)

  private let source: LayerSource
  /// Features that are looked at before their tables are made.
  private static let glance = 4096

  init(_ source: LayerSource) { self.source = source }

  /// Writes the file and says what is in it.
  func write(to path: String) throws(UserError) -> [Written] {
    var written: [Written] = []
    try GeoPackageFile.write(to: path, system: source.system) { file in
      for layer in source.layers {
        written += try fillAtOnce(layer, file) ?? fillTwice(layer, file)
      }
    }
    return written
  }

  /// Reads the layer once, and makes tables by its first features; nil, and nothing in the file, where later ones
  /// need others.
  private func fillAtOnce(_ layer: ExportLayer, _ file: GeoPackageFile) throws -> [Written]? {
    var survey = LayerSurvey(layer)
    var waiting: [GeoJSONFeature] = []
    var filling: Filling?
    func start() throws(UserError) -> Filling {
      let filling = try Filling(begin(survey.tables(source.language), file))
      for feature in waiting { try filling.insert(feature) }
      waiting = []
      return filling
    }
    try source.forEachFeature(layer, isDated: true) { (dated) throws(UserError) in
      survey.add(dated)
      if let filling { return try filling.insert(dated) }
      waiting.append(dated)
      if waiting.count == Self.glance { filling = try start() }
    }
    let done = try filling ?? start()
    let tables = survey.tables(source.language)
    guard done.holds(tables) else {
      for part in done.parts { try file.discard(part.inserter) }
      return nil
    }
    return finished(tables, done)
  }

  /// Reads the layer once for its tables, and once more to fill them.
  private func fillTwice(_ layer: ExportLayer, _ file: GeoPackageFile) throws -> [Written] {
    let tables = try source.tables(layer)
    let filling = Filling(try begin(tables, file))
    try source.forEachFeature(layer, isDated: true) { (dated) throws(UserError) in
      try filling.insert(dated)
    }
    return finished(tables, filling)
  }

  private func begin(
    _ tables: [ExportTable], _ file: GeoPackageFile
  ) throws(UserError) -> [Filling.Part] {
    var parts: [Filling.Part] = []
    for table in tables {
      let description = source.system.warning.map { "\(table.title). \($0)" } ?? table.title
      let inserter = try file.begin(
        GeoPackageTable(
          name: table.name, description: description, shape: table.shape, columns: table.columns))
      parts.append((table, inserter))
    }
    return parts
  }

  private func finished(_ tables: [ExportTable], _ filling: Filling) -> [Written] {
    zip(tables, filling.parts).map { table, part in
      part.inserter.style = QGISStyle(table.style, table.shape).document()
      part.inserter.styledLayer = StyledLayer(table).document()
      return (table, part.inserter.extent)
    }
  }

  /// The tables of a layer while they are filled.
  private struct Filling {
    typealias Part = (table: ExportTable, inserter: GeoPackageInserter)

    let parts: [Part]

    init(_ parts: [Part]) { self.parts = parts }

    /// Puts a feature into the table of its shape; one without a place into the first. One of a shape without a table
    /// is left out, and told by ``holds(_:)``.
    func insert(_ feature: GeoJSONFeature) throws(UserError) {
      guard let shape = MapShape(feature.geometry) else {
        try parts.first?.inserter.insert(feature)
        return
      }
      try parts.first { $0.table.shape == shape }?.inserter.insert(feature)
    }

    /// Whether these are the tables that the features need, all told.
    func holds(_ tables: [ExportTable]) -> Bool {
      tables.count == parts.count
        && zip(tables, parts).allSatisfy { table, part in
          table.name == part.table.name && table.columns == part.table.columns
        }
    }
  }
}
