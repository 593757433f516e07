/// Reads the bytes of a topology.
struct TopoJSONReader {
  private var cursor: JSONCursor
  private(set) var arcs: [[Coordinate]] = []
  private(set) var objects: [(name: String, features: [TopoJSON.Feature])] = []

  init(bytes: [UInt8], source: String) {
    cursor = JSONCursor(bytes, source: source, maximumDepth: 64)
  }

  mutating func read() throws(UserError) {
    var type: String?
    var transform: JSONValue?
    var rawArcs: [[Coordinate]]?
    var rawObjects: JSONValue?
    try cursor.forEachMember { (cursor, key) throws(UserError) in
      switch key {
      case "type": type = try cursor.string()
      case "transform": transform = try cursor.value()
      case "arcs":
        var arcs: [[Coordinate]] = []
        try cursor.forEachElement { (cursor) throws(UserError) in
          arcs.append(try cursor.positions())
        }
        rawArcs = arcs
      case "objects": rawObjects = try cursor.value()
      default: try cursor.skipValue()
      }
    }
    guard cursor.isAtEnd() else { throw cursor.syntaxError(expected: "the end of the text") }
    guard type == "Topology", let rawArcs, let rawObjects = rawObjects?.object else {
      throw wrong("it is not a Topology with arcs and objects", "give TopoJSON 1.0")
    }
    arcs = try decoded(rawArcs, by: transform)
    for member in rawObjects {
      objects.append((member.key, try features(of: member.value, named: member.key)))
    }
  }

  private func wrong(_ problem: String, _ remedy: String) -> UserError {
    UserError("DR-140", .badData, at: cursor.source, problem, remedy: remedy)
  }

  /// Undoes the differences and the quantisation; without a transform arcs are positions already.
  private func decoded(
    _ arcs: [[Coordinate]], by transform: JSONValue?
  ) throws(UserError) -> [[Coordinate]] {
    for arc in arcs where arc.count < 2 {
      throw wrong("an arc has \(arc.count) positions", "give every arc two positions or more")
    }
    guard let transform else { return arcs }
    let scale = transform.object?["scale"]?.array?.compactMap(\.double) ?? []
    let translate = transform.object?["translate"]?.array?.compactMap(\.double) ?? []
    guard scale.count == 2, translate.count == 2, scale[0] > 0, scale[1] > 0 else {
      throw wrong(
        "the transform is not of two scales above 0 and two translations",
        "give \"transform\":{\"scale\":[x,y],\"translate\":[x,y]}")
    }
    return arcs.map { arc in
      // Whole steps below 2^53 add without error, so that shared ends are the same bits.
      var x = 0.0
      var y = 0.0
      return arc.map { step in
        x += step.x
        y += step.y
        return Coordinate(x: x * scale[0] + translate[0], y: y * scale[1] + translate[1])
      }
    }
  }

  private func features(
    of value: JSONValue, named name: String
  ) throws(UserError) -> [TopoJSON.Feature] {
    guard let object = value.object, let type = object["type"]?.string else {
      throw wrong("object '\(name)' has no type", "give it a geometry's type")
    }
    guard type == "GeometryCollection" else { return [try feature(object, in: name)] }
    var features: [TopoJSON.Feature] = []
    for member in object["geometries"]?.array ?? [] {
      guard let member = member.object else {
        throw wrong("a geometry of '\(name)' is \(member.kindName)", "give objects")
      }
      features.append(try feature(member, in: name))
    }
    return features
  }

  private func feature(
    _ object: JSONObject, in name: String
  ) throws(UserError) -> TopoJSON.Feature {
    var polygons: [[[Int]]] = []
    var lines: [[Int]] = []
    switch object["type"] ?? .null {
    case .null: break
    case "LineString": lines = try rings(.array([object["arcs"] ?? .null]), in: name)
    case "MultiLineString": lines = try rings(object["arcs"] ?? .null, in: name)
    case "Polygon": polygons = [try rings(object["arcs"] ?? .null, in: name)]
    case "MultiPolygon":
      var all: [[[Int]]] = []
      for rings in try array(object["arcs"] ?? .null, in: name) {
        all.append(try self.rings(rings, in: name))
      }
      polygons = all
    case let type:
      throw wrong(
        "object '\(name)' holds a geometry of type \(type.string ?? type.kindName)",
        "give lines, polygons or collections of one kind of them")
    }
    return TopoJSON.Feature(
      id: object["id"], properties: object["properties"]?.object ?? [:], polygons: polygons,
      lines: lines)
  }

  private func array(_ value: JSONValue, in name: String) throws(UserError) -> [JSONValue] {
    guard let array = value.array else {
      throw wrong("arcs of '\(name)' are \(value.kindName)", "give arrays of arc numbers")
    }
    return array
  }

  private func rings(_ value: JSONValue, in name: String) throws(UserError) -> [[Int]] {
    var rings: [[Int]] = []
    for ring in try array(value, in: name) {
      var references: [Int] = []
      for reference in try array(ring, in: name) {
        guard let number = reference.integer, arcs.indices.contains(TopoJSON.index(number)) else {
          throw UserError(
            "DR-142", .badData, at: cursor.source,
            "object '\(name)' names arc \(reference.integer.map(String.init) ?? "?"), "
              + "there are \(arcs.count)",
            remedy: "make the topology anew")
        }
        references.append(number)
      }
      rings.append(references)
    }
    return rings
  }
}
