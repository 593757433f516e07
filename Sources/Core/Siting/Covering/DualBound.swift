import Territory

/// A bound that holds for every solution of a core, from any multipliers of its rows.
///
/// With multipliers l >= 0 of "a row is covered only by a chosen site", the sites have the values
/// V_i = sum of l over their rows. To maximise: no choice covers more than
/// sum of max(0, w - l) + the best value of sites within the budget (as a fractional knapsack). To
/// minimise, with multipliers m >= 0 of the layers: a choice that reaches the thresholds T has a
/// value of at least sum of m T - sum of max(0, m w - l), and the least price of that value (again
/// fractional) is the bound. Sums are compensated, and what rounding may still have taken is added
/// on the safe side.
struct DualBound: Sendable {
  /// Upper bound of the weight of the core's rows, or lower bound of the price of its sites;
  /// infinite where no choice is possible.
  var value = 0.0
  /// Value of each site.
  var siteValues: [Double] = []
  /// Value that a unit of price must bring: sites above it are in, below it out.
  var rate = 0.0
  /// Value per price of the best site that is out, at most `rate`; equal to it where a site is split.
  var nextRate = 0.0

  /// Multiples of the unit in the last place by which compensated sums and the products and
  /// divisions beside them can be wrong.
  private static let margin = 64 * Double.ulpOfOne

  /// - Parameters:
  ///   - core: what is to be decided.
  ///   - multipliers: one a row, 0 or more.
  ///   - layerMultipliers: one a layer, 0 or more; not looked at where weight is maximised.
  ///   - pieces: pieces of the work over the sites.
  init(
    _ core: CoveringCore, multipliers: Vector, layerMultipliers: [Double], pieces: Pieces
  ) {
    siteValues = Self.values(core, multipliers, pieces)
    decide(core, rowMultipliers: { multipliers[$0] }, layerMultipliers, cuts: 0)
  }

  /// With zero-half inequalities and their multipliers u >= 0: V_i gains the sum of u times its coefficient, and l of
  /// each row of an inequality counts with u. As each says 2 - 3, a weight is more by the sum of u, the value that
  /// thresholds need less.
  ///
  /// - Parameter core: of which no layer is full.
  init(
    _ core: CoveringCore, multipliers: Vector, layerMultipliers: [Double], cuts: [ZeroHalfCut],
    cutMultipliers: [Double], pieces: Pieces
  ) {
    siteValues = Self.values(core, multipliers, pieces)
    var rows = multipliers.values
    var sum = CompensatedSum()
    for (cut, multiplier) in zip(cuts, cutMultipliers) where multiplier > 0 {
      for row in cut.rows { rows[Int(row)] += multiplier }
      for (site, coefficient) in zip(cut.sites, cut.coefficients) {
        siteValues[Int(site)] += coefficient * multiplier
      }
      sum.add(multiplier * Double(cut.lost))
    }
    decide(core, rowMultipliers: { rows[$0] }, layerMultipliers, cuts: sum.value)
  }

  private mutating func decide(
    _ core: CoveringCore, rowMultipliers: (Int) -> Double, _ layerMultipliers: [Double],
    cuts: Double
  ) {
    let free = core.names.indices.filter { siteValues[$0] > 0 }.map { Int32($0) }
    var sum = CompensatedSum()
    var size = cuts
    func add(_ term: Double) {
      sum.add(term)
      size += abs(term)
    }
    if let budget = core.budget {
      sum.add(cuts)
      for row in 0..<core.rowCount { add(max(0, core.weights[row] - rowMultipliers(row))) }
      let filled = fill(free, siteValues, core.prices, .price(budget))
      value = sum.value + filled.value
      value += Self.margin * (size + filled.value)
      return
    }
    sum.add(-cuts)
    for (layer, range) in core.layerRows.enumerated() {
      if !core.isFull[layer] { add(layerMultipliers[layer] * core.thresholds[layer]) }
      for row in range {
        add(
          core.isFull[layer]
            ? rowMultipliers(row)
            : -max(0, layerMultipliers[layer] * core.weights[row] - rowMultipliers(row)))
      }
    }
    let wanted = sum.value - Self.margin * size
    let filled = fill(free, siteValues, core.prices, .value(wanted))
    if filled.value < wanted * (1 - 1e-12) - Self.margin * size {
      value = .infinity
    } else {
      value = filled.price
      value -= Self.margin * value
    }
  }

  private enum Limit {
    case price(Double)
    case value(Double)
  }

  /// Takes sites by value per price, the last one in part, until the limit is reached.
  private mutating func fill(
    _ free: [Int32], _ values: [Double], _ prices: [Double], _ limit: Limit
  ) -> (value: Double, price: Double) {
    var order = free.map { (rate: values[Int($0)] / prices[Int($0)], site: $0) }
    order.sort { ($0.rate, $1.site) > ($1.rate, $0.site) }
    var value = CompensatedSum()
    var price = CompensatedSum()
    for (rate, site) in order {
      let part: Double
      switch limit {
      case .price(let most): part = min(1, (most - price.value) / prices[Int(site)])
      case .value(let most): part = min(1, (most - value.value) / values[Int(site)])
      }
      nextRate = rate
      guard part > 0 else { return (value.value, price.value) }
      self.rate = rate
      value.add(part == 1 ? values[Int(site)] : values[Int(site)] * part)
      price.add(part == 1 ? prices[Int(site)] : prices[Int(site)] * part)
      if part < 1 { return (value.value, price.value) }
    }
    // Nothing is left that has a value.
    nextRate = 0
    if case .price(let most) = limit, price.value < most { rate = 0 }
    return (value.value, price.value)
  }

  private static func values(
    _ core: CoveringCore, _ multipliers: Vector, _ pieces: Pieces
  ) -> [Double] {
    let values = Vector(core.siteCount)
    let sites = core.sites
    pieces.run { _, range in
      for site in range {
        var sum = CompensatedSum()
        for row in sites[site] { sum.add(multipliers[Int(row)]) }
        values[site] = sum.value
      }
    }
    return values.values
  }
}
