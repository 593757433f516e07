import Territory

/// A schedule as it is to be carried out, laid out for the hot loop: packages in the order in which they are taken,
/// each figure of theirs in an array of its own. A class, as the hot loop must not copy what refers to the arrays.
final class RiskLayout: Sendable {
  let periods: Int
  /// Activity of each position of the order; what is fixed comes first.
  let activity: [Int]
  /// Position of each activity; -1 for what is not in the schedule.
  let position: [Int]
  /// How many at the front are fixed.
  let fixedCount: Int
  let plannedStart: [Int]
  let plannedDuration: [Int]
  /// Index of each package's timing.
  let timing: [Int]
  let timings: RiskTimingTable
  /// What each package's random numbers are drawn by.
  let owner: [UInt64]
  /// First prerequisite of each position, and one behind the last; prerequisites are positions.
  let firstBefore: [Int]
  let before: [Int]
  let uses: RiskUses
  let accounts: RiskAccounts

  /// - Parameters:
  ///   - starts: of each activity; nil for what is not done.
  ///   - tiers: of each activity; among equal starts and finishes the lower goes first. Empty for all the same.
  ///   - money: the resource whose uses are money, which is drawn; nil for none.
  init(
    _ problem: SchedulingProblem, starts: [ActivityStart?], timings: [RiskTiming],
    tiers: [Int], money: Int?
  ) {
    let order = Self.order(problem, starts, tiers)
    periods = problem.periods
    activity = order
    fixedCount = order.count { problem.activities[$0].fixed != nil }
    var position = [Int](repeating: -1, count: starts.count)
    var table = RiskTimingTable()
    var uses = RiskUses()
    var (start, duration, timing, owner) = ([Int](), [Int](), [Int](), [UInt64]())
    var (firstBefore, before) = ([0], [Int]())
    for (index, own) in order.enumerated() {
      let activity = problem.activities[own]
      let chosen = starts[own] ?? ActivityStart(mode: 0, period: 0)
      let mode = activity.modes[chosen.mode]
      position[own] = index
      start.append(chosen.period)
      duration.append(mode.durationPeriods)
      timing.append(table.index(of: timings.isEmpty ? nil : timings[own], mode.durationPeriods))
      owner.append(RiskDraw.key(activity.id))
      uses.add(mode, isFixed: activity.fixed != nil, money: money)
      // What is fixed waits for nothing.
      if activity.fixed == nil { before += activity.prerequisites.map { position[$0] } }
      firstBefore.append(before.count)
    }
    self.position = position
    plannedStart = start
    plannedDuration = duration
    self.timing = timing
    self.timings = table
    self.owner = owner
    self.firstBefore = firstBefore
    self.before = before
    self.uses = uses
    accounts = RiskAccounts(problem)
  }

  var count: Int { activity.count }

  /// Planned finish of a position.
  func plannedFinish(_ position: Int) -> Int {
    plannedStart[position] + plannedDuration[position] - 1
  }

  /// By planned start and finish, so that what must come before does.
  private static func order(
    _ problem: SchedulingProblem, _ starts: [ActivityStart?], _ tiers: [Int]
  ) -> [Int] {
    let done = starts.indices.filter { starts[$0] != nil }
    let keys = problem.activities.indices.map { index -> (Int, Int, Int, Int) in
      let activity = problem.activities[index]
      guard let start = starts[index] else { return (0, 0, 0, 0) }
      return (
        activity.fixed == nil ? 1 : 0, start.period,
        start.period + activity.modes[start.mode].durationPeriods,
        tiers.isEmpty ? 0 : tiers[index]
      )
    }
    return done.sorted { keys[$0] == keys[$1] ? $0 < $1 : keys[$0] < keys[$1] }
  }
}

/// What packages take of resources.
struct RiskUses: Sendable {
  /// First use of each position, and one behind the last.
  private(set) var first = [0]
  private(set) var amount: [Int] = []
  private(set) var isMoney: [Bool] = []
  /// First of the use's shares, summed up from the start on: one more than the duration; -1 for what is persistent.
  private(set) var pattern: [Int] = []
  private(set) var sums: [Int] = []
  /// First draw of each position on a resource, and one behind the last; in order of resource.
  private(set) var firstDraw = [0]
  private(set) var resource: [Int] = []
  /// Use that is drawn for, counted from the position's first.
  private(set) var use: [Int] = []

  private var patterns: [[Int]: Int] = [:]

  mutating func add(_ mode: ActivityMode, isFixed: Bool, money: Int?) {
    var draws: [(resource: Int, use: Int)] = []
    let begin = amount.count
    for own in mode.uses where own.amount > 0 {
      for resource in own.resources { draws.append((resource, amount.count - begin)) }
      amount.append(own.amount)
      isMoney.append(money.map(own.resources.contains) ?? false)
      pattern.append(own.shares.isEmpty ? -1 : index(of: own.shares))
    }
    // What is fixed is booked beforehand.
    if !isFixed {
      draws.sort { $0 < $1 }
      resource += draws.map(\.resource)
      use += draws.map(\.use)
    }
    first.append(amount.count)
    firstDraw.append(resource.count)
  }

  private mutating func index(of shares: [Int]) -> Int {
    if let known = patterns[shares] { return known }
    let index = sums.count
    patterns[shares] = index
    sums.append(0)
    for share in shares { sums.append((sums.last ?? 0) + share) }
    return index
  }

  /// What of an amount has been taken so many quarters after the start, where the planned ones are stretched evenly
  /// over those that are really taken; exact and in whole units.
  @inline(__always)
  func taken(_ amount: Int, _ pattern: Int, after: Int, of drawn: Int, planned: Int) -> Int {
    if drawn == planned { return amount * sums[pattern + after] / ResourceUse.whole }
    let (whole, rest) = (after * planned).quotientAndRemainder(dividingBy: drawn)
    var sum = sums[pattern + whole]
    if rest > 0 { sum += (sums[pattern + whole + 1] - sum) * rest / drawn }
    return amount * sum / ResourceUse.whole
  }
}

/// The accounts of all resources side by side.
struct RiskAccounts: Sendable {
  let resources: [LimitedResource]
  /// Account of each resource and period, ``periods`` a resource, counted over all accounts.
  let account: [Int]
  /// First account of each resource, and one behind the last.
  let first: [Int]
  let carryOverCap: [Int]
  let isPersistent: [Bool]
  /// What is fixed takes, by account.
  let fixed: [Int]

  init(_ problem: SchedulingProblem) {
    resources = problem.resources
    var first = [0]
    var account: [Int] = []
    for resource in problem.resources {
      let begin = first[first.count - 1]
      account += resource.accountOfPeriod.map { begin + $0 }
      first.append(begin + resource.capacity.count)
    }
    var fixed = [Int](repeating: 0, count: first[first.count - 1])
    for activity in problem.activities {
      guard let start = activity.fixed else { continue }
      let mode = activity.modes[start.mode]
      for use in mode.uses {
        ResourceAccounts.each(use, mode.durationPeriods, start.period, problem) {
          fixed[first[$0] + $1] += $2
        }
      }
    }
    self.account = account
    self.first = first
    self.fixed = fixed
    carryOverCap = problem.resources.map(\.carryOverCap)
    isPersistent = problem.resources.map(\.isPersistent)
  }

  var count: Int { fixed.count }
}
