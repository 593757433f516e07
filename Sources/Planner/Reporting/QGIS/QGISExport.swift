import FoundationEssentials
import GRDB
import Geometry

/// Writes layers of a run as a project of QGIS, with the GeoPackage that it shows beside it.
struct QGISExport {
  private let source: LayerSource
  /// Layers that are shown at first: the others tell the same at the same places.
  private static let shown: [ExportLayer] = [.units, .timeline, .sites, .lines, .coverage]

  init(_ source: LayerSource) { self.source = source }

  func write(to path: String) throws(UserError) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard name.hasSuffix(".qgz"), name.utf8.count > 4, !name.contains("|") else {
      throw UserError(
        "DR-726", .usage, at: "--output", "'\(name)' is no name for a project of QGIS",
        remedy: "give a name that ends in .qgz and has no '|', such as run.qgz")
    }
    let geoPackage = "\(path.dropLast(4)).gpkg"
    try checkReplaceable(geoPackage)
    try FileAccess.checkWritable(path)
    let layers = try GeoPackageExport(source).write(to: geoPackage)
    let project = QGISProject(
      title: source.title, geoPackage: "\(name.dropLast(4)).gpkg", system: source.system,
      layers: layers.filter { $0.table.count > 0 }.map {
        QGISProject.Layer(
          table: $0.table, extent: $0.extent,
          isShown: isShown($0.table.layer, among: layers.map(\.table.layer)))
      }, horizon: try source.run.horizon())
    try FileAccess.writeAtomically(
      project.archive(named: "\(name.dropLast(4)).qgs"), to: path)
  }

  /// An audit has settlements and no timeline.
  private func isShown(_ layer: ExportLayer, among layers: [ExportLayer]) -> Bool {
    Self.shown.contains(layer)
      || layer == .settlements && !layers.contains(.timeline)
      || layers.allSatisfy { !Self.shown.contains($0) }
  }

  /// Refuses to replace a GeoPackage that is somebody else's, or that somebody has edited, which its times of change tell.
  private func checkReplaceable(_ path: String) throws(UserError) {
    guard FileManager.default.fileExists(atPath: path) else { return }
    var configuration = Configuration()
    configuration.readonly = true
    let changes = try? DatabaseQueue(path: path, configuration: configuration).read { database in
      try Row.fetchAll(database, sql: "SELECT last_change FROM gpkg_contents").map { row in
        String.fromDatabaseValue(row["last_change"] as DatabaseValue)
      }
    }
    guard let changes, !changes.isEmpty,
      changes.allSatisfy({ $0 == GeoPackageSchema.lastChange })
    else {
      throw UserError(
        "DR-725", .cannotCreate, at: path,
        "the file is not as an export has written it, and is not replaced",
        remedy: "give the project another name, or move the file away")
    }
  }
}
