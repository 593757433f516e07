import Geometry
import Siting
import TestSupport
import Testing

/// Sites on a line, whose optimum dynamic programming finds: of the sites in order each shares
/// demand with the last one only. Large enough for tiles, where the bound is all but tight.
@Suite struct CoveringLineTests {
  struct Line {
    let weights: [Double]
    let siteCount: Int
    let reach: Int

    /// Demand at every whole number, a site at every third.
    init(siteCount: Int, reach: Int, seed: UInt64, isWhole: Bool) {
      var random = SeededGenerator(seed: seed)
      self.siteCount = siteCount
      self.reach = reach
      weights = (0..<3 * siteCount).map { _ in
        let weight = Double.random(in: 0...100, using: &random)
        return isWhole ? weight.rounded() : weight
      }
    }

    func problem(_ goal: CoveringGoal) throws -> CoveringProblem {
      let points = try CoverPoints(
        x: weights.indices.map(Double.init), y: weights.map { _ in 0 })
      let sites = try CoverPoints(
        x: (0..<siteCount).map { Double(3 * $0) }, y: (0..<siteCount).map { _ in 0 })
      let layer = try CoverLayer(
        demand: points, weights: weights, candidates: sites, radius: Double(reach))
      return try CoveringProblem(
        candidates: (0..<siteCount).map { _ in CandidateSite() }, layers: [layer], goal: goal,
        positions: sites)
    }

    /// Most weight with 0, 1, 2 ... sites.
    func optima(upTo most: Int) -> [Double] {
      var sums = [0.0]
      for weight in weights { sums.append(sums[sums.count - 1] + weight) }
      func end(_ site: Int) -> Int { min(weights.count, 3 * site + reach + 1) }
      func start(_ site: Int) -> Int { max(0, 3 * site - reach) }
      var best = (0..<siteCount).map { sums[end($0)] - sums[start($0)] }
      var optima = [0, best.max() ?? 0]
      while optima.count <= most {
        var next = [Double](repeating: 0, count: siteCount)
        for site in 1..<siteCount {
          for last in 0..<site {
            let gain = sums[end(site)] - sums[max(start(site), end(last))]
            next[site] = max(next[site], best[last] + gain)
          }
        }
        best = next
        optima.append(best.max() ?? 0)
      }
      return optima
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func theBoundHoldsAtAnyEffort(seed: UInt64) throws {
    let line = Line(siteCount: 520, reach: 7, seed: seed, isWhole: seed % 2 == 0)
    let optima = line.optima(upTo: 80)
    let problem = try line.problem(.mostWeight(sites: 70))
    for effort in [0.5, 5, 60, 400] {
      let result = CoveringSolver(effort: effort).solve(problem)
      #expect(result.bound >= optima[70] * (1 - 1e-12))
      #expect(result.objective <= optima[70] * (1 + 1e-12))
      if effort >= 60 { #expect(result.gap < 0.01, "\(result.gap)") }
    }
    for share in [0.3, 0.6, 0.75] {
      let problem = try line.problem(.shares([share]))
      let least = try #require(
        optima.firstIndex { $0 >= problem.threshold(layer: 0) * (1 - 1e-13) })
      for effort in [0.5, 5, 60, 400] {
        let result = CoveringSolver(effort: effort).solve(problem)
        #expect(result.bound <= Double(least))
        #expect(result.objective >= Double(least))
        if effort >= 60 { #expect(result.objective <= Double(least) * 1.03 + 1) }
      }
    }
  }

  /// Blocks and tiles worked on side by side give the same on any number of threads.
  @Test func threadsChangeNothing() throws {
    var random = SeededGenerator(seed: 11)
    let x = (0..<2200).map { _ in Double.random(in: 0...30, using: &random) }
    let y = (0..<2200).map { _ in Double.random(in: 0...30, using: &random) }
    let points = try CoverPoints(x: x, y: y)
    let layer = try CoverLayer(
      demand: points, weights: x.map { $0.rounded(.up) }, candidates: points, radius: 1.6)
    let problem = try CoveringProblem(
      candidates: x.map { _ in CandidateSite() }, layers: [layer],
      goal: .mostWeight(sites: 110), positions: points)
    let results = [1, 2, 5].map { CoveringSolver(effort: 200, threads: $0).solve(problem) }
    #expect(results[0].gap < 0.03)
    for other in results.dropFirst() {
      #expect(other.chosen == results[0].chosen && other.bound == results[0].bound)
      #expect(other.effort == results[0].effort)
    }
  }

  /// Two layers with thresholds of their own, against each of them alone: both together cost no
  /// less than either and no more than their sum.
  @Test(arguments: [5, 6] as [UInt64]) func twoLayersLieBetween(seed: UInt64) throws {
    let near = Line(siteCount: 520, reach: 5, seed: seed, isWhole: true)
    let far = Line(siteCount: 520, reach: 9, seed: seed + 100, isWhole: true)
    let (one, other) = (try near.problem(.shares([0.5])), try far.problem(.shares([0.9])))
    let both = try CoveringProblem(
      candidates: one.candidates, layers: [one.layers[0], other.layers[0]],
      goal: .shares([0.5, 0.9]))
    let solver = CoveringSolver(effort: 100)
    let (alone, beside, joint) = (solver.solve(one), solver.solve(other), solver.solve(both))
    #expect(joint.bound >= max(alone.bound, beside.bound) - 1)
    #expect(joint.bound <= alone.objective + beside.objective)
    #expect(joint.objective >= max(alone.bound, beside.bound))
    #expect(joint.objective <= 1.02 * max(alone.objective, beside.objective) + 8)
    for (layer, weight) in joint.coveredWeights.enumerated() {
      #expect(weight >= both.threshold(layer: layer))
    }
  }
}
