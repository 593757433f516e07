/// What the samples in a cell say, as far as they are inside a claim.
public struct CellFinding: Hashable, Sendable {
  /// Which cell.
  public let cell: LatticeCell
  /// Area of the cell within the claim, in square metres.
  public let areaSquareMetres: Double
  /// Samples left out for want of a value.
  public let missing: Int
  /// Samples, clusters and what they are worth.
  public let measured: ClusteredShare
  /// One-sided limits of the share at the rule's confidence each.
  public let limits: ShareInterval
  /// What they say.
  public let verdict: ClaimVerdict
  /// Why nothing, where the verdict is unknown.
  public let reason: UnknownReason?
  /// What would settle it, where the verdict is unknown; nil when no number that is looked at would.
  public let wanted: SamplesWanted?
}

/// A cell of a claim without a sample.
public struct UnsampledCell: Hashable, Sendable {
  /// Which cell.
  public let cell: LatticeCell
  /// Area of the cell within the claim, in square metres.
  public let areaSquareMetres: Double
}

/// What the samples in a claim say of it.
public struct ClaimFinding: Sendable {
  /// Identity of the claim.
  public let id: String
  /// Its name, maybe empty.
  public let name: String
  /// Whose network; nil for any.
  public let network: String?
  /// What was claimed, in the claimant's words.
  public let level: String
  /// Area in square metres. Of a claim by prediction: that of its cells with samples.
  public let areaSquareMetres: Double
  /// Share of the area in cells with a sample, 0 to 1.
  public let sampledAreaShare: Double
  /// Share of the area in cells with as many samples as the rule wants, 0 to 1.
  public let wellSampledAreaShare: Double
  /// Samples left out for want of a value.
  public let missing: Int
  /// Samples, clusters and what they are worth; cells count by area.
  public let measured: ClusteredShare
  /// One-sided limits of the share of the area served, at the rule's confidence each: the wider of
  /// effective samples and of the bootstrap.
  public let limits: ShareInterval
  /// What they say.
  public let verdict: ClaimVerdict
  /// Why nothing, where the verdict is unknown.
  public let reason: UnknownReason?
  /// What would settle it, where the verdict is unknown.
  public let wanted: SamplesWanted?
  /// Cells with a sample, by row and column.
  public let cells: [CellFinding]
  /// Cells without a sample, by row and column; empty unless the claim's verdict is unknown, nil when there
  /// are more than are looked at.
  public let unsampled: [UnsampledCell]?

  /// Number of cells with a verdict.
  public func cells(with verdict: ClaimVerdict) -> Int {
    cells.reduce(0) { $0 + ($1.verdict == verdict ? 1 : 0) }
  }
}

/// An audit of claims: findings with what they rest on.
public struct ClaimAuditResult: Sendable {
  /// By which rule.
  public let rule: ReliabilityRule
  /// Cells.
  public let lattice: MeasurementLattice
  /// Findings in the order of the claims.
  public let claims: [ClaimFinding]
  /// Samples given.
  public let samples: Int
  /// Samples whose position is no number, left out.
  public let withoutPosition: Int
  /// Samples too far from China, left out.
  public let outside: Int
  /// Correlation of samples of a cluster within a cell that the limits of cells rest on, 0 to 1.
  public let cellCorrelation: Double
  /// Correlation of samples of a cluster within a claim that the limits of claims rest on, 0 to 1.
  public let claimCorrelation: Double
}
