import Kernels

/// Solves the linear relaxation of a core by the primal-dual hybrid gradient method (Chambolle and
/// Pock 2011) with diagonal steps, reflected Halpern iterations and restarts.
///
/// The saddle point is over shares x of sites, 0 to 1, and multipliers l of rows. Coverage of rows is
/// eliminated: where weight is maximised l lies between 0 and the weight, and x is projected on the
/// budget; where the price is minimised the multiplier of each layer is found exactly in each step.
final class PrimalDual {
  let core: CoveringCore

  /// Last step, within all limits.
  let shares: Vector
  let multipliers: Vector
  /// Multipliers of the layers that belong to it.
  var layerMultipliers: [Double]
  /// Entries of the matrix that have been visited.
  private(set) var visited = 0

  private let x: Vector
  let l: Vector
  private let xStart: Vector
  let lStart: Vector
  let extrapolated: Vector
  let coverage: Vector
  /// Weights of rows, 0 for those of inequalities.
  let openWeights: Vector
  /// One over the steps of rows.
  let rowEase: Vector
  /// How far rows are to be covered, and what multipliers may be beyond that of the layer times the weight.
  let rowWanted: Vector
  let rowLimits: Vector
  let siteStep: Vector
  let sitePrices: Vector
  let rowStep: Vector
  let sitePieces: Pieces
  let rowPieces: Pieces
  private(set) var primalWeight = 1.0
  var budgetRate = 0.0
  /// Inequalities beside the rows; nil for none.
  private(set) var cuts: ZeroHalfStep?
  /// Steps of sites and rows without inequalities, once there are some.
  private var plainSteps: (sites: Vector, rows: Vector)?
  private var age = 0
  private var total = 0
  private var firstResidual = Double.infinity
  private var lastResidual = Double.infinity

  init(_ core: CoveringCore, threads: Int) {
    self.core = core
    sitePieces = Pieces(core.sites, threads: threads)
    rowPieces = Pieces(core.rows, threads: threads)
    shares = Vector(core.siteCount)
    multipliers = Vector(core.rowCount)
    x = Vector(core.siteCount)
    l = Vector(core.rowCount)
    xStart = Vector(core.siteCount)
    lStart = Vector(core.rowCount)
    extrapolated = Vector(core.siteCount)
    coverage = Vector(core.rowCount)
    openWeights = Vector(core.rowCount)
    rowEase = Vector(core.rowCount)
    rowWanted = Vector(core.rowCount)
    rowLimits = Vector(core.rowCount)
    siteStep = Vector(core.siteCount)
    sitePrices = Vector(core.siteCount)
    for site in 0..<core.siteCount { sitePrices[site] = core.prices[site] }
    rowStep = Vector(core.rowCount)
    layerMultipliers = [Double](repeating: 1, count: core.layerRows.count)
    setSteps()
    openRows()
  }

  /// Row steps in proportion to the weight, site steps against it (Pock and Chambolle 2011).
  private func setSteps() {
    for (layer, range) in core.layerRows.enumerated() {
      for row in range {
        let scale = core.isFull[layer] ? 1 : core.weights[row]
        rowStep[row] = scale / Double(max(1, core.rows.length(row)))
      }
    }
    for site in 0..<core.siteCount {
      var sum = 0.0
      for row in core.sites[site] {
        sum += rowStep[Int(row)] * Double(core.rows.length(Int(row)))
      }
      siteStep[site] = sum > 0 ? 1 / sum : 0
    }
    if !core.maximises {
      // Values of sites are of the size of prices, not of weights.
      let price = core.prices.reduce(0, +) / Double(max(1, core.siteCount))
      var value = 0.0
      for site in 0..<core.siteCount where siteStep[site] > 0 { value += 1 / siteStep[site] }
      let ratio = price / max(value / Double(max(1, core.siteCount)), .leastNormalMagnitude)
      for row in 0..<core.rowCount { rowStep[row] *= ratio }
      for site in 0..<core.siteCount { siteStep[site] /= ratio }
      layerMultipliers = layerMultipliers.map { _ in ratio }
    }
  }

  /// Goes on with inequalities beside the rows, of which the first have multipliers already.
  func add(_ cuts: [ZeroHalfCut], known: [Double]) {
    if let plainSteps {
      plainSteps.sites.copy(to: siteStep)
      plainSteps.rows.copy(to: rowStep)
    } else {
      let plain = (sites: Vector(core.siteCount), rows: Vector(core.rowCount))
      siteStep.copy(to: plain.sites)
      rowStep.copy(to: plain.rows)
      plainSteps = plain
    }
    let step = ZeroHalfStep(core, cuts, known: known, method: self)
    self.cuts = step
    openRows()
    restart()
  }

