internal import Kernels

/// A path over points at equal steps whose heights lie in a sweep's working memory.
///
/// It answers what P.1812 asks with kernels; it must not outlive the memory.
struct SweptPath: P1812Path {
  let ray: TerrainRay
  let ground: deepreach_ground
  let memory: SweepMemory.Lent
  let startMetres: Double
  let endMetres: Double
  let smoothStartMetres: Double
  let smoothEndMetres: Double

  /// Samples the ground; nil where some of it is unknown.
  ///
  /// - Parameter ground: a field, which must not go before the path.
  @inline(__always)
  init?(_ ray: TerrainRay, over ground: deepreach_ground, _ memory: SweepMemory.Lent) {
    let sums = deepreach_sample(memory.terrain, memory.surface, ray.kernelRay, ground)
    // A sum is a number only if all its terms are.
    guard (sums.terrain + sums.surface).isFinite else { return nil }
    self.ray = ray
    self.ground = ground
    self.memory = memory
    let first = memory.terrain[0]
    let last = memory.terrain[ray.intervals]
    startMetres = first
    endMetres = last
    // Equations 85 to 90 with equal steps: what trapezia weigh, in steps.
    let n = Double(ray.intervals)
    let area = 2 * sums.terrain - first - last
    let moment = 6 * (sums.moment - n * last) + first + (3 * n - 1) * last
    smoothStartMetres = (2 * area * n - moment) / (n * n)
    smoothEndMetres = (moment - area * n) / (n * n)
  }

  var lengthKilometres: Double { ray.lengthKilometres }
  var count: Int { ray.intervals + 1 }
  var hasClutter: Bool { ground.clutter != nil }
  var receiverClutterMetres: Double {
    guard let clutter = ground.clutter else { return 0 }
    let cell = HeightField.cell(
      at: ray.position(ray.intervals), columns: Int(ground.columns), rows: Int(ground.rows))
    return Double(clutter[cell])
  }
  // A sweep knows no water: inland is what hides most.
  var seaShare: Double { 0 }
  var longestLandKilometres: Double { lengthKilometres }
  var longestInlandKilometres: Double { lengthKilometres }
  var startCoastKilometres: Double { .infinity }
  var endCoastKilometres: Double { .infinity }

  func distanceKilometres(_ index: Int) -> Double { Double(index) * ray.stepKilometres }
  func inverseFromStart(_ index: Int) -> Double { 1 / distanceKilometres(index) }
  func inverseFromEnd(_ index: Int) -> Double { 1 / distanceKilometres(ray.intervals - index) }
  func unitBulgeMetres(_ index: Int) -> Double {
    500 * distanceKilometres(index) * distanceKilometres(ray.intervals - index)
  }
  func firstIndex(from distanceKilometres: Double) -> Int {
    let steps = (distanceKilometres / ray.stepKilometres).rounded(.up)
    return Int(min(max(steps, 0), Double(count)))
  }

  @inline(__always)
  private func sight(
    _ transmitterMetres: Double, _ receiverMetres: Double, _ curvature: Double
  ) -> deepreach_sight {
    deepreach_sight(
      transmitter: transmitterMetres, receiver: receiverMetres,
      bulge: 500 * curvature * ray.stepKilometres * ray.stepKilometres,
      inverse_start: memory.inverses, inverse_end: memory.inversesToEnd(ray.intervals),
      intervals: Int32(ray.intervals))
  }

  func terrainExtremes(
    _ transmitterMetres: Double, _ receiverMetres: Double, curvature: Double
  ) -> TerrainExtremes {
    let found = deepreach_find_extremes(
      memory.terrain, sight(transmitterMetres, receiverMetres, curvature))
    let scale = 1 / ray.stepKilometres
    return TerrainExtremes(
      transmitterSlope: found.edges.transmitter_slope * scale,
      transmitterIndex: Int(found.transmitter_index),
      receiverSlope: found.edges.receiver_slope * scale,
      receiverIndex: Int(found.receiver_index),
      closestIndex: Int(found.closest_index),
      clearanceSquared: found.edges.clearance * scale * scale,
      obstructionMetres: found.obstruction,
      obstructionFromStart: found.obstruction_start * scale,
      obstructionFromEnd: found.obstruction_end * scale)
  }

  func surfaceEdges(
    _ transmitterMetres: Double, _ receiverMetres: Double, curvature: Double
  ) -> BullingtonEdges {
    let found = deepreach_find_edges(
      hasClutter ? memory.surface : memory.terrain,
      sight(transmitterMetres, receiverMetres, curvature))
    let scale = 1 / ray.stepKilometres
    return BullingtonEdges(
      transmitterSlope: found.transmitter_slope * scale,
      receiverSlope: found.receiver_slope * scale,
      clearanceSquared: found.clearance * scale * scale)
  }

  func smoothEarthClearanceSquared(
    _ transmitterMetres: Double, _ receiverMetres: Double, curvature: Double
  ) -> Double {
    // With d1/d2 = exp 2s it is A/cosh s - B cosh(s - s0): it only falls beyond both s = 0, which is
    // half-way, and s0, which divides the path as the antennas' heights.
    let n = Double(ray.intervals)
    let divided = n * transmitterMetres / (transmitterMetres + receiverMetres)
    let first = max(Int32(min(n / 2, divided)), 1)
    let last = min(Int32(max(n / 2, divided)) + 1, Int32(ray.intervals) - 1)
    let scale = 1 / ray.stepKilometres
    return deepreach_smooth_clearance(
      sight(transmitterMetres, receiverMetres, curvature), first, last) * scale * scale
  }

  func largestRiseMetres(
    _ indices: ClosedRange<Int>, aboveLineFrom baseMetres: Double, slope: Double
  ) -> Double {
    deepreach_largest_rise(
      memory.terrain, Int32(indices.lowerBound), Int32(indices.upperBound), baseMetres,
      slope * ray.stepKilometres)
  }
}
