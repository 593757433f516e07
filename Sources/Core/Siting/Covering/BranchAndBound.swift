import Territory

/// Finds a best choice of a core by branching on sites, with the bound of the relaxation at every
/// node and sites settled by their reduced cost. Nodes are worked on in batches of a fixed size, so
/// that the tree does not depend on the number of threads.
struct BranchAndBound {
  let core: CoveringCore
  let measure: CoverMeasure
  /// Best choice known, if any, and what would be better.
  private(set) var best: CoverSolution?
  private(set) var target: Double
  /// Holds for every choice of the core.
  private(set) var bound: Double
  private(set) var visited = 0
  private(set) var nodeCount = 0

  private struct Node: Sendable {
    var isIn: [Int32]
    var isOut: [Int32]
    var bound: Double
    var start: Relaxation?
    var branch: BranchScores.Branch?
  }

  private struct Finding: Sendable {
    var solution: CoverSolution?
    var children: [Node] = []
    var visited = 0
    /// Bound of the node, where it was computed.
    var bound: Double?
  }

  private static let batch = 8
  private var open: [Node]
  private var scores: BranchScores

  /// - Parameters:
  ///   - core: what is to be decided.
  ///   - known: worth of the best choice known, settled sites included; only better ones are
  ///     looked for.
  ///   - bound: a bound that is known already.
  ///   - start: a relaxation of the core to start from.
  init(_ core: CoveringCore, known: Double, bound: Double, from start: Relaxation?) {
    self.core = core
    measure = CoverMeasure(core)
    target = measure.target(beyond: known)
    self.bound = bound
    open = [Node(isIn: [], isOut: [], bound: bound, start: start)]
    scores = BranchScores(siteCount: core.siteCount)
  }

  /// Takes note of a choice of so much worth that was found elsewhere: only better ones are looked for.
  mutating func learn(_ known: Double) {
    let next = measure.target(beyond: known)
    if measure.isBetter(next, than: target) { target = next }
  }

  /// Works until the tree is done, or so many entries have been visited in all, or so many nodes
  /// are open; another run goes on where this one ends.
  ///
  /// - Returns: whether the tree is done: `best`, or what was known before, is then optimal.
  mutating func run(
    visits: Int, threads: Int, shouldStop: () -> Bool = { false }
  ) -> Bool {
    while !open.isEmpty {
      // The best bound last; of equals the youngest.
      let measure = measure
      open.sort { measure.isBetter($1.bound, than: $0.bound) }
      if measure.excludes(measure.cut(open[open.count - 1].bound), target) { break }
      bound = measure.stronger(bound, open[open.count - 1].bound)
      guard visited < visits, open.count < 4000, !shouldStop() else { return false }
      var nodes: [Node] = []
      while nodes.count < Self.batch, let node = open.popLast() { nodes.append(node) }
      let (core, target) = (self.core, self.target)
      let (work, known) = (nodes, scores)
      let findings = ConcurrentMap.map(count: work.count, threads: threads) { index in
        Self.work(on: work[index], of: core, target, known)
      }
      for (node, finding) in zip(work, findings) {
        visited += finding.visited
        if let branch = node.branch, let bound = finding.bound {
          scores.learn(branch, bound: bound)
        }
        nodeCount += 1
        if let solution = finding.solution, !measure.excludes(solution.value, self.target) {
          best = solution
          self.target = measure.target(beyond: solution.value)
        }
        open += finding.children
      }
      let reached = self.target
      open.removeAll { measure.excludes(measure.cut($0.bound), reached) }
    }
    // Nothing reaches the target: what is known is as good as any, up to the step of the measure.
    let proven =
      measure.isIntegral ? (measure.maximises ? target - 1 : target + 1) : target
    bound = measure.stronger(bound, proven)
    return true
  }

