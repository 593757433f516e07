import Territory

/// A bound by pieces: rows whose sites lie in several tiles are shared out by multipliers, and each
/// tile is then solved on its own, as well as the effort allows.
///
/// With the values v of rows, a rate for prices and multipliers 0 <= l <= v of rows that cross an
/// edge, a row counts at most v - l and l for each tile that covers it. So no choice is worth more
/// than the sum of v - l over the crossing rows and of the tiles' best values less costs, where
/// tiles hold inner rows at v and crossing ones at l. That is never weaker than the linear
/// relaxation from which the multipliers come, as far as the tiles are solved.
///
/// Zero-half inequalities with sites in several tiles keep their multipliers (``TileWorth``). Those within a tile
/// follow from its own solution, as far as that goes: tiles of the first size, of which many are only begun, keep all
/// multipliers, by which each begins at what the inequalities have proven.
///
/// When the tiles are solved they become larger: less then lies across an edge.
struct TileBound {
  private let core: CoveringCore
  private(set) var visited = 0
  /// Best bound of the core so far, settled sites included.
  private(set) var bound: Double
  /// Whether tiles would no longer be more than one.
  private(set) var isDone = false
  private let relaxation: Relaxation
  private let cuts: [WeightedCut]
  /// Values of rows and their multipliers before inequalities, in the unit of values, and what that is in the
  /// unit of the relaxation's multipliers.
  private let plain: (values: [Double], multipliers: [Double], unit: Double)
  /// Value of a unit of price.
  private let rate: Double
  private var worth = TileWorth()
  private var cut: TileCut
  private var pieces: [Piece] = []
  private var sitesPerTile = Self.leastSites

  private struct Piece: Sendable {
    /// Sum of the values of its rows.
    var values: Double
    /// Least of costs and of values missed, once the tree is gone.
    var least = 0.0
    /// Nil where nothing is left to do.
    var tree: BranchAndBound?
    var visits = 0
    var entryCount = 0
  }

  /// Chosen sites of a tile of the first size, about.
  private static let leastSites = 20.0

  /// Entries that a tile is visited at most, in multiples of its own; where a core is cut into few, hardly any larger
  /// ones follow, and there is effort for each.
  private static let patience = (usual: 60_000, ofFew: 480_000)
  private static let few = 3

  /// Nil where the core is no such problem, as every row must be covered, or too small: some twenty
  /// sites chosen make a tile.
  init?(_ core: CoveringCore, _ relaxation: Relaxation, cuts: [WeightedCut] = []) {
    guard core.siteCount > 400, !core.isFull.contains(true), relaxation.bound.rate > 0,
      relaxation.multipliers.count == core.rowCount,
      let cut = TileCut(core, count: Int(relaxation.shares.reduce(0, +) / sitesPerTile))
    else { return nil }
    self.core = core
    self.relaxation = relaxation
    self.cut = cut
    bound = relaxation.bound.value + core.settledValue
    let scale = core.maximises ? 1 : relaxation.bound.rate
    var values = core.weights
    for (layer, range) in core.layerRows.enumerated() where !core.maximises {
      for row in range { values[row] *= relaxation.layerMultipliers[layer] / scale }
    }
    self.cuts = cuts
    plain = (values, relaxation.multipliers.map { max(0, $0) / scale }, scale)
    rate = core.maximises ? relaxation.bound.rate : 1
  }

  /// Goes on.
  ///
  /// - Parameters:
  ///   - chosen: the best choice known, from which the tiles start.
  ///   - visits: entries to visit in all tiles together.
  mutating func run(
    chosen: [Bool], visits: Int, threads: Int, shouldStop: @Sendable () -> Bool
  ) {
    let end = visited + visits
    while visited < end, !isDone, !shouldStop() {
      if pieces.isEmpty { begin(chosen, threads) }
      work(visits: end - visited, threads, shouldStop)
      addUp()
      if pieces.allSatisfy({ $0.tree == nil }) { enlarge() }
    }
  }

