import Geometry
import Siting
import TestSupport
import Testing

/// Small problems of every kind against the optimum by trying every choice.
@Suite struct CoveringEnumerationTests {
  static let cases = SmallProblem.Kind.allCases.flatMap { kind in
    (1...120).map { SmallProblem.random(kind, seed: UInt64($0)) }
  }

  @Test func theProofIsTheOptimum() throws {
    var solved = 0
    for small in Self.cases {
      guard let optimum = small.optimum() else {
        #expect(["DR-564", "DR-565"].contains(userError { try small.problem() }?.code), "\(small)")
        continue
      }
      let problem = try small.problem()
      let result = CoveringSolver().solve(problem)
      let slack = 1e-8 * max(1, abs(optimum))
      #expect(small.accepts(result.chosen), "\(small)")
      #expect(abs(small.worth(result.chosen) - result.objective) < slack)
      #expect(abs(result.objective - optimum) < slack, "\(small)")
      #expect(result.stop == .optimal || result.gap < 1e-8, "\(result.stop) \(small)")
      #expect(result.isRepeatable)
      solved += 1
    }
    #expect(solved > 300)
  }

  /// With hardly any effort: the choice is allowed, and the bound is on its side.
  @Test func aBoundNeverPassesTheOptimum() throws {
    for small in Self.cases {
      guard let optimum = small.optimum() else { continue }
      let result = CoveringSolver(effort: 1e-6).solve(try small.problem())
      let slack = 1e-12 * max(1, abs(optimum))
      #expect(small.accepts(result.chosen), "\(small)")
      if small.maximises {
        #expect(result.bound >= optimum - slack, "\(small)")
        #expect(result.objective <= optimum + slack)
      } else {
        #expect(result.bound <= optimum + slack, "\(small)")
        #expect(result.objective >= optimum - slack)
      }
    }
  }

  /// Every result is as good as the greedy choice or better.
  @Test func greedyIsNeverBetter() throws {
    for small in Self.cases where small.optimum() != nil {
      let problem = try small.problem()
      let greedy = CoveringSolver.greedy(problem)
      #expect(small.accepts(greedy), "\(small)")
      for effort in [1e-6, 1.0] {
        let worth = CoveringSolver(effort: effort).solve(problem).objective
        let slack = 1e-9 * abs(worth)
        #expect(
          small.maximises
            ? worth >= small.worth(greedy) - slack : worth <= small.worth(greedy) + slack)
      }
    }
  }

  /// Equal demands, split into many or put into one, have the same optimum.
  @Test func mergedDemandsHaveTheSameOptimum() throws {
    for seed in 1...60 {
      var small = SmallProblem.random(.sites, seed: UInt64(3 * seed + 1))
      guard small.optimum() != nil else { continue }
      let one = CoveringSolver().solve(try small.problem())
      for (weight, list) in zip(small.layers[0].weights, small.layers[0].lists) {
        for _ in 0..<3 {
          small.layers[0].weights.append(weight)
          small.layers[0].lists.append(list.reversed() + list)
        }
      }
      let four = CoveringSolver().solve(try small.problem())
      #expect(four.objective == 4 * one.objective)
      #expect(try small.problem().layers[0].rowCount <= one.coveredWeights.count * 25)
    }
  }
}
