import Territory

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Gives verdicts by a rule's figures.
struct VerdictJudge: Sendable {
  let required: Double
  let confidence: Double
  let leastSamples: Int
  let leastClusters: Int
  private let factor: StudentFactor
  private let logRequired: Double
  private let logAllowed: Double
  private let logDoubt: Double
  /// Most new clusters that are looked at.
  static let mostNewClusters = 10_000

  /// A rule that is content with one cluster takes samples as independent.
  var isIndependent: Bool { leastClusters <= 1 }

  init(_ rule: ReliabilityRule) {
    required = rule.requiredShare.value
    confidence = rule.confidence.value
    leastSamples = Int(rule.leastSamples.value.rounded(.up))
    leastClusters = Int(rule.leastClusters.value.rounded(.up))
    factor = StudentFactor(confidence: rule.confidence.value)
    logRequired = log(required)
    logAllowed = log(1 - required)
    logDoubt = log(1 - confidence)
  }

  func limits(_ measured: ClusteredShare) -> ShareInterval {
    measured.limits(confidence: confidence, factor)
  }

  /// Whether the limits of a share would give a verdict, without the limits themselves: the lower one
  /// reaches the requirement where I(required; k, n - k + 1) is up to 1 - c, and the upper one is below
  /// where I(required; k + 1, n - k) is above c.
  private func gives(
    _ verdict: ClaimVerdict, share: Double, effectiveSamples: Double, effectiveClusters: Double
  ) -> Bool {
    let samples =
      effectiveSamples
      * (isIndependent ? 1 : factor.value(degreesOfFreedom: effectiveClusters - 1))
    let (served, rest) = (share * samples, (1 - share) * samples)
    // All or none served have closed forms.
    if share >= 1 {
      return verdict == .confirmed && samples * logRequired <= logDoubt
    }
    if share <= 0 { return verdict == .contradicted && samples * logAllowed < logDoubt }
    if verdict == .confirmed {
      return served > 0
        && IncompleteBeta.regularized(required, served, rest + 1) <= 1 - confidence
    }
    return rest > 0 && IncompleteBeta.regularized(required, served + 1, rest) > confidence
  }

  func reason(samples: Int, clusters: Int) -> UnknownReason? {
    if samples == 0 { return .noSamples }
    if samples < leastSamples { return .tooFewSamples }
    return clusters < leastClusters ? .tooFewClusters : nil
  }

  func verdict(_ limits: ShareInterval) -> ClaimVerdict {
    if limits.lower >= required { return .confirmed }
    return limits.upper < required ? .contradicted : .unknown
  }

  /// What is thought of clusters where none has been yet.
  struct Expectation: Sendable {
    /// Share served; nil where nothing is known.
    let share: Double?
    /// Samples of a new cluster, above 0.
    let samplesPerCluster: Double
    /// Independent samples that they are worth, above 0.
    let effectivePerCluster: Double
  }

  /// How many more clusters would settle the verdict; nil when the share is just what is required, or
  /// more clusters would be needed than are looked at.
  func wanted(_ now: ClusteredShare, expecting: Expectation) -> SamplesWanted? {
    let perCluster =
      now.clusters > 0
      ? max(1, Double(now.samples) / Double(now.clusters)) : expecting.samplesPerCluster
    func samples(_ clusters: Int) -> Int { Int((Double(clusters) * perCluster).rounded(.up)) }
    func reachesLeast(_ new: Int) -> Bool {
      now.samples + samples(new) >= leastSamples && now.clusters + new >= leastClusters
    }
    guard let share = now.share ?? expecting.share else {
      return first(reachesLeast).map {
        SamplesWanted(clusters: $0, samples: samples($0), toward: .unknown)
      }
    }
    guard share != required else { return nil }
    let toward: ClaimVerdict = share > required ? .confirmed : .contradicted
    let worth =
      now.clusters > 0
      ? now.effectiveSamples / Double(now.clusters) : expecting.effectivePerCluster
    let evenness = now.clusters > 0 ? now.effectiveClusters / Double(now.clusters) : 1
    let found = first { new in
      guard reachesLeast(new) else { return false }
      return gives(
        toward, share: share, effectiveSamples: now.effectiveSamples + Double(new) * worth,
        effectiveClusters: now.effectiveClusters + Double(new) * evenness)
    }
    return found.map { SamplesWanted(clusters: $0, samples: samples($0), toward: toward) }
  }

  /// The least number from 1 that holds, by doubling and halving; more samples never hold worse.
  private func first(_ holds: (Int) -> Bool) -> Int? {
    var high = 1
    while !holds(high) {
      guard high < Self.mostNewClusters else { return nil }
      high = min(high * 2, Self.mostNewClusters)
    }
    var low = high / 2
    while high - low > 1 {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle }
    }
    return high
  }
}
