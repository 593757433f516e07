import Territory

/// What rows are worth to tiles and what sites cost them, in the unit of values, once zero-half inequalities across
/// edges are left to their multipliers u >= 0: each row of such an inequality is worth u less, each of its sites costs
/// u times its coefficient less, and u is lost.
struct TileWorth: Sendable {
  /// Of rows.
  var values: [Double] = []
  /// Of rows, at most their value.
  private(set) var multipliers: [Double] = []
  /// Of sites, 0 or more.
  var costs: [Double] = []
  /// What the bound is weaker by.
  private(set) var lost = CompensatedSum()

  init() {}

  /// - Parameters:
  ///   - values: of rows, 0 or more.
  ///   - multipliers: of rows, 0 or more.
  ///   - costs: of sites.
  init(values: [Double], multipliers: [Double], costs: [Double]) {
    self.values = values
    self.multipliers = zip(values, multipliers).map { min($0, $1) }
    self.costs = costs
  }

  /// Leaves inequalities to their multipliers.
  ///
  /// - Parameter unit: what 1 of values is in the unit of the inequalities' multipliers.
  mutating func leave(_ cuts: [WeightedCut], unit: Double) {
    for weighted in cuts {
      let multiplier = weighted.multiplier / unit
      for row in weighted.cut.rows { values[Int(row)] -= multiplier }
      for (site, coefficient) in zip(weighted.cut.sites, weighted.cut.coefficients) {
        costs[Int(site)] -= coefficient * multiplier
      }
      lost.add(multiplier * Double(weighted.cut.lost))
    }
    // A row that is worth less than nothing need not be covered, and a site that costs less is taken at once.
    values = values.map { max(0, $0) }
    multipliers = zip(values, multipliers).map { min($0, $1) }
    for site in costs.indices where costs[site] < 0 {
      lost.add(-costs[site])
      costs[site] = 0
    }
  }
}
