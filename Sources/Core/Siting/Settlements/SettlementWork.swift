import Coverage
import Geometry
import Radio
import Territory

/// The course of the work on one settlement's plan: a greedy choice status by status, a better one of all
/// its stations at once with a bound, and the packages that build it.
struct SettlementWork {
  private let planner: SettlementPlanner
  private let start: CoverageState
  private let before: SettlementAudit
  private let readiness: Readiness
  private let assessment: Assessment
  private let candidates: SettlementCandidates
  private let cells: UnservedCells
  private let setup: SettlementPlanner.GroupSetup

  init(
    _ planner: SettlementPlanner, setup: SettlementPlanner.GroupSetup, state: CoverageState,
    before: SettlementAudit, readiness: Readiness, keyPoints: KeyPointDemand? = nil
  ) {
    self.planner = planner
    self.setup = setup
    self.readiness = readiness
    self.before = before
    start = state
    assessment = planner.engine.assessment(for: state.place.settlement.kind)
    candidates = SettlementCandidates(
      state.place, setup: setup, planner: planner, layers: assessment.layers,
      keyPoints: keyPoints?.layer)
    let open = assessment.criteria.filter { $0.status > before.status }.compactMap(\.layer)
    cells = UnservedCells(
      candidates, layers: Set(open).sorted(), state: state, keyPoints: keyPoints)
  }

  /// Nil where key points are asked for and cannot be built for.
  func plan() -> SettlementPlan? {
    let greedy = greedyChoice()
    var unmet = greedy.isStuck ? unreachable(greedy) : nil
    for (target, chosen) in greedy.choices.reversed() {
      let (built, proof) = best(for: target, greedy: chosen)
      if built.status >= target {
        guard built.servesKeyPoints else { return nil }
        return built.finish(unmet: unmet, proof: proof)
      }
      unmet = built.failing
    }
    return cells.hasKeyPoints ? nil : construction.finish(unmet: unmet, proof: nil)
  }

  /// The covering problem of a status for other solvers; nil without candidates.
  func model(for target: CoverageStatus) throws(UserError) -> CoveringModel? {
    guard candidates.count > 0 else { return nil }
    return try SettlementCovering(
      candidates: candidates, cells: cells, counted: counted(for: target), effort: planner.effort
    ).model(
      cells.missingWithKeyPoints(for: target, assessment, state: start),
      settlement: start.place.settlement.id)
  }

  /// Candidates by the greedy rule, status by status, as far as coverage can be reached.
  private struct Greedy {
    /// By status, all candidates taken up to it, and for key points; with these, first those of the status that is
    /// there.
    var choices: [(target: CoverageStatus, chosen: [Int])] = []
    /// Whether a status is left that no further candidate helps to reach, and all that were taken.
    var isStuck = false
    var taken: [Int] = []
  }

  private func greedyChoice() -> Greedy {
    var greedy = Greedy()
    guard !candidates.choices.isEmpty else {
      greedy.isStuck = true
      return greedy
    }
    var rule = CellGreedy(cells, prices: prices)
    for candidate in candidates.required { rule.take(candidate) }
    greedy.taken = candidates.required
    // The plain choice is among the first carriers alone.
    let allowed = (0..<candidates.siteCount).map { candidates.first(site: $0) }
    if cells.hasKeyPoints {
      greedy.choices.append((before.status, withKeyPoints(greedy.taken, rule, from: allowed)))
    }
    for target in assessment.statuses where target > before.status {
      let (taken, isMet) = rule.serve(
        cells.missing(for: target, assessment, state: start), from: allowed)
      greedy.taken += taken
      guard isMet else {
        greedy.isStuck = true
        return greedy
      }
      greedy.choices.append((target, withKeyPoints(greedy.taken, rule, from: allowed)))
    }
    return greedy
  }

  /// Those taken, and after them what key points ask for.
  private func withKeyPoints(_ taken: [Int], _ rule: CellGreedy, from allowed: [Int]) -> [Int] {
    guard cells.hasKeyPoints else { return taken }
    var own = rule
    return taken
      + own.serve(
        cells.missingWithKeyPoints(for: .none, assessment, state: start), from: allowed
      ).taken
  }

  /// The criterion that every candidate that helps leaves short, with what they give together.
  private func unreachable(_ greedy: Greedy) -> CriterionResult? {
    var state = start
    for candidate in greedy.taken { candidates.add(candidate, to: &state) }
    return planner.engine.audit(state, group: planner.group).failing
  }

  /// The cheapest choice found for a status, built, and what is proven of it.
  private func best(
    for target: CoverageStatus, greedy: [Int]
  ) -> (SettlementConstruction, SitingProof) {
    let counted = counted(for: target)
    let outcome = SettlementCovering(
      candidates: candidates, cells: cells, counted: counted, effort: planner.effort
    ).solve(
      cells.missingWithKeyPoints(for: target, assessment, state: start), from: greedy)
    var built = construction
    built.build(outcome.chosen, to: target, counted: counted)
    var greedyYuan = built.costYuan
    if outcome.chosen != greedy.sorted() {
      var plain = construction
      if built.status < target || built.repairStations > 0 || !built.servesKeyPoints {
        // What SS-SINR or capacity asked for may cost more than the better choice saves.
        plain.build(greedy, to: target, counted: counted)
        greedyYuan = plain.costYuan
        if plain.isBetter(than: built) {
          built = plain
        }
      } else {
        greedyYuan = candidates.yuan(greedy, counted)
      }
    }
    // Sites added for SS-SINR or capacity are no proven part of the choice.
    let open = outcome.stop == .optimal ? .effort : outcome.stop
    let isTight = built.costYuan <= outcome.boundYuan * (1 + 1e-9)
    return (
      built,
      SitingProof(
        status: target, costYuan: built.costYuan, boundYuan: outcome.boundYuan,
        greedyYuan: greedyYuan, stop: isTight ? .optimal : open,
        repairStations: built.repairStations, effort: outcome.effort)
    )
  }

  private var prices: [Double] {
    candidates.hasOnePrice
      ? [Double](repeating: 1, count: candidates.count)
      : (0..<candidates.count).map { max(1, candidates.price($0)) }
  }

  private func counted(for target: CoverageStatus) -> CountedStations {
    CountedStations(
      needed: assessment.missingStations(start, for: target, planner.engine.stationShare),
      secondYuan: setup.secondConfiguration.map { planner.pricing.yuan(carrier: $0) },
      leastYuan: (0..<candidates.count).map {
        candidates.price($0) / Double(candidates.stations($0))
      }.min() ?? 0)
  }

  private var construction: SettlementConstruction {
    SettlementConstruction(
      planner, setup: setup, candidates: candidates, cells: cells, state: start, before: before,
      readiness: readiness, prices: prices)
  }
}
