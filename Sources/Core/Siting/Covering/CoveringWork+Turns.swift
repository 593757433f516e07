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
      if found >= proven, searching < left / 4 { searching *= 2 }
      if proven >= found, proving < left / 4 { proving *= 2 }
    }
  }

  private func isChosen() -> [Bool] {
    let chosen = Set(best.candidates)
    return core.names.map(chosen.contains)
  }

  private mutating func search(visits: Int) {
    guard let relaxation else { return }
    // Sites move between blocks in a search of the whole, and within blocks side by side.
    let isLarge =
      core.maximises && core.siteCount >= BlockSearch.leastSites && core.groups.isEmpty
    var search = CoverSearch(core, relaxation, random: random)
    let found = search.run(
      from: best, visits: isLarge ? visits / 2 : visits, shouldStop: clock)
    visited += search.visited
    random = search.random
    if let found { offer(found) }
    if isLarge { searchBlocks(visits: visits / 2) }
    timeIsOver = clock()
  }

  private mutating func searchBlocks(visits: Int) {
    guard let relaxation else { return }
    let heat = CoverSearch.temperature(core, relaxation.bound.rate, random)
    var blocks = BlockSearch(core, temperature: heat)
    var isChosen = isChosen()
    for _ in 0..<4 where !clock() {
      isChosen = blocks.run(isChosen, visits: visits / 4, threads: options.threads, random: &random)
    }
    visited += blocks.visited
    let choice = CoverChoice(core, values: core.weights)
    for site in core.names.indices where isChosen[site] { choice.choose(site) }
    offer(core.solution(choice))
  }

  private mutating func prove(visits: Int) {
    guard let relaxation else { return }
    let unitPrices = core.prices.allSatisfy { $0 == 1 }
    if core.maximises, unitPrices, core.siteCount > 200, core.parts().count > 1 {
      var parts = PartSearch(core, relaxation, known: best.value)
      parts.learn(isChosen())
      isComplete = parts.run(
        known: best.value, visits: visits, threads: options.threads, shouldStop: clock)
      visited += parts.visited
      if let found = parts.best { offer(found) }
      tighten(parts.bound)
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
      var tree = BranchAndBound(core, known: best.value, bound: bound, from: relaxation)
      isComplete = tree.run(visits: visits, threads: options.threads, shouldStop: clock)
      visited += tree.visited
      if let found = tree.best { offer(found) }
      tighten(tree.bound)
    }
    timeIsOver = clock()
  }

  /// Tiles, where the effort is enough to look at each.
  private func newTiles(_ visits: Int) -> TileBound? {
    guard let relaxation, visits >= 1000 * core.rows.entryCount else { return nil }
    return TileBound(core, relaxation)
  }
}
