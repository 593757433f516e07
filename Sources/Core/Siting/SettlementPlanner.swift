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
    var work = Work(self, place: place, setup: setup, state: start, readiness: readiness)
    work.run(from: before)
    return work.finish(before: before)
  }
}

/// The running state of one settlement's plan.
private struct Work {
  let planner: SettlementPlanner
  let place: AssessedPlace
  let setup: SettlementPlanner.GroupSetup
  let assessment: Assessment
  let readiness: Readiness
  let candidates: [CandidateSite]
  /// Of the candidates, in degrees.
  let positions: [Coordinate]
  var state: CoverageState
  var used: Set<Int> = []
  /// Planned masts in the order of planning, and how many of them carry a second carrier.
  var masts: [Site] = []
  var doubled = 0
  var packages: [WorkPackage] = []
  var sites: [PlannedSite] = []
  /// What keeps the settlement from the next status with every candidate that helps.
  var unmet: CriterionResult?

  init(
    _ planner: SettlementPlanner, place: AssessedPlace, setup: SettlementPlanner.GroupSetup,
    state: CoverageState, readiness: Readiness
  ) {
    self.planner = planner
    self.place = place
    self.setup = setup
    self.state = state
    self.readiness = readiness
    assessment = planner.engine.assessment(for: place.settlement.kind)
    let radii = planner.engine.reach.radiiMetres(
      setup.configuration.name, place.settlement.morphology, assessment.layers)
    // In the frame, and at the projection, that an audit gives the site: in a wide city the frame of
    // its centre is off by more than a standard's margin.
    let albers = Albers.china
    let positions = place.latticePoints(spacingMetres: setup.candidateSpacingMetres).map {
      albers.unproject($0)
    }
    self.positions = positions
    candidates = positions.map {
      CandidateSite(
        position: albers.project($0), frame: albers.localFrame(at: $0), radiiMetres: radii)
    }
  }

  mutating func run(from before: SettlementAudit) {
    var status = before.status
    for target in assessment.statuses {
      // A few stations may raise a small place by more than one status: that is one package.
      guard status < target else { continue }
      let built = state
      let chosen = choose(for: target)
      let audit = audit
      let achieved = audit.status
      guard achieved >= target else {
        // No package builds what does not reach a status.
        unmet = audit.failing
        state = built
        return
      }
      addPackage(from: status, to: achieved, chosen: chosen)
      status = achieved
    }
  }

  private var audit: SettlementAudit { planner.engine.audit(state, group: planner.group) }

  /// Candidates for a status: coverage first, then stations for presence and density.
  private mutating func choose(for target: CoverageStatus) -> (sites: [Int], second: Int) {
    let goals = assessment.criteria.compactMap { item -> CoverageGoal? in
      guard item.status <= target, let layer = item.layer else { return nil }
      let cells = (item.threshold * Double(place.grid.cellCount)).rounded(.up)
      return CoverageGoal(layer: layer, cells: Int(cells))
    }
    var chosen = GreedySelection().select(goals, from: candidates, used: &used, in: &state).chosen
    state.stations += chosen.count
    state.servingStations += chosen.count
    let second = fillUp(to: target, chosen: &chosen)
    return (chosen, second)
  }

  /// Adds stations that a count asks for: second carriers on planned sites, then further candidates
  /// from the centre outward.
  private mutating func fillUp(to target: CoverageStatus, chosen: inout [Int]) -> Int {
    var second = 0
    var next = 0
    while assessment.needsStations(state, for: target, planner.engine.stationShare) {
      if setup.secondConfiguration != nil, doubled < masts.count + chosen.count {
        doubled += 1
        second += 1
      } else {
        while next < candidates.count, used.contains(next) { next += 1 }
        guard next < candidates.count else { return second }
        used.insert(next)
        chosen.append(next)
        state.add(
          radiiMetres: candidates[next].radiiMetres, at: candidates[next].position,
          frame: candidates[next].frame)
      }
      state.stations += 1
      state.servingStations += 1
    }
    return second
  }

  private mutating func addPackage(
    from status: CoverageStatus, to target: CoverageStatus, chosen: (sites: [Int], second: Int)
  ) {
    let settlement = place.settlement
    let id = "\(settlement.id)/\(planner.group.rawValue)/\(target.rawValue)"
    let isFirst = packages.isEmpty && readiness.fibreMetres > 0
    let cost = planner.pricing.price(
      stations: chosen.sites.count + chosen.second, sites: chosen.sites.count,
      configuration: setup.configuration,
      trunkFibreMetres: isFirst ? readiness.fibreMetres : 0)
    for index in chosen.sites {
      let mast = mast(at: positions[index])
      masts.append(mast)
      sites.append(PlannedSite(site: mast, package: id))
    }
    addSecondCarriers(chosen.second, package: id)
    packages.append(
      WorkPackage(
        id: id, settlement: settlement.id, settlementName: settlement.name,
        kind: settlement.kind, provinceAdcode: settlement.provinceAdcode, group: planner.group,
        from: status, to: target, stations: chosen.sites.count + chosen.second,
        newSites: cost.newSites, costYuan: cost.yuan,
        energyKilowattHoursPerYear: cost.energyKilowattHoursPerYear,
        fibreMetres: cost.fibreMetres, crewDays: cost.crewDays,
        populationServed: settlement.population, prerequisite: packages.last?.id,
        feasible: readiness.feasible, priority: readiness.priority, reasons: readiness.reasons))
  }

  private func mast(at position: Coordinate) -> Site {
    Site(
      id: SiteName.make(place.settlement.id, planner.group, series: "p", masts.count),
      position: position, group: planner.group,
      configurations: [setup.configuration.name], heightMetres: setup.heightMetres,
      status: .planned, kind: .modelled, settlement: place.settlement.id)
  }

  /// A second carrier is a station of its own on a planned site's mast.
  private mutating func addSecondCarriers(_ count: Int, package: String) {
    guard count > 0, let second = setup.secondConfiguration else { return }
    for index in doubled - count..<doubled {
      var carrier = masts[index].renamed(masts[index].id + "b")
      carrier.configurations = [second.name]
      sites.append(PlannedSite(site: carrier, package: package))
    }
  }

  func finish(before: SettlementAudit) -> SettlementPlan {
    SettlementPlan(
      before: before, after: audit, packages: packages, sites: sites, unmet: unmet)
  }
}
