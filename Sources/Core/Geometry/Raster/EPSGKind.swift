import CPROJ

/// Whether a system of the EPSG registry is of degrees or of a plane.
enum EPSGKind {
  case geographic
  case projected

  /// Looks a code up.
  /// - Throws: DR-183 when PROJ does not know it, or it is neither.
  init(_ code: Int) throws(UserError) {
    let context = PROJContext()
    let system = proj_create(context.pointer, "EPSG:\(code)")
    defer { proj_destroy(system) }
    switch system.map({ proj_get_type($0) }) {
    case PJ_TYPE_GEOGRAPHIC_2D_CRS?, PJ_TYPE_GEOGRAPHIC_3D_CRS?: self = .geographic
    case PJ_TYPE_PROJECTED_CRS?: self = .projected
    default:
      throw UserError(
        "DR-183", .badData, at: "raster",
        "EPSG:\(code) is not known as a geographic or projected system",
        remedy: "give a system such as EPSG:4490 or EPSG:4547")
    }
  }
}
