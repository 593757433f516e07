/// Writes features as GeoJSON (RFC 7946) while they come: longitude before latitude, shells
/// anticlockwise, at most seven decimals (about 1 cm), bounding boxes.
///
/// The collection's `bbox` is written after the features, when it is known; RFC 7946 leaves the
/// order of members free. Positions must be degrees; the writer does not cut at the antimeridian.
public struct GeoJSONWriter: Sendable {
  /// How features follow each other.
  public enum Layout: Sendable {
    /// One FeatureCollection, a feature a line.
    case featureCollection
    /// One feature a line and nothing else (newline-delimited GeoJSON).
    case newlineDelimited
  }

  /// Decimals of a degree.
  public static let decimals = 7

  private let layout: Layout
  private let featureBoxes: Bool
  private var text = JSONText()
  private var box = BoundingBox()
  /// Features written so far.
  public private(set) var count = 0

  /// A writer.
  /// - Parameters:
  ///   - members: further members of the collection, such as `name`; left out when newline-delimited.
  ///   - featureBoxes: whether every feature that is not a point carries its own `bbox`.
  /// - Throws: DR-123 for a member that is NaN or infinite.
  public init(
    layout: Layout = .featureCollection, members: JSONObject = [:], featureBoxes: Bool = false
  ) throws(UserError) {
    self.layout = layout
    self.featureBoxes = featureBoxes
    guard layout == .featureCollection else { return }
    text.append(raw: "{\"type\":\"FeatureCollection\",")
    for member in members {
      text.append(quoted: member.key)
      text.append(raw: ":")
      try text.append(member.value)
      text.append(raw: ",")
    }
    text.append(raw: "\"features\":[\n")
  }

  /// Bytes that have not been taken yet.
  public var pendingCount: Int { text.bytes.count }

  /// Writes a feature.
  /// - Throws: DR-123 when a property is NaN or infinite, or a position has no place on the Earth's
  ///   grid of degrees.
  public mutating func write(_ feature: GeoJSONFeature) throws(UserError) {
    try begin(feature.id)
    if let geometry = feature.geometry {
      box.extend(by: geometry.envelope)
      if featureBoxes, geometry.type != .point { try append(geometry.envelope) }
      text.append(raw: ",\"geometry\":")
      try text.append(geometry)
    } else {
      text.append(raw: ",\"geometry\":null")
    }
    try end(feature.properties)
  }

  /// Writes a polygon without holes: the bytes that ``write(_:)`` writes of it, without a geometry of
  /// GEOS, for hundreds of thousands of cells.
  /// - Parameter shell: a closed ring.
  /// - Throws: DR-123 as ``write(_:)``.
  public mutating func write(
    id: JSONValue?, shell: [Coordinate], properties: JSONObject
  ) throws(UserError) {
    try begin(id)
    var envelope = BoundingBox()
    for position in shell { envelope.extend(by: position) }
    box.extend(by: envelope)
    if featureBoxes { try append(envelope) }
    text.append(raw: ",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":")
    try text.append(rings: Ring.rightHanded([shell]))
    text.append(raw: "}")
    try end(properties)
  }

  private mutating func begin(_ id: JSONValue?) throws(UserError) {
    if layout == .featureCollection, count > 0 { text.append(raw: ",\n") }
    text.append(raw: "{\"type\":\"Feature\"")
    if let id {
      text.append(raw: ",\"id\":")
      try text.append(id)
    }
  }

  private mutating func end(_ properties: JSONObject) throws(UserError) {
    text.append(raw: ",\"properties\":")
    try text.append(properties)
    text.append(raw: "}")
    if layout == .newlineDelimited { text.append(raw: "\n") }
    count += 1
  }

  /// A writer of features that come later, for another thread to fill and ``append(_:)`` to take.
  public func part() -> GeoJSONWriter {
    var part = self
    part.text = JSONText()
    part.box = BoundingBox()
    part.count = 0
    return part
  }

  /// Takes the features of a part after those written so far.
  public mutating func append(_ part: GeoJSONWriter) {
    guard part.count > 0 else { return }
    if layout == .featureCollection, count > 0 { text.append(raw: ",\n") }
    text.append(part.text)
    box.extend(by: part.box)
    count += part.count
  }

  /// Hands over what has been written since, so that a long output can go to its file in pieces.
  public mutating func takeBytes() -> [UInt8] {
    defer { text = JSONText() }
    return text.bytes
  }

  /// Ends the output and hands over what has not been taken.
  /// - Throws: DR-123 when the bounding box has no place on the grid of degrees.
  public mutating func finish() throws(UserError) -> [UInt8] {
    if layout == .featureCollection {
      text.append(raw: "\n]")
      try append(box)
      text.append(raw: "}\n")
    }
    return takeBytes()
  }

  private mutating func append(_ box: BoundingBox) throws(UserError) {
    guard !box.isEmpty else { return }
    text.append(raw: ",\"bbox\":[")
    for (index, edge) in [box.minX, box.minY, box.maxX, box.maxY].enumerated() {
      if index > 0 { text.append(raw: ",") }
      try text.append(edge, decimals: Self.decimals)
    }
    text.append(raw: "]")
  }
}

extension JSONText {
  /// A geometry as GeoJSON with right-handed rings.
  /// - Throws: DR-123 when a position has no place on the grid of degrees.
  public mutating func append(_ geometry: Geometry) throws(UserError) {
    append(raw: "{\"type\":")
    append(quoted: geometry.type.rawValue)
    if geometry.type == .collection {
      append(raw: ",\"geometries\":[")
      for (index, member) in geometry.members.enumerated() {
        if index > 0 { append(raw: ",") }
        try append(member)
      }
      append(raw: "]}")
      return
    }
    append(raw: ",\"coordinates\":")
    switch geometry.type {
    case .point:
      if let position = geometry.points.first { try append(position) } else { append(raw: "[]") }
    case .multiPoint: try append(geometry.points)
    case .lineString: try append(geometry.lines.first ?? [])
    case .multiLineString: try append(rings: geometry.lines)
    case .polygon: try append(rings: Ring.rightHanded(geometry.polygons.first ?? []))
    case .multiPolygon, .collection:
      append(raw: "[")
      for (index, rings) in geometry.polygons.enumerated() {
        if index > 0 { append(raw: ",") }
        try append(rings: Ring.rightHanded(rings))
      }
      append(raw: "]")
    }
    append(raw: "}")
  }

  fileprivate mutating func append(rings: [[Coordinate]]) throws(UserError) {
    append(raw: "[")
    for (index, ring) in rings.enumerated() {
      if index > 0 { append(raw: ",") }
      try append(ring)
    }
    append(raw: "]")
  }

  private mutating func append(_ positions: [Coordinate]) throws(UserError) {
    append(raw: "[")
    for (index, position) in positions.enumerated() {
      if index > 0 { append(raw: ",") }
      try append(position)
    }
    append(raw: "]")
  }

  private mutating func append(_ position: Coordinate) throws(UserError) {
    append(raw: "[")
    try append(position.x, decimals: GeoJSONWriter.decimals)
    append(raw: ",")
    try append(position.y, decimals: GeoJSONWriter.decimals)
    append(raw: "]")
  }
}
