#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Metres in a degree on the GRS80 ellipsoid at one latitude.
public struct EllipsoidDegree: Hashable, Sendable {
  /// Along the parallel.
  public let eastMetres: Double
  /// Along the meridian.
  public let northMetres: Double

  /// At a latitude in degrees, −90 to 90.
  public init(at latitude: Double) {
    let flattening = 1 / 298.257222101
    let squaredEccentricity = flattening * (2 - flattening)
    let phi = latitude * Double.pi / 180
    let magic = 1 - squaredEccentricity * sin(phi) * sin(phi)
    let normal = 6_378_137 / magic.squareRoot()
    eastMetres = normal * cos(phi) * Double.pi / 180
    northMetres = normal * (1 - squaredEccentricity) / magic * Double.pi / 180
  }
}
