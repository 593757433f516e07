import Geometry
import Siting
import TestSupport
import Testing

@Suite struct CoveringProblemTests {
  private func code(
    _ candidates: [CandidateSite], goal: CoveringGoal, weights: [Double] = [1, 2],
    lists: [[Int]] = [[0], [0, 1]]
  ) -> String? {
    userError {
      let layer = try CoverLayer(
        weights: weights, candidates: lists, candidateCount: max(2, candidates.count))
      _ = try CoveringProblem(candidates: candidates, layers: [layer], goal: goal)
    }?.code
  }

  @Test func whatIsWrongIsSaid() {
    let two = [CandidateSite(), CandidateSite()]
    #expect(code(two, goal: .mostWeight(sites: 1)) == nil)
    #expect(code([], goal: .mostWeight(sites: 1)) == "DR-562")
    #expect(code([CandidateSite()], goal: .mostWeight(sites: 1)) == "DR-562")
    for cost in [-1, .nan, .infinity, 1e13] {
      #expect(
        code([CandidateSite(cost: cost), CandidateSite()], goal: .mostWeight(sites: 1)) == "DR-562")
    }
    #expect(code(two, goal: .mostWeight(sites: -1)) == "DR-563")
    for budget in [-1, .nan, .infinity] {
      #expect(code(two, goal: .mostWeightFor(budget: budget)) == "DR-563")
    }
    for shares in [[], [0.5, 0.5], [1.1], [-0.1], [.nan]] {
      #expect(code(two, goal: .shares(shares)) == "DR-563")
    }
    let required = [CandidateSite(cost: 5, status: .required), CandidateSite(status: .required)]
    #expect(code(required, goal: .mostWeight(sites: 1)) == "DR-564")
    #expect(code(required, goal: .mostWeight(sites: 2)) == nil)
    #expect(code(required, goal: .mostWeightFor(budget: 5.5)) == "DR-564")
    let forbidden = [CandidateSite(status: .forbidden), CandidateSite()]
    #expect(code(forbidden, goal: .everyDemand) == "DR-565")
    #expect(code(forbidden, goal: .shares([0.6])) == nil)
    #expect(code(forbidden, goal: .shares([0.7])) == "DR-565")
    #expect(code(two, goal: .everyDemand, lists: [[0], []]) == "DR-565")
    #expect(code(two, goal: .everyDemand, weights: [1, 0], lists: [[0], []]) == nil)
  }

  /// Five in a row: the ends need the second and the fourth; one of two layers asks for more.
  @Test func layersHaveThresholdsOfTheirOwn() throws {
    let near = [[0, 1], [0, 1, 2], [1, 2, 3], [2, 3, 4], [3, 4]]
    let outdoor = try CoverLayer(
      weights: [1, 1, 1, 1, 1], candidates: near, candidateCount: 5)
    let indoor = try CoverLayer(
      weights: [1, 1, 1, 1, 6], candidates: (0..<5).map { [$0] }, candidateCount: 5)
    let candidates = [CandidateSite](repeating: CandidateSite(), count: 5)
    func sites(_ shares: [Double]) throws -> CoveringResult {
      CoveringSolver().solve(
        try CoveringProblem(
          candidates: candidates, layers: [outdoor, indoor], goal: .shares(shares)))
    }
    #expect(try sites([1, 0]).objective == 2)
    #expect(try sites([0, 0.6]).chosen == [4])
    let both = try sites([1, 0.6])
    #expect(both.chosen == [1, 4])
    #expect(both.coveredWeights == [5, 7] && both.stop == .optimal)
    #expect(try sites([1, 0.75]).objective == 3)
    #expect(try sites([1, 1]).chosen == [0, 1, 2, 3, 4])
  }

  /// Threads change nothing, and neither does a second run.
  @Test func resultsAreRepeatable() throws {
    var random = SeededGenerator(seed: 3)
    let x = (0..<700).map { _ in Double.random(in: 0...30, using: &random) }
    let y = (0..<700).map { _ in Double.random(in: 0...30, using: &random) }
    let points = try CoverPoints(x: x, y: y)
    let weights = x.map { _ in Double.random(in: 0...100, using: &random) }
    for goal in [CoveringGoal.mostWeight(sites: 40), .shares([0.8]), .everyDemand] {
      func solve(threads: Int) throws -> CoveringResult {
        let layer = try CoverLayer(
          demand: points, weights: weights, candidates: points, radius: 2, threads: threads)
        return CoveringSolver(effort: 60, threads: threads).solve(
          try CoveringProblem(
            candidates: x.map { _ in CandidateSite() }, layers: [layer], goal: goal,
            positions: points))
      }
      let one = try solve(threads: 1)
      for threads in [1, 2, 5] {
        let other = try solve(threads: threads)
        #expect(one.chosen == other.chosen && one.bound == other.bound)
        #expect(one.objective == other.objective && one.effort == other.effort)
      }
      #expect(one.gap < 0.2)
    }
  }

  @Test func aTimeLimitMarksTheResult() throws {
    var random = SeededGenerator(seed: 4)
    let x = (0..<2000).map { _ in Double.random(in: 0...30, using: &random) }
    let y = (0..<2000).map { _ in Double.random(in: 0...30, using: &random) }
    let points = try CoverPoints(x: x, y: y)
    let layer = try CoverLayer(
      demand: points, weights: x, candidates: points, radius: 1)
    let problem = try CoveringProblem(
      candidates: x.map { _ in CandidateSite() }, layers: [layer], goal: .mostWeight(sites: 50))
    let result = CoveringSolver(effort: 1e6, timeLimitSeconds: 0).solve(problem)
    #expect(result.stop == .time && !result.isRepeatable)
    #expect(result.chosen.count == 50 && result.bound >= result.objective)
  }

  /// Where every demand has one site, the linear relaxation is exact: the largest ones are best.
  @Test func separateSitesAreSorted() throws {
    let weights = (0..<300).map { Double(($0 * 37) % 301) }
    let layer = try CoverLayer(
      weights: weights, candidates: (0..<300).map { [$0] }, candidateCount: 300)
    let problem = try CoveringProblem(
      candidates: weights.map { _ in CandidateSite() }, layers: [layer],
      goal: .mostWeight(sites: 17))
    let result = CoveringSolver(effort: 100).solve(problem)
    #expect(result.stop == .optimal)
    #expect(result.objective == weights.sorted(by: >).prefix(17).reduce(0, +))
  }
}
