import Territory

/// Local search on a core, for weights and for prices.
struct CoverSearch {
  private let core: CoveringCore
  private let relaxation: Relaxation
  private(set) var random: RandomNumbers
  private(set) var visited = 0
  /// How many searches there were before.
  private let turn: Int

  init(_ core: CoveringCore, _ relaxation: Relaxation, random: RandomNumbers, turn: Int) {
    self.turn = turn
    self.core = core
    self.relaxation = relaxation
    self.random = random
  }

  /// Improves on a solution; nil where nothing better was met.
  mutating func run(
    from best: CoverSolution, visits: Int, shouldStop: () -> Bool
  ) -> CoverSolution? {
    if core.maximises { return maximise(from: best, visits: visits, shouldStop) }
    return minimise(from: best, visits: visits, shouldStop)
  }

  /// Sites of the best solution that are in the core.
  private func begin(_ choice: CoverChoice, _ best: CoverSolution, budget: Double) {
    let chosen = Set(best.candidates)
    for site in core.names.indices
    where chosen.contains(core.names[site]) && choice.price + core.prices[site] <= budget {
      choice.choose(site)
    }
  }

  /// Temperatures in the unit of values: a share of what a site of the mean price must bring.
  private func temperature(_ rate: Double) -> ClosedRange<Double> {
    Self.temperature(core, rate, random)
  }

  /// What `temperature` of a core with this rate is at a turn of the random numbers.
  static func temperature(
    _ core: CoveringCore, _ rate: Double, _ random: RandomNumbers
  ) -> ClosedRange<Double> {
    let price = core.prices.reduce(0, +) / Double(max(1, core.siteCount))
    let unit = max(rate * price, .leastNormalMagnitude)
    // Hot and cool turns alternate: landscapes of even and of uneven weights need either.
    if core.maximises, core.siteCount >= BlockSearch.leastSites {
      return random.peek() & 1 == 0 ? unit * 0.01...unit * 0.2 : unit * 0.04...unit * 0.3
    }
    let isCool = !core.maximises || random.peek() & 1 == 0
    return isCool ? unit * 0.002...unit * 0.06 : unit * 0.01...unit * 0.2
  }

  /// Sites that may come: of a large core those whose reduced cost is low, as the others hardly ever
  /// stay. How low differs from turn to turn.
  static func pool(
    _ core: CoveringCore, _ relaxation: Relaxation, _ random: RandomNumbers
  ) -> [Int32] {
    let all = core.names.indices.map { Int32($0) }
    guard core.maximises, core.siteCount >= BlockSearch.leastSites else { return all }
    let least = (random.peek() & 2 == 0 ? 0.93 : 0.8) * relaxation.bound.rate
    return all.filter { relaxation.bound.siteValues[Int($0)] >= least * core.prices[Int($0)] }
  }

  private mutating func maximise(
    from best: CoverSolution, visits: Int, _ shouldStop: () -> Bool
  ) -> CoverSolution? {
    let budget = core.budget ?? 0
    let choice = CoverChoice(core, values: core.weights)
    begin(choice, best, budget: budget)
    GreedyCover.fill(choice)
    var search = SwapSearch(
      pool: Self.pool(core, relaxation, random), budget: budget,
      temperature: temperature(relaxation.bound.rate), random: random)
    visited += search.run(choice, visits: visits, shouldStop: shouldStop)
    random = search.random
    GreedyCover.fill(choice)
    return core.solution(choice)
  }

  /// Looks for a choice that reaches the thresholds for less and less.
  private mutating func minimise(
    from best: CoverSolution, visits: Int, _ shouldStop: () -> Bool
  ) -> CoverSolution? {
    let measure = CoverMeasure(core)
    var found: CoverSolution?
    var values = core.plainValues
    if !core.isFull.contains(true) {
      for (layer, range) in core.layerRows.enumerated() {
        for row in range {
          values[row] = core.weights[row] * max(1e-9, relaxation.layerMultipliers[layer])
        }
      }
    }
    let choice = CoverChoice(core, values: values)
    begin(choice, best, budget: .infinity)
    if !choice.isEnough { GreedyCover.fill(choice) }
    GreedyCover.prune(choice)
    if !core.isFull.contains(true), choice.isEnough {
      // Of small problems ruins and swaps find what is left; of large ones annealing finds nearly all.
      anneal(choice, values, visits: visits * 17 / 20, shouldStop)
      if measure.isBetter(core.spent.value + choice.price, than: best.value) {
        found = core.solution(choice)
      }
    }
    if !core.isFull.contains(true), core.groups.isEmpty, choice.isEnough {
      var ruin = RuinSearch(core, random: RandomNumbers(seed: random.next()))
      visited += ruin.run(choice, visits: visits / 12, shouldStop: shouldStop)
      if measure.isBetter(core.spent.value + choice.price, than: best.value) {
        found = core.solution(choice)
      }
    }
    // How much cheaper the next choice is to be: half of it after each failure.
    var step = best.value.isFinite ? 0.004 * best.value : 0
    while visited < visits, !shouldStop() {
      let value = found?.value ?? best.value
      if choice.isEnough, measure.isBetter(core.spent.value + choice.price, than: value) {
        found = core.solution(choice)
        continue
      }
      // Groups can keep the greedy choice from being enough: then any price will do.
      let budget =
        value.isFinite
        ? min(measure.target(beyond: value), value - step) - core.spent.value : .infinity
      guard budget > 0 else { break }
      while choice.price > budget, let least = choice.leastChosen() { choice.giveUp(least) }
      var search = SwapSearch(
        pool: core.names.indices.map { Int32($0) }, budget: budget,
        temperature: temperature(rate(choice)), random: random)
      search.raisesMissing = true
      visited += search.run(
        choice, visits: min(visits - visited, max(visits / 6, 40 * core.rows.entryCount)),
        shouldStop: shouldStop, isDone: { $0.isEnough })
      random = search.random
      if choice.isEnough {
        GreedyCover.prune(choice)
        found = core.solution(choice)
        step *= 1.5
      } else {
        step *= 0.5
      }
    }
    return found
  }

  /// Anneals a copy by the relaxation's worth of the layers, and takes it over where it is cheaper.
  private mutating func anneal(
    _ choice: CoverChoice, _ values: [Double], visits: Int, _ shouldStop: () -> Bool
  ) {
    let other = CoverChoice(core, values: values)
    for site in choice.chosen { other.choose(site) }
    let unit = core.prices.reduce(0, +) / Double(max(1, core.siteCount))
    // Hot turns find an order of their own, cool ones mend the one that is there.
    let heat = turn % 2 == 0 ? 0.01...0.06 : 0.004...0.025
    var search = PricedSearch(
      pool: core.names.indices.map { Int32($0) }, rate: 1,
      temperature: unit * heat.lowerBound...unit * heat.upperBound, random: random)
    visited += search.run(other, visits: visits, shouldStop: shouldStop)
    random = search.random
    GreedyCover.fill(other)
    guard other.isEnough else { return }
    GreedyCover.prune(other)
    guard other.price < choice.price else { return }
    for site in choice.chosen { choice.giveUp(site) }
    for site in other.chosen { choice.choose(site) }
  }

  /// What a unit of price brings where it brings least.
  private func rate(_ choice: CoverChoice) -> Double {
    guard let least = choice.leastChosen() else { return 1 }
    return choice.score(least) / max(core.prices[least], .leastNormalMagnitude)
  }
}
