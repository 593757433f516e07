import Territory

/// The course of the work on one problem.
struct CoveringWork {
  private let problem: CoveringProblem
  let options: CoveringSolver
  let measure: CoverMeasure
  private let begin = ContinuousClock.now
  var core: CoveringCore
  var best: CoverSolution
  var bound: Double
  var relaxation: Relaxation?
  var random = RandomNumbers(seed: 1)
  var visited = 0
  var timeIsOver = false
  /// The bound by tiles of the core as it is.
  var tiles: TileBound?
  /// The bound by zero-half inequalities of the core as it is.
  var zeroHalf: ZeroHalfBound?
  /// The tree of the core as it is.
  var tree: BranchAndBound?
  /// The parts of the core as it is.
  var parts: PartSearch?
  /// Searches so far.
  var turns = 0
  /// A search has shown that nothing better is left.
  var isComplete = false

  init(_ problem: CoveringProblem, _ options: CoveringSolver) {
    self.problem = problem
    self.options = options
    let whole = CoveringCore(problem)
    measure = CoverMeasure(whole)
    best = Self.greedy(whole)
    if let start = options.start, let solution = Self.solution(problem, start, measure),
      measure.isBetter(solution.value, than: best.value)
    {
      best = solution
    }
    core = whole.simplified().core
    bound =
      whole.maximises ? whole.settledWeight + CompensatedSum.of(whole.weights) : whole.spent.value
    visited = 30 * whole.rows.entryCount
  }

  /// The greedy choice, or where prices differ the best single site if that brings more.
  static func greedy(_ core: CoveringCore) -> CoverSolution {
    let choice = CoverChoice(core, values: core.plainValues)
    GreedyCover.fill(choice)
    if core.maximises {
      if let single = GreedyCover.bestSingle(core, values: core.weights) {
        let value = core.sites[single].reduce(0) { $0 + core.weights[Int($1)] }
        if value > choice.value {
          return CoverSolution(
            candidates: core.settled + [core.names[single]], value: core.settledWeight + value)
        }
      }
    } else {
      GreedyCover.prune(choice)
    }
    var solution = core.solution(choice)
    if !core.maximises, !choice.isEnough { solution.value = .infinity }
    return solution
  }

  /// A choice to begin with, if it is allowed and does what is asked.
  private static func solution(
    _ problem: CoveringProblem, _ start: [Int], _ measure: CoverMeasure
  ) -> CoverSolution? {
    let chosen = Set(start)
    for (index, candidate) in problem.candidates.enumerated() {
      switch candidate.status {
      case .free: break
      case .existing, .required: guard chosen.contains(index) else { return nil }
      case .forbidden: guard !chosen.contains(index) else { return nil }
      }
    }
    guard chosen.allSatisfy(problem.candidates.indices.contains) else { return nil }
    let sites = chosen.sorted()
    guard problem.keepsGroups(sites) else { return nil }
    let price = CompensatedSum.of(sites.lazy.map(problem.price))
    let covered = problem.layers.map { $0.coveredWeight(by: sites) }
    let isEnough = problem.layers.indices.allSatisfy {
      problem.goal == .everyDemand
        ? problem.layers[$0].coversEveryRow(by: sites)
        : covered[$0] >= problem.threshold(layer: $0)
    }
    guard price <= problem.budget ?? .infinity, measure.maximises || isEnough else { return nil }
    return CoverSolution(
      candidates: sites.map { Int32($0) },
      value: measure.maximises ? CompensatedSum.of(covered) : price)
  }

  private var visits: Int { Int(min(1e18, options.effort * 1e6)) }
  var left: Int { max(0, visits - visited) }

  /// Whether the time limit is over, to be asked at any time.
  var clock: @Sendable () -> Bool {
    guard let limit = options.timeLimitSeconds else { return { false } }
    let begin = begin
    return { ContinuousClock.now - begin > .seconds(limit) }
  }

  private var isProven: Bool {
    isComplete || bound == .infinity
      || measure.excludes(measure.cut(bound), measure.target(beyond: best.value))
  }

  var isDone: Bool {
    isProven || core.isFinished || gap <= options.gap || left == 0 || timeIsOver
  }

  var gap: Double {
    let larger = max(abs(best.value), abs(bound))
    guard larger < .infinity else { return .infinity }
    return larger > 0 ? abs(bound - best.value) / larger : 0
  }

