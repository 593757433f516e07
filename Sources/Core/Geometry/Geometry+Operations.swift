import CGEOS

extension Geometry {
  /// All that is in either.
  /// - Throws: DR-103 when GEOS gives up.
  public func union(_ other: Geometry) throws(UserError) -> Geometry {
    let context = GEOSContext.current
    return try Geometry.owning(
      GEOSUnion_r(context.handle, pointer, other.pointer), from: "union", in: context)
  }

  /// The union of many at once, which is much faster than one by one.
  /// - Throws: DR-103 when GEOS gives up.
  public static func unaryUnion(_ members: [Geometry]) throws(UserError) -> Geometry {
    let together = try collection(members)
    let context = GEOSContext.current
    return try owning(
      GEOSUnaryUnion_r(context.handle, together.pointer), from: "union", in: context)
  }

  /// All that is in both.
  /// - Throws: DR-103 when GEOS gives up.
  public func intersection(_ other: Geometry) throws(UserError) -> Geometry {
    let context = GEOSContext.current
    return try Geometry.owning(
      GEOSIntersection_r(context.handle, pointer, other.pointer), from: "intersection",
      in: context)
  }

  /// What is in this and not in the other.
  /// - Throws: DR-103 when GEOS gives up.
  public func difference(_ other: Geometry) throws(UserError) -> Geometry {
    let context = GEOSContext.current
    return try Geometry.owning(
      GEOSDifference_r(context.handle, pointer, other.pointer), from: "difference", in: context)
  }

  /// All within a distance, in the unit of the positions; negative shrinks an area.
  /// - Parameter quadrantSegments: segments that stand for a quarter circle, 1 or more.
  /// - Throws: DR-103 when GEOS gives up.
  public func buffer(
    _ distance: Double, quadrantSegments: Int = 8
  ) throws(UserError) -> Geometry {
    let context = GEOSContext.current
    return try Geometry.owning(
      GEOSBuffer_r(context.handle, pointer, distance, Int32(clamping: max(1, quadrantSegments))),
      from: "buffer", in: context)
  }

  /// The geometry with fewer positions, none further than the tolerance from where it was, rings
  /// kept from crossing (Douglas and Peucker, topology kept).
  /// - Throws: DR-103 when GEOS gives up.
  public func simplified(tolerance: Double) throws(UserError) -> Geometry {
    let context = GEOSContext.current
    return try Geometry.owning(
      GEOSTopologyPreserveSimplify_r(context.handle, pointer, max(0, tolerance)),
      from: "simplification", in: context)
  }

  /// The geometry repaired into a valid one; an area stays an area, parts of it that collapse to
  /// lines are dropped.
  /// - Throws: DR-103 when GEOS gives up.
  public func makeValid() throws(UserError) -> Geometry {
    if isValid { return self }
    let context = GEOSContext.current
    guard let parameters = GEOSMakeValidParams_create_r(context.handle) else {
      throw context.failure(of: "repair")
    }
    defer { GEOSMakeValidParams_destroy_r(context.handle, parameters) }
    GEOSMakeValidParams_setMethod_r(context.handle, parameters, GEOS_MAKE_VALID_STRUCTURE)
    GEOSMakeValidParams_setKeepCollapsed_r(context.handle, parameters, 0)
    return try Geometry.owning(
      GEOSMakeValidWithParams_r(context.handle, pointer, parameters), from: "repair", in: context)
  }

  /// A point that is certainly inside an area (or on a line).
  /// - Throws: DR-103 when GEOS gives up or the geometry is empty.
  public func pointOnSurface() throws(UserError) -> Coordinate {
    let context = GEOSContext.current
    return try position(
      of: GEOSPointOnSurface_r(context.handle, pointer), from: "point on surface", in: context)
  }

  /// The centre of mass, which may lie outside.
  /// - Throws: DR-103 when GEOS gives up or the geometry is empty.
  public func centroid() throws(UserError) -> Coordinate {
    let context = GEOSContext.current
    return try position(
      of: GEOSGetCentroid_r(context.handle, pointer), from: "centroid", in: context)
  }

  /// The smallest convex geometry round it.
  /// - Throws: DR-103 when GEOS gives up.
  public func convexHull() throws(UserError) -> Geometry {
    let context = GEOSContext.current
    return try Geometry.owning(
      GEOSConvexHull_r(context.handle, pointer), from: "convex hull", in: context)
  }

  private func position(
    of point: OpaquePointer?, from operation: String, in context: GEOSContext
  ) throws(UserError) -> Coordinate {
    let found = try Geometry.owning(point, from: operation, in: context)
    guard let position = found.coordinates.first else {
      throw UserError(
        "DR-103", .badData, at: "geometry \(operation)", "the geometry is empty",
        remedy: "leave empty geometries out")
    }
    return position
  }
}
