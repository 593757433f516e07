import GRDB
import Geometry

/// A column of a layer, typed by the values that the features have.
struct AttributeColumn {
  enum ColumnType: String {
    case boolean = "BOOLEAN"
    case integer = "INTEGER"
    case real = "REAL"
    case text = "TEXT"
  }

  let name: String
  let type: ColumnType

  /// Name for use between quotation marks; `fid` and `geom` are the layer's own.
  var sqlName: String {
    let own = ["fid", "geom"].contains(name.lowercased()) ? name + "_" : name
    return own.replacing("\"", with: "\"\"")
  }

  /// Columns of all features, in order of first appearance.
  static func columns(of features: [GeoJSONFeature]) -> [AttributeColumn] {
    var order: [String] = []
    var types: [String: ColumnType?] = [:]
    for feature in features {
      for member in feature.properties {
        if types[member.key] == nil {
          order.append(member.key)
          types[member.key] = .some(nil)
        }
        types[member.key] = .some(joined(types[member.key] ?? nil, member.value))
      }
    }
    return order.map { AttributeColumn(name: $0, type: (types[$0] ?? nil) ?? .text) }
  }

  private static func joined(_ known: ColumnType?, _ value: JSONValue) -> ColumnType? {
    let type: ColumnType
    switch value {
    case .null: return known
    case .bool: type = .boolean
    case .int: type = .integer
    case .number: type = .real
    case .string, .array, .object: type = .text
    }
    guard let known, known != type else { return type }
    let numbers: [ColumnType] = [.integer, .real]
    return numbers.contains(known) && numbers.contains(type) ? .real : .text
  }

  /// A feature's value as SQLite stores it.
  func value(of feature: GeoJSONFeature) -> (any DatabaseValueConvertible)? {
    let value = feature.properties[name] ?? .null
    switch (type, value) {
    case (_, .null): return nil
    case (.boolean, .bool(let flag)): return flag ? 1 : 0
    case (.integer, .int(let number)): return number
    case (.real, _): return value.double
    default:
      if let text = value.string { return text }
      return (try? value.serialized()).map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
