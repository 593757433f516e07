import Geometry

/// A column of a layer, typed by the values that the features have.
public struct AttributeColumn: Hashable, Sendable {
  /// What SQLite stores in it.
  public enum ColumnType: String, Sendable {
    /// 0 or 1.
    case boolean = "BOOLEAN"
    /// Whole numbers.
    case integer = "INTEGER"
    /// Numbers.
    case real = "REAL"
    /// Text, and whatever else JSON knows, as JSON.
    case text = "TEXT"
    /// Days, as ISO 8601 writes them.
    case date = "DATE"
  }

  /// Name of the property.
  public let name: String
  /// Its type.
  public let type: ColumnType

  /// Name for use between quotation marks; `fid` and `geom` are the layer's own. SQLite's names end at a NUL.
  var sqlName: String {
    let own = ["fid", "geom"].contains(name.lowercased()) ? name + "_" : name
    return own.replacing("\0", with: "\u{FFFD}").replacing("\"", with: "\"\"")
  }

  /// Columns of all features, in order of first appearance.
  static func columns(of features: [GeoJSONFeature]) -> [AttributeColumn] {
    var survey = ColumnSurvey()
    for feature in features { survey.add(feature.properties) }
    return survey.columns
  }
}

/// Finds the columns of features while they go by.
struct ColumnSurvey: Sendable {
  private var names: [String] = []
  private var types: [AttributeColumn.ColumnType?] = []
  private var indices: [String: Int] = [:]
  /// Columns that hold days.
  private let days: Set<String>

  init(days: Set<String> = []) { self.days = days }

  /// Columns so far, in order of first appearance; text where there are nulls only.
  var columns: [AttributeColumn] {
    zip(names, types).map { name, type in
      AttributeColumn(name: name, type: days.contains(name) ? .date : type ?? .text)
    }
  }

  /// Takes the properties of a feature in.
  mutating func add(_ properties: JSONObject) {
    for (position, member) in properties.enumerated() {
      let index = index(of: member.key, near: position)
      types[index] = Self.joined(types[index], member.value)
    }
  }

  /// Features of a layer mostly have the same properties in the same order.
  private mutating func index(of name: String, near position: Int) -> Int {
    if position < names.count, names[position] == name { return position }
    if let known = indices[name] { return known }
    indices[name] = names.count
    names.append(name)
    types.append(nil)
    return names.count - 1
  }

  private static func joined(
    _ known: AttributeColumn.ColumnType?, _ value: JSONValue
  ) -> AttributeColumn.ColumnType? {
    let type: AttributeColumn.ColumnType
    switch value {
    case .null: return known
    case .bool: type = .boolean
    case .int: type = .integer
    case .number: type = .real
    case .string, .array, .object: type = .text
    }
    guard let known, known != type else { return type }
    let numbers: [AttributeColumn.ColumnType] = [.integer, .real]
    return numbers.contains(known) && numbers.contains(type) ? .real : .text
  }
}
