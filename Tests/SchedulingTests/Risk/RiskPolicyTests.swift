import Scheduling
import TestSupport
import Testing

/// Executions against a second way of carrying a schedule out: every start is tried by following all usage through
/// the drawn world with the checker of the scheduling engine.
@Suite struct RiskPolicyTests {
  @Test func executionsFollowThePolicyAndKeepTheDrawnLimits() throws {
    let kinds: [LimitedKind] = [.capex, .equipment(band: nil), .crewDays, .permits]
    var slipped = 0
    var lost = 0
    for seed in 0..<600 as Range<UInt64> {
      let problem = try RandomProblem().problem(seed: seed)
      let solution = ScheduleSolver(effort: ScheduleEffort(evaluations: 60, placements: 2000))
        .solve(problem)
      guard !solution.starts.isEmpty else { continue }
      let book = Self.book(seed)
      let simulation = RiskSimulation(
        problem, starts: solution.starts, book: book,
        kinds: Array(kinds.prefix(problem.resources.count)),
        money: problem.resources.isEmpty ? nil : 0, seed: seed)
      for number in 0..<3 {
        let trace = simulation.trace(number)
        let twin = try RiskTwin(problem, solution.starts, trace).starts()
        #expect(trace.starts == twin, "seed \(seed), execution \(number)")
        for (index, start) in solution.starts.enumerated() {
          guard let start else { continue }
          let own = trace.starts[index]
          if own == nil { lost += 1 } else if own != start.period { slipped += 1 }
        }
      }
    }
    #expect(slipped > 60 && lost > 200, "\(slipped) \(lost)")
  }

  private static func book(_ seed: UInt64) -> RiskBook {
    var random = SeededGenerator(seed: seed ^ 0xABCD)
    func any(_ spread: Double) -> RiskDistribution {
      let correlation = Double(Int.random(in: 0...4, using: &random)) / 4
      let low = Double.random(in: 0.2...1, using: &random)
      let high = low + Double.random(in: 0...spread, using: &random)
      return Bool.random(using: &random)
        ? RiskMaking.lognormal(low, high, correlation: correlation)
        : RiskMaking.triangular(low, (low + high) / 2, high, correlation: correlation)
    }
    return RiskBook(
      durations: [RiskBook.Duration(step: .build, multiplier: any(2))],
      supply: ["equipment", "crew-days"].map {
        RiskBook.Supply(resource: $0, multiplier: any(1))
      }, cost: any(0.6))
  }
}

/// The world of a trace as a problem of the engine, and the policy's starts in it.
private struct RiskTwin {
  private let planned: [ActivityStart?]
  private let problem: SchedulingProblem
  private let order: [Int]

  init(
    _ problem: SchedulingProblem, _ planned: [ActivityStart?], _ trace: RiskTrace
  ) throws {
    self.planned = planned
    let resources = zip(problem.resources, trace.capacity).map { resource, capacity in
      LimitedResource(
        name: resource.name, accountOfPeriod: resource.accountOfPeriod, capacity: capacity,
        carryOverCap: resource.carryOverCap, isPersistent: resource.isPersistent)
    }
    let activities = problem.activities.indices.map { index in
      let activity = problem.activities[index]
      guard let start = planned[index] else { return activity }
      let mode = activity.modes[start.mode]
      let duration = trace.durations[index]
      let drawn = ActivityMode(
        durationPeriods: duration,
        uses: mode.uses.map { use in
          ResourceUse(
            resources: use.resources,
            amount: use.resources.contains(0)
              ? Int((Double(use.amount) * trace.costFactors[index]).rounded()) : use.amount,
            shares: use.shares.isEmpty ? [] : Self.stretched(use.shares, to: duration))
        }, valueByFinish: mode.valueByFinish)
      return ScheduleActivity(
        id: activity.id, prerequisites: activity.prerequisites,
        fixed: activity.fixed.map { ActivityStart(mode: 0, period: $0.period) }, modes: [drawn])
    }
    self.problem = try SchedulingProblem(
      periods: problem.periods, activities: activities, resources: resources)
    order = planned.indices.filter { planned[$0] != nil }.sorted { one, other in
      func key(_ index: Int) -> (Int, Int, Int, Int) {
        let start = planned[index] ?? ActivityStart(mode: 0, period: 0)
        let mode = problem.activities[index].modes[start.mode]
        return (
          problem.activities[index].fixed == nil ? 1 : 0, start.period,
          start.period + mode.durationPeriods, index
        )
      }
      return key(one) < key(other)
    }
  }

  /// Parts in a million, each boundary rounded down.
  private static func stretched(_ shares: [Int], to count: Int) -> [Int] {
    func sum(_ boundary: Int) -> Int {
      var left = boundary * shares.count
      var sum = 0
      for share in shares {
        let part = min(left, count)
        sum += share * part / count
        left -= part
      }
      return sum
    }
    return (0..<count).map { sum($0 + 1) - sum($0) }
  }

  func starts() throws -> [Int?] {
    let checker = ScheduleChecker(problem: problem)
    let debts = checker.debts()
    var starts: ScheduleChecker.Starts = checker.fixed
    var usage = checker.usage(starts)
    for index in order where problem.activities[index].fixed == nil {
      let mode = problem.activities[index].modes[0]
      for period
        in (planned[index]?.period ?? 0)..<max(
          problem.periods, (planned[index]?.period ?? 0))
      {
        starts[index] = ActivityStart(mode: 0, period: period)
        guard checker.isInTime(index, starts) else {
          starts[index] = nil
          continue
        }
        checker.add(mode, period, to: &usage)
        if checker.isInLimits(usage, debts: debts) { break }
        checker.add(mode, period, to: &usage, sign: -1)
        starts[index] = nil
      }
    }
    return starts.map { $0?.period }
  }
}
