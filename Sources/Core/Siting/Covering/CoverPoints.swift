public import Geometry

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Positions between which distances decide on coverage.
public struct CoverPoints: Sendable {
  /// How distances are measured.
  enum Space: Hashable, Sendable {
    /// Euclidean, in the unit of the coordinates.
    case plane
    /// Great circles of a sphere, in metres.
    case sphere
  }

  /// Mean radius of the Earth (IUGG), by which great circles are measured.
  public static let earthRadiusMetres = 6_371_008.8

  let space: Space
  /// On the sphere unit vectors, so that neither poles nor the antimeridian are special; in the
  /// plane there is no z.
  let x: [Double]
  let y: [Double]
  let z: [Double]

  /// Number of points.
  public var count: Int { x.count }

  /// Points of a plane.
  ///
  /// - Throws: DR-566 for coordinates that are not finite, or lists of different length.
  public init(x: [Double], y: [Double]) throws(UserError) {
    try Self.check(x, y, within: .infinity, .infinity)
    space = .plane
    self.x = x
    self.y = y
    z = []
  }

  /// Points of the Earth, in degrees.
  ///
  /// - Throws: DR-566 for degrees that are none, or lists of different length.
  public init(longitudes: [Double], latitudes: [Double]) throws(UserError) {
    try Self.check(longitudes, latitudes, within: 360, 90)
    space = .sphere
    let east = longitudes.map { $0 * .pi / 180 }
    let north = latitudes.map { $0 * .pi / 180 }
    x = zip(east, north).map { cos($1) * cos($0) }
    y = zip(east, north).map { cos($1) * sin($0) }
    z = north.map { sin($0) }
  }

  private static func check(
    _ x: [Double], _ y: [Double], within xLimit: Double, _ yLimit: Double
  ) throws(UserError) {
    guard x.count == y.count, x.count < Int(Int32.max) else {
      throw UserError(
        "DR-566", .badData, at: "points", "\(x.count) first and \(y.count) second coordinates",
        remedy: "give two coordinates a point, and less than 2147483647 points")
    }
    for index in x.indices
    where
      !(x[index].isFinite && y[index].isFinite && abs(x[index]) <= xLimit
      && abs(y[index]) <= yLimit)
    {
      throw UserError(
        "DR-566", .badData, at: "point \(index)", "its position is \(x[index]), \(y[index])",
        remedy: "give finite coordinates; on the Earth longitude and latitude in degrees")
    }
  }

  /// A distance as it is measured between the coordinates: on the sphere the chord.
  func span(ofRadius radius: Double) -> Double {
    switch space {
    case .plane: radius
    case .sphere: 2 * sin(min(.pi, radius / Self.earthRadiusMetres) / 2)
    }
  }

  /// Keys along a curve through the points.
  ///
  /// - Parameter isHilbert: whether it is Hilbert's (1891), whose neighbours are neighbours in space, so that tiles of
  ///   it have short edges; else the Z-order curve (Morton 1966), on which annealing by windows does better.
  func localityKeys(isHilbert: Bool) -> [UInt32] {
    guard let first = x.first else { return [] }
    let (low, high) = x.reduce((first, first)) { (min($0.0, $1), max($0.1, $1)) }
    let (bottom, top) = y.reduce((y[0], y[0])) { (min($0.0, $1), max($0.1, $1)) }
    let scale = 65_535 / max(high - low, top - bottom, .leastNormalMagnitude)
    return x.indices.map {
      let column = UInt32(min(65_535, (x[$0] - low) * scale))
      let row = UInt32(min(65_535, (y[$0] - bottom) * scale))
      return isHilbert
        ? Self.hilbertKey(column, row) : Self.spread(column) | Self.spread(row) << 1
    }
  }

  private static func spread(_ value: UInt32) -> UInt32 {
    var bits = value
    bits = (bits | bits << 8) & 0x00FF_00FF
    bits = (bits | bits << 4) & 0x0F0F_0F0F
    bits = (bits | bits << 2) & 0x3333_3333
    return (bits | bits << 1) & 0x5555_5555
  }

  /// Where a cell of 65,536 by 65,536 lies on the curve: quadrant by quadrant, each turned so that the curve goes on.
  private static func hilbertKey(_ column: UInt32, _ row: UInt32) -> UInt32 {
    var (x, y, key) = (column, row, UInt32(0))
    for bit in (0..<UInt32(16)).reversed() {
      let (right, up) = (x >> bit & 1, y >> bit & 1)
      key = key << 2 | (3 * right) ^ up
      guard up == 0 else { continue }
      if right == 1 { (x, y) = (65_535 - x, 65_535 - y) }
      swap(&x, &y)
    }
    return key
  }
}
