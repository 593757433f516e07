public import Radio
import Territory

/// What one choice costs: configurations at a candidate.
public struct CandidatePrice: Hashable, Sendable {
  /// Equipment, installation, core and transport.
  public let stationsYuan: Double
  /// Mast, poles or upgrade.
  public let structureYuan: Double
  /// Fibre to be laid.
  public let fibreMetres: Double
  /// What it costs.
  public let fibreYuan: Double
  /// Power line to be laid.
  public let powerMetres: Double
  /// What it costs.
  public let powerYuan: Double
  /// Paid every year to the tower company.
  public let leaseYuanPerYear: Double
  /// What the leases of the counted years are worth today.
  public let leasePresentYuan: Double

  /// Paid once, before anything is on air.
  public var capexYuan: Double { stationsYuan + structureYuan + fibreYuan + powerYuan }

  /// What an optimiser counts: paid once, and the present value of the leases.
  public var presentYuan: Double { capexYuan + leasePresentYuan }
}

/// Prices candidates by the cost book and the fibre that is near.
///
/// Once: for each configuration equipment + installation + core and transport; the structure (mast,
/// rooftop poles, or the upgrade of what exists); fibre and power by distance. Yearly, on masts of
/// the tower company: the price for one tenant, less 30 % for two and 40 % for three or more tenants
/// (Supplemental Agreement of 1 February 2018), the planner counted among them.
public struct CandidatePricing: Sendable {
  /// Prices.
  public let costs: CostBook
  /// Places with fibre.
  public let nodes: FibreNodes
  /// Length of a fibre route over the straight line, 1 or more.
  public let routeDetour: Double

  /// Pricing by a book; `routeDetour` is the readiness book's.
  public init(costs: CostBook, nodes: FibreNodes, routeDetour: Double) {
    self.costs = costs
    self.nodes = nodes
    self.routeDetour = routeDetour
  }

  /// Fibre to be laid: what the candidate's file says; else none at a site of the planner's own;
  /// else the route from the nearest node; without nodes the book's spur.
  public func fibreMetres(to candidate: StationCandidate) -> Double {
    if let metres = candidate.fibreMetres { return max(0, metres) }
    if candidate.kind == .ownSite { return 0 }
    guard let straight = nodes.nearestMetres(to: candidate.position) else {
      return costs.fibreMetresPerSite.value
    }
    return straight * routeDetour
  }

  /// Power line to be laid: what the candidate's file says; else the book's figure for a new mast,
  /// and none where something stands that has power.
  public func powerMetres(to candidate: StationCandidate) -> Double {
    if let metres = candidate.powerMetres { return max(0, metres) }
    return candidate.kind == .newMast ? costs.sites.powerMetresPerNewMast.value : 0
  }

  /// The price of a choice: one station of each configuration at a candidate.
  ///
  /// The status is not looked at: what stands already costs nothing in a covering problem.
  public func price(
    _ candidate: StationCandidate, _ configurations: [AntennaConfiguration]
  ) -> CandidatePrice {
    let perStation = costs.installationYuan.value + costs.coreAndTransportYuan.value
    let fibre = fibreMetres(to: candidate)
    let power = powerMetres(to: candidate)
    let structure: Double
    var lease = 0.0
    switch candidate.kind {
    case .newMast: structure = costs.newTowerYuan.value
    case .rooftop: structure = costs.sites.rooftopYuan.value
    case .ownSite: structure = costs.upgradeExistingSiteYuan.value
    case .sharedMast(let tenants):
      structure = costs.upgradeExistingSiteYuan.value
      lease = costs.sites.leaseYuanPerYear(tenants: max(0, tenants) + 1)
    }
    return CandidatePrice(
      stationsYuan: configurations.reduce(0) { $0 + $1.equipmentYuan.value + perStation },
      structureYuan: structure, fibreMetres: fibre,
      fibreYuan: fibre * costs.fibreYuanPerMetre.value, powerMetres: power,
      powerYuan: power * costs.sites.powerYuanPerMetre.value, leaseYuanPerYear: lease,
      leasePresentYuan: lease * costs.sites.yearsOfPresentValue)
  }
}
