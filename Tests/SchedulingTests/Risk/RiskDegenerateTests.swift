import Scheduling
import TestSupport
import Testing

/// Where nothing is uncertain the schedule is carried out as it stands.
@Suite struct RiskDegenerateTests {
  @Test func certainWorldsReproduceTheSchedule() throws {
    let effort = ScheduleEffort(evaluations: 60, placements: 2000)
    let one = RiskMaking.triangular(1, 1, 1, correlation: 0.5)
    let certain = RiskBook(
      durations: RiskStep.allCases.map { RiskBook.Duration(step: $0, multiplier: one) },
      supply: [RiskBook.Supply(resource: "equipment", multiplier: RiskMaking.lognormal(1, 1))],
      cost: one)
    // Drawn, but so near to 1 that nothing changes.
    let near = RiskMaking.triangular(1 - 1e-13, 1, 1, correlation: 0.5)
    let nearly = RiskBook(
      durations: RiskStep.allCases.map { RiskBook.Duration(step: $0, multiplier: near) },
      supply: [RiskBook.Supply(resource: "equipment", multiplier: near)], cost: near)
    var count = 0
    for seed in 0..<900 as Range<UInt64> {
      let problem = try RandomProblem().problem(seed: seed)
      let solution = ScheduleSolver(effort: effort).solve(problem)
      guard !solution.starts.isEmpty else { continue }
      count += 1
      for book in [certain, nearly] {
        let simulation = RiskSimulation(
          problem, starts: solution.starts, book: book,
          kinds: problem.resources.map { _ in .equipment(band: nil) },
          money: problem.resources.isEmpty ? nil : 0, seed: seed)
        for number in 0..<2 {
          let trace = simulation.trace(number)
          #expect(trace.starts == solution.starts.map { $0?.period }, "seed \(seed)")
          #expect(trace.capacity == problem.resources.map(\.capacity), "seed \(seed)")
          for (index, start) in solution.starts.enumerated() {
            guard let start else { continue }
            let mode = problem.activities[index].modes[start.mode]
            #expect(trace.durations[index] == mode.durationPeriods, "seed \(seed)")
          }
        }
        let tally = simulation.run(
          executions: 3, goals: [RiskGoal(activities: Array(solution.starts.indices), by: 0)])
        #expect(tally.lateness.reduce(0, +) == 0 && tally.unfinished == 0)
      }
    }
    #expect(count >= 500)
  }
}
