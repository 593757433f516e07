import Foundation
import Geometry
import Siting
import TestSupport
import Testing

/// Problems of every goal against a solver of mixed-integer programs, which reads the exported
/// models. `DEEPREACH_MIP_ORACLE` names the program: `tools/mip-oracle` is one.
@Suite struct CoveringOracleTests {
  /// Of what the solver calls optimal, by its tolerances.
  static let slack = 1e-7

  static let plans: [SmallProblem.Plan] = {
    var plans: [SmallProblem.Plan] = []
    for goal in SmallProblem.Goal.allCases {
      for layers in 1...3 {
        for shape in SmallProblem.Shape.allCases {
          for weights in SmallProblem.Amounts.allCases {
            for costs in SmallProblem.Amounts.allCases where goal != .sites || costs == .ones {
              for _ in 0..<(goal == .sites ? 5 : 2) {
                plans.append(
                  SmallProblem.Plan(
                    goal: goal, layers: layers, shape: shape, weights: weights, costs: costs,
                    seed: UInt64(plans.count)))
              }
            }
          }
        }
      }
    }
    return plans
  }()

  @Test(
    .enabled(if: MIPOracle.program != nil, "DEEPREACH_MIP_ORACLE unset: tools/mip-oracle --install")
  )
  func anotherSolverFindsTheSameOptimum() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var cases: [(plan: SmallProblem.Plan, small: SmallProblem, file: String)] = []
    for (index, plan) in Self.plans.enumerated() {
      let small = SmallProblem.medium(plan)
      let file = folder.appendingPathComponent("\(index).mps")
      try Data(CoveringModel(try small.problem()).mps()).write(to: file)
      cases.append((plan, small, file.path))
    }
    let answers = try MIPOracle.answers(cases.map(\.file))
    var proven = 0
    for (plan, small, file) in cases {
      let answer = try #require(answers[file], "\(plan)")
      #expect(answer.status == "optimal", "\(plan)")
      let optimum = small.maximises ? -answer.objective : answer.objective
      if try compare(small, plan, optimum: optimum) { proven += 1 }
    }
    print("\(cases.count) problems solved by another solver, \(proven) proven optimal here")
    #expect(cases.count >= 300 && proven * 10 >= cases.count * 9)
  }

  /// A tree that excludes every site of a row that must be covered has no choice left there: it once
  /// forgot the row instead (plan 250).
  @Test func whatMustBeCoveredIs() throws {
    for plan in Self.plans where plan.goal == .every {
      let small = SmallProblem.medium(plan)
      let result = CoveringSolver(effort: 200).solve(try small.problem())
      #expect(small.accepts(result.chosen), "\(plan)")
      #expect(abs(small.price(result.chosen) - result.objective) < 1e-9, "\(plan)")
    }
  }

  /// With no, little and much effort. Says whether the last result is proven optimal.
  private func compare(
    _ small: SmallProblem, _ plan: SmallProblem.Plan, optimum: Double
  ) throws -> Bool {
    let problem = try small.problem()
    let slack = Self.slack * max(1, abs(optimum))
    // Signed so that more is better.
    let sign: Double = small.maximises ? 1 : -1
    var isProven = false
    for effort in [1e-6, 0.02, 200] {
      let result = CoveringSolver(effort: effort).solve(problem)
      let said = "\(plan): \(result.objective) to \(result.bound), optimum \(optimum)"
      #expect(small.accepts(result.chosen), "\(said)")
      #expect(abs(small.worth(result.chosen) - result.objective) < slack, "\(said)")
      #expect(sign * result.bound >= sign * optimum - slack, "\(said)")
      #expect(sign * result.objective <= sign * optimum + slack, "\(said)")
      isProven = result.stop == .optimal
      // Proven is said to a part in 1e9 where amounts are not whole.
      if isProven { #expect(abs(result.objective - optimum) < slack, "\(said)") }
    }
    return isProven
  }
}
