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

  /// A plan.
  public init(
    before: SettlementAudit, after: SettlementAudit, packages: [WorkPackage],
    sites: [PlannedSite], unmet: CriterionResult?
  ) {
    self.before = before
    self.after = after
    self.packages = packages
    self.sites = sites
    self.unmet = unmet
  }
}

/// A planned site and the package that builds it.
public struct PlannedSite: Sendable {
  /// The site, status `planned`.
  public let site: Site
  /// Id of the work package that builds it.
  public let package: String
}

/// Chooses sites for one settlement, status by status, each a work package.
public struct SettlementPlanner: Sendable {
  /// Judges what has been chosen.
  public let engine: AuditEngine
  /// Whose network is planned.
  public let group: NetworkGroup
  /// What the group builds, by morphology; a morphology without a setup is not planned.
  public let setups: [Morphology: GroupSetup]
  /// Prices the packages.
  public let pricing: PackagePricing

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

    /// A setup; the spacing must be above 0.
    public init(
      configuration: AntennaConfiguration, secondConfiguration: AntennaConfiguration?,
      heightMetres: Double, candidateSpacingMetres: Double
    ) {
      self.configuration = configuration
      self.secondConfiguration = secondConfiguration
      self.heightMetres = heightMetres
      self.candidateSpacingMetres = candidateSpacingMetres
    }
  }

  /// A planner of one group.
  public init(
    engine: AuditEngine, group: NetworkGroup, setups: [Morphology: GroupSetup],
    pricing: PackagePricing
  ) {
    self.engine = engine
    self.group = group
    self.setups = setups
    self.pricing = pricing
  }

  /// Plans from the network as it stands. Planned sites of other settlements are not counted on.
  public func plan(
    _ place: AssessedPlace, network: SiteIndex, readiness: Readiness
  ) -> SettlementPlan {
    let start = engine.state(of: place, network: network)
    let before = engine.audit(start, group: group)
    guard let setup = setups[place.settlement.morphology],
      before.status < engine.assessment(for: place.settlement.kind).target
    else {
      return SettlementPlan(before: before, after: before, packages: [], sites: [], unmet: nil)
    }
    var work = SettlementWork(self, place: place, setup: setup, state: start, readiness: readiness)
    work.run(from: before)
    return work.finish(before: before)
  }
}
