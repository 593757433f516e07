/// The greedy choice: each time the site that brings most for its price, the first of equals
/// (Church and ReVelle 1974). What a site brings only falls, so that a queue of old figures is
/// enough (lazy greedy, Minoux 1978).
struct GreedyCover {
  /// Adds sites to a choice until the budget is spent or, where the price is minimised, everything
  /// that must be is covered.
  static func fill(_ choice: CoverChoice, budget: Double? = nil, allowed: [Bool] = []) {
    let core = choice.core
    if !core.groups.isEmpty {
      GroupedGreedy.fill(choice, budget: budget ?? core.budget, allowed: allowed)
      return
    }
    var queue = GainQueue<Double>()
    for site in 0..<core.siteCount where !choice.isChosen(site) {
      guard allowed.isEmpty || allowed[site], choice.score(site) > 0 else { continue }
      queue.push(gain: choice.score(site) / core.prices[site], index: site)
    }
    let budget = budget ?? core.budget
    while budget != nil || !choice.isEnough, let top = queue.pop() {
      if let budget, choice.price + core.prices[top.index] > budget { continue }
      let ratio = choice.score(top.index) / core.prices[top.index]
      guard ratio > 0 else { continue }
      if ratio == top.gain {
        choice.choose(top.index)
      } else {
        queue.push(gain: ratio, index: top.index)
      }
    }
  }

  /// Where the price is minimised: gives up what is not needed, the least useful first.
  static func prune(_ choice: CoverChoice) {
    let core = choice.core
    let order = choice.chosen.sorted {
      let one = choice.score($0) / max(core.prices[$0], .leastNormalMagnitude)
      let other = choice.score($1) / max(core.prices[$1], .leastNormalMagnitude)
      return (one, $0) < (other, $1)
    }
    for site in order where choice.isEnough(without: site) { choice.giveUp(site) }
    if !core.groups.isEmpty { GroupedGreedy.reduce(choice) }
  }

  /// The site that brings most within the budget: half of the optimum together with the greedy
  /// choice, where prices differ (Khuller, Moss and Naor 1999).
  static func bestSingle(_ core: CoveringCore, values: [Double]) -> Int? {
    var best: (value: Double, site: Int)?
    for site in 0..<core.siteCount where core.prices[site] <= core.budget ?? .infinity {
      let value = core.sites[site].reduce(0) { $0 + values[Int($1)] }
      if value > best?.value ?? 0 { best = (value, site) }
    }
    return best?.site
  }
}
