/// What the closed forms of P.1812 take from a path.
///
/// `PathProfile` answers by passes over points of any spacing; a sweep over terrain answers with
/// kernels over points at equal steps. Either way the same closed forms make the loss.
protocol P1812Path {
  /// Length of the path.
  var lengthKilometres: Double { get }
  /// Number of points, both ends included.
  var count: Int { get }
  /// Bare ground under the transmitter and under the receiver, above the sea.
  var startMetres: Double { get }
  var endMetres: Double { get }
  /// Ends of the straight line that fits the bare ground by least squares, above the sea.
  var smoothStartMetres: Double { get }
  var smoothEndMetres: Double { get }
  /// Whether anything stands on the ground.
  var hasClutter: Bool { get }
  /// Representative height of what stands at the receiver.
  var receiverClutterMetres: Double { get }
  /// Share of the path over the sea, 0 to 1.
  var seaShare: Double { get }
  /// Longest unbroken stretches on land and inland.
  var longestLandKilometres: Double { get }
  var longestInlandKilometres: Double { get }
  /// Distance over land from either end to the first water; infinite without any.
  var startCoastKilometres: Double { get }
  var endCoastKilometres: Double { get }

  /// Distance of a point from the transmitter.
  func distanceKilometres(_ index: Int) -> Double
  /// One over the distance of an inner point to either end, 1/km.
  func inverseFromStart(_ index: Int) -> Double
  func inverseFromEnd(_ index: Int) -> Double
  /// Bulge of a round earth of radius 1 km over the chord at a point, m.
  func unitBulgeMetres(_ index: Int) -> Double
  /// First point at or beyond a distance from the transmitter; `count` where there is none.
  func firstIndex(from distanceKilometres: Double) -> Int

  /// Horizons and obstructions of the bare ground between two antennas above the sea.
  ///
  /// - Parameter curvature: of the earth, 1/km.
  func terrainExtremes(
    _ transmitterMetres: Double, _ receiverMetres: Double, curvature: Double
  ) -> TerrainExtremes
  /// Bullington's points of the ground with what stands on it.
  func surfaceEdges(
    _ transmitterMetres: Double, _ receiverMetres: Double, curvature: Double
  ) -> BullingtonEdges
  /// The largest clearance, as `BullingtonEdges` has it, of the points of a smooth earth at the
  /// sea's level.
  func smoothEarthClearanceSquared(
    _ transmitterMetres: Double, _ receiverMetres: Double, curvature: Double
  ) -> Double
  /// Largest height of the bare ground at some points above a straight line, m.
  ///
  /// - Parameters:
  ///   - indices: of the points.
  ///   - baseMetres: the line's height at the transmitter.
  ///   - slope: its rise, m/km.
  func largestRiseMetres(
    _ indices: ClosedRange<Int>, aboveLineFrom baseMetres: Double, slope: Double
  ) -> Double
}

extension PathProfile: P1812Path {
  var startMetres: Double { terrainMetres[0] }
  var endMetres: Double { terrainMetres[count - 1] }

  func distanceKilometres(_ index: Int) -> Double { spacing.distancesKilometres[index] }
  func inverseFromStart(_ index: Int) -> Double { spacing.inverseFromStart[index] }
  func inverseFromEnd(_ index: Int) -> Double { spacing.inverseFromEnd[index] }
  func unitBulgeMetres(_ index: Int) -> Double { spacing.unitBulgeMetres[index] }
  func firstIndex(from distanceKilometres: Double) -> Int {
    spacing.firstIndex(from: distanceKilometres)
  }

  func terrainExtremes(
    _ transmitterMetres: Double, _ receiverMetres: Double, curvature: Double
  ) -> TerrainExtremes {
    TerrainExtremes(self, transmitterMetres, receiverMetres, curvature: curvature)
  }

  func surfaceEdges(
    _ transmitterMetres: Double, _ receiverMetres: Double, curvature: Double
  ) -> BullingtonEdges {
    BullingtonEdges(surfaceOf: self, transmitterMetres, receiverMetres, curvature)
  }

  func smoothEarthClearanceSquared(
    _ transmitterMetres: Double, _ receiverMetres: Double, curvature: Double
  ) -> Double {
    BullingtonEdges(smoothEarthOf: self, transmitterMetres, receiverMetres, curvature)
      .clearanceSquared
  }

  func largestRiseMetres(
    _ indices: ClosedRange<Int>, aboveLineFrom baseMetres: Double, slope: Double
  ) -> Double {
    var largest = -Double.infinity
    for index in indices {
      let smooth = baseMetres + slope * spacing.distancesKilometres[index]
      largest = max(largest, terrainMetres[index] - smooth)
    }
    return largest
  }
}
