import Geometry
import Siting
import TestSupport
import Testing

/// A lattice of triangles on a torus, of which every triangle is demand that its three corners can serve. One corner in
/// three serves all: of a share the least number of sites is known, and reached by that order alone.
@Suite struct LatticeOrderTests {
  private let side = 60

  private func site(_ row: Int, _ column: Int) -> Int {
    (row + side) % side * side + (column + side) % side
  }

  private var triangles: [[Int]] {
    (0..<side).flatMap { row in
      (0..<side).flatMap { column in
        [
          [site(row, column), site(row, column + 1), site(row + 1, column)],
          [site(row, column + 1), site(row + 1, column), site(row + 1, column + 1)],
        ]
      }
    }
  }

  private func problem(share: Double, groups: Bool = false) throws -> CoveringProblem {
    let lists = triangles
    let layer = try CoverLayer(
      weights: lists.map { _ in 1 }, candidates: lists, candidateCount: side * side)
    return try CoveringProblem(
      candidates: (0..<side * side).map {
        CandidateSite(exclusiveGroup: groups ? $0 / 2 : nil)
      }, layers: [layer], goal: .shares([share]))
  }

  /// Each site serves six triangles and none twice.
  private func least(share: Double) -> Double {
    (share * Double(2 * side * side) / 6).rounded(.up)
  }

  @Test(arguments: [0.5, 0.8, 0.95])
  func theOrderIsFound(share: Double) throws {
    let problem = try problem(share: share)
    let result = CoveringSolver(effort: 60).solve(problem)
    let greedy = CoveringSolver.greedy(problem)
    #expect(result.stop == .optimal && result.objective == least(share: share), "\(result)")
    #expect(result.chosen.count <= greedy.count)
    let again = CoveringSolver(effort: 60, threads: 3).solve(problem)
    #expect(again.chosen == result.chosen)
  }

  /// Neighbours exclude each other in pairs, which the order never takes together.
  @Test func groupsAreKept() throws {
    let result = CoveringSolver(effort: 60).solve(try problem(share: 0.9, groups: true))
    #expect(Set(result.chosen.map { $0 / 2 }).count == result.chosen.count)
    #expect(result.objective <= 1.05 * least(share: 0.9), "\(result.objective)")
    #expect(result.bound <= result.objective && result.bound >= 0.99 * least(share: 0.9))
  }
}
