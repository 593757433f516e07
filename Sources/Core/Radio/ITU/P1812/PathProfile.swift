public import Geometry

/// The ground along the great circle from a transmitter to a receiver.
///
/// What depends on the path alone is worked out once here, so that `P1812` allocates nothing a call.
public struct PathProfile: Sendable {
  /// Where the points lie.
  public let spacing: PathSpacing
  /// Height of the bare ground at each point, above the sea.
  public let terrainMetres: ContiguousArray<Double>
  /// Height of the ground with what stands on it, which is what diffraction sees. The first and the
  /// last point are bare, as the terminals stand there.
  public let surfaceMetres: ContiguousArray<Double>
  /// Representative height of what stands at the receiver.
  public let receiverClutterMetres: Double
  /// Whether anything stands on the ground.
  let hasClutter: Bool
  /// Share of the path over the sea, 0 to 1.
  public let seaShare: Double
  /// Longest unbroken stretch of the path on land.
  public let longestLandKilometres: Double
  /// Longest unbroken stretch of the path inland, which is land far from or high above the sea.
  public let longestInlandKilometres: Double
  /// Distance over land from the transmitter to the first water along the path; infinite without any.
  public let startCoastKilometres: Double
  /// The same from the receiver.
  public let endCoastKilometres: Double
  /// Ends of the straight line that fits the bare ground by least squares, above the sea.
  let smoothStartMetres: Double
  let smoothEndMetres: Double
  /// Length of the path.
  public var lengthKilometres: Double { spacing.lengthKilometres }
  /// Number of points.
  public var count: Int { spacing.count }

  /// - Parameters:
  ///   - distancesKilometres: from 0, each larger than the one before; at least three.
  ///   - terrainMetres: above the sea, one a point.
  ///   - clutterMetres: representative height of buildings and trees, one a point; empty for none.
  ///   - zones: one a point; empty for inland all the way.
  /// - Throws: DR-332 for lists of different lengths, distances that do not rise from 0, heights that
  ///   are not finite, or a negative height of clutter.
  public init(
    distancesKilometres: [Double], terrainMetres: [Double], clutterMetres: [Double] = [],
    zones: [RadioClimaticZone] = []
  ) throws(UserError) {
    try self.init(
      try PathSpacing(distancesKilometres: distancesKilometres),
      terrainMetres: ContiguousArray(terrainMetres), clutterMetres: ContiguousArray(clutterMetres),
      zones: zones)
  }

  /// The same over points whose spacing is known.
  public init(
    _ spacing: PathSpacing, terrainMetres: ContiguousArray<Double>,
    clutterMetres: ContiguousArray<Double> = [], zones: [RadioClimaticZone] = []
  ) throws(UserError) {
    try Self.check(spacing.count, terrainMetres, clutterMetres, zones)
    self.spacing = spacing
    self.terrainMetres = terrainMetres
    let last = spacing.count - 1
    var surface = terrainMetres
    if !clutterMetres.isEmpty {
      for index in 1..<last { surface[index] += clutterMetres[index] }
    }
    surfaceMetres = surface
    hasClutter = !clutterMetres.isEmpty
    receiverClutterMetres = clutterMetres.last ?? 0
    let stretches = ZoneStretches(spacing.distancesKilometres, zones)
    seaShare = stretches.seaShare
    longestLandKilometres = stretches.longestLandKilometres
    longestInlandKilometres = stretches.longestInlandKilometres
    startCoastKilometres = stretches.startCoastKilometres
    endCoastKilometres = stretches.endCoastKilometres
    (smoothStartMetres, smoothEndMetres) = Self.leastSquaresLine(
      spacing.distancesKilometres, terrainMetres)
  }

  private static func check(
    _ count: Int, _ terrain: ContiguousArray<Double>, _ clutter: ContiguousArray<Double>,
    _ zones: [RadioClimaticZone]
  ) throws(UserError) {
    func refuse(_ problem: String, _ remedy: String) -> UserError {
      UserError("DR-332", .badData, at: "path profile", problem, remedy: remedy)
    }
    guard terrain.count == count, clutter.isEmpty || clutter.count == count,
      zones.isEmpty || zones.count == count
    else {
      throw refuse(
        "\(count) distances, \(terrain.count) heights, \(clutter.count) heights of clutter, "
          + "\(zones.count) zones", "give one of each a point")
    }
    // A sum is finite only if its terms are, and spares a test a point.
    if !terrain.reduce(0, +).isFinite, let gap = terrain.firstIndex(where: { !$0.isFinite }) {
      throw refuse("point \(gap + 1) has no height", "fill the gap or treat it as unknown")
    }
    if let bad = clutter.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
      throw refuse(
        "point \(bad + 1) has clutter of \(clutter[bad]) m", "give a height from 0 up")
    }
  }

  /// P.1812, Attachment 1, equations 85 to 90.
  private static func leastSquaresLine(
    _ distances: ContiguousArray<Double>, _ heights: ContiguousArray<Double>
  ) -> (startMetres: Double, endMetres: Double) {
    var area = 0.0
    var moment = 0.0
    distances.withUnsafeBufferPointer { at in
      heights.withUnsafeBufferPointer { height in
        for index in 1..<at.count {
          let near = at[index - 1]
          let far = at[index]
          area += (far - near) * (height[index] + height[index - 1])
          moment +=
            (far - near) * (height[index] * (2 * far + near) + height[index - 1] * (far + 2 * near))
        }
      }
    }
    let length = distances[distances.count - 1]
    return (
      (2 * area * length - moment) / (length * length), (moment - area * length) / (length * length)
    )
  }
}
