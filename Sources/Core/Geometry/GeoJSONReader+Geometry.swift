extension GeoJSONReader {
  /// The members of a geometry before its type is known.
  struct RawGeometry {
    var type: String?
    var nest: CoordinateNest?
    var members: [Geometry]?
    var offset = 0
  }

  /// Reads a geometry object or null.
  func geometry(_ cursor: inout JSONCursor) throws(UserError) -> Geometry? {
    if try cursor.takeNull() { return nil }
    var raw = RawGeometry()
    raw.offset = cursor.index
    try cursor.forEachMember { (cursor, key) throws(UserError) in
      if key == "type" {
        raw.type = try cursor.string()
      } else {
        try readGeometryMember(key, into: &raw, &cursor)
      }
    }
    return try build(raw, cursor)
  }

  func readGeometryMember(
    _ key: String, into raw: inout RawGeometry, _ cursor: inout JSONCursor
  ) throws(UserError) {
    switch key {
    case "coordinates":
      _ = cursor.peek()
      raw.offset = cursor.index
      raw.nest = try cursor.coordinateNest()
    case "geometries":
      var members: [Geometry] = []
      try cursor.forEachElement { (cursor) throws(UserError) in
        if let member = try geometry(&cursor) { members.append(member) }
      }
      raw.members = members
    default: try cursor.skipValue()
    }
  }

  /// Makes the geometry once all its members are read.
  func build(_ raw: RawGeometry, _ cursor: JSONCursor) throws(UserError) -> Geometry {
    guard let name = raw.type, let type = GeometryType(rawValue: name) else {
      throw cursor.error(
        "DR-130", raw.type.map { "'\($0)' is no type of geometry" } ?? "a geometry has no type",
        at: raw.offset, remedy: "give one of Point to GeometryCollection of RFC 7946")
    }
    if type == .collection {
      guard let members = raw.members else {
        throw cursor.error(
          "DR-130", "the GeometryCollection has no geometries", at: raw.offset,
          remedy: "give it a member \"geometries\"")
      }
      return try Geometry.collection(members)
    }
    guard let nest = raw.nest else {
      throw cursor.error(
        "DR-131", "the \(name) has no coordinates", at: raw.offset,
        remedy: "give it a member \"coordinates\"")
    }
    let builder = GeometryBuilder(reader: self, cursor: cursor, offset: raw.offset, name: name)
    return try builder.build(type, nest)
  }
}

/// Makes a geometry of a known type from its coordinates, or says what is wrong with them.
private struct GeometryBuilder {
  let reader: GeoJSONReader
  let cursor: JSONCursor
  let offset: Int
  let name: String

  func build(_ type: GeometryType, _ nest: CoordinateNest) throws(UserError) -> Geometry {
    switch type {
    case .point:
      if case .empty = nest { return try Geometry(wkt: "POINT EMPTY") }
      guard case .position(let position) = nest else { throw wrongNesting }
      try check([position])
      return try Geometry.point(position)
    case .multiPoint: return try Geometry.multiPoint(try positions(nest))
    case .lineString: return try Geometry.lineString(try line(nest))
    case .multiLineString:
      var lines: [[Coordinate]] = []
      for child in try children(nest) { lines.append(try line(child)) }
      return try Geometry.multiLineString(lines)
    case .polygon:
      let rings = try rings(nest)
      return try Geometry.polygon(shell: rings.first ?? [], holes: Array(rings.dropFirst()))
    case .multiPolygon, .collection:
      var polygons: [[[Coordinate]]] = []
      for child in try children(nest) { polygons.append(try rings(child)) }
      return try Geometry.multiPolygon(polygons)
    }
  }

  private func line(_ nest: CoordinateNest) throws(UserError) -> [Coordinate] {
    let line = try positions(nest)
    guard line.count != 1 else {
      throw error("DR-131", "a line has a single position", "give two positions or more")
    }
    return line
  }

  private func rings(_ nest: CoordinateNest) throws(UserError) -> [[Coordinate]] {
    var rings: [[Coordinate]] = []
    for child in try children(nest) {
      let ring = try positions(child)
      guard ring.count >= 4, ring.first == ring.last else {
        throw error(
          "DR-132",
          ring.count < 4
            ? "a ring has \(ring.count) positions, at least 4 are needed"
            : "a ring is not closed: it ends at (\(ring[ring.count - 1].x), "
              + "\(ring[ring.count - 1].y)) and begins at (\(ring[0].x), \(ring[0].y))",
          "repeat the first position at the ring's end")
      }
      rings.append(ring)
    }
    return rings
  }

  private func children(_ nest: CoordinateNest) throws(UserError) -> [CoordinateNest] {
    switch nest {
    case .empty: return []
    case .nested(let children): return children
    case .position, .positions: throw wrongNesting
    }
  }

  private func positions(_ nest: CoordinateNest) throws(UserError) -> [Coordinate] {
    switch nest {
    case .empty: return []
    case .positions(let positions):
      try check(positions)
      return positions
    case .position, .nested: throw wrongNesting
    }
  }

  private func check(_ positions: [Coordinate]) throws(UserError) {
    guard reader.expectsDegrees else { return }
    for position in positions where abs(position.x) > 180 || abs(position.y) > 90 {
      let wrong =
        abs(position.y) > 90
        ? "latitude \(position.y) is outside -90 to 90"
        : "longitude \(position.x) is outside -180 to 180"
      throw error(
        "DR-133", wrong,
        "write longitude before latitude, in degrees, or name the coordinate system")
    }
  }

  private var wrongNesting: UserError {
    error(
      "DR-131", "the coordinates are not nested as a \(name) has them",
      "nest the arrays as RFC 7946 says")
  }

  private func error(_ code: String, _ problem: String, _ remedy: String) -> UserError {
    cursor.error(code, problem, at: offset, remedy: remedy)
  }
}
