import Kernels

extension PrimalDual {
  /// Finds the rate r at which shares less r times step and price, cut to 0 to 1, spend the budget.
  func projectOnBudget(_ weight: Double) {
    let budget = core.budget ?? 0
    func spend(_ rate: Double) -> (spent: Double, slope: Double) {
      var sums = [0.0, 0.0]
      deepreach_spend(
        shares.start, siteStep.start, sitePrices.start, core.siteCount, rate, 1 / weight, &sums)
      return (sums[0], -sums[1])
    }
    var rate = 0.0
    if spend(0).spent > budget {
      rate = max(0, budgetRate)
      var low = 0.0
      var high = Double.infinity
      for _ in 0..<60 {
        let (spent, slope) = spend(rate)
        if spent > budget { low = rate } else { high = rate }
        if abs(spent - budget) <= 1e-12 * budget { break }
        var next = slope < 0 ? rate - (spent - budget) / slope : 2 * rate + 1
        if !(next > low && next < high) {
          next = high.isFinite ? 0.5 * (low + high) : 2 * rate + 1e-6
        }
        if next == rate { break }
        rate = next
      }
    }
    budgetRate = rate
  }

  /// Finds the layer's multiplier at which the rows, each covered as its step allows, reach the
  /// threshold.
  func setLayer(_ layer: Int, _ weight: Double) {
    guard !core.isFull[layer], !core.layerRows[layer].isEmpty else { return }
    // What rows of inequalities are covered is a step of its own.
    let threshold = core.thresholds[layer] - (cuts?.coveredWeight(layer: layer) ?? 0)
    var multiplier = max(0, layerMultipliers[layer])
    var low = 0.0
    var high = Double.infinity
    for _ in 0..<60 {
      let (reached, slope) = reach(layer, multiplier, weight)
      if reached < threshold { low = multiplier } else { high = multiplier }
      if abs(reached - threshold) <= 1e-12 * threshold { break }
      var next =
        slope > 0 ? multiplier + (threshold - reached) / slope : 2 * multiplier + 1e-9
      if reached >= threshold, next <= 0 {
        // The threshold may be reached for nothing.
        if multiplier == 0 { break }
        next = 0
      } else if !(next > low && next < high) {
        next = high.isFinite ? 0.5 * (low + high) : 2 * multiplier + 1e-9
      }
      if next == multiplier { break }
      multiplier = next
    }
    layerMultipliers[layer] = multiplier
  }
}
