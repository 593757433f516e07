import Scheduling
import Testing

/// What stopped each activity, by trying its starts one by one.
@Suite struct StoppingLimitTests {
  @Test func theNamedLimitIsShortByThatMuch() throws {
    var named = 0
    var waiting = 0
    for seed in 0..<500 as Range<UInt64> {
      let problem = try RandomProblem(periods: 1...6, activities: 1...9).problem(seed: seed)
      let solution = ScheduleSolver(effort: ScheduleSolverTests.brief).solve(problem)
      let stops = solution.stoppingLimits(problem)
      guard !solution.starts.isEmpty else {
        #expect(stops.isEmpty, "seed \(seed)")
        continue
      }
      for (index, stop) in stops.enumerated() {
        switch stop {
        case .resource(let resource, let account, let missing):
          named += 1
          #expect(missing > 0, "seed \(seed)")
          let wishes = wishes(index, problem, solution.starts)
          let fits = wishes.contains {
            isShort(problem, solution.starts, index, $0, resource, account, missing)
          }
          #expect(fits, "seed \(seed) a\(index): \(stop) of \(wishes)")
        case .prerequisite(let before):
          waiting += 1
          #expect(problem.activities[index].prerequisites.contains(before), "seed \(seed)")
          #expect(wishes(index, problem, solution.starts).isEmpty, "seed \(seed) a\(index)")
        case .nothing:
          #expect(solution.starts[index] != nil, "seed \(seed) a\(index)")
        case .dates, .value:
          #expect(wishes(index, problem, solution.starts).isEmpty, "seed \(seed) a\(index)")
        }
      }
    }
    #expect(named > 200 && waiting > 200, "\(named) named, \(waiting) waiting")
  }

  /// What is scarce in the first period alone does not stop what another limit never lets through.
  @Test func whatIsLeftOutNamesTheLimitThatNeverLetsItThrough() throws {
    let uses = [
      ResourceUse(resources: [0], amount: 9, shares: [ResourceUse.whole]),
      ResourceUse(resources: [1], amount: 4, shares: [ResourceUse.whole]),
    ]
    let problem = try SchedulingProblem(
      periods: 3,
      activities: [
        ScheduleActivity(
          id: "a",
          modes: [ActivityMode(durationPeriods: 1, uses: uses, valueByFinish: [3, 2, 1])])
      ],
      resources: [
        LimitedResource(name: "money", accountOfPeriod: [0, 1, 2], capacity: [1, 9, 9]),
        LimitedResource(name: "permits", accountOfPeriod: [0, 1, 2], capacity: [3, 3, 3]),
      ])
    let solution = ScheduleSolver().solve(problem)
    #expect(solution.starts == [nil])
    #expect(solution.stoppingLimits(problem) == [.resource(1, account: 1, missing: 1)])
  }

  private func value(_ mode: ActivityMode, _ period: Int) -> Double {
    mode.valueByFinish[period + mode.durationPeriods - 1]
  }

  /// Starts that dates and precedence allow with all else as it is and that are worth the next more; of
  /// what is not done the most.
  private func wishes(
    _ index: Int, _ problem: SchedulingProblem, _ starts: [ActivityStart?]
  ) -> [ActivityStart] {
    let activity = problem.activities[index]
    guard activity.fixed == nil else { return [] }
    let checker = ScheduleChecker(problem: problem)
    let followers = problem.activities.indices.filter {
      problem.activities[$0].prerequisites.contains(index) && starts[$0] != nil
    }
    let now = starts[index].map { value(activity.modes[$0.mode], $0.period) } ?? 0
    var better: [(start: ActivityStart, value: Double)] = []
    for (number, mode) in activity.modes.enumerated() {
      for period in 0..<max(0, problem.periods + 1 - mode.durationPeriods) {
        var others = starts
        let start = ActivityStart(mode: number, period: period)
        others[index] = start
        let isInTime = ([index] + followers).allSatisfy { checker.isInTime($0, others) }
        if isInTime, value(mode, period) > now { better.append((start, value(mode, period))) }
      }
    }
    guard starts[index] != nil else { return better.map(\.start) }
    let next = better.map(\.value).min()
    return better.filter { $0.value == next }.map(\.start)
  }

  /// Whether the account is overdrawn by exactly that at a start, and none before it is.
  private func isShort(
    _ problem: SchedulingProblem, _ starts: [ActivityStart?], _ index: Int,
    _ wish: ActivityStart, _ resource: Int, _ account: Int, _ missing: Int
  ) -> Bool {
    let checker = ScheduleChecker(problem: problem)
    var others = starts
    others[index] = wish
    let left = checker.left(resource, checker.usage(others))
    let debts = checker.debts()[resource]
    return left[account] == -missing && missing > debts[account]
      && (0..<account).allSatisfy { left[$0] >= -debts[$0] }
  }
}
