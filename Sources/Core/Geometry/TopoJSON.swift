/// A topology of shared arcs (TopoJSON 1.0), read into memory.
///
/// Neighbours name the same arc, so that their common border is the same to the last bit and
/// `dissolve` can leave it out exactly.
public struct TopoJSON: Sendable {
  /// One geometry object with its properties, as rings of arcs.
  public struct Feature: Sendable {
    /// Identity, where there is one.
    public let id: JSONValue?
    /// What is known of it.
    public let properties: JSONObject
    /// Polygons, each as shell followed by holes, each ring as numbers of arcs in order. A negative
    /// number n stands for arc -1 - n run backwards. Empty for an object without geometry.
    public let polygons: [[[Int]]]
    /// Lines, each as numbers of arcs in order; empty for an object of polygons.
    public let lines: [[Int]]
  }

  /// What the text is called in messages.
  public let source: String
  /// The arcs, decoded into degrees.
  public let arcs: [[Coordinate]]
  private let objects: [(name: String, features: [Feature])]

  /// Reads a topology.
  /// - Parameter source: what the text is called in messages: the file's name.
  /// - Throws: DR-120 to DR-124 for JSON errors, DR-140 for a wrong structure or an object that is
  ///   not of polygons, DR-142 for an arc that is not there.
  public init(bytes: [UInt8], source: String) throws(UserError) {
    var reader = TopoJSONReader(bytes: bytes, source: source)
    try reader.read()
    self.source = source
    arcs = reader.arcs
    objects = reader.objects
  }

  /// Names of the objects (layers), in the file's order.
  public var objectNames: [String] { objects.map(\.name) }

  /// The features of an object, in the file's order.
  /// - Throws: DR-141 when there is no object of that name.
  public func features(of object: String) throws(UserError) -> [Feature] {
    guard let found = objects.first(where: { $0.name == object }) else {
      throw UserError(
        "DR-141", .badData, at: source, "there is no object '\(object)'",
        remedy: "name one of: \(objectNames.joined(separator: ", "))")
    }
    return found.features
  }

  /// The polygons of a feature: a polygon when it is one, a multipolygon otherwise; its lines as a
  /// multi-line.
  /// - Throws: DR-104 when a ring has fewer than three different positions.
  public func geometry(of feature: Feature) throws(UserError) -> Geometry {
    guard feature.lines.isEmpty else {
      return try Geometry.multiLineString(feature.lines.map(ring))
    }
    return try Geometry.area(ofPolygons: feature.polygons.map { $0.map(ring) })
  }

  /// Properties and geometry of every feature of an object, in the file's order.
  /// - Throws: DR-141 when there is no object of that name, DR-104 for a ring that is too short.
  public func geometries(
    of object: String
  ) throws(UserError) -> [(properties: JSONObject, geometry: Geometry)] {
    var all: [(properties: JSONObject, geometry: Geometry)] = []
    for feature in try features(of: object) {
      all.append((feature.properties, try geometry(of: feature)))
    }
    return all
  }

  /// The positions of a ring of arcs, closed.
  func ring(_ references: [Int]) -> [Coordinate] {
    TopoJSON.positions(of: references, in: arcs)
  }

  /// The positions along arcs that follow each other; where two meet the position stands once.
  static func positions(
    of references: some Sequence<Int>, in arcs: [[Coordinate]]
  ) -> [Coordinate] {
    var positions: [Coordinate] = []
    for reference in references {
      let arc = arcs[index(reference)]
      let joined = positions.isEmpty ? 0 : 1
      if reference >= 0 {
        positions.append(contentsOf: arc.dropFirst(joined))
      } else {
        positions.append(contentsOf: arc.reversed().dropFirst(joined))
      }
    }
    return positions
  }

  /// The arc that a reference means, whichever way it runs.
  static func index(_ reference: Int) -> Int { reference >= 0 ? reference : ~reference }
}
