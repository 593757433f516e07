/// The bound of a core, tightened by zero-half inequalities: in turns, inequalities that the
/// relaxation breaks are added, and the relaxation is solved on.
struct ZeroHalfBound {
  private let core: CoveringCore
  private let method: PrimalDual
  private(set) var relaxation: Relaxation
  private(set) var visited = 0
  /// Whether no inequality is left that is broken enough, or the bound stays where it is.
  private(set) var isDone = false
  private var cuts: [ZeroHalfCut] = []
  /// Inequalities with their multipliers where the bound is best, those without value left out.
  private(set) var weighted: [WeightedCut] = []
  private var known = Set<[Int32]>()
  private var idle = 0

  /// Iterations between looks for inequalities.
  private static let iterations = 60
  /// Turns that bring next to nothing until the work ends.
  private static let patience = 4
  private static let leastGain = 2e-5
  /// Lists that are visited in their order cost a quarter of the visits of a search.
  private static let ease = 4

  /// Nil where every row must be covered.
  init?(_ core: CoveringCore, _ relaxation: Relaxation, threads: Int) {
    guard !core.isFull.contains(true), relaxation.bound.value.isFinite,
      relaxation.multipliers.count == core.rowCount, core.rowCount > 2
    else { return nil }
    self.core = core
    self.relaxation = relaxation
    method = PrimalDual(core, threads: threads)
    method.start(
      shares: relaxation.shares, multipliers: relaxation.multipliers,
      primalWeight: relaxation.primalWeight, layerMultipliers: relaxation.layerMultipliers)
  }

  /// Leaves the rest of the work to others.
  mutating func finish() { isDone = true }

  /// Goes on until the bound is so near to the value of a choice, or so many entries were visited.
  ///
  /// - Parameters:
  ///   - value: of the best choice known, of the core's sites.
  ///   - enough: how near the bound is to come to it.
  mutating func run(visits: Int, towards value: Double, enough: Double, shouldStop: () -> Bool) {
    let end = visited + visits
    let measure = CoverMeasure(core)
    while visited < end, !isDone, abs(relaxation.bound.value - value) > enough, !shouldStop() {
      let (new, looked) = ZeroHalfSeparation(
        core, shares: method.shares.values, rows: method.rowPieces, sites: method.sitePieces
      ).cuts(besides: known)
      visited += 2 * core.rows.entryCount + looked
      if !new.isEmpty {
        let multipliers = method.cuts?.multipliers.values ?? []
        cuts += new
        for cut in new { known.insert(cut.rows) }
        method.add(cuts, known: multipliers)
      }
      let before = relaxation.bound.value
      let start = method.visited
      method.run(Self.iterations)
      let bound = method.bound()
      visited += (method.visited - start) / Self.ease
      if measure.isBetter(before, than: bound.value) { note(bound) }
      let gain = abs(relaxation.bound.value - before)
      idle = gain <= Self.leastGain * abs(before) ? idle + 1 : 0
      relaxation.shares = method.shares.values
      isDone = idle >= Self.patience || (cuts.isEmpty && new.isEmpty)
    }
  }

  /// Notes the multipliers of a bound that is the best so far.
  private mutating func note(_ bound: DualBound) {
    relaxation.bound = bound
    relaxation.multipliers = method.multipliers.values
    relaxation.layerMultipliers = method.layerMultipliers
    let multipliers = method.cuts?.multipliers.values ?? []
    weighted = zip(cuts, multipliers).filter { $1 > 0 }.map { WeightedCut(cut: $0, multiplier: $1) }
  }
}
