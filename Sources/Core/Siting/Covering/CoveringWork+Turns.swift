import Territory
/// Search and proof in turns, each as long as it is of use.
extension CoveringWork {
  /// Works in turns until the problem is solved or the effort spent: what has brought more for its
  /// effort gets longer turns.
  mutating func alternate() {
    let least = 400 * core.rows.entryCount + 2_000_000
    // Slow cooling pays where there is much to choose from.
    var searching =
      core.siteCount < BlockSearch.leastSites ? least : max(least, min(4 * least, left / 8))
    var proving = min(max(2 * least, 1100 * core.rows.entryCount), max(left / 3, 1_000_000))
    while !isDone {
      let first = (gap: gap, visited: visited)
      search(visits: min(left, searching))
      fix()
      if isDone { break }
      let second = (gap: gap, visited: visited)
      prove(visits: min(left, proving))
      // Searches that find nothing to do still end.
      visited += 100_000
      let found = (first.gap - second.gap) / Double(second.visited - first.visited)
      let proven = (second.gap - gap) / Double(visited - second.visited)
      fix()
      if found >= proven, found > 0, searching < left / 4 { searching *= 2 }
      if proven >= found, proving < left / 4 { proving *= 2 }
    }
  }

  private func isChosen() -> [Bool] {
    let chosen = Set(best.candidates)
    return core.names.map(chosen.contains)
  }

  /// From so many sites on the whole is searched once, and later turns go to blocks, which are solved side by side.
  private static let hugeSites = 20_000

  private mutating func search(visits: Int) {
    let isHuge = core.siteCount >= Self.hugeSites
    // Sites move between blocks in a search of the whole, and within blocks side by side.
    let isLarge =
      core.maximises && core.siteCount >= BlockSearch.leastSites && core.groups.isEmpty
    let whole = !isLarge ? visits : !isHuge ? visits / 2 : turns == 0 ? visits / 64 : 0
    if whole > 0 { searchWhole(visits: whole) }
    if isLarge {
      // Of a huge problem small parts are soon solved; what is left is where blocks grow.
      let shapes: [BlockSearch.Shape] =
        !isHuge ? [.any, .any] : turns == 0 ? [.run] + Self.grown(5) : Self.grown(4)
      searchBlocks(
        visits: isHuge ? visits / 2 : visits - whole, swaps: isHuge ? visits / 16 : visits / 4,
        shapes)
    }
    turns += 1
    timeIsOver = clock()
  }

  private static func grown(_ count: Int) -> [BlockSearch.Shape] {
    [BlockSearch.Shape](repeating: .grown, count: count)
  }

  private mutating func searchWhole(visits: Int) {
    guard let relaxation else { return }
    var search = CoverSearch(core, relaxation, random: random, turn: turns)
    let found = search.run(from: best, visits: visits, shouldStop: clock)
    visited += search.visited
    random = search.random
    if let found { offer(found) }
  }

  /// - Parameters:
  ///   - swaps: visits of each search by swaps, before blocks are solved.
  ///   - shapes: of the blocks of each such search.
  private mutating func searchBlocks(visits: Int, swaps: Int, _ shapes: [BlockSearch.Shape]) {
    guard let relaxation else { return }
    let heat = CoverSearch.temperature(core, relaxation.bound.rate, random)
    let pool = CoverSearch.pool(core, relaxation, random)
    var blocks = BlockSearch(core, pool: pool, temperature: heat)
    var isChosen = isChosen()
    for shape in shapes where !clock() {
      isChosen = blocks.run(
        isChosen, shape, visits: swaps, threads: options.threads, random: &random)
    }
    // Small blocks bring most for their effort as long as they bring anything.
    let sizes = core.siteCount < Self.hugeSites ? 40 : min(40, 10 * (turns + 1))
    while blocks.visited < visits, !clock() {
      isChosen = blocks.solve(
        isChosen, sites: 10 + random.below(sizes), visits: visits / 4, threads: options.threads,
        random: &random)
    }
    visited += blocks.visited
    let choice = CoverChoice(core, values: core.weights)
    for site in core.names.indices where isChosen[site] { choice.choose(site) }
    offer(core.solution(choice))
  }

