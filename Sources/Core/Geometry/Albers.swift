#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// China's equal-area projection: Albers with standard parallels 25 and 47 north and central
/// meridian 105 east on GRS80 (`+proj=aea +lat_0=0 +lon_0=105 +lat_1=25 +lat_2=47 +ellps=GRS80`).
///
/// Closed formulas after J. P. Snyder, Map Projections: A Working Manual (1987), equations 3-12,
/// 3-16, 14-12 to 14-21. Metres east of the central meridian and north of the equator.
public struct Albers: Hashable, Sendable {
  private static let semiMajorAxis = 6_378_137.0
  private let squaredEccentricity: Double
  private let eccentricity: Double
  /// Snyder's n: by how much meridians turn in the plane for a turn round the axis.
  let cone: Double
  private let constant: Double
  private let originRadius: Double

  /// The projection of China.
  public static let china = Albers()

  private init() {
    let flattening = 1 / 298.257222101
    squaredEccentricity = flattening * (2 - flattening)
    eccentricity = squaredEccentricity.squareRoot()
    let south = 25 * Double.pi / 180
    let north = 47 * Double.pi / 180
    let southWidth = Albers.parallelRadius(south, squaredEccentricity)
    let northWidth = Albers.parallelRadius(north, squaredEccentricity)
    let southQ = Albers.authalic(sin(south), squaredEccentricity, eccentricity)
    let northQ = Albers.authalic(sin(north), squaredEccentricity, eccentricity)
    cone = (southWidth * southWidth - northWidth * northWidth) / (northQ - southQ)
    constant = southWidth * southWidth + cone * southQ
    originRadius = Albers.semiMajorAxis * constant.squareRoot() / cone
  }

  /// Degrees to metres.
  public func project(_ position: Coordinate) -> Coordinate {
    let (radius, angle) = polar(position)
    return Coordinate(x: radius * sin(angle), y: originRadius - radius * cos(angle))
  }

  /// Metres to degrees.
  public func unproject(_ plane: Coordinate) -> Coordinate {
    let down = originRadius - plane.y
    let radius = (plane.x * plane.x + down * down).squareRoot()
    let angle = atan2(plane.x, down)
    let scaled = radius * cone / Albers.semiMajorAxis
    let latitude = latitude(ofAuthalic: (constant - scaled * scaled) / cone)
    return Coordinate(
      longitude: 105 + angle / cone * 180 / .pi, latitude: latitude * 180 / .pi)
  }

  /// Area of a geometry in degrees, in square metres.
  ///
  /// Vertices are projected and joined by straight lines in the plane; edges are not densified.
  /// Where edges are long (some 100 km along a parallel) the area between them differs by how an edge is
  /// meant, not by an error of the projection.
  /// - Throws: DR-101 when a vertex has no image.
  public func area(of geometry: Geometry) throws(UserError) -> Double {
    try project(geometry).area
  }

  /// A geometry in degrees, in metres.
  /// - Throws: DR-101 when a vertex has no image.
  public func project(_ geometry: Geometry) throws(UserError) -> Geometry {
    try geometry.mapSequences { (positions) throws(UserError) in
      for index in positions.indices { positions[index] = project(positions[index]) }
    }
  }

  /// A geometry in metres, in degrees.
  /// - Throws: DR-101 when a vertex has no image.
  public func unproject(_ geometry: Geometry) throws(UserError) -> Geometry {
    try geometry.mapSequences { (positions) throws(UserError) in
      for index in positions.indices { positions[index] = unproject(positions[index]) }
    }
  }

  /// Distance from the cone's apex, and angle from the central meridian, of a position in degrees.
  func polar(_ position: Coordinate) -> (radiusMetres: Double, angle: Double) {
    let sine = sin(position.latitude * .pi / 180)
    let q = Albers.authalic(sine, squaredEccentricity, eccentricity)
    let radius = Albers.semiMajorAxis * (constant - cone * q).squareRoot() / cone
    return (radius, cone * (position.longitude - 105) * .pi / 180)
  }

  /// Scale along the parallel; along the meridian it is the inverse.
  func parallelScale(at position: Coordinate) -> Double {
    let width = Albers.parallelRadius(position.latitude * .pi / 180, squaredEccentricity)
    return polar(position).radiusMetres * cone / (Albers.semiMajorAxis * width)
  }

  /// Snyder's m: radius of a parallel, in semi-major axes.
  private static func parallelRadius(_ latitude: Double, _ squared: Double) -> Double {
    let sine = sin(latitude)
    return cos(latitude) / (1 - squared * sine * sine).squareRoot()
  }

  /// Snyder's q: area between the equator and a parallel, a radian of longitude wide, twice over.
  private static func authalic(_ sine: Double, _ squared: Double, _ eccentricity: Double) -> Double
  {
    (1 - squared)
      * (sine / (1 - squared * sine * sine) + atanh(eccentricity * sine) / eccentricity)
  }

  /// Newton's method on q, from the sphere's answer; four steps or so.
  private func latitude(ofAuthalic q: Double) -> Double {
    var latitude = asin(min(1, max(-1, q / 2)))
    for _ in 0..<20 {
      let sine = sin(latitude)
      let magic = 1 - squaredEccentricity * sine * sine
      let cosine = cos(latitude)
      guard cosine > 1e-12 else { break }
      let missing = q - Albers.authalic(sine, squaredEccentricity, eccentricity)
      let step = missing * magic * magic / (2 * (1 - squaredEccentricity) * cosine)
      latitude += step
      if abs(step) < 1e-15 { break }
    }
    return latitude
  }
}
