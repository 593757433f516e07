/// The points of a profile that matter to Bullington's construction, found in one pass.
struct BullingtonEdges {
  /// Steepest slope from the transmitter to a point, m/km.
  var transmitterSlope = -Double.infinity
  /// Steepest slope from the receiver to a point, m/km.
  var receiverSlope = -Double.infinity
  /// Largest signed h²/(d1 d2) of a point's height above the ray, m²/km²: it grows with the edge's
  /// parameter, and spares a square root a point.
  var clearanceSquared = -Double.infinity

  init(
    surfaceOf profile: PathProfile, _ transmitter: Double, _ receiver: Double, _ curvature: Double
  ) {
    self.init(profile, transmitter, receiver, curvature) { $0.surfaceMetres[$1] }
  }

  init(
    smoothEarthOf profile: PathProfile, _ transmitter: Double, _ receiver: Double,
    _ curvature: Double
  ) {
    self.init(profile, transmitter, receiver, curvature) { _, _ in 0 }
  }

  init(transmitterSlope: Double, receiverSlope: Double) {
    self.transmitterSlope = transmitterSlope
    self.receiverSlope = receiverSlope
  }

  @inline(__always)
  private init(
    _ profile: PathProfile, _ transmitter: Double, _ receiver: Double, _ curvature: Double,
    height: (ProfilePoints, Int) -> Double
  ) {
    let slope = (receiver - transmitter) / profile.lengthKilometres
    profile.withUnsafePoints { points in
      for index in 1..<(points.count - 1) {
        let fromStart = points.inverseFromStart[index]
        let fromEnd = points.inverseFromEnd[index]
        let top = height(points, index) + curvature * points.unitBulgeMetres[index]
        transmitterSlope = max(transmitterSlope, (top - transmitter) * fromStart)
        receiverSlope = max(receiverSlope, (top - receiver) * fromEnd)
        let above = top - (transmitter + slope * points.distancesKilometres[index])
        clearanceSquared = max(clearanceSquared, above * abs(above) * fromStart * fromEnd)
      }
    }
  }
}

/// The same points on a smooth earth, found without a pass: there each slope has a single peak.
struct SmoothEarthEdges {
  /// Slopes only; the clearance is left to a pass where it matters.
  let edges: BullingtonEdges
  /// No point's signed h/√(d1 d2) is larger, m/km.
  let largestClearance: Double

  init(
    _ profile: PathProfile, _ transmitter: Double, _ receiver: Double, _ curvature: Double
  ) {
    let length = profile.lengthKilometres
    let last = profile.count - 2
    func slope(_ index: Int, _ antenna: Double, _ inverse: ContiguousArray<Double>) -> Double {
      (curvature * profile.spacing.unitBulgeMetres[index] - antenna) * inverse[index]
    }
    func peak(at distance: Double, _ antenna: Double, _ inverse: ContiguousArray<Double>) -> Double
    {
      let after = min(max(profile.spacing.firstIndex(from: distance), 1), last)
      return max(
        slope(after, antenna, inverse), slope(max(after - 1, 1), antenna, inverse))
    }
    // 500 C (d - x) - h/x is steepest at x = √(h / 500 C).
    edges = BullingtonEdges(
      transmitterSlope: peak(
        at: (transmitter / (500 * curvature)).squareRoot(), transmitter,
        profile.spacing.inverseFromStart),
      receiverSlope: peak(
        at: length - (receiver / (500 * curvature)).squareRoot(), receiver,
        profile.spacing.inverseFromEnd))
    // With t = √(d1/d2) it is 500 C d t/(1 + t²) - (a/t + b t)/d, each part at its best.
    largestClearance = 250 * curvature * length - 2 * (transmitter * receiver).squareRoot() / length
  }
}
