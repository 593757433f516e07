/// The linear relaxation of a core as far as it has been solved: the best bound so far and the last
/// step, from which a smaller core's can start.
struct Relaxation: Sendable {
  var bound: DualBound
  var shares: [Double]
  var multipliers: [Double]
  var layerMultipliers: [Double]
  var primalWeight: Double
  var visited: Int

  /// When to stop.
  struct Limits {
    var rounds: Int
    var iterations = 40
    /// Relative distance between bound and shares.
    var gap = 1e-5
    /// A target that, once excluded or surely within reach, ends the work.
    var target: Double?
  }

  /// - Parameters:
  ///   - core: not finished.
  ///   - start: an earlier relaxation, mapped to this core.
  static func solve(
    _ core: CoveringCore, from start: Relaxation? = nil, limits: Limits, threads: Int
  ) -> Relaxation {
    let method = PrimalDual(core, threads: threads)
    if let start {
      method.start(
        shares: start.shares, multipliers: start.multipliers, primalWeight: start.primalWeight,
        layerMultipliers: start.layerMultipliers)
    }
    let measure = CoverMeasure(core)
    var best: DualBound?
    var bestMultipliers: (rows: [Double], layers: [Double]) = ([], [])
    var idle = 0
    for round in 0..<max(1, limits.rounds) {
      method.run(limits.iterations)
      let bound = method.bound()
      let isBetter = best.map { measure.isBetter($0.value, than: bound.value) } ?? true
      if isBetter {
        let gained = best.map { abs($0.value - bound.value) } ?? .infinity
        let distance = abs(bound.value + core.settledValue - (limits.target ?? 0))
        idle = gained < 0.02 * distance ? idle + 1 : 0
        best = bound
        bestMultipliers = (method.multipliers.values, method.layerMultipliers)
      } else {
        idle += 1
      }
      let value = best?.value ?? bound.value
      if !value.isFinite { break }
      let reached = method.objective()
      if abs(value - reached.value) <= limits.gap * abs(value), reached.isFeasible { break }
      if let target = limits.target {
        let total = measure.cut(value + core.settledValue)
        if measure.excludes(total, target) { break }
        let isOpen =
          reached.isFeasible && !measure.excludes(reached.value + core.settledValue, target)
        if isOpen, round >= 1,
          abs(value - reached.value) <= 0.15 * abs(value + core.settledValue - target) + 1e-9
        {
          break
        }
        if idle >= 3 { break }
      }
    }
    return Relaxation(
      bound: best ?? method.bound(), shares: method.shares.values,
      multipliers: bestMultipliers.rows, layerMultipliers: bestMultipliers.layers,
      primalWeight: method.primalWeight, visited: method.visited)
  }

  /// This relaxation, as a start for the core that a step leads to.
  func mapped(by step: CoveringCore.Step) -> Relaxation {
    var next = self
    next.shares = [Double](repeating: 0, count: step.core.siteCount)
    next.multipliers = [Double](repeating: 0, count: step.core.rowCount)
    for (site, target) in step.siteMap.enumerated() where target >= 0 {
      next.shares[Int(target)] = shares[site]
    }
    for (row, target) in step.rowMap.enumerated() where target >= 0 {
      next.multipliers[Int(target)] += multipliers[row]
    }
    return next
  }

  /// This relaxation of the smaller core, spread over the larger one that a step came from.
  func spread(back step: CoveringCore.Step, to core: CoveringCore, isIn: [Bool]) -> Relaxation {
    var next = self
    next.shares = core.names.indices.map {
      let site = step.siteMap[$0]
      return site < 0 ? (isIn[$0] ? 1 : 0) : shares[Int(site)]
    }
    next.multipliers = (0..<core.rowCount).map {
      let row = step.rowMap[$0]
      guard row >= 0 else { return 0 }
      return multipliers[Int(row)] * core.weights[$0] / step.core.weights[Int(row)]
    }
    return next
  }
}
