import Territory

/// A bound by pieces: rows whose sites lie in several tiles are shared out by multipliers, and each
/// tile is then solved on its own, as well as the effort allows.
///
/// With the values v of rows, a rate for prices and multipliers 0 <= l <= v of rows that cross an
/// edge, a row counts at most v - l and l for each tile that covers it. So no choice is worth more
/// than the sum of v - l over the crossing rows and of the tiles' best values less costs, where
/// tiles hold inner rows at v and crossing ones at l. That is never weaker than the linear
/// relaxation from which the multipliers come, as far as the tiles are solved.
struct TileBound {
  private let core: CoveringCore
  private(set) var visited = 0
  /// Bound of the core, settled sites included.
  private(set) var bound: Double
  private let multipliers: [Double]
  private let values: [Double]
  private let rate: Double
  private let tiles: [Range<Int>]
  private let isCrossing: [Bool]
  private let relaxation: Relaxation
  private var pieces: [Piece] = []

  private struct Piece: Sendable {
    /// Sum of the values of its rows.
    var values: Double
    /// Nil where it has no rows.
    var tree: BranchAndBound?
    var isDone = false
  }

  /// Whether every tile is solved.
  var isDone: Bool { !pieces.isEmpty && pieces.allSatisfy { $0.tree == nil || $0.isDone } }

  /// Nil where the core is no such problem, as every row must be covered, or too small: some twenty
  /// sites chosen make a tile.
  init?(_ core: CoveringCore, _ relaxation: Relaxation) {
    let count = Int(relaxation.shares.reduce(0, +) / 20)
    guard count > 1, core.siteCount > 400, !core.isFull.contains(true), relaxation.bound.rate > 0,
      relaxation.multipliers.count == core.rowCount
    else { return nil }
    self.core = core
    self.relaxation = relaxation
    bound = relaxation.bound.value + core.settledValue
    let scale = core.maximises ? 1 : relaxation.bound.rate
    rate = core.maximises ? relaxation.bound.rate : 1
    var values = core.weights
    for (layer, range) in core.layerRows.enumerated() where !core.maximises {
      for row in range { values[row] *= relaxation.layerMultipliers[layer] / scale }
    }
    self.values = values
    multipliers = values.indices.map { min(values[$0], max(0, relaxation.multipliers[$0]) / scale) }
    tiles = (0..<count).map { core.siteCount * $0 / count..<core.siteCount * ($0 + 1) / count }
    var tileOfSite = [Int32](repeating: 0, count: core.siteCount)
    for (tile, range) in tiles.enumerated() { for site in range { tileOfSite[site] = Int32(tile) } }
    isCrossing = (0..<core.rowCount).map { row in
      let sites = core.rows[row]
      return tileOfSite[Int(sites[sites.startIndex])] != tileOfSite[Int(sites[sites.endIndex - 1])]
    }
  }

  /// Goes on with every tile that is not solved.
  ///
  /// - Parameters:
  ///   - chosen: the best choice known, from which the tiles start.
  ///   - visits: entries to visit in all tiles together.
  mutating func run(
    chosen: [Bool], visits: Int, threads: Int, shouldStop: @Sendable () -> Bool
  ) {
    let (core, relaxation, tiles) = (self.core, self.relaxation, self.tiles)
    let multipliers = self.multipliers
    if pieces.isEmpty {
      let worth = core.weights.indices.map { isCrossing[$0] ? multipliers[$0] : values[$0] }
      let costs = core.prices.map { rate * $0 }
      pieces = ConcurrentMap.map(count: tiles.count, threads: threads) { tile in
        let tile = TileCore(
          core, sites: tiles[tile], values: worth, costs: costs, shares: relaxation.shares,
          multipliers: multipliers)
        return Piece(
          values: tile.values.value, tree: tile.isEmpty ? nil : tile.tree(chosen: chosen))
      }
      visited += 20 * core.rows.entryCount
    }
    let open = pieces.indices.filter { pieces[$0].tree != nil && !pieces[$0].isDone }
    guard !open.isEmpty else { return }
    let (share, known) = (visits / open.count, pieces)
    let solved = ConcurrentMap.map(count: open.count, threads: threads) { index in
      var piece = known[open[index]]
      let before = piece.tree?.visited ?? 0
      piece.isDone =
        piece.tree?.run(visits: before + share, threads: 1, shouldStop: shouldStop) ?? true
      return (piece: piece, visited: (piece.tree?.visited ?? 0) - before)
    }
    for (index, outcome) in zip(open, solved) {
      visited += outcome.visited
      pieces[index] = outcome.piece
    }
    addUp()
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
      if let tree = piece.tree { add(-tree.bound) }
    }
    for row in 0..<core.rowCount where isCrossing[row] { add(values[row] - multipliers[row]) }
    if let budget = core.budget {
      add(rate * budget)
      bound = min(bound, sum.value + 1e-13 * size + core.settledValue)
    } else {
      for layer in core.layerRows.indices where !core.layerRows[layer].isEmpty {
        add(-relaxation.layerMultipliers[layer] / relaxation.bound.rate * core.thresholds[layer])
      }
      bound = max(bound, -sum.value - 1e-13 * size + core.settledValue)
    }
    visited += 4 * core.rows.entryCount
  }
}
