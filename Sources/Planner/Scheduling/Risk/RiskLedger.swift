/// What is still free in every account of a drawn world, and what the package at hand takes; no memory is asked for
/// while a schedule is carried out.
struct RiskLedger {
  private let layout: RiskLayout
  private var free: [Int]
  private var asked: [Int]
  /// Of what may be kept: how much can be taken from each account on without leaving any later one short.
  private var slack: [Int]
  /// Amounts of the package's uses.
  private var amount: [Int]
  /// What of them falls into each period from the start on.
  private var quantities: [Int]

  init(_ layout: RiskLayout) {
    self.layout = layout
    free = [Int](repeating: 0, count: layout.accounts.count)
    asked = free
    slack = free
    let first = layout.uses.first
    let most = zip(first, first.dropFirst()).map { $1 - $0 }.max() ?? 0
    amount = [Int](repeating: 0, count: most)
    quantities = [Int](repeating: 0, count: most * layout.periods)
  }

  /// What is fixed is booked, nothing else.
  mutating func reset(_ world: RiskWorld) {
    for account in free.indices {
      free[account] = world.capacity[account] - layout.accounts.fixed[account]
    }
    for resource in layout.accounts.carryOverCap.indices { measureSlack(resource) }
  }

  private mutating func measureSlack(_ resource: Int) {
    let cap = layout.accounts.carryOverCap[resource]
    guard cap > 0 else { return }
    let first = layout.accounts.first[resource]
    let end = layout.accounts.first[resource + 1]
    var kept = 0
    for account in first..<end {
      slack[account] = kept + free[account]
      kept = min(cap, max(0, slack[account]))
    }
    var least = Int.max
    for account in (first..<end).reversed() {
      least = min(least, slack[account])
      slack[account] = least
    }
  }

  /// What a use of the package at hand, counted from its first, takes in a period from the start on.
  func quantity(_ use: Int, _ period: Int) -> Int { quantities[use * layout.periods + period] }

  /// Takes a package in hand: works out what it takes, and when from its start on.
  mutating func prepare(_ position: Int, duration: Int, costFactor: Double) {
    let planned = layout.plannedDuration[position]
    let begin = layout.uses.first[position]
    for use in begin..<layout.uses.first[position + 1] {
      let whole = layout.uses.amount[use]
      let own =
        layout.uses.isMoney[use]
        ? RiskWorld.scaled(whole, by: costFactor, atMost: ResourceUse.greatestAmount) : whole
      amount[use - begin] = own
      let pattern = layout.uses.pattern[use]
      guard pattern >= 0 else { continue }
      let base = (use - begin) * layout.periods
      var before = 0
      for period in 0..<duration {
        let until = layout.uses.taken(
          own, pattern, after: period + 1, of: duration, planned: planned)
        quantities[base + period] = until - before
        before = until
      }
    }
  }

  /// The first draw whose resource is short for the package from a period on; -1 for none.
  ///
  /// - Parameter likely: a draw that is looked at before all others, as it was short the last time; -1 for none.
  mutating func shortage(
    _ position: Int, at period: Int, duration: Int, likely: Int
  ) -> Int {
    let end = layout.uses.firstDraw[position + 1]
    if likely >= 0, isShort(likely, end, period, duration).isShort { return likely }
    var draw = layout.uses.firstDraw[position]
    while draw < end {
      let (isShort, next) = isShort(draw, end, period, duration)
      if isShort { return draw }
      draw = next
    }
    return -1
  }

  /// Whether the resource of a draw is short, and the first draw on another.
  private mutating func isShort(
    _ draw: Int, _ end: Int, _ period: Int, _ duration: Int
  ) -> (isShort: Bool, next: Int) {
    let resource = layout.uses.resource[draw]
    // All is asked for before anything is looked at, as several uses may draw on one resource.
    var next = draw
    var range = 0..<0
    while next < end, layout.uses.resource[next] == resource {
      range = ask(next, resource, period, duration)
      next += 1
    }
    let isShort = isOverdrawn(resource, range)
    for account in range { asked[account] = 0 }
    return (isShort, next)
  }

  /// Books the package from a period on.
  mutating func book(_ position: Int, at period: Int, duration: Int) {
    for draw in layout.uses.firstDraw[position]..<layout.uses.firstDraw[position + 1] {
      let resource = layout.uses.resource[draw]
      for account in ask(draw, resource, period, duration) {
        free[account] -= asked[account]
        asked[account] = 0
      }
      measureSlack(resource)
    }
  }

  /// Notes what a draw on a resource asks of its accounts, and gives the accounts.
  private mutating func ask(
    _ draw: Int, _ resource: Int, _ period: Int, _ duration: Int
  ) -> Range<Int> {
    let isPersistent = layout.accounts.isPersistent[resource]
    let from = isPersistent ? period + duration : period
    let until = isPersistent ? layout.periods : period + duration
    guard from < until else { return 0..<0 }
    let row = resource * layout.periods
    let use = layout.uses.use[draw]
    if isPersistent {
      let own = amount[use]
      for later in from..<until { asked[layout.accounts.account[row + later]] += own }
    } else {
      let base = use * layout.periods - period
      for later in from..<until {
        asked[layout.accounts.account[row + later]] += quantities[base + later]
      }
    }
    return layout.accounts.account[row + from]..<layout.accounts.account[row + until - 1] + 1
  }

  /// Whether a resource lacks what is asked, by the rules of ``ResourceLedger``.
  private func isOverdrawn(_ resource: Int, _ range: Range<Int>) -> Bool {
    guard !range.isEmpty else { return false }
    let cap = layout.accounts.carryOverCap[resource]
    guard cap > 0 else {
      for account in range where asked[account] > 0 && free[account] < asked[account] {
        return true
      }
      return false
    }
    // What an account loses the later ones lose at most.
    var whole = 0
    for account in range { whole += asked[account] }
    let enough = slack[range.lowerBound]
    if whole <= enough { return false }
    // Where all may be kept the later ones lose just that.
    if cap == .max, range.count == 1, enough >= 0 { return true }
    var kept = 0
    var keptBefore = 0
    for account in layout.accounts.first[resource]..<layout.accounts.first[resource + 1] {
      let left = kept + free[account] - asked[account]
      if left < min(0, keptBefore + free[account]) { return true }
      keptBefore = min(cap, max(0, keptBefore + free[account]))
      kept = min(cap, max(0, left))
    }
    return false
  }
}
