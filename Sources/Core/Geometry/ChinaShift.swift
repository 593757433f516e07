#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The shifts of map services in China: GCJ-02, and BD-09 on top of it.
///
/// The formulas are those known in public; there is no official publication. They hold in mainland
/// China only. The box of `applies(to:)` is the one that map libraries use, and it holds much that
/// is not shifted: Taiwan, Hong Kong, Macao, Korea, Mongolia and parts of other neighbours. Outside
/// the box positions are returned as they are; leaving out the rest by a polygon is the caller's
/// matter.
public enum ChinaShift {
  /// Whether a position in degrees lies in the box in which the shifts are applied.
  public static func applies(to position: Coordinate) -> Bool {
    position.longitude >= 72.004 && position.longitude <= 137.8347
      && position.latitude >= 0.8293 && position.latitude <= 55.8271
  }

  /// WGS 84 to GCJ-02.
  public static func gcj02(fromWGS84 position: Coordinate) -> Coordinate {
    applies(to: position) ? shifted(position) : position
  }

  /// GCJ-02 to WGS 84, to 1e-9 degrees by fixed-point iteration.
  public static func wgs84(fromGCJ02 position: Coordinate) -> Coordinate {
    applies(to: position) ? inverse(of: shifted, at: position) : position
  }

  /// GCJ-02 to BD-09.
  public static func bd09(fromGCJ02 position: Coordinate) -> Coordinate {
    applies(to: position) ? turned(position) : position
  }

  /// BD-09 to GCJ-02, to 1e-9 degrees by fixed-point iteration.
  public static func gcj02(fromBD09 position: Coordinate) -> Coordinate {
    applies(to: position) ? inverse(of: turned, at: position) : position
  }

  private static func shifted(_ position: Coordinate) -> Coordinate {
    // Krasovsky 1940.
    let semiMajorAxis = 6_378_245.0
    let squaredEccentricity = 0.00669342162296594323
    let x = position.longitude - 105
    let y = position.latitude - 35
    let latitude = position.latitude * .pi / 180
    let root = abs(x).squareRoot()
    let ripple = 2.0 / 3 * (20 * sin(6 * x * .pi) + 20 * sin(2 * x * .pi))
    var north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + ripple
    north += 2.0 / 3 * (20 * sin(y * .pi) + 40 * sin(y / 3 * .pi))
    north += 2.0 / 3 * (160 * sin(y / 12 * .pi) + 320 * sin(y / 30 * .pi))
    var east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + ripple
    east += 2.0 / 3 * (20 * sin(x * .pi) + 40 * sin(x / 3 * .pi))
    east += 2.0 / 3 * (150 * sin(x / 12 * .pi) + 300 * sin(x / 30 * .pi))
    let sine = sin(latitude)
    let magic = 1 - squaredEccentricity * sine * sine
    let meridianRadius = semiMajorAxis * (1 - squaredEccentricity) / (magic * magic.squareRoot())
    let parallelRadius = semiMajorAxis / magic.squareRoot() * cos(latitude)
    return Coordinate(
      longitude: position.longitude + east * 180 / (parallelRadius * .pi),
      latitude: position.latitude + north * 180 / (meridianRadius * .pi))
  }

  private static func turned(_ position: Coordinate) -> Coordinate {
    let factor = 3000 * Double.pi / 180
    let x = position.longitude
    let y = position.latitude
    let radius = (x * x + y * y).squareRoot() + 2e-5 * sin(y * factor)
    let angle = atan2(y, x) + 3e-6 * cos(x * factor)
    return Coordinate(
      longitude: radius * cos(angle) + 0.0065, latitude: radius * sin(angle) + 0.006)
  }

  /// The shifts change slowly, so that each step takes off all but some thousandths of the error;
  /// the bound on steps is a guard only.
  private static func inverse(
    of forward: (Coordinate) -> Coordinate, at target: Coordinate
  ) -> Coordinate {
    var guess = target
    for _ in 0..<30 {
      let reached = forward(guess)
      let east = target.x - reached.x
      let north = target.y - reached.y
      guess.x += east
      guess.y += north
      if max(abs(east), abs(north)) < 1e-11 { break }
    }
    return guess
  }
}
