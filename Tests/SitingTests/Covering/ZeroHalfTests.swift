import Geometry
import Siting
import TestSupport
import Testing

/// Partial covering from lattices, where half of every site covers what pairs of sites share: the linear relaxation
/// stays several percent below any choice, and zero-half inequalities bring the bound up.
@Suite struct ZeroHalfTests {
  /// Discs on a lattice of triangles of side 1, over demands on a grid.
  private func lattice(
    rows: Int, columns: Int, radius: Double, cell: Double, share: Double, seed: UInt64? = nil
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
      ], goal: .shares([share]))
  }

  /// A share of what the sites of one point in three can reach. Without the inequalities the gap is 5.1 %.
  @Test func aLatticeIsProvenClose() throws {
    let problem = try lattice(rows: 24, columns: 24, radius: 0.75, cell: 0.15, share: 0.9).problem()
    let result = CoveringSolver(effort: 20).solve(problem)
    #expect(result.isReached && result.bound <= result.objective)
    #expect(result.gap < 0.01, "\(result.gap)")
    for threads in [2, 3] {
      let again = CoveringSolver(effort: 20, threads: threads).solve(problem)
      #expect(again.chosen == result.chosen && again.bound == result.bound)
    }
  }

  /// With too little effort to branch the bound is still on its side, at every effort.
  @Test func theBoundNeverPassesTheOptimum() throws {
    var raised = 0
    for seed in 0..<60 {
      let small = lattice(
        rows: 3, columns: 4, radius: seed % 2 == 0 ? 0.7 : 1.1, cell: 0.2,
        share: [0.6, 0.8, 0.95, 1][seed % 4], seed: UInt64(seed))
      guard let optimum = small.optimum() else { continue }
      let problem = try small.problem()
      var first: Double?
      for effort in [0.01, 0.02, 0.05, 0.1, 0.3] {
        let result = CoveringSolver(effort: effort).solve(problem)
        #expect(small.accepts(result.chosen))
        #expect(result.bound <= optimum * (1 + 1e-12), "\(seed) \(effort)")
        #expect(result.objective >= optimum * (1 - 1e-12), "\(seed) \(effort)")
        if let first, result.bound > first { raised += 1 }
        first = first ?? result.bound
      }
    }
    #expect(raised > 0)
  }
}
