#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The Mollweide equal-area projection of the sphere of WGS 84's semi-major axis about Greenwich,
/// ESRI:54009, as the Global Human Settlement Layer has it.
///
/// Closed formulas after J. P. Snyder, Map Projections: A Working Manual (1987), equations 31-1 to
/// 31-4; like PROJ it takes geographic latitude for that of the sphere.
public enum Mollweide {
  /// Radius of the sphere in metres.
  public static let radiusMetres = 6_378_137.0

  /// Metres east and north of a position in degrees.
  public static func project(_ position: Coordinate) -> Coordinate {
    let phi = position.latitude * .pi / 180
    let lambda = position.longitude * .pi / 180
    let theta = auxiliary(phi)
    return Coordinate(
      x: 2 * 2.0.squareRoot() / .pi * radiusMetres * lambda * cos(theta),
      y: 2.0.squareRoot() * radiusMetres * sin(theta))
  }

  /// The angle theta of 2 theta + sin 2 theta = pi sin phi, by Newton's method.
  private static func auxiliary(_ phi: Double) -> Double {
    // At the poles the derivative is 0, and theta is phi.
    guard abs(phi) < .pi / 2 - 1e-9 else { return phi }
    let target = Double.pi * sin(phi)
    var theta = phi
    for _ in 0..<60 {
      let step = (2 * theta + sin(2 * theta) - target) / (2 + 2 * cos(2 * theta))
      theta -= step
      if abs(step) < 1e-15 { break }
    }
    return theta
  }
}