  mutating func run() {
    if core.isFinished {
      offer(CoverSolution(candidates: core.settled, value: core.settledValue))
      bound = best.value
      return
    }
    if core.isImpossible { concludeThatNothingIsBetter() }
    guard !isProven else { return }
    // Where effort is short, inequalities bring more than the last digits of the relaxation.
    relax(rounds: max(1, min(12, left / 6 / max(1, 80 * core.rows.entryCount))))
    guard !isDone else { return }
    round()
    fix()
    // A short look tells whether sites are split in halves at all.
    if cutHalves(visits: left / 24, isLook: true) { cutHalves(visits: left / 6) }
    fix()
    alternate()
  }

  mutating func offer(_ solution: CoverSolution) {
    if measure.isBetter(solution.value, than: best.value) { best = solution }
  }

  mutating func tighten(_ value: Double) { bound = measure.stronger(bound, value) }

  private mutating func relax(rounds: Int) {
    let solved = Relaxation.solve(
      core, from: relaxation,
      limits: .init(rounds: rounds, gap: max(1e-5, 0.02 * options.gap)), threads: options.threads)
    visited += solved.visited
    tighten(solved.bound.value + core.settledValue)
    relaxation = solved
    timeIsOver = clock()
  }

  mutating func round() {
    guard let relaxation else { return }
    for least in [0.3, 0.5, 0.7] {
      let choice = CoverChoice.rounded(core, shares: relaxation.shares, above: least)
      visited += 4 * core.rows.entryCount + choice.takeVisited()
      if core.maximises || choice.isEnough { offer(core.solution(choice)) }
    }
  }

  /// Settles sites by reduced cost until that leads nowhere.
  mutating func fix() {
    while !isDone, let relaxation, relaxation.bound.value.isFinite {
      let target = measure.target(beyond: best.value) - core.settledValue
      let fixed = ReducedCostFixing.settle(core, relaxation.bound, target: target)
      visited += core.siteCount
      // What tiles and the tree have found is lost with the core.
      let isWorthIt =
        tiles == nil && tree == nil
        ? fixed.count * 50 > core.siteCount || (fixed.count > 0 && core.siteCount < 2000)
        : fixed.count * 10 > core.siteCount
      guard isWorthIt else { return }
      let settled = core.settling(isIn: fixed.isIn, isOut: fixed.isOut)
      let step = settled.core.simplified().after(settled)
      visited += 30 * core.rows.entryCount
      core = step.core
      if core.isImpossible {
        concludeThatNothingIsBetter()
        return
      }
      if core.isFinished || core.siteCount == 0 || core.rowCount == 0 {
        // Every better choice is this one.
        let last = CoverSolution(candidates: core.settled, value: core.settledValue)
        if core.maximises || core.isFinished { offer(last) }
        bound = best.value
        isComplete = true
        return
      }
      tiles = nil
      parts = nil
      tree = nil
      zeroHalf = nil
      self.relaxation = relaxation.mapped(by: step)
      relax(rounds: 10)
    }
  }

  private mutating func concludeThatNothingIsBetter() {
    bound = best.value
    isComplete = true
  }

  func result() -> CoveringResult {
    let chosen = best.candidates.map { Int($0) }.sorted()
    let covered = problem.layers.map { $0.coveredWeight(by: chosen) }
    let price = CompensatedSum.of(chosen.lazy.map(problem.price))
    let objective = measure.maximises ? CompensatedSum.of(covered) : price
    var bound = measure.cut(self.bound)
    let isReached = best.value.isFinite
    if isReached,
      (isProven && measure.isIntegral) || measure.isBetter(objective, than: bound)
    {
      bound = objective
    }
    let stop: CoveringStop =
      if !isReached, isProven {
        .impossible
      } else if isReached, bound == objective || isProven {
        .optimal
      } else if timeIsOver {
        .time
      } else if gap <= options.gap {
        .gap
      } else { .effort }
    return CoveringResult(
      chosen: chosen, objective: objective, bound: bound, isReached: isReached,
      coveredWeights: covered,
      cost: CompensatedSum.of(
        chosen.lazy.filter { problem.candidates[$0].status != .existing }
          .map { problem.candidates[$0].cost }),
      stop: stop, effort: Double(visited) / 1e6)
  }
}
