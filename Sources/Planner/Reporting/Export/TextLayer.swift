import Geometry
import Territory

/// Writes one layer as GeoJSON or as a table, as it goes by.
struct TextLayer {
  private let source: LayerSource
  private let layer: ExportLayer
  /// Bytes that are gathered before they are written.
  private static let piece = 1 << 20

  init(_ source: LayerSource) {
    self.source = source
    layer = source.layers.first ?? .units
  }

  func writeGeoJSON(_ layout: GeoJSONWriter.Layout, to path: String) throws(UserError) {
    let isCollection = layout == .featureCollection
    var writer = try GeoJSONWriter(layout: layout, members: isCollection ? members : [:])
    // A line of its own has nothing around it that could say what its positions are, and of a collection tools read EPSG's
    // codes alone.
    let isTold = source.system.warning == nil || isCollection && source.system.definition != nil
    let tag = isTold ? nil : source.system.label
    try PiecewiseOutput.write(to: path) { (output) throws(UserError) in
      try source.forEachFeature(layer) { (feature) throws(UserError) in
        try writer.write(tag.map { Self.tagged(feature, $0) } ?? feature)
        if writer.pendingCount > Self.piece { try output.append(writer.takeBytes()) }
      }
      try output.append(writer.finish())
    }
  }

  /// The member `crs` of GeoJSON before RFC 7946, which GDAL and QGIS read: null where there is no code to give.
  private var members: JSONObject {
    var members = LayerMembers.named(layer.rawValue)
    guard let warning = source.system.warning else { return members }
    let code = source.system.definition?.code
    members.append(
      "crs",
      code.map { code in
        [
          "type": "name",
          "properties": ["name": .string("urn:ogc:def:crs:EPSG::\(code)")],
        ]
      } ?? .null)
    members.append("warning", .string(warning))
    return members
  }

  private static func tagged(_ feature: GeoJSONFeature, _ tag: String) -> GeoJSONFeature {
    var tagged = feature
    tagged.properties = ["crs": .string(tag)]
    for member in feature.properties { tagged.properties.append(member.key, member.value) }
    return tagged
  }

  func writeCSV(to path: String) throws(UserError) {
    var survey = ColumnSurvey()
    try source.run.forEachFeature(layer) { survey.add($0.properties) }
    let columns = survey.columns
    let tag = source.system.asked == nil ? [] : [CSVCell.text(source.system.label)]
    let header = (tag.isEmpty ? [] : ["crs"]) + columns.map(\.name) + ["wkt"]
    var writer = CSVWriter(header: header)
    try PiecewiseOutput.write(to: path) { (output) throws(UserError) in
      try source.forEachFeature(layer) { (feature) throws(UserError) in
        let cells = columns.map { Self.cell(feature.properties[$0.name] ?? .null) }
        writer.append(tag + cells + [.text(orEmpty: feature.geometry?.wkt)])
        if writer.bytes.count > Self.piece {
          try output.append(writer.bytes)
          writer = writer.part()
        }
      }
      try output.append(writer.bytes)
    }
  }

  private static func cell(_ value: JSONValue) -> CSVCell {
    switch value {
    case .null: return .empty
    case .bool(let flag): return .text(flag ? "true" : "false")
    case .int(let number): return .integer(number)
    // No reader of tables takes a NUL.
    case .string(let text):
      return .text(text.utf8.contains(0) ? text.replacing("\0", with: "\u{FFFD}") : text)
    case .number:
      return .raw(String(decoding: (try? value.serialized()) ?? [], as: UTF8.self))
    case .array, .object:
      return .text(String(decoding: (try? value.serialized()) ?? [], as: UTF8.self))
    }
  }
}
