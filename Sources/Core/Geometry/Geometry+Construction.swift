import CGEOS

extension Geometry {
  /// Reads well-known text.
  /// - Throws: DR-102 with GEOS's message when the text is not WKT.
  public convenience init(wkt: String) throws(UserError) {
    let context = GEOSContext.current
    guard let reader = GEOSWKTReader_create_r(context.handle) else {
      throw context.unreadable(wkt)
    }
    defer { GEOSWKTReader_destroy_r(context.handle, reader) }
    guard let pointer = GEOSWKTReader_read_r(context.handle, reader, wkt) else {
      throw context.unreadable(wkt)
    }
    self.init(owning: pointer, in: context)
  }

  /// A point.
  /// - Throws: DR-101 when an ordinate is NaN or infinite.
  public static func point(_ position: Coordinate) throws(UserError) -> Geometry {
    try requireFinite([position])
    let context = GEOSContext.current
    return try owning(
      GEOSGeom_createPointFromXY_r(context.handle, position.x, position.y), from: "point",
      in: context)
  }

  /// A line through two positions or more.
  /// - Throws: DR-101 when an ordinate is not finite, DR-104 for a single position.
  public static func lineString(_ positions: [Coordinate]) throws(UserError) -> Geometry {
    let context = GEOSContext.current
    guard positions.count != 1 else {
      throw UserError(
        "DR-104", .badData, at: "line", "it has a single position",
        remedy: "give two positions or more")
    }
    let sequence = try sequence(of: positions, in: context)
    return try owning(
      GEOSGeom_createLineString_r(context.handle, sequence), from: "line", in: context)
  }

  /// A polygon of a shell and holes in any orientation. A ring whose last position is not its first
  /// is closed; an empty shell gives the empty polygon.
  /// - Throws: DR-101 when an ordinate is not finite, DR-104 for a ring of fewer than three
  ///   different positions.
  public static func polygon(
    shell: [Coordinate], holes: [[Coordinate]] = []
  ) throws(UserError) -> Geometry {
    let context = GEOSContext.current
    return try owning(
      polygonPointer([shell] + holes, in: context), from: "polygon", in: context)
  }

  /// A multipolygon; each polygon is its shell followed by its holes, as `polygons` returns them.
  /// - Throws: as `polygon(shell:holes:)`.
  public static func multiPolygon(_ polygons: [[[Coordinate]]]) throws(UserError) -> Geometry {
    let context = GEOSContext.current
    var parts: [OpaquePointer?] = []
    parts.reserveCapacity(polygons.count)
    for rings in polygons {
      do throws(UserError) {
        parts.append(try polygonPointer(rings, in: context))
      } catch {
        discard(parts, in: context)
        throw error
      }
    }
    return try collect(parts, as: GEOS_MULTIPOLYGON, in: context)
  }

  /// A polygon when there is one, a multipolygon otherwise: the smallest type that holds them.
  /// - Throws: as `polygon(shell:holes:)`.
  public static func area(ofPolygons polygons: [[[Coordinate]]]) throws(UserError) -> Geometry {
    guard polygons.count == 1, let shell = polygons[0].first else {
      return try multiPolygon(polygons)
    }
    return try polygon(shell: shell, holes: Array(polygons[0].dropFirst()))
  }

  /// Several points.
  /// - Throws: DR-101 when an ordinate is not finite.
  public static func multiPoint(_ positions: [Coordinate]) throws(UserError) -> Geometry {
    var parts: [Geometry] = []
    for position in positions { parts.append(try point(position)) }
    return try collect(parts, as: GEOS_MULTIPOINT)
  }

  /// Several lines.
  /// - Throws: as `lineString(_:)`.
  public static func multiLineString(_ lines: [[Coordinate]]) throws(UserError) -> Geometry {
    var parts: [Geometry] = []
    for line in lines { parts.append(try lineString(line)) }
    return try collect(parts, as: GEOS_MULTILINESTRING)
  }

  /// A collection of any geometries, which stay usable on their own.
  /// - Throws: DR-103 when GEOS refuses.
  public static func collection(_ members: [Geometry]) throws(UserError) -> Geometry {
    try collect(members, as: GEOS_GEOMETRYCOLLECTION)
  }

  static func collect(
    _ members: [Geometry], as type: GEOSGeomTypes
  ) throws(UserError) -> Geometry {
    let context = GEOSContext.current
    let clones = members.map { GEOSGeom_clone_r(context.handle, $0.pointer) }
    return try collect(clones, as: type, in: context)
  }

  /// Joins parts, which the collection owns from then on.
  private static func collect(
    _ parts: [OpaquePointer?], as type: GEOSGeomTypes, in context: GEOSContext
  ) throws(UserError) -> Geometry {
    guard !parts.contains(nil) else {
      discard(parts, in: context)
      throw context.failure(of: "collection")
    }
    var parts = parts
    let pointer = GEOSGeom_createCollection_r(
      context.handle, Int32(type.rawValue), &parts, UInt32(parts.count))
    return try owning(pointer, from: "collection", in: context)
  }

  private static func discard(_ parts: [OpaquePointer?], in context: GEOSContext) {
    for case let part? in parts { GEOSGeom_destroy_r(context.handle, part) }
  }

  /// The polygon of rings, shell first; nil when GEOS refuses.
  private static func polygonPointer(
    _ rings: [[Coordinate]], in context: GEOSContext
  ) throws(UserError) -> OpaquePointer? {
    guard let shell = rings.first, !shell.isEmpty else {
      return GEOSGeom_createEmptyPolygon_r(context.handle)
    }
    var pointers: [OpaquePointer?] = []
    for ring in rings {
      do throws(UserError) {
        pointers.append(try ringPointer(ring, in: context))
      } catch {
        discard(pointers, in: context)
        throw error
      }
    }
    guard !pointers.contains(nil) else {
      discard(pointers, in: context)
      return nil
    }
    let shellPointer = pointers.removeFirst()
    return GEOSGeom_createPolygon_r(
      context.handle, shellPointer, &pointers, UInt32(pointers.count))
  }

  private static func ringPointer(
    _ ring: [Coordinate], in context: GEOSContext
  ) throws(UserError) -> OpaquePointer? {
    var ring = ring
    if let first = ring.first, ring.last != first { ring.append(first) }
    guard ring.count >= 4 else {
      throw UserError(
        "DR-104", .badData, at: "polygon ring", "it has \(ring.count) positions with its closing",
        remedy: "give at least three different positions and the first again")
    }
    return GEOSGeom_createLinearRing_r(context.handle, try sequence(of: ring, in: context))
  }

  /// A coordinate sequence, copied in one go; whoever gets it hands it on to a geometry.
  static func sequence(
    of positions: [Coordinate], in context: GEOSContext
  ) throws(UserError) -> OpaquePointer? {
    try requireFinite(positions)
    let sequence = positions.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: Double.self) { ordinates in
        GEOSCoordSeq_copyFromBuffer_r(
          context.handle, ordinates.baseAddress, UInt32(positions.count), 0, 0)
      }
    }
    guard let sequence else { throw context.failure(of: "coordinates") }
    return sequence
  }

  private static func requireFinite(_ positions: [Coordinate]) throws(UserError) {
    for (index, position) in positions.enumerated()
    where !position.x.isFinite || !position.y.isFinite {
      throw UserError(
        "DR-101", .badData, at: "position \(index + 1)",
        "(\(position.x), \(position.y)) is not finite", remedy: "give numbers for both ordinates")
    }
  }
}
