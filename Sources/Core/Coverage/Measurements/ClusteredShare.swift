/// A share that is served by samples which hang together in clusters, and how much they are worth.
///
/// The effective number of samples is the least of three: all samples; p (1 - p) / v with the variance
/// v = m / (m - 1) sum (Y - p W)^2 / (sum W)^2 of the ratio over m clusters of weight W and served weight Y
/// (W. G. Cochran, Sampling Techniques, 1977, section 11.8); and
/// (sum w)^2 / ((1 - rho) sum w^2 + rho sum W^2), the design effect 1 + (b - 1) rho of L. Kish (Survey
/// Sampling, 1965) for weights w, which also holds where no sample differs from the others.
public struct ClusteredShare: Hashable, Sendable {
  /// Samples with a verdict of their own.
  public let samples: Int
  /// Of them, those served.
  public let served: Int
  /// Clusters with a sample.
  public let clusters: Int
  /// Share served, by weight; nil without samples.
  public let share: Double?
  /// Clusters that weigh the same and tell as much: (sum W)^2 / sum W^2.
  public let effectiveClusters: Double
  /// Independent samples that tell as much.
  public let effectiveSamples: Double
  /// Whether samples were taken as independent whatever their clusters.
  public let isIndependent: Bool

  /// A cluster's weight, and the weight of its samples served.
  struct Weighted: Hashable, Sendable {
    var weight = 0.0
    var served = 0.0
  }

  /// Samples of equal weight.
  ///
  /// - Parameters:
  ///   - correlation: rho, 0 to 1.
  ///   - isIndependent: takes all samples as independent.
  public init(_ counts: some Sequence<ClusterCount>, correlation: Double, isIndependent: Bool) {
    var clusters: [Weighted] = []
    var (samples, served) = (0, 0)
    for count in counts where count.samples > 0 {
      clusters.append(Weighted(weight: Double(count.samples), served: Double(count.served)))
      samples += count.samples
      served += count.served
    }
    self.init(
      clusters, squaredWeights: Double(samples), samples: samples, served: served,
      correlation: correlation, isIndependent: isIndependent)
  }

  /// Samples with weights of their own, whose squares are summed.
  init(
    _ weighted: [Weighted], squaredWeights: Double, samples: Int, served: Int,
    correlation: Double, isIndependent: Bool
  ) {
    self.samples = samples
    self.served = served
    self.isIndependent = isIndependent
    clusters = weighted.count
    var (total, servedWeight, squares) = (0.0, 0.0, 0.0)
    for cluster in weighted {
      total += cluster.weight
      servedWeight += cluster.served
      squares += cluster.weight * cluster.weight
    }
    guard total > 0 else {
      (share, effectiveClusters, effectiveSamples) = (nil, 0, 0)
      return
    }
    // Rounding must not make a little less than all of all.
    let share = served == samples ? 1 : min(1, servedWeight / total)
    self.share = share
    effectiveClusters = total * total / squares
    guard !isIndependent else {
      effectiveSamples = total * total / squaredWeights
      return
    }
    var effective =
      total * total / ((1 - correlation) * squaredWeights + correlation * squares)
    effective = min(effective, Double(samples))
    if weighted.count > 1, share > 0, share < 1 {
      var residuals = 0.0
      for cluster in weighted {
        let residual = cluster.served - share * cluster.weight
        residuals += residual * residual
      }
      let count = Double(weighted.count)
      let variance = count / (count - 1) * residuals / (total * total)
      if variance > 0 { effective = min(effective, share * (1 - share) / variance) }
    }
    effectiveSamples = effective
  }

  /// One-sided limits at a confidence each, 0.5 to below 1: exact limits on the effective samples, less
  /// the factor (z / t)^2 of Korn and Graubard (1998) with t of the effective clusters less 1. Everything is
  /// possible without samples, and with less than two effective clusters unless samples are independent.
  public func limits(confidence: Double) -> ShareInterval {
    limits(confidence: confidence, StudentFactor(confidence: confidence))
  }

  /// As above, with a table at hand.
  func limits(confidence: Double, _ factor: StudentFactor) -> ShareInterval {
    guard let share else { return .everything }
    let factor = isIndependent ? 1 : factor.value(degreesOfFreedom: effectiveClusters - 1)
    return .exact(share: share, samples: effectiveSamples * factor, confidence: confidence)
  }
}
