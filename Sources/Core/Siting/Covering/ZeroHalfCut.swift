/// A zero-half inequality of an odd number of rows (Caprara and Fischetti 1996): half the sum of "a row is covered only
/// by a chosen site" over the rows, rounded up where the right side is odd.
///
/// With a the half of how many of the rows a site covers, rounded up, and z whether a row is covered, every choice has
/// `sum of a x + sum of (1 - z) >= k + 1` over 2k + 1 rows. Where each pair of three sites shares a row, half of each
/// site covers all three rows: the relaxation pays for one and a half sites, any choice for two; likewise of five sites
/// in a ring for two and a half instead of three.
struct ZeroHalfCut: Hashable, Sendable {
  /// Rows in ascending order.
  let rows: [Int32]
  /// Sites of the rows in ascending order.
  let sites: [Int32]
  /// One a site.
  let coefficients: [Double]

  /// By how much the right side is below the number of rows.
  var lost: Int { rows.count / 2 }

  init(rows: [Int32], in core: CoveringCore) {
    self.rows = rows.sorted()
    let all = rows.flatMap { core.rows[Int($0)] }.sorted()
    var sites: [Int32] = []
    var coefficients: [Double] = []
    var index = 0
    while index < all.count {
      let end = all[index...].firstIndex { $0 != all[index] } ?? all.count
      sites.append(all[index])
      coefficients.append(Double((end - index + 1) / 2))
      index = end
    }
    self.sites = sites
    self.coefficients = coefficients
  }
}

/// A zero-half inequality and its multiplier in a bound.
struct WeightedCut: Sendable {
  let cut: ZeroHalfCut
  /// Above 0, in the unit of the rows' multipliers.
  let multiplier: Double
}
