import Scheduling
import Testing

/// Schedules of random problems by a second bookkeeping.
@Suite struct ScheduleSolverTests {
  /// Little, so that thousands of problems are solved in seconds.
  static let brief = ScheduleEffort(evaluations: 100, placements: 3000)

  @Test func everyScheduleKeepsWhatTheProblemSays() throws {
    var ends: [ScheduleEnd: Int] = [:]
    for seed in 0..<2200 as Range<UInt64> {
      let problem = try RandomProblem().problem(seed: seed)
      let checker = ScheduleChecker(problem: problem)
      let solution = ScheduleSolver(effort: Self.brief).solve(problem)
      ends[solution.end, default: 0] += 1
      #expect(!solution.bound.isNaN, "seed \(seed)")
      guard solution.end != .impossible, solution.end != .undecided else {
        #expect(solution.starts.isEmpty && solution.gap == nil, "seed \(seed)")
        continue
      }
      let faults = checker.faults(solution)
      #expect(faults.isEmpty, "seed \(seed): \(faults)")
    }
    #expect((ends[.optimal] ?? 0) + (ends[.gap] ?? 0) > 1000, "\(ends)")
    #expect(ends[.impossible] ?? 0 > 50, "\(ends)")
  }

  @Test func threadsAndRepeatsMakeNoDifference() throws {
    for seed in 0..<60 as Range<UInt64> {
      let problem = try RandomProblem().problem(seed: seed)
      try expectSame(problem, seed)
    }
    // Only what fills several chunks of trees is worked on by several threads.
    var large = RandomProblem(periods: 4...4, activities: 2600...2600, modes: 1...2)
    large.fixedOneIn = 50
    large.mandatoryOneIn = 0
    for seed in 0..<2 as Range<UInt64> { try expectSame(large.problem(seed: seed), seed) }
  }

  /// Neighbourhoods keep all limits where branching is out of the question, never lose, and win where lists fall short.
  @Test func neighbourhoodsOnlyWin() throws {
    let shape = RandomProblem(periods: 4...10, activities: 70...160, mandatoryOneIn: 40)
    var losses = (without: 0.0, with: 0.0)
    for seed in 0..<40 as Range<UInt64> {
      let problem = try shape.problem(seed: seed)
      let lists = ScheduleSolver(effort: ScheduleEffort(gap: 0, evaluations: 60, placements: 0))
        .solve(problem)
      let solution = ScheduleSolver(
        effort: ScheduleEffort(gap: 0, evaluations: 60, placements: 20_000)
      ).solve(problem)
      guard !solution.starts.isEmpty else { continue }
      let faults = ScheduleChecker(problem: problem).faults(solution)
      #expect(faults.isEmpty, "seed \(seed): \(faults)")
      #expect(solution.value >= lists.value && solution.bound == lists.bound, "seed \(seed)")
      guard let before = lists.gap, let after = solution.gap else { continue }
      losses.without += before
      losses.with += after
    }
    #expect(losses.with < 0.97 * losses.without, "\(losses)")
  }

  private func expectSame(_ problem: SchedulingProblem, _ seed: UInt64) throws {
    let effort = ScheduleEffort(evaluations: 20, placements: 500)
    let one = ScheduleSolver(effort: effort, threads: 1).solve(problem)
    for threads in [1, 2, 3] {
      let other = ScheduleSolver(effort: effort, threads: threads).solve(problem)
      #expect(one.starts == other.starts && one.bound == other.bound, "seed \(seed)")
      #expect(one.value == other.value && one.prices == other.prices, "seed \(seed)")
      #expect(one.end == other.end && one.booked == other.booked, "seed \(seed)")
    }
  }

  /// Two uses of a mode that draw on one resource count together: each alone would fit.
  @Test func usesOfOneResourceAddUp() throws {
    let use = ResourceUse(resources: [0], amount: 6, shares: [ResourceUse.whole])
    let problem = try SchedulingProblem(
      periods: 1,
      activities: [
        ScheduleActivity(
          id: "a",
          modes: [ActivityMode(durationPeriods: 1, uses: [use, use], valueByFinish: [1])])
      ],
      resources: [LimitedResource(name: "money", accountOfPeriod: [0], capacity: [11])])
    let solution = ScheduleSolver().solve(problem)
    #expect(solution.starts == [nil])
    #expect(solution.end == .optimal)
  }

  /// What must be done and has no time is impossible; the search once never ended.
  @Test func mandatoryWithoutTimeIsImpossible() throws {
    let problem = try SchedulingProblem(
      periods: 2,
      activities: [
        ScheduleActivity(
          id: "a", isMandatory: true,
          modes: [ActivityMode(durationPeriods: 3, uses: [], valueByFinish: [1, 1])])
      ], resources: [])
    let solution = ScheduleSolver().solve(problem)
    #expect(solution.end == .impossible)
    #expect(solution.starts.isEmpty && solution.bound == -.infinity)
  }
}
