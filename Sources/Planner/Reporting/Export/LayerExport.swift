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
    _ = try Manifest(
      parsing: FileAccess.read("\(folder)/\(RunFolder.manifestName)"),
      file: "\(folder)/\(RunFolder.manifestName)")
    let features = try features()
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

  private func features() throws(UserError) -> [GeoJSONFeature] {
    if layer == .schedule { return try ScheduleLayer(folder: folder).features() }
    let file = "\(folder)/\(layer.rawValue).geojson"
    return try GeoJSONReader(source: file).features(in: FileAccess.read(file))
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
    case .number, .array, .object:
      let bytes = (try? value.serialized()) ?? []
      return .raw(String(decoding: bytes, as: UTF8.self))
    }
  }
}