  private mutating func prove(visits: Int) {
    if cutHalves(visits: visits) { return }
    guard let relaxation else { return }
    let unitPrices = core.prices.allSatisfy { $0 == 1 }
    if core.maximises, unitPrices, core.siteCount > 200, parts != nil || fallsApart() {
      var next = parts ?? PartSearch(core, relaxation, known: best.value)
      parts = nil
      next.learn(isChosen())
      isComplete = next.run(
        known: best.value, visits: visits, threads: options.threads, shouldStop: clock)
      visited += next.visited
      if let found = next.best { offer(found) }
      tighten(next.bound)
      parts = next
    } else if let tiles = tiles ?? newTiles(visits), !tiles.isDone {
      self.tiles = nil
      var next = tiles
      let before = next.visited
      next.run(
        chosen: isChosen(), visits: visits, threads: options.threads, shouldStop: clock)
      visited += next.visited - before
      tighten(next.bound)
      self.tiles = next
    } else if core.rows.entryCount * 20_000 < left || core.siteCount <= 400 {
      branch(visits: visits, relaxation)
    }
    timeIsOver = clock()
  }

  /// Goes on with the tree of the whole core.
  private mutating func branch(visits: Int, _ relaxation: Relaxation) {
    var next = tree ?? BranchAndBound(core, known: best.value, bound: bound, from: relaxation)
    tree = nil
    next.learn(best.value)
    let before = next.visited
    isComplete = next.run(
      visits: before + visits, threads: options.threads, shouldStop: clock)
    visited += next.visited - before
    if let found = next.best { offer(found) }
    tighten(next.bound)
    tree = next
  }

  /// Part of the gap that a turn of inequalities is to close: less, and the effort is better spent otherwise.
  private static let leastClosed = 0.05

  /// Tightens the relaxation's bound by zero-half inequalities; false where they have no more to give.
  ///
  /// - Parameter isLook: whether they are kept where they have given little: beside a poor choice any gain is small.
  @discardableResult
  mutating func cutHalves(visits: Int, isLook: Bool = false) -> Bool {
    guard !isDone, best.value.isFinite, let relaxation else { return false }
    guard var next = zeroHalf ?? ZeroHalfBound(core, relaxation, threads: options.threads),
      !next.isDone
    else { return false }
    zeroHalf = nil
    let (before, open) = (next.visited, gap)
    next.run(
      visits: visits, towards: best.value - core.settledValue,
      enough: 0.5 * options.gap * abs(best.value), shouldStop: clock)
    visited += next.visited - before
    tighten(next.relaxation.bound.value + core.settledValue)
    self.relaxation?.bound = next.relaxation.bound
    // Inequalities leave fewer sites split: what is rounded from them is better.
    self.relaxation?.shares = next.relaxation.shares
    let isOfUse = gap <= open * (1 - Self.leastClosed)
    if next.visited == before || !isOfUse && !isLook { next.finish() }
    zeroHalf = next
    round()
    timeIsOver = clock()
    return isOfUse && !next.isDone
  }

  /// Whether the core has parts that can be solved one by one; a huge one is better cut into tiles.
  private func fallsApart() -> Bool {
    let (partOfSite, count) = core.parts()
    var sizes = [Int](repeating: 0, count: count)
    for part in partOfSite { sizes[Int(part)] += 1 }
    let largest = sizes.max() ?? 0
    return count > 1 && largest < 2000
  }

  /// Tiles, where the effort is enough to look at each.
  private func newTiles(_ visits: Int) -> TileBound? {
    guard let relaxation, visits >= 400 * core.rows.entryCount else { return nil }
    if let zeroHalf, !zeroHalf.weighted.isEmpty {
      return TileBound(core, zeroHalf.relaxation, cuts: zeroHalf.weighted)
    }
    return TileBound(core, relaxation)
  }
}
