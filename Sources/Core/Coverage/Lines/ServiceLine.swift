public import Geometry

/// A road, railway, metro or waterway that is to be served along its length.
public struct ServiceLine: Sendable {
  /// Identity in the file.
  public let id: String
  /// Name; empty where there is none.
  public let name: String
  /// What it is, as the file says: `railway`, `road`, `metro`, `waterway` or any word.
  public let kind: String
  /// Courses in degrees, EPSG:4490; a line of several parts has several.
  public let parts: [[Coordinate]]

  /// A line.
  public init(id: String, name: String, kind: String, parts: [[Coordinate]]) {
    self.id = id
    self.name = name
    self.kind = kind
    self.parts = parts
  }
}

/// Reads lines from GeoJSON: LineString or MultiLineString with the properties `id`, `name`, `kind`.
public struct ServiceLineFile: Sendable {
  /// Coordinate system of the positions.
  public let crs: CoordinateSystem

  /// A reader.
  public init(crs: CoordinateSystem) { self.crs = crs }

  /// The lines of a file, in its order.
  ///
  /// - Throws: DR-210 for a file that cannot be read; the errors of GeoJSON (DR-120 to DR-136); DR-470 for a file without
  ///   lines, DR-471 for a feature that is no line, DR-472 for an id that comes twice, DR-473 for a line far from
  ///   China; DR-111 and DR-112 for a coordinate system or position that cannot be transformed.
  public func lines(name: String, bytes: [UInt8]) throws(UserError) -> [ServiceLine] {
    let transformer =
      crs.isPlainDegrees ? nil : try CoordinateTransformer(from: crs, to: .cgcs2000)
    var lines: [ServiceLine] = []
    var known: Set<String> = []
    let reader = GeoJSONReader(source: name, expectsDegrees: crs.isPlainDegrees)
    try reader.forEachFeature(in: bytes) { (feature) throws(UserError) in
      guard let geometry = feature.geometry, !geometry.isEmpty,
        geometry.type == .lineString || geometry.type == .multiLineString
      else {
        throw UserError(
          "DR-471", .badData, at: feature.place, "the feature is no line",
          remedy: "give LineString or MultiLineString features")
      }
      let own = Self.text(feature.properties["id"])
      let given = own.isEmpty ? Self.text(feature.id) : own
      let id = given.isEmpty ? "feature\(lines.count + 1)" : given
      guard known.insert(id).inserted else {
        throw UserError(
          "DR-472", .badData, at: feature.place, "the id '\(id)' stands twice",
          remedy: "give each line an id of its own, or join its parts in a MultiLineString")
      }
      lines.append(
        ServiceLine(
          id: id, name: Self.text(feature.properties["name"]),
          kind: Self.text(feature.properties["kind"]),
          parts: try geometry.lines.map { part throws(UserError) in
            try placed(part, transformer, at: feature.place)
          }))
    }
    guard !lines.isEmpty else {
      throw UserError(
        "DR-470", .badData, at: name, "there is no line in the file",
        remedy: "give at least one, or leave the file out")
    }
    return lines
  }

  private func placed(
    _ part: [Coordinate], _ transformer: CoordinateTransformer?, at place: String
  ) throws(UserError) -> [Coordinate] {
    var part = part
    if let transformer {
      do throws(UserError) {
        try transformer.transform(&part)
      } catch {
        throw UserError(error.code, error.status, at: place, error.problem, remedy: error.remedy)
      }
    }
    guard part.allSatisfy(SampleAggregator.domain.contains) else {
      throw UserError(
        "DR-473", .badData, at: place, "the line is far from China",
        remedy: "give longitude before latitude, or name the coordinate system")
    }
    return part
  }

  private static func text(_ value: JSONValue?) -> String {
    switch value {
    case .string(let text): text
    case .int(let number): String(number)
    default: ""
    }
  }
}
