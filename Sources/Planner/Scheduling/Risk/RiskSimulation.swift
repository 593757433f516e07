import Territory

/// Carries a schedule out many times in drawn worlds.
public struct RiskSimulation: Sendable {
  private let layout: RiskLayout
  private let sources: RiskSources
  private let seed: UInt64

  /// A simulation of a schedule.
  ///
  /// - Parameters:
  ///   - starts: of each activity; nil for what is not done. They keep the problem's limits and precedence.
  ///   - kinds: of each resource, by which the book names supplies; empty for none.
  ///   - timings: of each activity; empty for those of which only the periods are known.
  ///   - tiers: of each activity: of those that are planned alike the lower goes first; empty for all the same.
  ///   - money: the resource whose uses are money.
  public init(
    _ problem: SchedulingProblem, starts: [ActivityStart?], book: RiskBook,
    kinds: [LimitedKind?] = [], timings: [RiskTiming] = [], tiers: [Int] = [],
    money: Int? = nil, seed: UInt64 = 1
  ) {
    layout = RiskLayout(problem, starts: starts, timings: timings, tiers: tiers, money: money)
    sources = RiskSources(
      book, kinds: kinds.isEmpty ? problem.resources.map { _ in nil } : kinds)
    self.seed = seed
  }

  /// Items of work that executions are split into at most, whatever the threads.
  private static let greatestParts = 32

  /// Carries the schedule out so many times; the result does not depend on the threads.
  public func run(executions: Int, goals: [RiskGoal], threads: Int = 1) -> RiskTally {
    let positions = goals.map { goal in
      (positions: goal.activities.map { layout.position[$0] }.filter { $0 >= 0 }, by: goal.by)
    }
    let parts = max(1, min(Self.greatestParts, executions))
    let causes = RiskTimingTable.steps + layout.accounts.resources.count
    let tallies = ConcurrentMap.map(count: parts, threads: threads) { part in
      var execution = RiskExecution(layout)
      var tally = RiskTally(goals: goals.count, periods: layout.periods, causes: causes)
      for number in executions * part / parts..<executions * (part + 1) / parts {
        execution.run(world(number))
        tally.add(execution, goals: positions)
      }
      return tally
    }
    var tally = RiskTally(goals: goals.count, periods: layout.periods, causes: causes)
    for own in tallies { tally.add(own) }
    return tally
  }

  /// One execution in full.
  public func trace(_ number: Int) -> RiskTrace {
    let world = world(number)
    var execution = RiskExecution(layout)
    execution.run(world)
    func byActivity<Value>(_ missing: Value, _ value: (Int) -> Value) -> [Value] {
      layout.position.map { $0 < 0 ? missing : value($0) }
    }
    return RiskTrace(
      starts: byActivity(nil) { execution.start[$0] < 0 ? nil : execution.start[$0] },
      durations: byActivity(0) { execution.duration[$0] },
      costFactors: byActivity(1) { execution.costFactor[$0] },
      capacity: layout.accounts.resources.indices.map {
        Array(world.capacity[layout.accounts.first[$0]..<layout.accounts.first[$0 + 1]])
      }, spent: execution.spent)
  }

  private func world(_ number: Int) -> RiskWorld {
    RiskWorld(layout, sources, draw: RiskDraw(seed: seed, execution: number))
  }
}

/// One execution: the world that was drawn and what came of it.
public struct RiskTrace: Hashable, Sendable {
  /// Period in which each activity started; nil for what is not finished inside the horizon or not planned.
  public let starts: [Int?]
  /// Periods that each activity takes; 0 for what is not planned.
  public let durations: [Int]
  /// What each activity's money was multiplied by.
  public let costFactors: [Double]
  /// What there was of each resource in each account.
  public let capacity: [[Int]]
  /// Money by period.
  public let spent: [Int]
}
