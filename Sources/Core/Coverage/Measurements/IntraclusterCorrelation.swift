/// How alike the samples of a cluster are, learnt from many strata (cells or claims) together.
///
/// The analysis-of-variance estimator of S. R. Searle, Linear Models (1971), p. 473, pooled over strata:
/// rho = (MSB - MSW) / (MSB + (n0 - 1) MSW), with the mean squares between and within clusters about each
/// stratum's own share, and n0 the mean size of a cluster less its unevenness.
public struct IntraclusterCorrelation: Hashable, Sendable {
  private var between = 0.0
  private var betweenDegrees = 0.0
  private var within = 0.0
  private var withinDegrees = 0.0
  private var sizes = 0.0
  /// Clusters that tell something: in each stratum the fewer of those with a served and those with an
  /// unserved sample.
  public private(set) var informativeClusters = 0
  private var samples = 0
  private var clusters = 0

  /// Clusters' worth of the belief that the samples of a cluster are all alike. Judgement, held
  /// by the tests with planted truth: with less, claims are confirmed too often where few samples fail.
  public static let cautiousClusters = 5.0

  /// Nothing learnt.
  public init() {}

  /// Adds a stratum by the samples and served samples of its clusters.
  public mutating func add(_ stratum: some Sequence<ClusterCount>) {
    var (total, served, squares, count) = (0.0, 0.0, 0.0, 0)
    var (withServed, withUnserved) = (0, 0)
    for cluster in stratum where cluster.samples > 0 {
      let (n, k) = (Double(cluster.samples), Double(cluster.served))
      total += n
      served += k
      squares += n * n
      count += 1
      withServed += k > 0 ? 1 : 0
      withUnserved += k < n ? 1 : 0
      within += k * (n - k) / n
      withinDegrees += n - 1
    }
    guard count > 0 else { return }
    samples += Int(total)
    clusters += count
    guard count > 1 else { return }
    let share = served / total
    for cluster in stratum where cluster.samples > 0 {
      let (n, k) = (Double(cluster.samples), Double(cluster.served))
      between += n * (k / n - share) * (k / n - share)
    }
    betweenDegrees += Double(count - 1)
    sizes += total - squares / total
    informativeClusters += min(withServed, withUnserved)
  }

  /// Adds what was learnt of other strata.
  mutating func add(_ other: IntraclusterCorrelation) {
    between += other.between
    betweenDegrees += other.betweenDegrees
    within += other.within
    withinDegrees += other.withinDegrees
    sizes += other.sizes
    informativeClusters += other.informativeClusters
    samples += other.samples
    clusters += other.clusters
  }

  /// The estimate, 0 to 1; 1 where nothing was learnt.
  public var estimate: Double {
    guard betweenDegrees > 0, withinDegrees > 0 else { return 1 }
    let (msb, msw) = (between / betweenDegrees, within / withinDegrees)
    let denominator = msb + (sizes / betweenDegrees - 1) * msw
    guard denominator > 0 else { return 1 }
    return min(1, max(0, (msb - msw) / denominator))
  }

  /// The estimate drawn towards 1 as long as few clusters speak for it.
  public var cautious: Double {
    let weight = Double(informativeClusters)
    return (weight * estimate + Self.cautiousClusters) / (weight + Self.cautiousClusters)
  }

  /// Mean number of samples of a cluster; 1 where nothing was learnt.
  public var meanClusterSize: Double {
    clusters == 0 ? 1 : Double(samples) / Double(clusters)
  }
}

/// Samples of a cluster in a cell or claim.
public struct ClusterCount: Hashable, Sendable {
  /// Samples with a verdict of their own, 0 or more.
  public let samples: Int
  /// Of them, those served.
  public let served: Int

  /// Samples of a cluster.
  public init(samples: Int, served: Int) {
    self.samples = samples
    self.served = served
  }
}
