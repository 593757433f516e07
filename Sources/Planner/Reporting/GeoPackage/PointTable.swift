public import Geometry
import Territory

/// A layer of points as a table: `lon`, `lat` and a column for each property, for readers of tables.
public enum PointTable {
  /// The table.
  ///
  /// - Throws: DR-154 for a feature that is no point.
  public static func csv(
    _ features: [GeoJSONFeature], source: String
  ) throws(UserError) -> [UInt8] {
    var names: [String] = []
    var known: Set<String> = ["lon", "lat"]
    for feature in features {
      for member in feature.properties where known.insert(member.key).inserted {
        names.append(member.key)
      }
    }
    var writer = CSVWriter(header: ["lon", "lat"] + names)
    for (index, feature) in features.enumerated() {
      guard let geometry = feature.geometry, geometry.type == .point,
        let point = geometry.points.first
      else {
        throw UserError(
          "DR-154", .badData, at: "\(source): row \(index + 1)", "the feature is no point",
          remedy: "write the layer as .geojson")
      }
      writer.append(
        [.decimal(point.x, decimals: 9), .decimal(point.y, decimals: 9)]
          + names.map { cell(feature.properties[$0] ?? .null) })
    }
    return writer.bytes
  }

  private static func cell(_ value: JSONValue) -> CSVCell {
    switch value {
    case .null: .empty
    case .bool(let flag): .raw(flag ? "true" : "false")
    case .int(let number): .integer(number)
    case .number(let number): .raw(number.description)
    // Tools write numbers into columns of text: "-85" is one, and no formula.
    case .string(let text): isNumber(text) ? .raw(text) : .text(text)
    case .array, .object: .empty
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    text.utf8.allSatisfy("+-.0123456789eE".utf8.contains) && Double(text)?.isFinite == true
  }
}
