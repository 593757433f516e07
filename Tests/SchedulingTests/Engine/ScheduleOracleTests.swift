import Scheduling
import TestSupport
import Testing

/// Problems beyond enumeration against a solver of mixed-integer programs. `DEEPREACH_MIP_ORACLE` names the
/// program: `tools/mip-oracle` is one.
@Suite struct ScheduleOracleTests {
  @Test(
    .enabled(if: MIPOracle.program != nil, "DEEPREACH_MIP_ORACLE unset: tools/mip-oracle --install")
  )
  func anotherSolverIsBetweenValueAndBound() throws {
    var shape = RandomProblem(periods: 4...8, activities: 15...40, modes: 1...2)
    shape.mandatoryOneIn = 40
    let scratch = try Scratch()
    let files = try (0..<200).map { seed in
      let problem = try shape.problem(seed: UInt64(seed))
      return try scratch.file("\(seed).mps", ScheduleProgram(problem).mps())
    }
    let answers = try MIPOracle.answers(files)
    var solved = 0
    var equal = 0
    var proven = 0
    for (seed, file) in files.enumerated() {
      let answer = try #require(answers[file], "seed \(seed)")
      let problem = try shape.problem(seed: UInt64(seed))
      let solution = ScheduleSolver().solve(problem)
      guard answer.status == "optimal" else {
        #expect(answer.status == "infeasible" && solution.starts.isEmpty, "seed \(seed)")
        continue
      }
      let optimum = -answer.objective
      let slack = 1e-6 * max(1, abs(optimum))
      let said =
        "seed \(seed): \(solution.value) to \(solution.bound), optimum \(optimum), \(solution.end)"
      #expect(solution.end != .impossible && solution.bound >= optimum - slack, "\(said)")
      #expect(solution.value <= optimum + slack, "\(said)")
      let isEqual = abs(solution.value - optimum) <= slack
      if solution.end == .optimal { #expect(isEqual, "\(said)") }
      solved += 1
      if isEqual { equal += 1 }
      if solution.end == .optimal { proven += 1 }
    }
    print("\(solved) schedules solved by another solver: \(equal) equal, \(proven) proven here")
    #expect(solved > 100 && equal * 10 >= solved * 9)
  }
}
