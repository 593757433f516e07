import Scheduling
import Testing

/// Schedules that are to be kept near, and what keeps them from it.
@Suite struct ScheduleHintTests {
  /// Any wish gives a schedule that keeps the rules, and one within the gap is kept as it is.
  @Test func wishesNeverBreakARuleAndAreKeptWithinTheGap() throws {
    var kept = 0
    for seed in 0..<800 as Range<UInt64> {
      let problem = try RandomProblem().problem(seed: seed)
      let checker = ScheduleChecker(problem: problem)
      let first = ScheduleSolver(effort: ScheduleSolverTests.brief).solve(problem)
      guard !first.starts.isEmpty else { continue }
      // Wishes of another problem's numbers, absurd ones among them.
      let strange = first.starts.indices.map { index -> ActivityStart? in
        let modes = problem.activities[index].modes.count
        return index % 3 == 0
          ? nil : ActivityStart(mode: index % modes, period: (index * 7 + Int(seed)) % 12)
      }
      let other = ScheduleSolver(effort: ScheduleSolverTests.brief).solve(problem, near: strange)
      if !other.starts.isEmpty {
        let faults = checker.faults(other)
        #expect(faults.isEmpty, "seed \(seed): \(faults)")
      }
      let gap = (first.gap ?? 0) * 1.000001 + 1e-9
      let again = ScheduleSolver(
        effort: ScheduleEffort(gap: gap, evaluations: 200, placements: 3000)
      ).solve(problem, near: first.starts)
      #expect(again.value >= first.value - 1e-9 * max(1, abs(first.value)), "seed \(seed)")
      if again.starts == first.starts { kept += 1 }
    }
    #expect(kept > 500, "\(kept)")
  }

  /// What is named is in the way: without it, or with what is missing, the wish fits.
  @Test func aHindranceIsInTheWay() throws {
    var named = 0
    var waiting = 0
    for seed in 0..<400 as Range<UInt64> {
      let problem = try RandomProblem(periods: 2...6, activities: 1...9).problem(seed: seed)
      let solution = ScheduleSolver(effort: ScheduleSolverTests.brief).solve(problem)
      guard !solution.starts.isEmpty else { continue }
      let checker = ScheduleChecker(problem: problem)
      let wished = problem.activities.map { activity -> ActivityStart? in
        activity.modes[0].durationPeriods <= problem.periods
          ? ActivityStart(mode: 0, period: activity.earliestStart % problem.periods) : nil
      }
      for (index, stop) in solution.hindrances(problem, wished: wished).enumerated() {
        var starts = solution.starts
        starts[index] = wished[index]
        switch stop {
        case .resource(let resource, let account, let missing):
          named += 1
          let left = checker.left(resource, checker.usage(starts))
          #expect(left[account] == -missing, "seed \(seed) a\(index)")
        case .prerequisite(let before):
          waiting += 1
          #expect(problem.activities[index].prerequisites.contains(before), "seed \(seed)")
          #expect(!checker.isInTime(index, starts), "seed \(seed) a\(index)")
        case .value:
          #expect(
            checker.isInLimits(checker.usage(starts), debts: checker.debts()),
            "seed \(seed) a\(index)")
        case .nothing:
          #expect(
            problem.activities[index].fixed != nil || wished[index] == nil
              || wished[index] == solution.starts[index], "seed \(seed) a\(index)")
        case .dates:
          #expect(!checker.isInTime(index, starts), "seed \(seed) a\(index)")
        }
      }
    }
    #expect(named > 50 && waiting > 20, "\(named) named, \(waiting) waiting")
  }
}