  /// Starts from shares and multipliers, whatever they are.
  func start(
    shares: [Double], multipliers: [Double], primalWeight: Double, layerMultipliers: [Double]
  ) {
    for site in 0..<core.siteCount {
      let share = min(1, max(0, shares[site]))
      x[site] = share
      self.shares[site] = share
    }
    for row in 0..<core.rowCount {
      l[row] = max(0, multipliers[row])
      self.multipliers[row] = l[row]
    }
    self.primalWeight = primalWeight
    self.layerMultipliers = layerMultipliers
    x.copy(to: xStart)
    l.copy(to: lStart)
    age = 0
    firstResidual = .infinity
  }

  /// Runs iterations, with restarts in between.
  func run(_ iterations: Int) {
    for _ in 0..<iterations {
      let residual = iterate()
      total += 1
      age += 1
      if age == 1 { firstResidual = residual }
      let mayRestart =
        residual <= 0.2 * firstResidual
        || (residual <= 0.8 * firstResidual && residual > lastResidual)
        || Double(age) >= 0.36 * Double(total) && age >= 40
      lastResidual = residual
      if age > 1, mayRestart { restart() }
    }
    visited += iterations * 2 * core.rows.entryCount
  }

  /// Counts entries that were visited beside the iterations.
  func addVisits(_ count: Int) { visited += count }

  private func restart() {
    var change = (x: 0.0, l: 0.0)
    for site in 0..<core.siteCount where siteStep[site] > 0 {
      let step = shares[site] - xStart[site]
      change.x += step * step / siteStep[site]
    }
    for row in 0..<core.rowCount {
      let step = multipliers[row] - lStart[row]
      change.l += step * step / rowStep[row]
    }
    if let way = cuts?.way {
      change.x += way.cover
      change.l += way.cuts
    }
    if change.x > 0, change.l > 0 {
      primalWeight = (primalWeight * (change.l / change.x).squareRoot()).squareRoot()
    }
    shares.copy(to: x)
    multipliers.copy(to: l)
    x.copy(to: xStart)
    l.copy(to: lStart)
    cuts?.restart()
    age = 0
  }

  /// One step of the method and one of Halpern's; gives the residual.
  private func iterate() -> Double {
    let weight = primalWeight
    let anchor = 1 / Double(age + 2)
    cuts?.weighSites()
    stepSites(weight)
    var moved = reflectSites(anchor, weight)
    if let cuts {
      moved += cuts.stepCover(
        anchor, weight, multipliers: l, layerMultipliers: layerMultipliers)
    }
    coverRows()
    if !core.maximises { for layer in core.layerRows.indices { setLayer(layer, weight) } }
    moved += stepRows(anchor, weight)
    return moved + (cuts?.stepCuts(anchor, weight, shares: extrapolated) ?? 0)
  }

  private func stepSites(_ weight: Double) {
    let (x, l, out) = (self.x, self.l, shares)
    let step = siteStep
    let maximises = core.maximises
    let prices = core.prices
    let sites = core.sites
    let added = cuts?.siteValues
    sitePieces.run { _, range in
      sites.sums(over: range, of: l.start) { site, sum in
        let slope = (maximises ? sum : sum - prices[site]) + (added.map { $0[site] } ?? 0)
        out[site] = x[site] + step[site] / weight * slope
      }
    }
    if maximises { projectOnBudget(weight) }
  }

  /// Cuts shares less what the budget's rate takes to 0 to 1, and reflects them; gives the residual.
  private func reflectSites(_ anchor: Double, _ weight: Double) -> Double {
    var sites = deepreach_sites(
      shares: shares.start, current: x.start, start: xStart.start,
      extrapolated: extrapolated.start, steps: siteStep.start, prices: sitePrices.start)
    let rate = core.maximises ? budgetRate : 0
    return deepreach_reflect_sites(&sites, core.siteCount, rate, 1 / weight, anchor)
  }

  /// The bound by the last step's multipliers.
  func bound() -> DualBound {
    visited += core.rows.entryCount
    if let cuts {
      return DualBound(
        core, multipliers: multipliers, layerMultipliers: layerMultipliers, cuts: cuts.cuts,
        cutMultipliers: cuts.multipliers.values, pieces: sitePieces)
    }
    return DualBound(
      core, multipliers: multipliers, layerMultipliers: layerMultipliers, pieces: sitePieces)
  }
}
