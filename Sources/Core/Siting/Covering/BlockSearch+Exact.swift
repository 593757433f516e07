import Territory

extension BlockSearch {
  /// A block and what was found for it: best choices for what is spent there now, and for one unit
  /// of price less or more.
  private struct Outcome: Sendable {
    var sites: [Int32]
    var now: Choice
    var less: Choice?
    var more: Choice?
    var visited: Int
  }

  private struct Choice: Sendable {
    var sites: [Int32]
    var value: Double
  }

  /// Solves each block by branch and bound, what is chosen elsewhere staying (large neighbourhood
  /// search; Shaw 1998), moves sites from blocks that lose little to blocks that gain more, and
  /// gives what is then chosen.
  ///
  /// - Parameters:
  ///   - sites: how many sites of a block are chosen, about.
  ///   - visits: entries to visit in all blocks together.
  mutating func solve(
    _ isChosen: [Bool], sites: Int, visits: Int, threads: Int, random: inout RandomNumbers
  ) -> [Bool] {
    let count = isChosen.reduce(0) { $0 + ($1 ? 1 : 0) }
    let blocks = blocks(of: max(40, core.siteCount * sites / max(1, count)), .any, &random)
    guard !blocks.isEmpty else { return isChosen }
    let (core, isInPool) = (self.core, self.isInPool)
    let share = visits / blocks.count / 3
    let movesSites = core.prices.allSatisfy { $0 == 1 }
    let found = ConcurrentMap.map(count: blocks.count, threads: threads) { index in
      Self.solve(
        core, blocks[index].filter { isInPool[Int($0)] || isChosen[Int($0)] }.sorted(), isChosen,
        visits: share, movesSites: movesSites)
    }
    // Blocks share no rows, so that gains and losses add up.
    let givers = found.indices.filter { found[$0].less != nil }
      .sorted { (loss(found[$0]), $0) < (loss(found[$1]), $1) }
    let takers = found.indices.filter { found[$0].more != nil }
      .sorted { (gain(found[$0]), $1) > (gain(found[$1]), $0) }
    var choices = found.map(\.now.sites)
    var isMoved = [Bool](repeating: false, count: found.count)
    var (giver, taker) = (0, 0)
    while giver < givers.count, taker < takers.count {
      let (from, to) = (givers[giver], takers[taker])
      if isMoved[from] {
        giver += 1
      } else if isMoved[to] {
        taker += 1
      } else if from == to {
        // Whichever follows has moved less.
        giver += 1
      } else {
        guard let less = found[from].less, let more = found[to].more,
          gain(found[to]) > loss(found[from])
        else { break }
        (choices[from], choices[to]) = (less.sites, more.sites)
        (isMoved[from], isMoved[to]) = (true, true)
      }
    }
    var next = isChosen
    for (outcome, chosen) in zip(found, choices) {
      visited += outcome.visited
      for site in outcome.sites { next[Int(site)] = false }
      for site in chosen { next[Int(site)] = true }
    }
    visited += 3 * core.rows.entryCount
    return next
  }

  private func loss(_ outcome: Outcome) -> Double {
    outcome.now.value - (outcome.less?.value ?? -.infinity)
  }

  private func gain(_ outcome: Outcome) -> Double {
    (outcome.more?.value ?? -.infinity) - outcome.now.value
  }

  private static func solve(
    _ core: CoveringCore, _ sites: [Int32], _ isChosen: [Bool], visits: Int, movesSites: Bool
  ) -> Outcome {
    var inner = core.part(sites, isChosen)
    var visited = 10 * inner.rows.entryCount
    let chosen = sites.indices.filter { isChosen[Int(sites[$0])] }
    var start: Relaxation?
    func best(_ budget: Double, change: (CoverChoice) -> Void) -> Choice {
      inner.budget = budget
      let choice = CoverChoice(inner, values: inner.weights)
      for site in chosen { choice.choose(site) }
      change(choice)
      let known = Choice(sites: choice.chosen.map { sites[$0] }, value: choice.value)
      guard inner.rowCount > 0, budget > 0 else { return known }
      if start == nil {
        let relaxation = Relaxation.solve(
          inner,
          limits: .init(
            rounds: max(3, min(20, visits / (60 * inner.rows.entryCount))), iterations: 30),
          threads: 1)
        visited += relaxation.visited
        start = relaxation
      }
      var tree = BranchAndBound(
        inner, known: choice.value, bound: CompensatedSum.of(inner.weights), from: start)
      _ = tree.run(visits: visits, threads: 1)
      visited += tree.visited
      // Names are the sites of the core.
      return tree.best.map { Choice(sites: $0.candidates, value: $0.value) } ?? known
    }
    let budget = inner.budget ?? 0
    let now = best(budget) { _ in }
    guard movesSites, !chosen.isEmpty else {
      return Outcome(sites: sites, now: now, visited: visited)
    }
    let less = best(budget - 1) { choice in
      if let least = choice.leastChosen() { choice.giveUp(least) }
    }
    let more = best(budget + 1) { GreedyCover.fill($0) }
    return Outcome(sites: sites, now: now, less: less, more: more, visited: visited)
  }
}
