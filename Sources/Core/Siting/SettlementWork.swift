import Coverage
import Geometry
import Radio
import Territory

/// The running state of one settlement's plan.
struct SettlementWork {
  let planner: SettlementPlanner
  let place: AssessedPlace
  let setup: SettlementPlanner.GroupSetup
  let assessment: Assessment
  let readiness: Readiness
  let candidates: [SitePlacement]
  /// What a station serves at each; nil where the book does not know its configuration.
  let reach: SectorReach?
  let secondReach: SectorReach?
  /// Of the candidates, in degrees.
  let positions: [Coordinate]
  var state: CoverageState
  var used: Set<Int> = []
  /// Planned masts in the order of planning, their candidates, and how many of them carry a second
  /// carrier.
  var masts: [Site] = []
  var mastCandidates: [Int] = []
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
    let morphology = place.settlement.morphology
    let book = planner.engine.reach
    let layers = assessment.layers
    func reach(_ configuration: AntennaConfiguration?) -> SectorReach? {
      configuration.flatMap { configuration in
        book.reach(
          configuration.name, morphology, heightMetres: setup.heightMetres, layers: layers
        )?.facing(.threeSectors)
      }
    }
    self.reach = reach(setup.configuration)
    secondReach = reach(setup.secondConfiguration)
    // In the frame, and at the projection, that an audit gives the site: in a wide city the frame of
    // its centre is off by more than a standard's margin.
    let albers = Albers.china
    let positions = place.latticePoints(spacingMetres: setup.candidateSpacingMetres).map {
      albers.unproject($0)
    }
    self.positions = positions
    candidates = positions.map { SitePlacement(at: $0) }
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
      return CoverageGoal(
        layer: layer, cells: place.grid.cells(forShare: item.threshold))
    }
    guard let reach else { return ([], 0) }
    var chosen = GreedySelection().select(
      goals, from: candidates, reach: reach, used: &used, in: &state
    ).chosen
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
        let mast =
          doubled < masts.count ? mastCandidates[doubled] : chosen[doubled - masts.count]
        if let secondReach { state.add(secondReach, at: candidates[mast], isOwn: true) }
        doubled += 1
        second += 1
      } else {
        while next < candidates.count, used.contains(next) { next += 1 }
        guard next < candidates.count else { return second }
        used.insert(next)
        chosen.append(next)
        if let reach { state.add(reach, at: candidates[next], isOwn: true) }
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
    let cost = planner.pricing.price(
      [.init(chosen.sites.count, setup.configuration)]
        + (setup.secondConfiguration.map { [.init(chosen.second, $0)] } ?? []),
      sites: chosen.sites.count,
      trunk: packages.isEmpty ? readiness.backhaul : nil)
    for index in chosen.sites {
      let mast = mast(at: positions[index])
      masts.append(mast)
      mastCandidates.append(index)
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
