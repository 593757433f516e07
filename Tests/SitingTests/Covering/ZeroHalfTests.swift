import Geometry
import Siting
import TestSupport
import Testing

/// Partial covering from lattices, where half of every site covers what pairs of sites share: the linear relaxation
/// stays several percent below any choice, and zero-half inequalities bring the bound up.
@Suite struct ZeroHalfTests {
  /// Discs on a lattice of triangles of side 1, over demands on a grid.
  private func lattice(
    rows: Int, columns: Int, radius: Double, cell: Double, goal: CoveringGoal, seed: UInt64? = nil
  ) -> SmallProblem {
    var random = SeededGenerator(seed: seed ?? 0)
    var sites: [(x: Double, y: Double)] = []
    for row in 0..<rows {
      for column in 0..<columns {
        sites.append((Double(column) + 0.5 * Double(row % 2), Double(row) * 3.0.squareRoot() / 2))
      }
    }
    var lists: [[Int]] = []
    for i in 0..<Int(Double(columns) / cell) {
      for j in 0..<Int(Double(rows) * 0.866 / cell) {
        let point = (x: (Double(i) + 0.5) * cell - 0.25, y: (Double(j) + 0.5) * cell - 0.4)
        let list = sites.indices.filter {
          let (x, y) = (sites[$0].x - point.x, sites[$0].y - point.y)
          return x * x + y * y <= radius * radius
        }
        if !list.isEmpty { lists.append(list) }
      }
    }
    return SmallProblem(
      candidates: sites.map { _ in
        CandidateSite(cost: seed == nil ? 1 : Double.random(in: 1...1.2, using: &random))
      },
      layers: [
        (
          lists.map { _ in seed == nil ? 1 : Double.random(in: 0.5...1.5, using: &random) }, lists
        )
      ], goal: goal)
  }

  /// A share of what the sites of one point in three can reach. Without the inequalities the gap is 5.1 %.
  @Test func aLatticeIsProvenClose() throws {
    let problem = try lattice(rows: 24, columns: 24, radius: 0.75, cell: 0.15, goal: .shares([0.9]))
      .problem()
    let result = CoveringSolver(effort: 20).solve(problem)
    #expect(result.isReached && result.bound <= result.objective)
    #expect(result.gap < 0.01, "\(result.gap)")
    for threads in [2, 3] {
      let again = CoveringSolver(effort: 20, threads: threads).solve(problem)
      #expect(again.chosen == result.chosen && again.bound == result.bound)
    }
  }

  /// The same sites, half of what that choice takes: what can be covered by so many.
  @Test func aWeightIsProvenClose() throws {
    let problem = try lattice(
      rows: 24, columns: 24, radius: 0.75, cell: 0.15, goal: .mostWeight(sites: 300)
    ).problem()
    let result = CoveringSolver(effort: 20).solve(problem)
    #expect(result.bound >= result.objective && result.gap < 0.02, "\(result.gap)")
  }

  /// With too little effort to branch the bound is still on its side, at every effort.
  @Test func theBoundNeverPassesTheOptimum() throws {
    var raised = (weight: 0, price: 0)
    for seed in 0..<90 {
      let goals: [CoveringGoal] = [
        .shares([0.6]), .shares([0.8]), .shares([0.95]), .shares([1]), .mostWeight(sites: 5),
        .mostWeightFor(budget: 4.4),
      ]
      let small = lattice(
        rows: 3, columns: 4, radius: seed % 2 == 0 ? 0.7 : 1.1, cell: 0.2,
        goal: goals[seed / 2 % goals.count], seed: UInt64(seed))
      guard let optimum = small.optimum() else { continue }
      let problem = try small.problem()
      var first: Double?
      for effort in [0.01, 0.02, 0.05, 0.1, 0.3] {
        let result = CoveringSolver(effort: effort).solve(problem)
        let (low, high) =
          small.maximises ? (result.objective, result.bound) : (result.bound, result.objective)
        #expect(small.accepts(result.chosen))
        #expect(low <= optimum * (1 + 1e-12) && high >= optimum * (1 - 1e-12), "\(seed) \(effort)")
        if let first, small.maximises, result.bound < first { raised.weight += 1 }
        if let first, !small.maximises, result.bound > first { raised.price += 1 }
        first = first ?? result.bound
      }
    }
    #expect(raised.weight > 0 && raised.price > 0)
  }
}
