/// How much the bound has moved for branches on each site so far, by which the next site to branch
/// on is chosen (pseudo-costs, Bénichou et al. 1971).
struct BranchScores: Sendable {
  /// A branch that led to a node.
  struct Branch: Sendable {
    var site: Int32
    var isIn: Bool
    /// Part of the site that the branch moved, above 0.
    var distance: Double
    /// Bound before it.
    var bound: Double
  }

  private var sums: [SIMD2<Double>]
  private var counts: [SIMD2<Double>]
  private var sum = SIMD2<Double>()
  private var count = SIMD2<Double>()

  init(siteCount: Int) {
    sums = [SIMD2<Double>](repeating: SIMD2(), count: siteCount)
    counts = sums
  }

  /// Notes the bound that a branch led to.
  mutating func learn(_ branch: Branch, bound: Double) {
    guard bound.isFinite else { return }
    let gain = abs(bound - branch.bound) / max(0.05, branch.distance)
    let side = branch.isIn ? 1 : 0
    sums[Int(branch.site)][side] += gain
    counts[Int(branch.site)][side] += 1
    sum[side] += gain
    count[side] += 1
  }

  /// What branching on a site of this share may move the bound by: the product of both sides.
  func score(_ site: Int, share: Double) -> Double {
    func expected(_ side: Int) -> Double {
      let mean = count[side] > 0 ? sum[side] / count[side] : 1
      // The mean of all counts as one observation.
      return (sums[site][side] + mean) / (counts[site][side] + 1)
    }
    return max(1e-6, expected(0) * share) * max(1e-6, expected(1) * (1 - share))
  }
}
