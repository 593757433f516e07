/// Where to measure next, so that claims without a verdict get one.
///
/// A heuristic, not an optimum, for each claim by itself. First, while too little of the area has enough
/// samples, the cells that bring most area for a sample. Then the samples that would settle the claim at its
/// present share, visit by visit to the cell where one lowers the variance of the claim's share most:
/// a^2 (1/n - 1/(n + b)) for a cell of area a with n samples and a visit of b. Visits to one cell should be on
/// different drives; how cells are joined to drives is not planned.
public struct SamplingPlan: Sendable {
  /// Samples to take in a cell.
  public struct Stop: Hashable, Sendable {
    /// Identity of the claim.
    public let claim: String
    /// Which cell.
    public let cell: LatticeCell
    /// From 1: the cell that helps most for a sample comes first.
    public let rank: Int
    /// Samples there now.
    public let samples: Int
    /// Visits to make, each on another drive.
    public let visits: Int
    /// Samples to take, on all visits.
    public let wanted: Int
    /// Whether it is for the area measured; else for the limits.
    public let isForArea: Bool
  }

  /// What is planned for a claim.
  public struct ClaimPlan: Sendable {
    /// Identity of the claim.
    public let claim: String
    /// Samples to take.
    public let samples: Int
    /// Drives, at least.
    public let drives: Int
    /// Whether the claim would be settled by them at its present share; false where the most samples that a
    /// plan takes do not do, or the area is too large to look at all its cells.
    public let settles: Bool
  }

  /// Cells of a lattice.
  public let lattice: MeasurementLattice
  /// Plans of the claims without a verdict, in their order.
  public let claims: [ClaimPlan]
  /// Stops by claim and rank.
  public let stops: [Stop]

  /// Plans for the claims of an audit that have no verdict, save those that are too small for the rule.
  ///
  /// - Parameter mostSamples: samples planned for a claim, at most; 1 or more.
  public init(_ audit: ClaimAuditResult, mostSamples: Int = 100_000) {
    lattice = audit.lattice
    var claims: [ClaimPlan] = []
    var stops: [Stop] = []
    for claim in audit.claims where claim.verdict == .unknown && claim.reason != .claimTooSmall {
      var planner = ClaimPlanner(claim, audit, mostSamples: mostSamples)
      planner.plan()
      stops.append(contentsOf: planner.stops())
      claims.append(planner.summary)
    }
    self.claims = claims
    self.stops = stops
  }
}
