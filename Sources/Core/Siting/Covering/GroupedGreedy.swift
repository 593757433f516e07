/// Greedy choices where of some sites at most one may be chosen: a group's site can be changed for
/// one that brings more, each time where that brings most for what it adds to the price.
enum GroupedGreedy {
  /// As `GreedyCover.fill`.
  static func fill(_ choice: CoverChoice, budget: Double?, allowed: [Bool]) {
    let core = choice.core
    var queue = GainQueue<Double>()
    for site in 0..<core.siteCount where !choice.isChosen(site) {
      guard allowed.isEmpty || allowed[site] else { continue }
      let step = step(to: site, in: choice)
      if step.gain > 0 { queue.push(gain: rate(step), index: site) }
    }
    while budget != nil || !choice.isEnough, let top = queue.pop() {
      let site = top.index
      let mate = choice.mate(of: site)
      let step = step(to: site, in: choice)
      guard step.gain > 0 else { continue }
      if let budget, choice.price + step.price > budget { continue }
      let rate = rate(step)
      // What a change brings can also have grown, by a choice of its mate.
      if rate < top.gain, let next = queue.top, rate < next.gain {
        queue.push(gain: rate, index: site)
        continue
      }
      if let mate { choice.giveUp(mate) }
      choice.choose(site)
    }
  }

  /// Where the price is minimised: changes sites for cheaper ones of their groups as long as that is
  /// enough.
  static func reduce(_ choice: CoverChoice) {
    guard choice.isEnough else { return }
    let prices = choice.core.prices
    for site in choice.chosen {
      let cheaper = choice.core.groups.mates(of: site).filter { prices[Int($0)] < prices[site] }
        .sorted { (prices[Int($0)], $0) < (prices[Int($1)], $1) }
      for mate in cheaper {
        choice.giveUp(site)
        choice.choose(Int(mate))
        if choice.isEnough { break }
        choice.giveUp(Int(mate))
        choice.choose(site)
      }
    }
  }

  /// What a site brings and costs, its mate given up where one is chosen.
  private static func step(
    to site: Int, in choice: CoverChoice
  ) -> (gain: Double, price: Double) {
    let price = choice.core.prices[site]
    guard let mate = choice.mate(of: site) else { return (choice.score(site), price) }
    let gain = choice.change(taking: site, for: mate)
    // Sums of the same values in another order differ in their last places.
    let isReal = gain > 1e-9 * (choice.score(mate) + abs(gain))
    return (isReal ? gain : 0, price - choice.core.prices[mate])
  }

  private static func rate(_ step: (gain: Double, price: Double)) -> Double {
    step.price > 0 ? step.gain / step.price : .infinity
  }
}
