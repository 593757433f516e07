import Scheduling
import Testing

/// Tiny problems against the optimum by trying every schedule.
@Suite struct ScheduleEnumerationTests {
  static let seeds = 0..<900 as Range<UInt64>

  /// The problems and their optima; nil where no schedule is one.
  static func each(
    _ body: (UInt64, SchedulingProblem, ScheduleChecker, Double?) throws -> Void
  ) throws {
    let shape = RandomProblem(periods: 1...4, activities: 1...6, modes: 1...2)
    for seed in seeds {
      let problem = try shape.problem(seed: seed)
      let checker = ScheduleChecker(problem: problem)
      guard checker.choices <= 10_000 else { continue }
      try body(seed, problem, checker, checker.optimum())
    }
  }

  @Test func theSolverFindsTheOptimum() throws {
    var solved = 0
    var impossible = 0
    try Self.each { seed, problem, checker, optimum in
      let solution = ScheduleSolver(effort: ScheduleEffort(gap: 0)).solve(problem)
      guard let optimum else {
        impossible += 1
        #expect(solution.end == .impossible && solution.starts.isEmpty, "seed \(seed)")
        return
      }
      solved += 1
      let slack = 1e-8 * max(1, abs(optimum))
      let said = "seed \(seed): \(solution.value) to \(solution.bound), optimum \(optimum)"
      #expect(solution.end == .optimal, "\(said)")
      #expect(abs(solution.value - optimum) <= slack, "\(said)")
      #expect(solution.bound >= optimum - slack, "\(said)")
    }
    #expect(solved > 400 && impossible > 20)
  }

  /// With hardly any effort the bound is on its side, and only what is impossible is called so.
  @Test func aBoundIsNeverBelowTheOptimum() throws {
    let hasty = ScheduleEffort(gap: 0.5, evaluations: 3, placements: 0)
    try Self.each { seed, problem, checker, optimum in
      let solution = ScheduleSolver(effort: hasty).solve(problem)
      guard let optimum else {
        #expect(solution.starts.isEmpty, "seed \(seed)")
        return
      }
      let slack = 1e-9 * max(1, abs(optimum))
      #expect(solution.bound >= optimum - slack, "seed \(seed)")
      #expect(solution.end != .impossible && solution.value <= optimum + slack, "seed \(seed)")
      if solution.end == .optimal {
        #expect(abs(solution.value - optimum) <= 1e-8 * max(1, abs(optimum)), "seed \(seed)")
      }
    }
  }

  /// With a little more of a limit no schedule is worth more than the bound and the price of the more.
  @Test func pricesBoundWhatMoreWouldBring() throws {
    // Without branching the bound is the one that the prices make.
    let large = RandomProblem(periods: 2...4, activities: 2...5, modes: 1...2)
    var rises = 0
    for seed in 0..<300 as Range<UInt64> {
      let tiny = try large.problem(seed: seed)
      let checker = ScheduleChecker(problem: tiny)
      guard checker.choices <= 3000, let optimum = checker.optimum() else { continue }
      let problem = try tiny.beyondBranching()
      let solution = ScheduleSolver(effort: ScheduleSolverTests.brief).solve(problem)
      #expect(solution.bound >= optimum - 1e-9 * max(1, abs(optimum)), "seed \(seed)")
      for resource in tiny.resources.indices {
        for account in tiny.resources[resource].capacity.indices {
          // More under what is committed beyond the limit is not a schedule's to take.
          guard checker.debts()[resource][account] == 0 else { continue }
          let more = ScheduleChecker(problem: try tiny.with(3, more: resource, in: account))
          guard let best = more.optimum() else { continue }
          let most = solution.bound + 3 * solution.prices[resource][account]
          #expect(best <= most + 1e-9 * max(1, abs(best)), "seed \(seed): \(resource) \(account)")
          if best > optimum + 1e-9 { rises += 1 }
        }
      }
    }
    #expect(rises > 30)
  }
}

extension SchedulingProblem {
  /// The same with so many units more of one resource in one account.
  func with(_ units: Int, more resource: Int, in account: Int) throws -> SchedulingProblem {
    var resources = resources
    let old = resources[resource]
    var capacity = old.capacity
    capacity[account] += units
    resources[resource] = LimitedResource(
      name: old.name, accountOfPeriod: old.accountOfPeriod, capacity: capacity,
      carryOverCap: old.carryOverCap, isPersistent: old.isPersistent)
    return try SchedulingProblem(periods: periods, activities: activities, resources: resources)
  }

  /// The same beside so many activities worth nothing that the solver does not branch.
  func beyondBranching() throws -> SchedulingProblem {
    let idle = (0..<70).map {
      ScheduleActivity(
        id: "idle\($0)",
        modes: [
          ActivityMode(
            durationPeriods: 1, uses: [], valueByFinish: [Double](repeating: 0, count: periods))
        ])
    }
    return try SchedulingProblem(
      periods: periods, activities: activities + idle, resources: resources)
  }
}
