import Territory

/// Ruin and recreate (Schrimpf et al. 2000) where the price is minimised: some chosen sites near each
/// other go, others are taken for what they bring for their price until the thresholds are reached
/// again, what is then not needed goes too, and the change is kept if it is not dearer.
struct RuinSearch {
  private let core: CoveringCore
  private var random: RandomNumbers
  private var isNear: [Bool]

  init(_ core: CoveringCore, random: RandomNumbers) {
    self.core = core
    self.random = random
    isNear = [Bool](repeating: false, count: core.siteCount)
  }

  /// Runs from a choice that reaches the thresholds, and leaves one that does.
  ///
  /// - Returns: entries visited.
  mutating func run(_ choice: CoverChoice, visits: Int, shouldStop: () -> Bool) -> Int {
    var visited = choice.takeVisited()
    var chosen = choice.chosen
    var turn = 0
    while visited < visits, !chosen.isEmpty {
      turn += 1
      if turn & 255 == 0, shouldStop() { break }
      let centre = chosen[random.below(chosen.count)]
      guard choice.isChosen(centre) else {
        chosen = choice.chosen
        continue
      }
      let near = neighbourhood(centre, &visited)
      let before = choice.price
      var changes: [Int] = []
      ruin(choice, centre, near, &changes)
      recreate(choice, near, &changes, &visited)
      let slack = 1e-12 * before
      if choice.isEnough, choice.price <= before + slack {
        if choice.price < before - slack { chosen = choice.chosen }
      } else {
        for site in changes.reversed() { flip(choice, site) }
      }
      visited += 1 + choice.takeVisited()
    }
    choice.refresh()
    return visited
  }

  private func flip(_ choice: CoverChoice, _ site: Int) {
    if choice.isChosen(site) { choice.giveUp(site) } else { choice.choose(site) }
  }

  /// Sites that share a row with a site, itself included.
  private mutating func neighbourhood(_ centre: Int, _ visited: inout Int) -> [Int] {
    var near: [Int] = []
    for row in core.sites[centre] {
      for site in core.rows[Int(row)] where !isNear[Int(site)] {
        isNear[Int(site)] = true
        near.append(Int(site))
      }
      visited += core.rows.length(Int(row))
    }
    for site in near { isNear[site] = false }
    return near
  }

  /// The centre goes, and up to three others near it.
  private mutating func ruin(
    _ choice: CoverChoice, _ centre: Int, _ near: [Int], _ changes: inout [Int]
  ) {
    choice.giveUp(centre)
    changes.append(centre)
    var others = near.filter { choice.isChosen($0) }
    for _ in 0..<random.below(4) where !others.isEmpty {
      let site = others.remove(at: random.below(others.count))
      choice.giveUp(site)
      changes.append(site)
    }
  }

  /// Takes sites until the thresholds are reached; each time what brings most for its price, give
  /// or take a tenth.
  private mutating func recreate(
    _ choice: CoverChoice, _ near: [Int], _ changes: inout [Int], _ visited: inout Int
  ) {
    let tilts = near.map { _ in 0.9 + 0.2 * Double(random.below(1 << 20)) * 0x1p-20 }
    var taken = 0
    while !choice.isEnough, taken < 8 {
      var best: (rate: Double, site: Int)?
      for (index, site) in near.enumerated() where !choice.isChosen(site) {
        let rate = choice.score(site) / core.prices[site] * tilts[index]
        if rate > best?.rate ?? 0 { best = (rate, site) }
      }
      visited += near.count
      guard let best else { break }
      choice.choose(best.site)
      changes.append(best.site)
      taken += 1
    }
    guard choice.isEnough else { return }
    let order = near.filter { choice.isChosen($0) }
      .sorted {
        let (one, other) = (
          choice.score($0) / core.prices[$0], choice.score($1) / core.prices[$1]
        )
        return (one, $0) < (other, $1)
      }
    for site in order where choice.isEnough(without: site) {
      choice.giveUp(site)
      changes.append(site)
    }
  }
}
