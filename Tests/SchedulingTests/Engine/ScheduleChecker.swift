import Scheduling

/// Follows a schedule through a problem by the words of the documentation alone.
struct ScheduleChecker {
  let problem: SchedulingProblem

  /// Who is done when: by activity.
  typealias Starts = [ActivityStart?]

  /// What starts take of every resource in every account.
  func usage(_ starts: Starts) -> [[Int]] {
    var usage = problem.resources.map { [Int](repeating: 0, count: $0.capacity.count) }
    for (activity, start) in zip(problem.activities, starts) {
      if let start { add(activity.modes[start.mode], start.period, to: &usage) }
    }
    return usage
  }

  func add(_ mode: ActivityMode, _ period: Int, to usage: inout [[Int]], sign: Int = 1) {
    for use in mode.uses {
      for resource in use.resources {
        let limited = problem.resources[resource]
        for (index, account) in limited.accountOfPeriod.enumerated() {
          let offset = index - period
          if limited.isPersistent {
            if offset >= mode.durationPeriods { usage[resource][account] += sign * use.amount }
          } else if (0..<mode.durationPeriods).contains(offset) {
            // Whole units: what is due up to a period, rounded down, less what was due before it.
            let until = use.shares[...offset].reduce(0, +)
            let before = until - use.shares[offset]
            usage[resource][account] +=
              sign * (use.amount * until / 1_000_000 - use.amount * before / 1_000_000)
          }
        }
      }
    }
  }

  /// What each account of a resource leaves with what may be kept, below nothing when it is overdrawn.
  func left(_ resource: Int, _ usage: [[Int]]) -> [Int] {
    let limited = problem.resources[resource]
    var kept = 0
    return limited.capacity.indices.map { account in
      let left = kept + limited.capacity[account] - usage[resource][account]
      kept = max(0, min(left, limited.carryOverCap))
      return left
    }
  }

  /// What is fixed beforehand.
  var fixed: Starts { problem.activities.map(\.fixed) }

  /// What each account may be overdrawn by: only what is fixed may do it.
  func debts() -> [[Int]] {
    let usage = usage(fixed)
    return problem.resources.indices.map { left($0, usage).map { max(0, -$0) } }
  }

  func isInLimits(_ usage: [[Int]], debts: [[Int]]) -> Bool {
    problem.resources.indices.allSatisfy { resource in
      zip(left(resource, usage), debts[resource]).allSatisfy { $0 >= -$1 }
    }
  }

  /// Whether an activity may stand where it does, by its dates and what must come before.
  func isInTime(_ index: Int, _ starts: Starts) -> Bool {
    let activity = problem.activities[index]
    if let fixed = activity.fixed { return starts[index] == fixed }
    guard let start = starts[index] else { return !activity.isMandatory }
    let finish = start.period + activity.modes[start.mode].durationPeriods - 1
    guard start.period >= activity.earliestStart, finish <= activity.latestFinish,
      finish < problem.periods
    else { return false }
    return activity.prerequisites.allSatisfy { before in
      guard let other = starts[before] else { return false }
      let mode = problem.activities[before].modes[other.mode]
      return other.period + mode.durationPeriods <= start.period
    }
  }

  func value(_ starts: Starts) -> Double {
    zip(problem.activities, starts).reduce(0) { sum, pair in
      guard let start = pair.1 else { return sum }
      let mode = pair.0.modes[start.mode]
      return sum + mode.valueByFinish[start.period + mode.durationPeriods - 1]
    }
  }

  /// What is wrong with a solution that has a schedule; empty when nothing is.
  func faults(_ solution: ScheduleSolution) -> [String] {
    let starts = solution.starts
    guard starts.count == problem.activities.count else { return ["\(starts.count) starts"] }
    var faults = starts.indices.filter { !isInTime($0, starts) }.map {
      "\(problem.activities[$0].id) stands at \(String(describing: starts[$0]))"
    }
    let usage = usage(starts)
    if !isInLimits(usage, debts: debts()) { faults.append("limits broken: \(usage)") }
    if solution.booked != usage { faults.append("booked \(solution.booked), used \(usage)") }
    let value = value(starts)
    let slack = 1e-9 * max(1, abs(value))
    if abs(solution.value - value) > slack { faults.append("\(solution.value) is \(value)") }
    if solution.bound < solution.value - slack {
      faults.append("bound \(solution.bound) below \(solution.value)")
    }
    return faults
  }

  /// The greatest value of all schedules by trying every one; nil where there is none.
  func optimum() -> Double? {
    var starts = fixed
    var usage = usage(fixed)
    var best: Double?
    let debts = debts()
    func go(_ index: Int, _ value: Double) {
      guard index < starts.count else {
        if value > best ?? -.infinity { best = value }
        return
      }
      let activity = problem.activities[index]
      guard activity.fixed == nil else { return go(index + 1, value) }
      if !activity.isMandatory { go(index + 1, value) }
      for (number, mode) in activity.modes.enumerated() {
        for period in 0..<max(0, problem.periods + 1 - mode.durationPeriods) {
          starts[index] = ActivityStart(mode: number, period: period)
          guard isInTime(index, starts) else { continue }
          add(mode, period, to: &usage)
          if isInLimits(usage, debts: debts) {
            go(index + 1, value + mode.valueByFinish[period + mode.durationPeriods - 1])
          }
          add(mode, period, to: &usage, sign: -1)
        }
      }
      starts[index] = nil
    }
    go(0, value(fixed))
    return best
  }

  /// How many choices ``optimum()`` would try without limits.
  var choices: Double {
    problem.activities.reduce(1) { count, activity in
      guard activity.fixed == nil else { return count }
      return activity.modes.reduce(count) {
        $0 + count * Double(max(0, problem.periods + 1 - $1.durationPeriods))
      }
    }
  }
}
