import CGEOS

/// The kinds of simple features; raw values are GeoJSON's names (a ring counts as a line string).
public enum GeometryType: String, Sendable, CaseIterable {
  /// One position.
  case point = "Point"
  /// A line through positions.
  case lineString = "LineString"
  /// An area with a shell and holes.
  case polygon = "Polygon"
  /// Several positions.
  case multiPoint = "MultiPoint"
  /// Several lines.
  case multiLineString = "MultiLineString"
  /// Several areas.
  case multiPolygon = "MultiPolygon"
  /// Anything of the above together.
  case collection = "GeometryCollection"

  init(code: Int32) {
    switch code {
    case Int32(GEOS_POINT.rawValue): self = .point
    case Int32(GEOS_LINESTRING.rawValue), Int32(GEOS_LINEARRING.rawValue): self = .lineString
    case Int32(GEOS_POLYGON.rawValue): self = .polygon
    case Int32(GEOS_MULTIPOINT.rawValue): self = .multiPoint
    case Int32(GEOS_MULTILINESTRING.rawValue): self = .multiLineString
    case Int32(GEOS_MULTIPOLYGON.rawValue): self = .multiPolygon
    default: self = .collection
    }
  }
}

/// A two-dimensional simple feature, immutable, computed on by GEOS.
///
/// Degrees or metres: the geometry does not know, whoever holds it says so by name. Operations
/// throw `UserError` DR-103 with GEOS's own message.
///
/// Sendable unchecked: GEOS changes a geometry under const functions in two places only, the
/// caches of envelope and of dimension; both are filled for every part in `init`, before the
/// geometry can be seen by a second thread.
public final class Geometry: @unchecked Sendable {
  let pointer: OpaquePointer
  /// The smallest box round the geometry; empty for an empty geometry.
  public let envelope: BoundingBox

  /// Takes ownership of a geometry that GEOS made.
  init(owning pointer: OpaquePointer, in context: GEOSContext) {
    self.pointer = pointer
    Geometry.fillCaches(of: pointer, in: context)
    envelope = Geometry.envelope(of: pointer, in: context)
  }

  deinit {
    GEOSGeom_destroy_r(GEOSContext.current.handle, pointer)
  }

  /// Takes ownership of what an operation returned, or reports why it returned nothing.
  static func owning(
    _ pointer: OpaquePointer?, from operation: String, in context: GEOSContext
  ) throws(UserError) -> Geometry {
    guard let pointer else { throw context.failure(of: operation) }
    return Geometry(owning: pointer, in: context)
  }

  /// What sort of geometry it is.
  public var type: GeometryType {
    GeometryType(code: GEOSGeomTypeId_r(GEOSContext.current.handle, pointer))
  }

  /// Whether it holds no position at all.
  public var isEmpty: Bool { envelope.isEmpty }

  private static func envelope(of pointer: OpaquePointer, in context: GEOSContext) -> BoundingBox {
    var box = BoundingBox()
    guard GEOSisEmpty_r(context.handle, pointer) == 0 else { return box }
    GEOSGeom_getXMin_r(context.handle, pointer, &box.minX)
    GEOSGeom_getYMin_r(context.handle, pointer, &box.minY)
    GEOSGeom_getXMax_r(context.handle, pointer, &box.maxX)
    GEOSGeom_getYMax_r(context.handle, pointer, &box.maxY)
    return box
  }

  /// Makes GEOS compute the envelope and dimension of every part now: it caches them lazily, and a
  /// first look from two threads at once would be a race.
  private static func fillCaches(of pointer: OpaquePointer, in context: GEOSContext) {
    let handle = context.handle
    switch GeometryType(code: GEOSGeomTypeId_r(handle, pointer)) {
    case .point, .lineString:
      touch(pointer, in: context)
    case .polygon:
      guard GEOSisEmpty_r(handle, pointer) == 0 else { return }
      if let shell = GEOSGetExteriorRing_r(handle, pointer) { touch(shell, in: context) }
      for index in 0..<max(0, GEOSGetNumInteriorRings_r(handle, pointer)) {
        if let hole = GEOSGetInteriorRingN_r(handle, pointer, index) { touch(hole, in: context) }
      }
      _ = envelope(of: pointer, in: context)
    case .multiPoint, .multiLineString, .multiPolygon, .collection:
      for index in 0..<max(0, GEOSGetNumGeometries_r(handle, pointer)) {
        if let part = GEOSGetGeometryN_r(handle, pointer, index) {
          fillCaches(of: part, in: context)
        }
      }
    }
  }

  private static func touch(_ pointer: OpaquePointer, in context: GEOSContext) {
    _ = envelope(of: pointer, in: context)
    var dimensions: UInt32 = 0
    if let sequence = GEOSGeom_getCoordSeq_r(context.handle, pointer) {
      GEOSCoordSeq_getDimensions_r(context.handle, sequence, &dimensions)
    }
  }
}
