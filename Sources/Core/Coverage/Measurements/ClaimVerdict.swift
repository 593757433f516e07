/// What measurements say of a claim.
public enum ClaimVerdict: String, Codable, CaseIterable, Sendable {
  /// The lower limit of the share reaches what is required.
  case confirmed
  /// The upper limit is below what is required.
  case contradicted
  /// Neither.
  case unknown
}

/// Why there is no verdict.
public enum UnknownReason: String, Codable, CaseIterable, Sendable {
  /// There is no sample.
  case noSamples = "no-samples"
  /// Fewer samples than the rule wants.
  case tooFewSamples = "too-few-samples"
  /// Fewer clusters than the rule wants.
  case tooFewClusters = "too-few-clusters"
  /// Cells with enough samples are too little of the claim's area.
  case tooLittleArea = "too-little-area"
  /// The claim is smaller than what the rule speaks of.
  case claimTooSmall = "claim-too-small"
  /// The requirement lies between the limits.
  case spansRequirement = "spans-requirement"
}

/// Samples that would settle a verdict, if they were served in the same share and as much alike.
public struct SamplesWanted: Hashable, Sendable {
  /// New clusters: drives or devices on other days.
  public let clusters: Int
  /// New samples in them, together.
  public let samples: Int
  /// Verdict that they would give; unknown where no share is known yet, and only the rule's least
  /// numbers are wanted.
  public let toward: ClaimVerdict

  /// Samples.
  public init(clusters: Int, samples: Int, toward: ClaimVerdict) {
    self.clusters = clusters
    self.samples = samples
    self.toward = toward
  }
}
