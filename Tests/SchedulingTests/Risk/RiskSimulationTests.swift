import Scheduling
import TestSupport
import Testing

/// What holds of every simulation.
@Suite struct RiskSimulationTests {
  private static let book = RiskBook(
    durations: [
      RiskBook.Duration(
        step: .build, multiplier: RiskMaking.triangular(0.6, 1, 2.5, correlation: 0.4))
    ],
    supply: [
      RiskBook.Supply(
        resource: "equipment", multiplier: RiskMaking.lognormal(0.6, 1.2, correlation: 0.5))
    ], cost: RiskMaking.lognormal(0.8, 1.3, correlation: 0.5))

  private func simulation(_ problem: SchedulingProblem, seed: UInt64 = 1) -> RiskSimulation? {
    let solution = ScheduleSolver(effort: ScheduleEffort(evaluations: 60, placements: 2000))
      .solve(problem)
    guard !solution.starts.isEmpty else { return nil }
    return RiskSimulation(
      problem, starts: solution.starts, book: Self.book,
      kinds: problem.resources.map { _ in .equipment(band: nil) },
      money: problem.resources.isEmpty ? nil : 0, seed: seed)
  }

  @Test func threadsDoNotMatterAndTheSeedDoes() throws {
    var differing = 0
    for seed in 0..<12 as Range<UInt64> {
      let problem = try RandomProblem(activities: 8...30).problem(seed: seed)
      guard let one = simulation(problem), let other = simulation(problem, seed: 2) else {
        continue
      }
      let goals = problem.activities.indices.map { RiskGoal(activities: [$0], by: 3) }
      let tally = one.run(executions: 101, goals: goals, threads: 1)
      for threads in [2, 4] {
        #expect(one.run(executions: 101, goals: goals, threads: threads) == tally, "\(seed)")
      }
      if other.run(executions: 101, goals: goals) != tally { differing += 1 }
    }
    #expect(differing >= 4)
  }

  /// An execution is the same whatever other executions there are, and a count of all.
  @Test func talliesAreSumsOfExecutions() throws {
    for seed in 20..<40 as Range<UInt64> {
      let problem = try RandomProblem().problem(seed: seed)
      guard let simulation = simulation(problem) else { continue }
      let all = RiskGoal(activities: Array(problem.activities.indices), by: 1)
      let tally = simulation.run(executions: 40, goals: [all])
      var finishes = [Int](repeating: 0, count: problem.periods + 1)
      for number in 0..<40 {
        let trace = simulation.trace(number)
        #expect(trace.spent == tally.spent[number])
        let ends = trace.starts.indices.filter { trace.durations[$0] > 0 }.map { index in
          trace.starts[index].map { $0 + trace.durations[index] - 1 } ?? problem.periods
        }
        if let end = ends.max() { finishes[end] += 1 }
      }
      #expect(tally.finishes[0] == finishes)
    }
  }

  /// Whoever else is in the schedule, a package has the same luck.
  @Test func drawsHangOnThePackageAlone() throws {
    func problem(_ names: [String]) throws -> SchedulingProblem {
      try SchedulingProblem(
        periods: 20, activities: names.map { RiskMaking.activity($0, periods: 20, duration: 4) },
        resources: [])
    }
    func traces(_ names: [String]) throws -> [[String: Int]] {
      let simulation = RiskSimulation(
        try problem(names), starts: names.map { _ in ActivityStart(mode: 0, period: 0) },
        book: Self.book, seed: 7)
      return (0..<30).map {
        Dictionary(uniqueKeysWithValues: zip(names, simulation.trace($0).durations))
      }
    }
    let few = try traces(["b", "d"])
    let many = try traces(["a", "b", "c", "d", "e"])
    // So many that multipliers are worked out beforehand.
    let very = try traces(["d", "b"] + (0..<5000).map { "x\($0)" })
    for number in 0..<30 {
      for name in ["b", "d"] {
        #expect(few[number][name] == many[number][name])
        #expect(few[number][name] == very[number][name])
      }
    }
    #expect(Set(few.compactMap { $0["b"] }).count > 2)
    #expect(few.contains { $0["b"] != $0["d"] })
  }

  @Test func quantilesAndChancesRise() throws {
    for seed in 50..<80 as Range<UInt64> {
      let problem = try RandomProblem().problem(seed: seed)
      guard let simulation = simulation(problem) else { continue }
      let tally = simulation.run(
        executions: 57, goals: [RiskGoal(activities: Array(problem.activities.indices), by: 0)])
      let percents = [1, 10, 50, 80, 90, 95, 100]
      let periods = percents.map { tally.period(0, percent: $0) ?? problem.periods }
      #expect(zip(periods, periods.dropFirst()).allSatisfy { $0 <= $1 })
      for period in 0..<problem.periods {
        let money = percents.map { tally.spent(period, percent: $0) }
        #expect(zip(money, money.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(tally.chance(0, by: period).value >= tally.chance(0, by: period - 1).value)
        for (percent, own) in zip(percents, periods) where own == period {
          #expect(tally.chance(0, by: period).value * 100 >= Double(percent) - 1e-9)
        }
      }
    }
  }

  @Test func intervalsHoldTheShare() {
    for executions in [1, 10, 1000] {
      for met in [0, 1, executions / 2, executions - 1, executions] {
        let chance = RiskChance(met: met, of: executions)
        #expect(chance.interval.contains(chance.value))
        #expect(chance.interval.lowerBound >= 0 && chance.interval.upperBound <= 1)
        #expect(chance.interval.upperBound > chance.interval.lowerBound)
      }
    }
    // Wilson 1927 by hand: 8 of 10 at 1.96.
    let chance = RiskChance(met: 8, of: 10)
    #expect(abs(chance.interval.lowerBound - 0.4902) < 1e-4)
    #expect(abs(chance.interval.upperBound - 0.9433) < 1e-4)
    #expect(RiskChance(met: 0, of: 0).interval == 0...1)
  }
}
