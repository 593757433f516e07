/// Reads features from GeoJSON bytes: a FeatureCollection, a Feature, a bare geometry, or features
/// one after the other (newline-delimited, or as RFC 8142 text sequence).
///
/// Third ordinates and foreign members are left out. A ring that is not closed is refused rather
/// than repaired. Whether polygons cross themselves is not looked at here: see
/// `GeoJSONFeature.validated()`.
public struct GeoJSONReader: Sendable {
  /// What the text is called in messages: the file's name.
  public let source: String
  /// Whether positions are degrees, and refused outside 180 by 90; false for metres.
  public let expectsDegrees: Bool
  /// Arrays and objects inside each other, at most.
  public let maximumDepth: Int

  /// A reader.
  public init(source: String, expectsDegrees: Bool = true, maximumDepth: Int = 64) {
    self.source = source
    self.expectsDegrees = expectsDegrees
    self.maximumDepth = maximumDepth
  }

  /// Reads all features.
  /// - Throws: as `forEachFeature(in:_:)`.
  public func features(in bytes: [UInt8]) throws(UserError) -> [GeoJSONFeature] {
    var features: [GeoJSONFeature] = []
    try forEachFeature(in: bytes) { features.append($0) }
    return features
  }

  /// Reads features one by one, each handed on before the next is read.
  /// - Throws: DR-120 to DR-124 for JSON errors, DR-130 wrong structure, DR-131 wrong coordinates,
  ///   DR-132 an open or short ring, DR-133 a position outside the range of degrees, DR-135 an empty
  ///   text, DR-136 another coordinate system; and what the closure throws.
  public func forEachFeature(
    in bytes: [UInt8], _ body: (GeoJSONFeature) throws(UserError) -> Void
  ) throws(UserError) {
    var cursor = JSONCursor(bytes, source: source, maximumDepth: maximumDepth)
    skipSeparators(&cursor)
    guard !cursor.isAtEnd() else {
      throw cursor.error(
        "DR-135", "the text is empty", remedy: "give GeoJSON with at least one feature")
    }
    var number = 0
    while !cursor.isAtEnd() {
      var object = RawObject(at: cursor.index)
      try read(&object, at: &cursor, number: &number, body)
      try finish(object, at: &cursor, number: &number, body)
      cursor.feature = nil
      skipSeparators(&cursor)
    }
  }

  /// RFC 8142 puts a record separator before every text.
  private func skipSeparators(_ cursor: inout JSONCursor) {
    while cursor.take("\u{1E}") {}
  }

  /// The members of a top-level object or feature, before its type is known.
  private struct RawObject {
    let offset: Int
    var type: String?
    var id: JSONValue?
    var properties: JSONObject = [:]
    var geometry: Geometry?
    var hasFeatures = false
    var raw = RawGeometry()
    init(at offset: Int) { self.offset = offset }
  }

  private func read(
    _ object: inout RawObject, at cursor: inout JSONCursor, number: inout Int,
    _ body: (GeoJSONFeature) throws(UserError) -> Void
  ) throws(UserError) {
    try cursor.forEachMember { (cursor, key) throws(UserError) in
      switch key {
      case "type":
        object.type = try cursor.string()
        object.raw.type = object.type
      case "id": object.id = try identity(&cursor)
      case "properties": object.properties = try properties(&cursor)
      case "geometry": object.geometry = try geometry(&cursor)
      case "features":
        object.hasFeatures = true
        try features(&cursor, number: &number, body)
      case "crs": try checkSystem(&cursor)
      default: try readGeometryMember(key, into: &object.raw, &cursor)
      }
    }
  }

  private func features(
    _ cursor: inout JSONCursor, number: inout Int,
    _ body: (GeoJSONFeature) throws(UserError) -> Void
  ) throws(UserError) {
    try cursor.forEachElement { (cursor) throws(UserError) in
      _ = cursor.peek()
      cursor.feature = number + 1
      var feature = RawObject(at: cursor.index)
      var none = 0
      try read(&feature, at: &cursor, number: &none) { (_) throws(UserError) in }
      guard feature.type == "Feature" else {
        throw wrongType(feature, expected: "Feature", cursor)
      }
      try hand(feature, at: cursor, number: &number, body)
    }
    cursor.feature = nil
  }

  private func hand(
    _ object: RawObject, at cursor: JSONCursor, number: inout Int,
    _ body: (GeoJSONFeature) throws(UserError) -> Void
  ) throws(UserError) {
    number += 1
    try body(
      GeoJSONFeature(
        id: object.id, geometry: object.geometry, properties: object.properties, source: source,
        offset: object.offset, number: number))
  }

  private func finish(
    _ object: RawObject, at cursor: inout JSONCursor, number: inout Int,
    _ body: (GeoJSONFeature) throws(UserError) -> Void
  ) throws(UserError) {
    var object = object
    switch object.type {
    case "FeatureCollection":
      guard object.hasFeatures else {
        throw cursor.error(
          "DR-130", "the FeatureCollection has no features", at: object.offset,
          remedy: "give it a member \"features\"")
      }
    case "Feature": try hand(object, at: cursor, number: &number, body)
    case let type? where type == "GeometryCollection" || GeometryType(rawValue: type) != nil:
      cursor.feature = number + 1
      object.geometry = try build(object.raw, cursor)
      try hand(object, at: cursor, number: &number, body)
    default: throw wrongType(object, expected: "FeatureCollection, Feature or geometry", cursor)
    }
  }

  private func wrongType(
    _ object: RawObject, expected: String, _ cursor: JSONCursor
  ) -> UserError {
    cursor.error(
      "DR-130",
      object.type.map { "'\($0)' stands where a \(expected) should be" } ?? "an object has no type",
      at: object.offset, remedy: "give GeoJSON after RFC 7946")
  }

  private func identity(_ cursor: inout JSONCursor) throws(UserError) -> JSONValue? {
    let offset = cursor.index
    let value = try cursor.value()
    switch value {
    case .string, .int, .number: return value
    case .null: return nil
    default:
      throw cursor.error(
        "DR-130", "the id is \(value.kindName)", at: offset,
        remedy: "give a string or a number")
    }
  }

  private func properties(_ cursor: inout JSONCursor) throws(UserError) -> JSONObject {
    let offset = cursor.index
    let value = try cursor.value()
    switch value {
    case .object(let object): return object
    case .null: return [:]
    default:
      throw cursor.error(
        "DR-130", "the properties are \(value.kindName)", at: offset,
        remedy: "give an object or null")
    }
  }

  /// The old `crs` member of 2008: degrees of WGS 84 or CGCS2000 pass, anything else would put the
  /// features in the wrong place in silence.
  private func checkSystem(_ cursor: inout JSONCursor) throws(UserError) {
    let offset = cursor.index
    let value = try cursor.value()
    guard expectsDegrees, let name = value.object?["properties"]?.object?["name"]?.string,
      !["CRS84", ":4326", ":4490"].contains(where: name.hasSuffix)
    else { return }
    throw cursor.error(
      "DR-136", "the file is in the coordinate system '\(name)'", at: offset,
      remedy: "name that system, or reproject the file to EPSG:4490 or EPSG:4326")
  }
}
