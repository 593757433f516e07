import Territory

/// Limits of a claim's share by drawing its clusters anew (A. C. Davison and D. V. Hinkley, Bootstrap Methods
/// and their Application, 1997, section 3.8): whole drives or blocks, with replacement, as samples of one
/// are no evidence apart from each other.
enum ClusterBootstrap {
  /// Draws.
  static let replicates = 999
  /// More clusters than this are joined at a stride before they are drawn: their sums vary the
  /// same, and the time stays bounded.
  private static let mostClusters = 1024

  /// Percentile limits at a one-sided confidence each; everything for fewer than two clusters.
  static func limits(
    _ clusters: [ClusteredShare.Weighted], confidence: Double, seed: UInt64
  ) -> ShareInterval {
    guard clusters.count > 1 else { return .everything }
    var joined = [ClusteredShare.Weighted](
      repeating: .init(), count: min(clusters.count, mostClusters))
    for (index, cluster) in clusters.enumerated() {
      joined[index % mostClusters].weight += cluster.weight
      joined[index % mostClusters].served += cluster.served
    }
    var numbers = RandomNumbers(seed: seed)
    var shares: [Double] = []
    shares.reserveCapacity(replicates)
    for _ in 0..<replicates {
      var (weight, served) = (0.0, 0.0)
      for _ in joined.indices {
        let drawn = joined[numbers.below(joined.count)]
        weight += drawn.weight
        served += drawn.served
      }
      shares.append(weight > 0 ? min(1, served / weight) : 0)
    }
    shares.sort()
    let rank = Int((Double(replicates + 1) * (1 - confidence)).rounded(.down))
    let index = min(max(rank, 1), replicates) - 1
    return ShareInterval(lower: shares[index], upper: shares[replicates - 1 - index])
  }
}
