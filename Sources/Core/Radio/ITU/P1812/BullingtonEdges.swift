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

  init(
    transmitterSlope: Double, receiverSlope: Double, clearanceSquared: Double = -Double.infinity
  ) {
    self.transmitterSlope = transmitterSlope
    self.receiverSlope = receiverSlope
    self.clearanceSquared = clearanceSquared
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
  var edges: BullingtonEdges
  /// No point's signed h/√(d1 d2) is larger, m/km.
  let largestClearance: Double

  init(
    _ profile: some P1812Path, _ transmitter: Double, _ receiver: Double, _ curvature: Double
  ) {
    let length = profile.lengthKilometres
    let last = profile.count - 2
    func height(_ index: Int, over antenna: Double) -> Double {
      curvature * profile.unitBulgeMetres(index) - antenna
    }
    // 500 C (d - x) - h/x is steepest at x = √(h / 500 C): one of the points on either side.
    func around(_ distance: Double) -> (before: Int, after: Int) {
      let after = min(max(profile.firstIndex(from: distance), 1), last)
      return (max(after - 1, 1), after)
    }
    let near = around((transmitter / (500 * curvature)).squareRoot())
    let far = around(length - (receiver / (500 * curvature)).squareRoot())
    edges = BullingtonEdges(
      transmitterSlope: max(
        height(near.before, over: transmitter) * profile.inverseFromStart(near.before),
        height(near.after, over: transmitter) * profile.inverseFromStart(near.after)),
      receiverSlope: max(
        height(far.before, over: receiver) * profile.inverseFromEnd(far.before),
        height(far.after, over: receiver) * profile.inverseFromEnd(far.after)))
    // With t = √(d1/d2) it is 500 C d t/(1 + t²) - (a/t + b t)/d, each part at its best.
    largestClearance = 250 * curvature * length - 2 * (transmitter * receiver).squareRoot() / length
  }
}
