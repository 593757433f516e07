public import Geometry
import Territory

/// Writes a layer of a run for mapping tools.
public struct LayerExport {
  private let folder: String
  private let layer: ExportLayer
  private let format: ExportFormat

  /// An export of a layer of a run folder.
  public init(run folder: String, layer: ExportLayer, format: ExportFormat) {
    self.folder = RunFolder(folder).path
    self.layer = layer
    self.format = format
  }

  /// Writes to a file, whole or not at all, or to standard output (`-`).
  ///
  /// - Throws: DR-702 when there is no run, or it has no such layer; DR-703 when the file cannot be
  ///   written; DR-720 for a GeoPackage to standard output; the readers' errors for a broken run.
  public func write(to path: String) throws(UserError) {
    let isScreen = path == "-"
    if isScreen, format == .geoPackage {
      throw UserError(
        "DR-720", .usage, at: "--output", "a GeoPackage cannot go to the screen",
        remedy: "give a file: -o \(layer.rawValue).gpkg")
    }
    let file = try layerFile()
    let features =
      layer == .schedule
      ? try ScheduleLayer(folder: folder).features()
      : try GeoJSONReader(source: file).features(in: FileAccess.read(file))
    switch format {
    case .geoJSON: try write(geoJSON(features, .featureCollection), to: path)
    case .geoJSONSequence: try write(geoJSON(features, .newlineDelimited), to: path)
    case .csv: try write(csv(features), to: path)
    case .geoPackage:
      try GeoPackageWriter(layer: layer.rawValue, features: features).write(features, to: path)
    }
  }

  private func write(_ bytes: [UInt8], to path: String) throws(UserError) {
    if path == "-" {
      try FileAccess.writeToStandardOutput(bytes)
    } else {
      try FileAccess.writeAtomically(bytes, to: path)
    }
  }

  /// Path of the file that holds the layer; an audit's settlements are in `audit.geojson`.
  private func layerFile() throws(UserError) -> String {
    let path = "\(folder)/\(RunFolder.manifestName)"
    let manifest = try Manifest(parsing: FileAccess.read(path), file: path)
    var name = "\(layer.rawValue).geojson"
    if layer == .schedule { name = "schedule.csv" }
    if layer == .settlements, manifest.verb == "audit" { name = "audit.geojson" }
    guard manifest.outputs.contains(where: { $0.path == name }) else {
      throw UserError(
        "DR-721", .usage, at: "--layer",
        "the run in \(folder) is of `\(manifest.verb)` and has no layer \(layer.rawValue)",
        remedy: "an audit has only settlements; make a run with `deepreach plan`")
    }
    return "\(folder)/\(name)"
  }

  private func geoJSON(
    _ features: [GeoJSONFeature], _ layout: GeoJSONWriter.Layout
  ) throws(UserError) -> [UInt8] {
    var writer = try GeoJSONWriter(
      layout: layout,
      members: layout == .featureCollection ? LayerMembers.named(layer.rawValue) : [:])
    for feature in features { try writer.write(feature) }
    return try writer.finish()
  }

  private func csv(_ features: [GeoJSONFeature]) throws(UserError) -> [UInt8] {
    let columns = AttributeColumn.columns(of: features)
    var writer = CSVWriter(header: columns.map(\.name) + ["wkt"])
    for feature in features {
      let cells = columns.map { Self.cell(feature.properties[$0.name] ?? .null) }
      writer.append(cells + [.text(orEmpty: feature.geometry?.wkt)])
    }
    return writer.bytes
  }

  private static func cell(_ value: JSONValue) -> CSVCell {
    switch value {
    case .null: return .empty
    case .bool(let flag): return .text(flag ? "true" : "false")
    case .int(let number): return .integer(number)
    case .string(let text): return .text(text)
    case .number:
      return .raw(String(decoding: (try? value.serialized()) ?? [], as: UTF8.self))
    case .array, .object:
      return .text(String(decoding: (try? value.serialized()) ?? [], as: UTF8.self))
    }
  }
}
