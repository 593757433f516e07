import CPROJ

/// What the EPSG registry says of a system of two axes, for files that must say what their positions are.
public struct CoordinateSystemDefinition: Hashable, Sendable {
  /// Code in the registry.
  public let code: Int
  /// Name in the registry.
  public let name: String
  /// Well-known text of OGC 01-009 ("WKT 1"), on one line.
  public let wellKnownText: String
  /// Whether positions are degrees of longitude and latitude; otherwise they lie in a plane.
  public let isGeographic: Bool
  /// Where the registry means it to be used, in degrees; nil where it does not say, or the area crosses the antimeridian.
  public let areaOfUse: BoundingBox?

  /// Looks a code up.
  ///
  /// - Throws: DR-727 for a code that PROJ does not know, or whose system is neither geographic nor projected with
  ///   two axes, such as one of heights.
  public init(epsg code: Int) throws(UserError) {
    let context = PROJContext()
    let system = proj_create(context.pointer, "EPSG:\(code)")
    defer { proj_destroy(system) }
    guard let system else { throw Self.refused(code, context.takeMessage()) }
    switch proj_get_type(system) {
    case PJ_TYPE_GEOGRAPHIC_2D_CRS: isGeographic = true
    case PJ_TYPE_PROJECTED_CRS: isGeographic = false
    default: throw Self.refused(code, "it is no system of two axes on the ground")
    }
    let text = "MULTILINE=NO".withCString { oneLine -> String? in
      let options: [UnsafePointer<CChar>?] = [oneLine, nil]
      return proj_as_wkt(context.pointer, system, PJ_WKT1_GDAL, options).map { String(cString: $0) }
    }
    guard let text, let name = proj_get_name(system) else {
      throw Self.refused(code, context.takeMessage())
    }
    var west = 0.0
    var south = 0.0
    var east = 0.0
    var north = 0.0
    // PROJ says -1000 for what it does not know.
    let isKnown =
      proj_get_area_of_use(context.pointer, system, &west, &south, &east, &north, nil) == 1
    areaOfUse =
      isKnown && west >= -180 && south >= -90 && west <= east && south <= north
      ? BoundingBox(minX: west, minY: south, maxX: east, maxY: north) : nil
    self.code = code
    self.name = String(cString: name)
    wellKnownText = text
  }

  private static func refused(_ code: Int, _ problem: String) -> UserError {
    UserError(
      "DR-727", .badData, at: "coordinate system EPSG:\(code)", problem,
      remedy: "give a geographic or projected system, such as EPSG:4527")
  }
}

extension CoordinateSystem {
  /// The code in the EPSG registry; nil for the shifted systems, which have none.
  public var epsgCode: Int? {
    switch self {
    case .wgs84: 4326
    case .cgcs2000: 4490
    case .epsg(let code): code
    case .gcj02, .bd09: nil
    }
  }
}