  private static func work(
    on node: Node, of core: CoveringCore, _ target: Double, _ scores: BranchScores
  ) -> Finding {
    let measure = CoverMeasure(core)
    var finding = Finding()
    var isIn = [Bool](repeating: false, count: core.siteCount)
    var isOut = isIn
    for site in node.isIn { isIn[Int(site)] = true }
    for site in node.isOut { isOut[Int(site)] = true }
    let settled = core.settling(isIn: isIn, isOut: isOut)
    let step = settled.core.simplified().after(settled)
    let sub = step.core
    finding.visited = 12 * core.rows.entryCount
    if let budget = sub.budget, budget < 0 { return finding }
    if sub.isImpossible { return finding }
    if sub.isFinished {
      finding.solution = CoverSolution(candidates: sub.settled, value: sub.settledValue)
      return finding
    }
    guard sub.siteCount > 0, sub.rowCount > 0 else { return finding }
    let relaxation = Relaxation.solve(
      sub, from: node.start?.mapped(by: step),
      limits: .init(rounds: node.start == nil ? 40 : 16, iterations: 30, gap: 1e-7, target: target),
      threads: 1)
    finding.visited += relaxation.visited
    let total = measure.stronger(relaxation.bound.value + sub.settledValue, node.bound)
    finding.bound = total
    if measure.excludes(measure.cut(total), target) { return finding }
    let rounded = rounding(sub, relaxation, &finding.visited)
    var goal = target
    if let rounded, !measure.excludes(rounded.value, target) {
      finding.solution = rounded
      goal = measure.target(beyond: rounded.value)
      if measure.excludes(measure.cut(total), goal) { return finding }
    }
    let fixed = ReducedCostFixing.settle(
      sub, relaxation.bound, target: goal - sub.settledValue)
    let back = relaxation.spread(back: step, to: core, isIn: isIn)
    var next = Node(isIn: [], isOut: [], bound: total, start: back)
    var branch: (score: Double, site: Int32)?
    for site in core.names.indices {
      let inner = Int(step.siteMap[site])
      if isIn[site] || isOut[site] || inner < 0 {
        // Sites that simplifying has settled or removed are found again by it.
        if isIn[site] { next.isIn.append(Int32(site)) }
        if isOut[site] { next.isOut.append(Int32(site)) }
        continue
      }
      if fixed.isIn[inner] {
        next.isIn.append(Int32(site))
      } else if fixed.isOut[inner] {
        next.isOut.append(Int32(site))
      } else {
        let share = relaxation.shares[inner]
        let length = Double(sub.sites.length(inner)) / Double(sub.rowCount)
        var score = scores.score(site, share: min(1, max(0, share))) * (1 + 1e-3 * length)
        // The relaxation does not know of groups: first those that it breaks.
        let mates = sub.groups.mates(of: inner)
        if mates.reduce(0, { $0 + relaxation.shares[Int($1)] }) > 1 + 1e-6 { score = 1e200 * share }
        if score > branch?.score ?? -1 { branch = (score, Int32(site)) }
      }
    }
    if let branch {
      var without = next
      let share = relaxation.shares[Int(step.siteMap[Int(branch.site)])]
      without.isOut.append(branch.site)
      without.branch = .init(site: branch.site, isIn: false, distance: share, bound: total)
      next.isIn.append(branch.site)
      next.branch = .init(site: branch.site, isIn: true, distance: 1 - share, bound: total)
      finding.children = [without, next]
    } else {
      finding.children = [next]
    }
    return finding
  }

  /// The sites of the largest shares, filled up greedily.
  private static func rounding(
    _ core: CoveringCore, _ relaxation: Relaxation, _ visited: inout Int
  ) -> CoverSolution? {
    let choice = CoverChoice.rounded(core, shares: relaxation.shares, above: 0.5)
    visited += 4 * core.rows.entryCount + choice.takeVisited()
    guard core.maximises || choice.isEnough else { return nil }
    return core.solution(choice)
  }
}

extension CoverChoice {
  /// The sites of the largest shares, as far as the budget goes, filled up greedily; where the price
  /// is minimised, what is then not needed is given up.
  static func rounded(_ core: CoveringCore, shares: [Double], above least: Double) -> CoverChoice {
    let choice = CoverChoice(core, values: core.plainValues)
    let order = core.names.indices.filter { shares[$0] > least }
      .sorted { (shares[$0], $1) > (shares[$1], $0) }
    for site in order where choice.price + core.prices[site] <= core.budget ?? .infinity {
      guard choice.mate(of: site) == nil else { continue }
      choice.choose(site)
    }
    GreedyCover.fill(choice)
    if !core.maximises { GreedyCover.prune(choice) }
    return choice
  }
}