  private mutating func begin(_ chosen: [Bool], _ threads: Int) {
    let (core, relaxation, cut) = (self.core, self.relaxation, self.cut)
    worth = TileWorth(
      values: plain.values, multipliers: plain.multipliers, costs: core.prices.map { rate * $0 })
    // Where no larger tiles follow, these are to be solved for good.
    let isFirst = sitesPerTile == Self.leastSites && cut.tiles.count >= 4
    worth.leave(
      isFirst ? cuts : cuts.filter { cut.separates($0.cut.sites) }, unit: plain.unit)
    let worth = worth
    let values = core.weights.indices.map {
      cut.isCrossing[$0] ? worth.multipliers[$0] : worth.values[$0]
    }
    pieces = ConcurrentMap.map(count: cut.tiles.count, threads: threads) { tile in
      let tile = TileCore(
        core, sites: cut.tiles[tile], values: values, costs: worth.costs, shares: relaxation.shares,
        multipliers: worth.multipliers)
      var piece = Piece(values: tile.values.value, entryCount: tile.entryCount)
      if !tile.isEmpty { piece.tree = tile.tree(chosen: chosen) }
      return piece
    }
    visited += 20 * core.rows.entryCount
  }

  /// Goes on with every tile that is not solved.
  private mutating func work(
    visits: Int, _ threads: Int, _ shouldStop: @Sendable () -> Bool
  ) {
    let open = pieces.indices.filter { pieces[$0].tree != nil }
    guard !open.isEmpty else { return }
    let (share, known) = (max(1, visits / open.count), pieces)
    let patience = pieces.count <= Self.few ? Self.patience.ofFew : Self.patience.usual
    let solved = ConcurrentMap.map(count: open.count, threads: threads) { index in
      Self.work(on: known[open[index]], visits: share, patience, shouldStop)
    }
    for (index, piece) in zip(open, solved) {
      visited += piece.visits - pieces[index].visits
      pieces[index] = piece
    }
  }

  private static func work(
    on piece: Piece, visits: Int, _ patience: Int, _ shouldStop: @Sendable () -> Bool
  ) -> Piece {
    guard var tree = piece.tree else { return piece }
    var piece = piece
    let most = min(piece.visits + visits, patience * piece.entryCount)
    let isSolved = tree.run(visits: most, threads: 1, shouldStop: shouldStop)
    piece.visits = tree.visited
    // A tree that is too wide ends before its time.
    let isOver = isSolved || tree.visited < most || most == patience * piece.entryCount
    piece.least = tree.bound
    piece.tree = isOver ? nil : tree
    return piece
  }

  /// The bound of all tiles together.
  private mutating func addUp() {
    var sum = CompensatedSum()
    var size = 0.0
    func add(_ term: Double) {
      sum.add(term)
      size += abs(term)
    }
    for piece in pieces {
      add(piece.values)
      add(-(piece.tree?.bound ?? piece.least))
    }
    for row in 0..<core.rowCount where cut.isCrossing[row] {
      add(worth.values[row] - worth.multipliers[row])
    }
    add(worth.lost.value)
    let current: Double
    if let budget = core.budget {
      add(rate * budget)
      current = sum.value + 1e-13 * size + core.settledValue
    } else {
      for layer in core.layerRows.indices where !core.layerRows[layer].isEmpty {
        add(-relaxation.layerMultipliers[layer] / relaxation.bound.rate * core.thresholds[layer])
      }
      current = -sum.value - 1e-13 * size + core.settledValue
    }
    visited += 4 * core.rows.entryCount
    bound = CoverMeasure(core).stronger(bound, current)
  }

  /// Begins again with tiles of twice the size.
  private mutating func enlarge() {
    pieces = []
    sitesPerTile *= 2
    guard let next = TileCut(core, count: Int(relaxation.shares.reduce(0, +) / sitesPerTile))
    else {
      isDone = true
      return
    }
    cut = next
  }
}
