/// Something that has to be finished by a period: what an execution is asked about.
public struct RiskGoal: Hashable, Sendable {
  /// Indices of the activities that have to be finished; those that the schedule leaves out are not asked for.
  public let activities: [Int]
  /// Last period that they may finish in.
  public let by: Int

  /// A goal.
  public init(activities: [Int], by: Int) {
    self.activities = activities
    self.by = by
  }
}

/// What came of many executions, in counts, so that it does not matter who counted first.
public struct RiskTally: Hashable, Sendable {
  /// How many executions.
  public private(set) var executions = 0
  /// Of each goal: executions by the period in which its last activity finished; the last count is of those in
  /// which it did not.
  public private(set) var finishes: [[Int]]
  /// Of each goal: executions that missed it, by why its last activity was late: a step's index, or a resource's
  /// behind those.
  public private(set) var misses: [[Int]]
  /// Late activities of all executions by why.
  public private(set) var lateness: [Int]
  /// Activities of all executions that were not finished inside the horizon.
  public private(set) var unfinished = 0
  /// Money of each execution and period.
  public private(set) var spent: [[Int]] = []

  init(goals: Int, periods: Int, causes: Int) {
    finishes = [[Int]](
      repeating: [Int](repeating: 0, count: periods + 1), count: goals)
    misses = [[Int]](repeating: [Int](repeating: 0, count: causes), count: goals)
    lateness = [Int](repeating: 0, count: causes)
  }

  /// Counts an execution; the goals' activities are positions.
  mutating func add(_ execution: RiskExecution, goals: [(positions: [Int], by: Int)]) {
    executions += 1
    spent.append(execution.spent)
    for position in execution.cause.indices where execution.cause[position] >= 0 {
      lateness[execution.cause[position]] += 1
      if execution.start[position] < 0 { unfinished += 1 }
    }
    for (index, goal) in goals.enumerated() {
      var last = -1
      var finish = -1
      for position in goal.positions {
        let own = execution.finish(position)
        if own > finish {
          finish = own
          last = position
        }
      }
      guard last >= 0 else { continue }
      finishes[index][finish] += 1
      if finish > goal.by, execution.cause[last] >= 0 {
        misses[index][execution.cause[last]] += 1
      }
    }
  }

  /// Adds what was counted elsewhere, of later executions.
  mutating func add(_ other: RiskTally) {
    executions += other.executions
    unfinished += other.unfinished
    spent += other.spent
    for index in finishes.indices {
      for period in finishes[index].indices {
        finishes[index][period] += other.finishes[index][period]
      }
      for cause in misses[index].indices { misses[index][cause] += other.misses[index][cause] }
    }
    for cause in lateness.indices { lateness[cause] += other.lateness[cause] }
  }

  /// The chance that a goal is met.
  public func chance(_ goal: Int, by period: Int) -> RiskChance {
    RiskChance(met: finishes[goal].prefix(period + 1).reduce(0, +), of: executions)
  }

  /// The first period by which a goal was reached in so many of a hundred executions; nil beyond the horizon.
  public func period(_ goal: Int, percent: Int) -> Int? {
    var count = 0
    for (period, own) in finishes[goal].dropLast().enumerated() {
      count += own
      if count * 100 >= percent * executions { return period }
    }
    return nil
  }

  /// The least money of a period that so many of a hundred executions did not exceed.
  public func spent(_ period: Int, percent: Int) -> Int {
    guard executions > 0 else { return 0 }
    let sorted = spent.map { $0[period] }.sorted()
    return sorted[max(0, (percent * executions + 99) / 100 - 1)]
  }
}

/// A chance as so many executions show it.
public struct RiskChance: Hashable, Sendable {
  /// Executions in which it came true.
  public let met: Int
  /// All of them.
  public let executions: Int

  /// A chance by counts.
  public init(met: Int, of executions: Int) {
    self.met = met
    self.executions = executions
  }

  /// Their share, 0 to 1.
  public var value: Double { executions > 0 ? Double(met) / Double(executions) : 0 }

  /// Standard error of the share as an estimate of the model's chance; 0 where all came out alike.
  public var standardError: Double {
    executions > 0 ? (value * (1 - value) / Double(executions)).squareRoot() : 0
  }

  /// Wilson's interval, which holds the model's chance in 95 of 100 simulations; wider than nothing at 0 and 1 too.
  public var interval: ClosedRange<Double> {
    guard executions > 0 else { return 0...1 }
    let score = 1.959963984540054
    let count = Double(executions)
    let square = score * score / count
    let centre = (value + square / 2) / (1 + square)
    let half =
      score * (value * (1 - value) / count + square / (4 * count)).squareRoot() / (1 + square)
    let lower = met == 0 ? 0 : max(0, min(value, centre - half))
    let upper = met == executions ? 1 : min(1, max(value, centre + half))
    return lower...upper
  }
}
