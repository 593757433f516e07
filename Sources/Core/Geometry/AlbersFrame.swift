#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The linear map round an origin between offsets on the Albers plane and true metres east and
/// north: the turn by the meridian's convergence n (lon - 105), and the scales k along the parallel
/// and 1/k along the meridian, which leave areas as they are.
///
/// Distances from the origin hold to 1e-4 at 5 km between 20 and 46 degrees north, where nearly
/// all cities lie, and to 2e-4 in the rest of China: k changes with latitude. The error grows in
/// proportion to the distance.
public struct AlbersFrame: Hashable, Sendable {
  /// The origin in degrees.
  public let origin: Coordinate
  /// The origin on the Albers plane, in metres.
  public let planeOrigin: Coordinate
  /// Angle between the plane's y axis and true north at the origin, in radians, positive east of
  /// 105 degrees, where true north leans to the left on the plane.
  public let convergence: Double
  /// Metres on the plane per metre along the parallel; along the meridian it is the inverse.
  public let parallelScale: Double
  private let sine: Double
  private let cosine: Double

  init(albers: Albers, origin: Coordinate) {
    self.origin = origin
    planeOrigin = albers.project(origin)
    convergence = albers.polar(origin).angle
    parallelScale = albers.parallelScale(at: origin)
    sine = sin(convergence)
    cosine = cos(convergence)
  }

  /// Metres east and north of the origin, of a position on the Albers plane.
  public func local(_ plane: Coordinate) -> Coordinate {
    let dx = plane.x - planeOrigin.x
    let dy = plane.y - planeOrigin.y
    return Coordinate(
      x: (dx * cosine + dy * sine) / parallelScale, y: (dy * cosine - dx * sine) * parallelScale)
  }

  /// A position on the Albers plane, by metres east and north of the origin.
  public func plane(_ local: Coordinate) -> Coordinate {
    let east = local.x * parallelScale
    let north = local.y / parallelScale
    return Coordinate(
      x: planeOrigin.x + east * cosine - north * sine,
      y: planeOrigin.y + east * sine + north * cosine)
  }
}

extension Albers {
  /// The frame of true metres round a position in degrees.
  public func localFrame(at origin: Coordinate) -> AlbersFrame {
    AlbersFrame(albers: self, origin: origin)
  }
}
