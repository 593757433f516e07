/// A schedule carried out in one drawn world by a fixed policy: package after package in the schedule's order, each
/// in the first quarter that is not before the planned one, in which what it waits for has really finished, and
/// from which on the limits have room. What finds no such quarter is not finished inside the horizon.
struct RiskExecution {
  let layout: RiskLayout
  /// Start of each position; -1 for what is not finished.
  private(set) var start: [Int]
  /// Periods that each position takes.
  private(set) var duration: [Int]
  /// What each position's money was multiplied by.
  private(set) var costFactor: [Double]
  /// Why each position is late: a step (its index), a resource (its index behind the steps), -1 for what is not.
  private(set) var cause: [Int]
  /// Money by period.
  private(set) var spent: [Int]

  private var ledger: RiskLedger
  private var multiplier = [Double](repeating: 1, count: RiskTimingTable.steps)

  init(_ layout: RiskLayout) {
    self.layout = layout
    start = layout.plannedStart
    duration = layout.plannedDuration
    costFactor = [Double](repeating: 1, count: layout.count)
    cause = [Int](repeating: -1, count: layout.count)
    spent = [Int](repeating: 0, count: layout.periods)
    ledger = RiskLedger(layout)
  }

  /// Period in which a position finishes; the number of periods for what does not.
  func finish(_ position: Int) -> Int {
    start[position] < 0 ? layout.periods : start[position] + duration[position] - 1
  }

  /// Carries the schedule out in a world.
  mutating func run(_ world: RiskWorld) {
    ledger.reset(world)
    for period in spent.indices { spent[period] = 0 }
    for position in 0..<layout.fixedCount {
      ledger.prepare(position, duration: duration[position], costFactor: 1)
      pay(position)
    }
    let isAsPlanned = world.hasPlannedTimes
    for position in layout.fixedCount..<layout.count {
      let owner = layout.owner[position]
      if !isAsPlanned {
        world.fill(&multiplier, of: owner)
        duration[position] = min(
          layout.timings.quarters(layout.timing[position], multiplier), layout.periods + 1)
      }
      costFactor[position] = world.cost(of: owner)
      place(position)
    }
  }

  private mutating func place(_ position: Int) {
    var earliest = layout.plannedStart[position]
    var waitedFor = -1
    for index in layout.firstBefore[position]..<layout.firstBefore[position + 1] {
      let other = layout.before[index]
      let next = finish(other) + 1
      if next > earliest {
        earliest = next
        waitedFor = other
      }
    }
    let length = duration[position]
    var short = -1
    start[position] = -1
    if earliest + length <= layout.periods {
      ledger.prepare(position, duration: length, costFactor: costFactor[position])
      var draw = -1
      for period in earliest...layout.periods - length {
        draw = ledger.shortage(position, at: period, duration: length, likely: draw)
        if draw < 0 {
          start[position] = period
          break
        }
        if short < 0 { short = layout.uses.resource[draw] }
      }
    }
    if start[position] >= 0 {
      ledger.book(position, at: start[position], duration: length)
      pay(position)
    }
    cause[position] = why(position, earliest: earliest, waitedFor: waitedFor, short: short)
  }

  /// The greatest of the delays that a late package met: what it waited for, a limit, its own steps.
  private func why(_ position: Int, earliest: Int, waitedFor: Int, short: Int) -> Int {
    guard finish(position) > layout.plannedFinish(position) else { return -1 }
    let waited = earliest - layout.plannedStart[position]
    let stretched = duration[position] - layout.plannedDuration[position]
    // Room that was never found is a delay to the horizon's end.
    let found = start[position] < 0 ? layout.periods : start[position]
    let limited = short < 0 ? 0 : found - earliest
    if waitedFor >= 0, waited >= limited, waited >= stretched { return cause[waitedFor] }
    if short >= 0, limited >= stretched { return RiskTimingTable.steps + short }
    return layout.timings.slowest(layout.timing[position], multiplier)
  }

  private mutating func pay(_ position: Int) {
    let begin = layout.uses.first[position]
    for use in begin..<layout.uses.first[position + 1]
    where layout.uses.isMoney[use] && layout.uses.pattern[use] >= 0 {
      for period in 0..<duration[position] {
        spent[start[position] + period] += ledger.quantity(use - begin, period)
      }
    }
  }
}
