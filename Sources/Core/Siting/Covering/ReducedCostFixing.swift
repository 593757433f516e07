/// Settles sites by their reduced cost: where a bound, worsened by what it would take to move a site
/// against it, is no better than the best choice known, every better choice has the site as the
/// bound has it (Crowder, Johnson and Padberg 1983).
enum ReducedCostFixing {
  /// - Parameters:
  ///   - bound: a bound of the core.
  ///   - target: what a choice must reach to be better than the best known: weight of the core's
  ///     rows at least, or price of its sites at most.
  static func settle(
    _ core: CoveringCore, _ bound: DualBound, target: Double
  ) -> (isIn: [Bool], isOut: [Bool], count: Int) {
    var isIn = [Bool](repeating: false, count: core.siteCount)
    var isOut = isIn
    var count = 0
    // A rate of 0 says that all sites of any value are in.
    let most = bound.rate
    let least = bound.nextRate
    let slack = core.maximises ? bound.value - target : target - bound.value
    guard slack >= 0, slack.isFinite else { return (isIn, isOut, 0) }
    for site in 0..<core.siteCount {
      let price = core.prices[site]
      let value = bound.siteValues[site]
      // What moving the site takes, in the bound's unit; both rates are right for the bound.
      var scale = 1.0
      if !core.maximises {
        guard most > 0, least > 0 else { continue }
        scale = 1
      }
      let gain: Double
      let loss: Double
      if core.maximises {
        gain = value - least * price
        loss = most * price - value
      } else {
        gain = value / least - price
        loss = price - value / most
      }
      let margin = 1e-9 * scale * (abs(gain) + abs(loss)) + 1e-13 * abs(bound.value)
      if gain - margin > slack {
        isIn[site] = true
        count += 1
      } else if loss - margin > slack {
        isOut[site] = true
        count += 1
      }
    }
    return (isIn, isOut, count)
  }
}
