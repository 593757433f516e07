import Territory

/// A piece of a core on its own: what the piece's sites can cover, each row worth what the whole
/// leaves to the piece, less what the sites cost.
///
/// The best of sum of values covered - sum of costs is the sum of values less the least of costs
/// and of values missed, which is set covering with one more column a row: the row missed, at its
/// value.
struct TileCore: Sendable {
  /// Set covering; names are sites of the whole core, -1 the columns of rows missed.
  private var core: CoveringCore
  private(set) var values = CompensatedSum()
  var isEmpty: Bool { core.rowCount == 0 }
  var entryCount: Int { core.rows.entryCount }
  private var shares: [Double] = []
  private var multipliers: [Double] = []

  /// - Parameters:
  ///   - whole: what is cut into pieces.
  ///   - sites: of the piece.
  ///   - values: of each row of the whole what covering it is worth to the piece.
  ///   - costs: of each site of the whole.
  ///   - multipliers: of the rows, where the whole's relaxation ended.
  init(
    _ whole: CoveringCore, sites: Range<Int>, values: [Double], costs: [Double],
    shares: [Double], multipliers: [Double]
  ) {
    core = whole.emptied()
    core.budget = nil
    core.thresholds = [0]
    core.isFull = [true]
    core.settledWeights = [CompensatedSum()]
    core.weightsAreIntegral = false
    core.pricesAreIntegral = false
    var rows: [Int32] = []
    for site in sites { rows += whole.sites[site] }
    rows.sort()
    var merger = RowMerger(expecting: rows.count)
    var list: [Int32] = []
    var last: Int32 = -1
    for row in rows where row != last {
      last = row
      let value = values[Int(row)]
      guard value > 0 else { continue }
      self.values.add(value)
      list.removeAll(keepingCapacity: true)
      for site in whole.rows[Int(row)] where sites.contains(Int(site)) {
        list.append(site - Int32(sites.lowerBound))
      }
      let merged = Int(list.withUnsafeBufferPointer { merger.add($0, weight: value) })
      while self.multipliers.count <= merged { self.multipliers.append(0) }
      self.multipliers[merged] += min(value, multipliers[Int(row)])
    }
    core.names = sites.map { Int32($0) } + merger.rowWeights.map { _ in -1 }
    core.prices = sites.map { costs[$0] } + merger.rowWeights
    core.weights = merger.rowWeights
    self.shares = sites.map { shares[$0] }
    for row in 0..<merger.rows.count {
      core.rows.append(Array(merger.rows[row]) + [Int32(sites.count + row)])
      let reached = merger.rows[row].reduce(0) { $0 + self.shares[Int($1)] }
      self.shares.append(max(0, 1 - reached))
    }
    core.layerRows = [0..<core.rows.count]
    core.sites = core.rows.transposed(width: core.names.count)
  }

  /// A tree that looks for the least of costs and values missed, from the choice that the whole has
  /// made here, filled up.
  func tree(chosen: [Bool]) -> BranchAndBound {
    let choice = CoverChoice(core, values: core.plainValues)
    for (site, name) in core.names.enumerated() where name >= 0 && chosen[Int(name)] {
      choice.choose(site)
    }
    GreedyCover.fill(choice)
    GreedyCover.prune(choice)
    let start = Relaxation(
      bound: DualBound(
        core, multipliers: Vector(core.rowCount), layerMultipliers: [1],
        pieces: Pieces(core.sites, threads: 1)),
      shares: shares, multipliers: multipliers, layerMultipliers: [1], primalWeight: 1, visited: 0)
    return BranchAndBound(core, known: core.solution(choice).value, bound: 0, from: start)
  }
}
