import Geometry

/// Points of GeoJSON as delimited text: columns `lon`, `lat` and `id`, and one for each property.
enum PointFeatures {
  /// The table; a feature that is no point has no position.
  ///
  /// - Throws: as ``GeoJSONReader``; `DR-201` for a file without features.
  static func table(in text: DecodedText) throws(UserError) -> DelimitedTable {
    var features: [GeoJSONFeature] = []
    try GeoJSONReader(source: text.name, expectsDegrees: false).forEachFeature(in: text.bytes) {
      features.append($0)
    }
    guard !features.isEmpty else {
      throw UserError(
        "DR-201", .badData, at: text.name, "the file has no features",
        remedy: "give points with their properties")
    }
    var titles: [String] = []
    var columns: [String: Int] = [:]
    for feature in features {
      for member in feature.properties where columns[member.key] == nil {
        columns[member.key] = titles.count
        titles.append(member.key)
      }
    }
    let hasID = features.contains { $0.id != nil } && columns["id"] == nil
    let header = ["lon", "lat"] + (hasID ? ["id"] : []) + titles
    var bytes: [UInt8] = []
    for feature in features {
      var cells = [String](repeating: "", count: header.count)
      if let geometry = feature.geometry, geometry.type == .point, let point = geometry.points.first
      {
        cells[0] = "\(point.x)"
        cells[1] = "\(point.y)"
      }
      if hasID { cells[2] = feature.id.map(Self.text) ?? "" }
      for member in feature.properties {
        if let column = columns[member.key] {
          cells[header.count - titles.count + column] = Self.text(member.value)
        }
      }
      append(cells, to: &bytes)
    }
    return DelimitedTable(
      name: text.name, form: .geoJSON, encoding: text.encoding, foreignLines: text.foreignLines,
      header: header, delimiter: UInt8(ascii: ","), bytes: bytes, bodyStart: 0, firstLine: 2,
      hasQuotes: true)
  }

  private static func append(_ cells: [String], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "\""))
      for byte in cell.utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        // A feature is a line here; control characters are nobody's name.
        bytes.append(byte < 0x20 ? 0x20 : byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): return text
    case .int(let number): return "\(number)"
    case .number(let number): return "\(number)"
    case .bool(let flag): return flag ? "1" : "0"
    case .array(let values): return values.map(text).joined(separator: ";")
    case .null, .object: return ""
    }
  }
}
