import Geometry
import Siting
import TestSupport
import Testing

/// Triangles of three sites, each pair of which shares demand, whose optimum dynamic programming finds. In the list
/// the sites of a triangle lie far apart, so that edges of tiles cut nearly every inequality of three rows.
@Suite struct TiledInequalityTests {
  struct Triangles {
    private(set) var weights: [Double] = []
    private(set) var candidates: [[Int]] = []
    private(set) var costs: [Double]
    /// Least cost of so much weight or more.
    private(set) var leastCosts = [0.0]

    init(count: Int, seed: UInt64) {
      var random = SeededGenerator(seed: seed)
      costs = [Double](repeating: 0, count: 3 * count)
      for triangle in 0..<count {
        let sites = [triangle, triangle + count, triangle + 2 * count]
        let own = sites.map { _ in Double(Int.random(in: 1...3, using: &random)) }
        let shared = sites.map { _ in Double(Int.random(in: 5...8, using: &random)) }
        for index in sites.indices {
          costs[sites[index]] = Double(Int.random(in: 6...8, using: &random))
          weights += [own[index], shared[index]]
          candidates += [[sites[index]], [sites[index], sites[(index + 1) % 3]]]
        }
        add(sites.map { costs[$0] }, own, shared)
      }
      for weight in leastCosts.indices.dropLast().reversed() {
        leastCosts[weight] = min(leastCosts[weight], leastCosts[weight + 1])
      }
    }

    /// One triangle more, by its eight choices.
    private mutating func add(_ prices: [Double], _ own: [Double], _ shared: [Double]) {
      var next = [Double](repeating: .infinity, count: leastCosts.count + 33)
      for choice in 0..<8 {
        let isIn = (0..<3).map { choice >> $0 & 1 == 1 }
        var (weight, cost) = (0.0, 0.0)
        for index in 0..<3 {
          if isIn[index] { (weight, cost) = (weight + own[index], cost + prices[index]) }
          if isIn[index] || isIn[(index + 1) % 3] { weight += shared[index] }
        }
        for (before, least) in leastCosts.enumerated() {
          next[before + Int(weight)] = min(next[before + Int(weight)], least + cost)
        }
      }
      leastCosts = next
    }

    func solve(_ goal: CoveringGoal, effort: Double) throws -> CoveringResult {
      let layer = try CoverLayer(
        weights: weights, candidates: candidates, candidateCount: costs.count)
      let problem = try CoveringProblem(
        candidates: costs.map { CandidateSite(cost: $0) }, layers: [layer], goal: goal)
      return CoveringSolver(effort: effort, threads: 2).solve(problem)
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>, [3.0, 10, 60])
  func boundsHold(seed: UInt64, effort: Double) throws {
    let world = Triangles(count: 300, seed: seed)
    let total = world.weights.reduce(0, +)
    for share in [0.5, 0.8] {
      let wanted = (share * total).rounded()
      let least = world.leastCosts[Int(wanted)]
      let result = try world.solve(.shares([wanted / total]), effort: effort)
      #expect(result.bound <= least && least <= result.objective, "\(share): \(result.stop)")
    }
    let budget = (0.4 * world.costs.reduce(0, +)).rounded()
    let most = Double(try #require(world.leastCosts.lastIndex { $0 <= budget }))
    let result = try world.solve(.mostWeightFor(budget: budget), effort: effort)
    #expect(result.objective <= most && most <= result.bound, "\(result.stop)")
    #expect(result.bound <= most * 1.001, "A bound that holds is not to be far off either.")
  }
}
