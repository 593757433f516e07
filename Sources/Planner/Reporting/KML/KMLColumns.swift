import Geometry

/// Names and types of the properties of a layer's features, as a `Schema` of KML tells them.
struct KMLColumns: Sendable {
  /// What a property holds; a later one has room for what an earlier one holds.
  enum FieldType: Int, Comparable, Sendable {
    /// Whole numbers of 32 bits.
    case int
    case double
    /// Text, and whatever else JSON knows, as JSON.
    case string

    static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
  }

  private var names: [String] = []
  /// Nil while there are nulls only.
  private var types: [FieldType?] = []
  private var indices: [String: Int] = [:]
  /// What begins a value, by column.
  private var openings: [[UInt8]] = []

  /// Writes the properties of a feature that are not null, and remembers them.
  mutating func write(_ properties: JSONObject, into xml: inout XMLWriter) {
    for (position, member) in properties.enumerated() {
      let index = index(of: member.key, near: position)
      guard let type = Self.type(of: member.value) else { continue }
      types[index] = max(types[index] ?? type, type)
      xml.append(escaped: openings[index])
      switch member.value {
      case .string(let text): xml.append(text: text)
      case .int(let number): xml.append(number)
      default: xml.append(text: FeatureWords.plain(member.value))
      }
      xml.append(raw: "</SimpleData>\n")
    }
  }

  /// Takes in what features that come after these have.
  mutating func add(_ other: KMLColumns) {
    for (position, name) in other.names.enumerated() {
      let index = index(of: name, near: position)
      guard let type = other.types[position] else { continue }
      types[index] = max(types[index] ?? type, type)
    }
  }

  /// Writes the schema of a layer.
  func writeSchema(of layer: ExportLayer, into xml: inout XMLWriter) {
    xml.begin("Schema", ["name": layer.rawValue, "id": layer.rawValue])
    for (name, type) in zip(names, types) {
      xml.empty("SimpleField", ["name": name, "type": "\(type ?? .string)"])
    }
    xml.end()
  }

  /// Features of a layer mostly have the same properties in the same order.
  private mutating func index(of name: String, near position: Int) -> Int {
    if position < names.count, names[position] == name { return position }
    if let known = indices[name] { return known }
    indices[name] = names.count
    names.append(name)
    types.append(nil)
    var opening = XMLWriter()
    opening.append(raw: "<SimpleData name=\"")
    opening.append(text: name)
    opening.append(raw: "\">")
    openings.append(opening.bytes)
    return names.count - 1
  }

  private static func type(of value: JSONValue) -> FieldType? {
    switch value {
    case .null: nil
    case .int(let number): Int32(exactly: number) == nil ? .double : .int
    case .number: .double
    case .bool, .string, .array, .object: .string
    }
  }
}
