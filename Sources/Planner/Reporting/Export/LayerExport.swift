public import Geometry
import Territory

/// Writes layers of a run for mapping tools.
public struct LayerExport {
  private let folder: String
  private let layers: [ExportLayer]
  private let format: ExportFormat
  private let system: ExportSystem
  private let language: Language
  private let threads: Int

  /// An export of layers of a run folder.
  ///
  /// - Parameters:
  ///   - layers: none for all that the run has.
  ///   - system: nil for degrees as they rest.
  ///   - threads: those that read layers; what is written does not depend on them.
  /// - Throws: DR-722 for a number of layers that the format has no room for; DR-723 and DR-724 for a system in which the
  ///   format cannot be written; DR-727 for a system that is none of two axes.
  public init(
    run folder: String, layers: [ExportLayer], format: ExportFormat,
    system: CoordinateSystem? = nil, language: Language = .english,
    threads: Int = 1
  ) throws(UserError) {
    self.threads = threads
    self.folder = RunFolder(folder).path
    // In one order, whatever the order asked for.
    self.layers = ExportLayer.allCases.filter(layers.contains)
    self.format = format
    self.system = try ExportSystem(system)
    self.language = language
    try check()
  }

  private func check() throws(UserError) {
    if !format.takesSeveral, layers.count != 1 {
      throw UserError(
        "DR-722", .usage, at: "--layer",
        "a file of \(format.rawValue) has one layer, and "
          + (layers.isEmpty ? "none is named" : "\(layers.count) are asked for"),
        remedy: "give one --layer, or --format gpkg, kml or qgz for several")
    }
    if format == .kml, !system.isPlainDegrees {
      throw UserError(
        "DR-723", .usage, at: "--crs", "KML is in WGS 84 and cannot be in \(system.label)",
        remedy: "leave --crs out, or give --format gpkg, geojson or csv")
    }
    if format == .qgisProject, system.definition == nil, system.asked != nil {
      throw UserError(
        "DR-724", .usage, at: "--crs",
        "QGIS knows no \(system.label), and would lay the map over others in the wrong place",
        remedy: "give an EPSG code, or --format gpkg, which says so")
    }
  }

  /// Writes to a file, whole or not at all, or to standard output (`-`). A QGIS project has a GeoPackage of the same name
  /// beside it.
  ///
  /// - Throws: DR-702 when there is no run; DR-721 when it has no such layer; DR-703 when a file cannot be written; DR-720 for
  ///   a GeoPackage or project to standard output; DR-725 and DR-726 for a project that has no room beside it; DR-111 and
  ///   DR-728 for positions that cannot be transformed; the readers' errors for a broken run.
  public func write(to path: String) throws(UserError) {
    if path == "-", !format.isText {
      throw UserError(
        "DR-720", .usage, at: "--output", "a file of \(format.rawValue) cannot go to the screen",
        remedy: "give a file: -o \(layers.first?.rawValue ?? "run").\(format.rawValue)")
    }
    let run = try RunLayers(run: folder, threads: threads)
    let source = LayerSource(
      run: run, layers: layers.isEmpty ? run.present : layers, system: system,
      language: language)
    switch format {
    case .geoJSON: try TextLayer(source).writeGeoJSON(.featureCollection, to: path)
    case .geoJSONSequence: try TextLayer(source).writeGeoJSON(.newlineDelimited, to: path)
    case .csv: try TextLayer(source).writeCSV(to: path)
    case .kml: try KMLExport(source).write(to: path)
    case .geoPackage: _ = try GeoPackageExport(source).write(to: path)
    case .qgisProject: try QGISExport(source).write(to: path)
    }
  }
}
