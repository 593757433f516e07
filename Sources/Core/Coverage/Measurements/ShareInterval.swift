import Radio

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Limits of a share that was measured; both 0 to 1.
public struct ShareInterval: Hashable, Sendable {
  /// Lower limit.
  public let lower: Double
  /// Upper limit.
  public let upper: Double

  /// Limits.
  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// Nothing is known.
  public static let everything = ShareInterval(lower: 0, upper: 1)

  /// Wilson's score interval for independent samples: the shares p with
  /// |k/n - p| up to z sqrt(p (1 - p) / n) (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927, p. 209).
  ///
  /// Shown beside the limits that verdicts rest on, not used for them: near 0 and 1 its lower limit holds
  /// less often than it says.
  /// - Parameters:
  ///   - served: samples that are served, also a part of one.
  ///   - samples: all samples; everything is possible when there are none.
  ///   - confidence: probability of each side, 0.5 to below 1: 0.975 for the two-sided 95 %.
  public static func wilson(served: Double, samples: Double, confidence: Double) -> ShareInterval {
    guard samples > 0 else { return .everything }
    let z = NormalDistribution.quantile(confidence)
    let share = served / samples
    let middle = (share + z * z / (2 * samples)) / (1 + z * z / samples)
    let half =
      z / (1 + z * z / samples)
      * (share * (1 - share) / samples + z * z / (4 * samples * samples)).squareRoot()
    return ShareInterval(lower: max(0, middle - half), upper: min(1, middle + half))
  }

  /// Clopper and Pearson's limits (Biometrika 26, 1934, p. 404), also for parts of samples, as E. L. Korn and
  /// B. I. Graubard use them on an effective number (Survey Methodology 24, 1998, p. 193):
  /// the beta quantiles B(1 - c; k, n - k + 1) and B(c; k + 1, n - k).
  ///
  /// - Parameters:
  ///   - share: share that is served, 0 to 1.
  ///   - samples: effective number of samples, 0 or more.
  ///   - confidence: probability of each side, 0.5 to below 1.
  public static func exact(share: Double, samples: Double, confidence: Double) -> ShareInterval {
    guard samples > 0 else { return .everything }
    let (served, rest) = (share * samples, (1 - share) * samples)
    // All or none served have closed forms, and are frequent.
    let start =
      served > 0 && rest > 0
      ? wilson(served: served, samples: samples, confidence: confidence) : .everything
    let lower =
      rest <= 0
      ? pow(1 - confidence, 1 / samples)
      : IncompleteBeta.quantile(1 - confidence, served, rest + 1, start: start.lower)
    let upper =
      served <= 0
      ? 1 - pow(1 - confidence, 1 / samples)
      : IncompleteBeta.quantile(confidence, served + 1, rest, start: start.upper)
    return ShareInterval(
      lower: served <= 0 ? 0 : lower, upper: rest <= 0 ? 1 : upper)
  }

  /// The wider on both sides.
  func joined(_ other: ShareInterval) -> ShareInterval {
    ShareInterval(lower: min(lower, other.lower), upper: max(upper, other.upper))
  }
}
