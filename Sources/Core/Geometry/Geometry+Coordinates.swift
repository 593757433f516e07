import CGEOS

extension Geometry {
  /// Every position, part by part and ring by ring, closing positions included.
  public var coordinates: [Coordinate] {
    var all: [Coordinate] = []
    let context = GEOSContext.current
    forEachLeaf(of: pointer, in: context) { leaf in
      for ring in Geometry.rings(of: leaf, in: context) { all.append(contentsOf: ring) }
    }
    return all
  }

  /// The polygons, each as shell followed by holes with closed rings; lines and points of a
  /// collection are left out, as are empty polygons.
  public var polygons: [[[Coordinate]]] {
    leaves { $0 == .polygon }
  }

  /// The lines; polygons and points of a collection are left out.
  public var lines: [[Coordinate]] {
    leaves { $0 == .lineString }.flatMap { $0 }
  }

  /// The points; lines and polygons of a collection are left out.
  public var points: [Coordinate] {
    leaves { $0 == .point }.flatMap { $0.flatMap { $0 } }
  }

  /// The direct members of a collection or multi-geometry; the geometry itself when it is single.
  public var members: [Geometry] {
    let context = GEOSContext.current
    switch type {
    case .point, .lineString, .polygon: return [self]
    case .multiPoint, .multiLineString, .multiPolygon, .collection:
      return (0..<max(0, GEOSGetNumGeometries_r(context.handle, pointer))).compactMap { index in
        guard let part = GEOSGetGeometryN_r(context.handle, pointer, index),
          let clone = GEOSGeom_clone_r(context.handle, part)
        else { return nil }
        return Geometry(owning: clone, in: context)
      }
    }
  }

  /// The geometry with every position replaced; rings whose ends part are closed again.
  /// - Throws: what the closure throws; DR-101 when it returns a position that is not finite.
  public func mapCoordinates(
    _ change: (Coordinate) throws(UserError) -> Coordinate
  ) throws(UserError) -> Geometry {
    try mapSequences { (positions) throws(UserError) in
      for index in positions.indices { positions[index] = try change(positions[index]) }
    }
  }

  /// The geometry with the positions of each ring, line or point replaced together, which is how
  /// a coordinate transformation is fast.
  /// - Throws: what the closure throws; DR-101 when it leaves a position that is not finite.
  public func mapSequences(
    _ change: (inout [Coordinate]) throws(UserError) -> Void
  ) throws(UserError) -> Geometry {
    switch type {
    case .point:
      guard var positions = Optional(coordinates), !positions.isEmpty else { return self }
      try change(&positions)
      return try Geometry.point(positions[0])
    case .lineString:
      var positions = coordinates
      try change(&positions)
      return try Geometry.lineString(positions)
    case .polygon:
      guard var rings = polygons.first else { return self }
      for index in rings.indices { try change(&rings[index]) }
      return try Geometry.polygon(shell: rings[0], holes: Array(rings.dropFirst()))
    case .multiPolygon:
      var polygons = polygons
      for polygon in polygons.indices {
        for ring in polygons[polygon].indices { try change(&polygons[polygon][ring]) }
      }
      return try Geometry.multiPolygon(polygons)
    case .multiPoint, .multiLineString, .collection:
      var changed: [Geometry] = []
      for member in members { changed.append(try member.mapSequences(change)) }
      return try Geometry.collect(changed, as: collectionCode)
    }
  }

  /// The geometry with shells anticlockwise and holes clockwise, as RFC 7946 wants them; points
  /// and lines as they are.
  /// - Throws: DR-103 when GEOS refuses.
  public func rightHanded() throws(UserError) -> Geometry {
    switch type {
    case .point, .lineString, .multiPoint, .multiLineString: return self
    case .polygon:
      guard let rings = polygons.first.map(Ring.rightHanded) else { return self }
      return try Geometry.polygon(shell: rings[0], holes: Array(rings.dropFirst()))
    case .multiPolygon:
      return try Geometry.multiPolygon(polygons.map(Ring.rightHanded))
    case .collection:
      var changed: [Geometry] = []
      for member in members { changed.append(try member.rightHanded()) }
      return try Geometry.collection(changed)
    }
  }

  private var collectionCode: GEOSGeomTypes {
    switch type {
    case .multiPoint: GEOS_MULTIPOINT
    case .multiLineString: GEOS_MULTILINESTRING
    case .multiPolygon: GEOS_MULTIPOLYGON
    default: GEOS_GEOMETRYCOLLECTION
    }
  }

  /// The rings of all single parts of the wanted type.
  private func leaves(where wanted: (GeometryType) -> Bool) -> [[[Coordinate]]] {
    let context = GEOSContext.current
    var found: [[[Coordinate]]] = []
    forEachLeaf(of: pointer, in: context) { leaf in
      guard wanted(GeometryType(code: GEOSGeomTypeId_r(context.handle, leaf))) else { return }
      let rings = Geometry.rings(of: leaf, in: context)
      if let first = rings.first, !first.isEmpty { found.append(rings) }
    }
    return found
  }

  private func forEachLeaf(
    of pointer: OpaquePointer, in context: GEOSContext, _ visit: (OpaquePointer) -> Void
  ) {
    switch GeometryType(code: GEOSGeomTypeId_r(context.handle, pointer)) {
    case .point, .lineString, .polygon: visit(pointer)
    case .multiPoint, .multiLineString, .multiPolygon, .collection:
      for index in 0..<max(0, GEOSGetNumGeometries_r(context.handle, pointer)) {
        guard let part = GEOSGetGeometryN_r(context.handle, pointer, index) else { continue }
        forEachLeaf(of: part, in: context, visit)
      }
    }
  }

  /// The positions of a point or line as one ring, of a polygon as shell and holes.
  private static func rings(of leaf: OpaquePointer, in context: GEOSContext) -> [[Coordinate]] {
    let handle = context.handle
    guard GEOSisEmpty_r(handle, leaf) == 0 else { return [] }
    guard GEOSGeomTypeId_r(handle, leaf) == Int32(GEOS_POLYGON.rawValue) else {
      return [positions(of: leaf, in: context)]
    }
    var rings = [positions(of: GEOSGetExteriorRing_r(handle, leaf), in: context)]
    for index in 0..<max(0, GEOSGetNumInteriorRings_r(handle, leaf)) {
      rings.append(positions(of: GEOSGetInteriorRingN_r(handle, leaf, index), in: context))
    }
    return rings
  }

  private static func positions(
    of line: OpaquePointer?, in context: GEOSContext
  ) -> [Coordinate] {
    var count: UInt32 = 0
    guard let line, let sequence = GEOSGeom_getCoordSeq_r(context.handle, line),
      GEOSCoordSeq_getSize_r(context.handle, sequence, &count) == 1
    else { return [] }
    let size = Int(count)
    return [Coordinate](unsafeUninitializedCapacity: size) { buffer, written in
      buffer.withMemoryRebound(to: Double.self) { ordinates in
        let done = GEOSCoordSeq_copyToBuffer_r(
          context.handle, sequence, ordinates.baseAddress, 0, 0)
        written = done == 1 ? size : 0
      }
    }
  }
}
