import CGEOS

/// A geometry with an index for many questions against it. GEOS builds the index at the first
/// question, so a prepared geometry belongs to one thread: it is not Sendable on purpose.
public final class PreparedGeometry {
  /// What was prepared.
  public let geometry: Geometry
  private let pointer: OpaquePointer

  /// Prepares a geometry.
  /// - Throws: DR-103 when GEOS refuses.
  public init(_ geometry: Geometry) throws(UserError) {
    let context = GEOSContext.current
    guard let pointer = GEOSPrepare_r(context.handle, geometry.pointer) else {
      throw context.failure(of: "preparation")
    }
    self.geometry = geometry
    self.pointer = pointer
  }

  deinit {
    GEOSPreparedGeom_destroy_r(GEOSContext.current.handle, pointer)
  }

  /// Whether the position lies inside or on the boundary.
  public func contains(_ position: Coordinate) -> Bool {
    guard geometry.envelope.contains(position) else { return false }
    let context = GEOSContext.current
    guard let point = GEOSGeom_createPointFromXY_r(context.handle, position.x, position.y) else {
      return false
    }
    defer { GEOSGeom_destroy_r(context.handle, point) }
    return GEOSPreparedIntersects_r(context.handle, pointer, point) == 1
  }

  /// Whether the two share at least a point.
  /// - Throws: DR-103 when GEOS gives up.
  public func intersects(_ other: Geometry) throws(UserError) -> Bool {
    guard geometry.envelope.intersects(other.envelope) else { return false }
    let context = GEOSContext.current
    switch GEOSPreparedIntersects_r(context.handle, pointer, other.pointer) {
    case 0: return false
    case 1: return true
    default: throw context.failure(of: "intersects")
    }
  }

  /// Whether the other lies inside, boundary included.
  /// - Throws: DR-103 when GEOS gives up.
  public func covers(_ other: Geometry) throws(UserError) -> Bool {
    guard geometry.envelope.covers(other.envelope) else { return false }
    let context = GEOSContext.current
    switch GEOSPreparedCovers_r(context.handle, pointer, other.pointer) {
    case 0: return false
    case 1: return true
    default: throw context.failure(of: "covers")
    }
  }
}
