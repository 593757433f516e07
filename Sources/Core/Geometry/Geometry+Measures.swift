import CGEOS

/// Why a geometry is not valid.
public struct Invalidity: Hashable, Sendable {
  /// GEOS's reason, such as `Self-intersection`.
  public let reason: String
  /// Where, as far as GEOS says.
  public let location: Coordinate?
}

extension Geometry {
  /// Area in the plane, in the square of the unit of the positions; 0 for lines and points.
  public var area: Double {
    var area = 0.0
    GEOSArea_r(GEOSContext.current.handle, pointer, &area)
    return area
  }

  /// Length of lines, or of all rings of areas, in the unit of the positions.
  public var length: Double {
    var length = 0.0
    GEOSLength_r(GEOSContext.current.handle, pointer, &length)
    return length
  }

  /// Whether it obeys the rules of simple features: rings closed, none crossing, holes inside.
  public var isValid: Bool {
    GEOSisValid_r(GEOSContext.current.handle, pointer) == 1
  }

  /// Why and where it is not valid; nil when it is.
  public var invalidReason: Invalidity? {
    let context = GEOSContext.current
    var reason: UnsafeMutablePointer<CChar>?
    var location: OpaquePointer?
    let valid = GEOSisValidDetail_r(context.handle, pointer, 0, &reason, &location)
    defer { if let reason { GEOSFree_r(context.handle, reason) } }
    let place = location.map { Geometry(owning: $0, in: context) }
    guard valid != 1 else { return nil }
    return Invalidity(
      reason: reason.map { String(cString: $0) } ?? "not valid",
      location: place?.coordinates.first)
  }

  /// Whether the position lies inside or on the boundary.
  public func contains(_ position: Coordinate) -> Bool {
    guard envelope.contains(position) else { return false }
    let context = GEOSContext.current
    guard let point = GEOSGeom_createPointFromXY_r(context.handle, position.x, position.y) else {
      return false
    }
    defer { GEOSGeom_destroy_r(context.handle, point) }
    return GEOSIntersects_r(context.handle, pointer, point) == 1
  }

  /// Whether the two share at least a point.
  /// - Throws: DR-103 when GEOS gives up.
  public func intersects(_ other: Geometry) throws(UserError) -> Bool {
    guard envelope.intersects(other.envelope) else { return false }
    let context = GEOSContext.current
    switch GEOSIntersects_r(context.handle, pointer, other.pointer) {
    case 0: return false
    case 1: return true
    default: throw context.failure(of: "intersects")
    }
  }

  /// Shortest distance between the two, in the unit of the positions.
  /// - Throws: DR-103 when GEOS gives up.
  public func distance(to other: Geometry) throws(UserError) -> Double {
    let context = GEOSContext.current
    var distance = 0.0
    guard GEOSDistance_r(context.handle, pointer, other.pointer, &distance) == 1 else {
      throw context.failure(of: "distance")
    }
    return distance
  }

  /// Well-known text with as many digits as bring every ordinate back, no trailing zeros.
  public var wkt: String {
    let context = GEOSContext.current
    guard let writer = GEOSWKTWriter_create_r(context.handle) else { return "" }
    defer { GEOSWKTWriter_destroy_r(context.handle, writer) }
    GEOSWKTWriter_setTrim_r(context.handle, writer, 1)
    GEOSWKTWriter_setRoundingPrecision_r(context.handle, writer, 17)
    GEOSWKTWriter_setOutputDimension_r(context.handle, writer, 2)
    guard let text = GEOSWKTWriter_write_r(context.handle, writer, pointer) else { return "" }
    defer { GEOSFree_r(context.handle, text) }
    return String(cString: text)
  }
}
