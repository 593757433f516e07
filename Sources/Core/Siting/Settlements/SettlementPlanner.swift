public import Coverage
import Geometry
public import Radio
public import Territory

/// The plan of one settlement in one network group: from the status it has to the highest that the
/// standard defines for its kind.
public struct SettlementPlan: Sendable {
  /// The audit of the network as it stands.
  public let before: SettlementAudit
  /// The audit with every package built.
  public let after: SettlementAudit
  /// From the lowest status to the highest; each waits for the one before.
  public let packages: [WorkPackage]
  /// Planned sites, in the packages' order.
  public let sites: [PlannedSite]
  /// Criterion that the candidates cannot meet, with what they all together would give; nil when the
  /// target is reached.
  public let unmet: CriterionResult?
  /// What is proven of the sites; nil where nothing is built.
  public let proof: SitingProof?

  /// A plan.
  public init(
    before: SettlementAudit, after: SettlementAudit, packages: [WorkPackage],
    sites: [PlannedSite], unmet: CriterionResult?, proof: SitingProof? = nil
  ) {
    self.before = before
    self.after = after
    self.packages = packages
    self.sites = sites
    self.unmet = unmet
    self.proof = proof
  }
}

/// A planned site and the package that builds it.
public struct PlannedSite: Sendable {
  /// The site, status `planned`.
  public let site: Site
  /// Id of the work package that builds it.
  public let package: String
  /// Id of the candidate that was brought; nil for a point of the lattice.
  public let candidate: String?
}

/// Chooses the cheapest sites for one settlement that it can find, with a bound, and splits them into work
/// packages, one a status.
public struct SettlementPlanner: Sendable {
  /// Judges what has been chosen.
  public let engine: AuditEngine
  /// Whose network is planned.
  public let group: NetworkGroup
  /// What the group builds, by morphology; a morphology without a setup is not planned.
  public let setups: [Morphology: GroupSetup]
  /// Prices the packages.
  public let pricing: PackagePricing
  /// How much work the choice may take.
  public let effort: SitingEffort
  /// Candidates and forbidden areas that a planner brought; nil for the lattice alone.
  public let supply: CandidateSupply?

  /// What a group builds in a morphology.
  public struct GroupSetup: Sendable {
    /// What coverage is built with.
    public let configuration: AntennaConfiguration
    /// A second carrier on the same site, where stations are needed for density alone.
    public let secondConfiguration: AntennaConfiguration?
    /// Height of the antennas above ground.
    public let heightMetres: Double
    /// Spacing of the lattice of candidates.
    public let candidateSpacingMetres: Double
    /// What else a site can be given.
    public let alternatives: [StationChoice]

    /// What a site can be given; the first is what coverage is built with.
    public var choices: [StationChoice] {
      [StationChoice([configuration], heightMetres: heightMetres)] + alternatives
    }

    /// A setup; the spacing must be above 0.
    public init(
      configuration: AntennaConfiguration, secondConfiguration: AntennaConfiguration?,
      heightMetres: Double, candidateSpacingMetres: Double, alternatives: [StationChoice] = []
    ) {
      self.configuration = configuration
      self.secondConfiguration = secondConfiguration
      self.heightMetres = heightMetres
      self.candidateSpacingMetres = candidateSpacingMetres
      self.alternatives = alternatives
    }
  }

  /// A planner of one group.
  public init(
    engine: AuditEngine, group: NetworkGroup, setups: [Morphology: GroupSetup],
    pricing: PackagePricing, effort: SitingEffort = SitingEffort(),
    supply: CandidateSupply? = nil
  ) {
    self.engine = engine
    self.group = group
    self.setups = setups
    self.pricing = pricing
    self.effort = effort
    self.supply = supply
  }

  /// What a choice counts at a candidate, in whole yuan where candidates were brought: by what stands there where candidates were brought, else the
  /// means of the cost book.
  func yuan(_ choice: StationChoice, at candidate: StationCandidate) -> Double {
    supply?.pricing.map { $0.price(candidate, choice.carriers).presentYuan.rounded() }
      ?? pricing.yuan(site: choice.carriers)
  }

  /// Plans from the network as it stands. Planned sites of other settlements are not counted on.
  ///
  /// - Parameter keyPoints: what has to be served besides, which raises no status; nil for none. Where their
  ///   stations would cost the settlement its status by SS-SINR, it is planned without them.
  public func plan(
    _ place: AssessedPlace, network: SiteIndex, readiness: Readiness,
    keyPoints: KeyPointDemand? = nil
  ) -> SettlementPlan {
    let start = engine.state(of: place, network: network)
    let before = engine.audit(start, group: group)
    let isOpen = before.status < engine.assessment(for: place.settlement.kind).target
    guard let setup = setups[place.settlement.morphology], isOpen || keyPoints != nil else {
      return SettlementPlan(before: before, after: before, packages: [], sites: [], unmet: nil)
    }
    let plan = SettlementWork(
      self, setup: setup, state: start, before: before, readiness: readiness, keyPoints: keyPoints
    ).plan()
    guard let plan else { return self.plan(place, network: network, readiness: readiness) }
    return plan
  }
}
