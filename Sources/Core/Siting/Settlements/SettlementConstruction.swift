import Coverage
import Radio
import Territory

/// Builds a choice of sites package by package, each of which raises the settlement's status: coverage
/// first, then the stations that a count asks for, then what SS-SINR and capacity are still short of. What is
/// left of the choice for key points is a last package.
struct SettlementConstruction {
  let planner: SettlementPlanner
  let setup: SettlementPlanner.GroupSetup
  let candidates: SettlementCandidates
  let before: SettlementAudit
  let readiness: Readiness
  private let cells: UnservedCells
  private let start: CoverageState
  private let prices: [Double]
  let assessment: Assessment

  var state: CoverageState
  private(set) var status: CoverageStatus
  /// The audit after the last package.
  private(set) var last: SettlementAudit
  /// What kept the last package from its status.
  private(set) var failing: CriterionResult?
  /// In the order of building.
  private(set) var masts: [Mast] = []
  /// Masts that were given a second carrier, in that order.
  private(set) var seconds: [Int] = []
  private(set) var packages: [WorkPackage] = []
  private(set) var sites: [PlannedSite] = []
  private(set) var costYuan = 0.0
  var repairStations = 0
  /// Whether every key point that is asked for is served, as far as the choice goes.
  private(set) var servesKeyPoints: Bool
  private var isUsed: [Bool]

  /// A candidate that is built.
  struct Mast {
    let candidate: Int
    /// Whether a second carrier was added to what was chosen.
    var hasSecond: Bool
  }

  init(
    _ planner: SettlementPlanner, setup: SettlementPlanner.GroupSetup,
    candidates: SettlementCandidates, cells: UnservedCells, state: CoverageState,
    before: SettlementAudit, readiness: Readiness, prices: [Double]
  ) {
    self.planner = planner
    self.setup = setup
    self.candidates = candidates
    self.cells = cells
    self.before = before
    self.readiness = readiness
    self.prices = prices
    self.state = state
    start = state
    assessment = planner.engine.assessment(for: state.place.settlement.kind)
    status = before.status
    last = before
    isUsed = [Bool](repeating: false, count: candidates.siteCount)
    servesKeyPoints = !cells.hasKeyPoints
  }

  var audit: SettlementAudit { planner.engine.audit(state, group: planner.group) }

  /// Builds the chosen candidates up to a status, or as far as it gets.
  mutating func build(_ chosen: [Int], to final: CoverageStatus, counted: CountedStations) {
    var rule = CellGreedy(cells, prices: prices)
    var left = chosen.sorted()
    for target in assessment.statuses where target <= final {
      // A few stations may raise a small place by more than one status: that is one package.
      guard status < target else { continue }
      let built = self
      if packages.isEmpty {
        raiseRequired(&rule)
      }
      for candidate in rule.serve(goals(target), from: left).taken { raise(candidate) }
      // Stations that are counted are chosen ones first.
      while assessment.needsStations(state, for: target, planner.engine.stationShare),
        let next = rule.best(
          cells.missingWithKeyPoints(for: final, assessment, state: start), from: left)
      {
        rule.take(next)
        raise(next)
      }
      if target == final, !cells.hasKeyPoints {
        for candidate in left where !rule.isTaken[candidate] { raise(candidate) }
      }
      left.removeAll { isUsed[candidates.site($0)] }
      fillUp(to: target, counted)
      let audit = repaired(to: target, counted)
      guard audit.status >= target else {
        // No package builds what does not reach a status.
        self = built
        failing = audit.failing
        return
      }
      addPackage(audit, masts: built.masts.count, seconds: built.seconds.count)
      status = audit.status
      last = audit
    }
    if cells.hasKeyPoints { buildKeyPlaces(left, rule, counted) }
  }

  /// What is left of a choice, for key points; nothing where the status that is there would fall.
  private mutating func buildKeyPlaces(
    _ left: [Int], _ chosen: CellGreedy, _ counted: CountedStations
  ) {
    let built = self
    var rule = chosen
    for mast in masts where !rule.isTaken[mast.candidate] { rule.take(mast.candidate) }
    if packages.isEmpty { raiseRequired(&rule) }
    let free = left.filter { !isUsed[candidates.site($0)] }
    let (taken, isMet) = rule.serve(
      cells.missingWithKeyPoints(for: .none, assessment, state: start), from: free)
    for candidate in taken { raise(candidate) }
    let audit = repaired(to: status, counted)
    guard isMet, audit.status >= status else {
      self = built
      return
    }
    servesKeyPoints = true
    guard masts.count > built.masts.count else { return }
    addPackage(
      audit, masts: built.masts.count, seconds: built.seconds.count, purpose: .keyPlaces)
    last = audit
  }

  /// What must be built comes with the first package, whatever it serves.
  private mutating func raiseRequired(_ rule: inout CellGreedy) {
    for candidate in candidates.required {
      rule.take(candidate)
      raise(candidate)
    }
  }

  /// Whether it comes farther than another way to build the same, or costs less.
  func isBetter(than other: SettlementConstruction) -> Bool {
    if status != other.status { return status > other.status }
    if servesKeyPoints != other.servesKeyPoints { return servesKeyPoints }
    return costYuan < other.costYuan
  }

  private func goals(_ target: CoverageStatus) -> [Int] {
    cells.missing(for: target, assessment, state: start)
  }

  /// Builds a candidate.
  mutating func raise(_ candidate: Int) {
    isUsed[candidates.site(candidate)] = true
    let carriers = candidates.choices[candidates.choice(candidate)].carriers
    masts.append(
      Mast(
        candidate: candidate,
        hasSecond: carriers.contains { $0.name == setup.secondConfiguration?.name }))
    candidates.add(candidate, to: &state)
  }

  /// The cheapest site that is not used, the first of equals, with its first choice; nil when all are.
  func nextFree() -> Int? {
    var best: Int?
    for site in isUsed.indices where !isUsed[site] {
      let candidate = candidates.first(site: site)
      if best.map({ candidates.price(candidate) < candidates.price($0) }) ?? true {
        best = candidate
      }
      if candidates.hasOnePrice { break }
    }
    return best
  }

  func isFree(site: Int) -> Bool { !isUsed[site] }

  /// Adds a second carrier to the first mast without one; false where there is none.
  mutating func doubleUp() -> Bool {
    guard
      let mast = masts.firstIndex(where: {
        !$0.hasSecond && candidates.sites[candidates.site($0.candidate)].second != nil
      })
    else { return false }
    let place = candidates.sites[candidates.site(masts[mast].candidate)]
    masts[mast].hasSecond = true
    seconds.append(mast)
    if let second = place.second { state.add(second, at: place.placement, isOwn: true) }
    state.stations += 1
    state.servingStations += 1
    return true
  }

  private mutating func addPackage(
    _ audit: SettlementAudit, masts firstMast: Int, seconds firstSecond: Int,
    purpose: PackagePurpose = .settlement
  ) {
    let package = SettlementPackage(
      construction: self, audit: audit, masts: firstMast..<masts.count,
      seconds: firstSecond..<seconds.count, purpose: purpose)
    sites += package.sites
    costYuan += package.stationYuan
    packages.append(package.workPackage)
  }

  func finish(unmet: CriterionResult?, proof: SitingProof?) -> SettlementPlan {
    SettlementPlan(
      before: before, after: audit, packages: packages, sites: sites, unmet: unmet, proof: proof)
  }
}
