import CPROJ

/// The step between one EPSG system and degrees of CGCS2000, east before north on both sides.
final class PROJStage {
  private let context = PROJContext()
  private let pointer: OpaquePointer
  private let system: CoordinateSystem

  /// Whether a stage runs to degrees or from degrees.
  enum Direction {
    case toDegrees
    case fromDegrees
  }

  init(_ code: Int) throws(UserError) {
    system = .epsg(code)
    let raw = PROJStage.transformation(code, context)
    defer { proj_destroy(raw) }
    guard let raw, let normalized = proj_normalize_for_visualization(context.pointer, raw) else {
      throw UserError(
        "DR-111", .badData, at: "coordinate system EPSG:\(code)", context.takeMessage(),
        remedy: "give a system with a known transformation to CGCS2000, such as EPSG:4527")
    }
    pointer = normalized
  }

  deinit { proj_destroy(pointer) }

  /// A transformation that PROJ only guesses (a datum without known shift) is not accepted, as it
  /// would be wrong by a hundred metres in silence. A system on WGS 84, or one that is used nowhere
  /// near China and so has no transformation to CGCS2000, goes to degrees of WGS 84, which count as
  /// CGCS2000.
  private static func transformation(_ code: Int, _ context: PROJContext) -> OpaquePointer? {
    guard let system = proj_create(context.pointer, "EPSG:\(code)") else { return nil }
    defer { proj_destroy(system) }
    var degrees = "EPSG:4490"
    if let geodetic = proj_crs_get_geodetic_crs(context.pointer, system) {
      if let id = proj_get_id_code(geodetic, 0), ["4326", "4979"].contains(String(cString: id)) {
        degrees = "EPSG:4326"
      }
      proj_destroy(geodetic)
    }
    if isFarFromChina(system, context) { degrees = "EPSG:4326" }
    guard let target = proj_create(context.pointer, degrees) else { return nil }
    defer { proj_destroy(target) }
    return "ALLOW_BALLPARK=NO".withCString { noGuess in
      let options: [UnsafePointer<CChar>?] = [noGuess, nil]
      return proj_create_crs_to_crs_from_pj(context.pointer, system, target, nil, options)
    }
  }

  /// Whether the registry's area of use of a system has no longitude in common with CGCS2000's (73.62 to
  /// 134.77 degrees east).
  private static func isFarFromChina(_ system: OpaquePointer, _ context: PROJContext) -> Bool {
    var west = 0.0
    var east = 0.0
    guard proj_get_area_of_use(context.pointer, system, &west, nil, &east, nil, nil) == 1,
      west > -1000, east > -1000, west <= east
    else { return false }
    return east < 73.62 || west > 134.77
  }

  /// Transforms all positions in place.
  /// - Throws: DR-112 with the number of the first position that has no image.
  func transform(_ positions: inout [Coordinate], _ direction: Direction) throws(UserError) {
    guard !positions.isEmpty else { return }
    let given = positions
    let count = positions.count
    proj_errno_reset(pointer)
    positions.withUnsafeMutableBufferPointer { buffer in
      buffer.withMemoryRebound(to: Double.self) { ordinates in
        guard let base = ordinates.baseAddress else { return }
        let stride = MemoryLayout<Coordinate>.stride
        _ = proj_trans_generic(
          pointer, direction == .toDegrees ? PJ_FWD : PJ_INV, base, stride, count, base + 1,
          stride, count, nil, 0, 0, nil, 0, 0)
      }
    }
    for (index, position) in positions.enumerated()
    where !position.x.isFinite || !position.y.isFinite {
      let error = proj_errno(pointer)
      let reason =
        error == 0
        ? context.takeMessage() : String(cString: proj_context_errno_string(context.pointer, error))
      positions = given
      throw UserError(
        "DR-112", .badData, at: "position \(index + 1)",
        "(\(given[index].x), \(given[index].y)) cannot be transformed "
          + "\(direction == .toDegrees ? "from" : "to") \(system): \(reason)",
        remedy: "check the position and the coordinate system, and that east comes before north")
    }
  }
}
