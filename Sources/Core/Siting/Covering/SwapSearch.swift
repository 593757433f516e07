import Territory

/// Annealed swaps: a site comes for the chosen one near it that is missed least (after the fast interchange of
/// Whitaker 1983), or the sites that hold least for their price go until the budget is kept, and what that loses is
/// accepted with a probability that falls as the work goes on (Kirkpatrick, Gelatt and Vecchi 1983). Ends with the best
/// choice it met.
struct SwapSearch {
  /// What a step costs beside the entries that it visits, in entries: random numbers and the places
  /// in memory that they lead to.
  private static let stepVisits = 32

  /// Sites that may come.
  var pool: [Int32]
  /// What may be spent.
  var budget: Double
  /// Losses of the size that are still accepted at the start and at the end.
  var temperature: ClosedRange<Double>
  var random: RandomNumbers
  /// Whether rows of full layers, and layers below their threshold, gain worth while they are
  /// missed.
  var raisesMissing = false

  /// Runs until so many entries have been visited or `isDone` says so, which is asked at each new
  /// best choice; gives the entries.
  mutating func run(
    _ choice: CoverChoice, visits: Int, shouldStop: () -> Bool = { false },
    isDone: (CoverChoice) -> Bool = { _ in false }
  ) -> Int {
    guard !pool.isEmpty else { return 0 }
    let core = choice.core
    var best = choice.value
    // Changes since the best choice, to come back to it.
    var journal: [Int32] = []
    var dropped: [Int] = []
    var visited = choice.takeVisited()
    var heat = temperature.upperBound
    let fall = temperature.lowerBound / temperature.upperBound
    var step = 0
    if isDone(choice) { return visited }
    if raisesMissing, !choice.canRaise { raisesMissing = false }
    while visited < visits {
      step += 1
      visited += Self.stepVisits + choice.takeVisited()
      if step & 255 == 0 {
        if step & 0xFFFF == 0, shouldStop() { break }
        heat = temperature.upperBound * RandomNumbers.power(fall, Double(visited) / Double(visits))
      }
      let site = Int(pool[random.below(pool.count)])
      guard !choice.isChosen(site), core.prices[site] <= budget else { continue }
      guard let (partner, isAccepted) = exchange(choice, site, heat) else { continue }
      let before = choice.value
      dropped.removeAll(keepingCapacity: true)
      if let mate = choice.mate(of: site) {
        choice.giveUp(mate)
        dropped.append(mate)
      }
      choice.choose(site)
      while choice.price > budget {
        let isFirst = dropped.isEmpty
        guard let least = (isFirst ? partner : nil) ?? choice.leastChosen(besides: site) else {
          break
        }
        choice.giveUp(least)
        dropped.append(least)
      }
      let change = choice.value - before
      if !isAccepted, !self.isAccepted(change, heat) {
        for other in dropped.reversed() { choice.choose(other) }
        choice.giveUp(site)
        continue
      }
      journal.append(Int32(site))
      for other in dropped { journal.append(Int32(other)) }
      if raisesMissing {
        // Worth changes as it goes: the search ends where it is.
        if choice.isEnough { return visited + choice.takeVisited() }
        if step & 15 == 0 { choice.raiseMissingRows() }
        if step & 4095 == 0 { choice.raiseMissingLayers() }
        continue
      }
      if choice.value > best * (1 + 1e-13) {
        best = choice.value
        journal.removeAll(keepingCapacity: true)
        if isDone(choice) { return visited }
      }
    }
    for site in journal.reversed() {
      if choice.isChosen(Int(site)) { choice.giveUp(Int(site)) } else { choice.choose(Int(site)) }
    }
    choice.refresh()
    return visited + choice.takeVisited()
  }
  /// Whom a site is to come for, and whether that has been accepted already; nil where it is refused.
  private mutating func exchange(
    _ choice: CoverChoice, _ site: Int, _ heat: Double
  ) -> (partner: Int?, isAccepted: Bool)? {
    let prices = choice.core.prices
    let mate = choice.mate(of: site)
    let isFull = choice.price + prices[site] > budget
    if isFull, mate == nil,
      let best = choice.bestPartner(of: site, room: budget - choice.price)
    {
      return isAccepted(best.change, heat) ? (best.partner, true) : nil
    }
    // The mate goes whatever else does.
    let partner = mate ?? (random.below(4) == 0 ? nil : choice.neighbour(of: site, &random))
    guard partner != nil || choice.score(site) > 0 else { return nil }
    // Where one goes for one, most swaps can be refused before anything is changed.
    if isFull || mate != nil, let other = partner ?? choice.leastChosen(),
      choice.price + prices[site] - prices[other] <= budget
    {
      return isAccepted(choice.change(taking: site, for: other), heat) ? (other, true) : nil
    }
    return (partner, false)
  }

  private mutating func isAccepted(_ change: Double, _ heat: Double) -> Bool {
    change >= 0 || change >= heat * random.logarithm()
  }
}
