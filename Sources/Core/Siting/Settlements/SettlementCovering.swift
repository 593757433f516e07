import Coverage
import Geometry

/// The choice of sites of one settlement as a covering problem (PSCLP), solved with a bound.
struct SettlementCovering {
  let candidates: SettlementCandidates
  let cells: UnservedCells
  let counted: CountedStations
  let effort: SitingEffort

  struct Outcome {
    /// Chosen candidates in ascending order, at most one a site.
    var chosen: [Int]
    /// No plan costs less.
    var boundYuan: Double
    var stop: CoveringStop
    var effort: Double
  }

  /// The best choice found that serves so many cells of each layer.
  ///
  /// - Parameters:
  ///   - missing: cells to be served, layer by layer.
  ///   - start: a choice that does.
  func solve(_ missing: [Int], from start: [Int]) -> Outcome {
    let wanted = missing.indices.filter { missing[$0] > 0 }
    guard !wanted.isEmpty else {
      // Sites that must be built, and stations that are counted.
      let bound = candidates.hasOnePrice ? counted.bound(sites: 0) : candidates.yuan(start, counted)
      return Outcome(chosen: start, boundYuan: bound, stop: .optimal, effort: 0)
    }
    // Where stations are counted beyond those of coverage, what a site's own stations save of them is
    // taken off its price (the multiplier of that count): the bound holds for any multiplier from 0 up.
    let isCountBinding =
      counted.needed > start.reduce(0) { $0 + candidates.stations($1) } && !candidates.hasOnePrice
    let saved = isCountBinding ? counted.stationYuan * (1 - 1e-9) : 0
    do {
      let problem = try problem(missing) { candidate in
        candidates.hasOnePrice
          ? 1 : candidates.price(candidate) - saved * Double(candidates.stations(candidate))
      }
      let result = solver(problem, from: start).solve(problem)
      let isLate = effort.secondsLeft == 0 && result.stop != .optimal
      return Outcome(
        chosen: result.chosen,
        boundYuan: candidates.hasOnePrice
          ? counted.bound(sites: Int((result.bound * (1 - 1e-12)).rounded(.up)))
          : result.bound + saved * Double(counted.needed),
        stop: isLate ? .time : result.stop, effort: result.effort)
    } catch {
      // The start does what is asked, so that nothing can be refused; without a proof it stays.
      return Outcome(
        chosen: start, boundYuan: 0, stop: .effort, effort: 0)
    }
  }

  /// The problem of serving so many cells of each layer, candidates at a cost; without a layer to serve
  /// one without demand.
  private func problem(
    _ missing: [Int], costs: (Int) -> Double
  ) throws(UserError) -> CoveringProblem {
    let wanted = missing.indices.filter { missing[$0] > 0 }
    let required = Set(candidates.required)
    var layers: [CoverLayer] = []
    for index in wanted {
      layers.append(
        try CoverLayer(demandCount: cells.counts[index], covered: cells.byCandidate[index]))
    }
    if layers.isEmpty {
      let none = Incidence(
        offsets: [Int](repeating: 0, count: candidates.count + 1), indices: [])
      layers = [try CoverLayer(demandCount: 0, covered: none)]
    }
    return try CoveringProblem(
      candidates: (0..<candidates.count).map { candidate in
        CandidateSite(
          cost: costs(candidate),
          status: required.contains(candidate) ? .required : .free,
          exclusiveGroup: candidates.choices.count > 1 ? candidates.site(candidate) : nil)
      },
      layers: layers,
      goal: .shares(
        wanted.isEmpty ? [0] : wanted.map { Double(missing[$0]) / Double(cells.counts[$0]) }),
      positions: CoverPoints(longitudes: longitudes, latitudes: latitudes))
  }

  /// The problem in yuan, with the stations that are counted, for other solvers. Its optimum is at least
  /// the bound of `solve`, and at most the cost of any plan that serves the cells and has the stations:
  /// of the plan's stations beyond those of its masts each costs at least `stationYuan`, and where
  /// second carriers are the cheaper ones a mast has at most one.
  func model(_ missing: [Int], settlement: String) throws(UserError) -> CoveringModel {
    CoveringModel(
      try problem(missing, costs: candidates.price),
      names: (0..<candidates.count).map { candidates.name($0, settlement: settlement) },
      count: counted.needed > 0
        ? StationCountRow(
          needed: counted.needed, stations: (0..<candidates.count).map(candidates.stations),
          yuan: counted.stationYuan, isPerMast: counted.prefersSecond) : nil)
  }

  private func solver(_ problem: CoveringProblem, from start: [Int]) -> CoveringSolver {
    let entries = Double(problem.layers.reduce(0) { $0 + $1.entryCount })
    let left = effort.secondsLeft
    return CoveringSolver(
      gap: effort.gap,
      effort: left == 0
        ? Self.lateVisits * entries / 1e6
        : max(Self.leastMillions, effort.visits * entries / 1e6),
      timeLimitSeconds: left == 0 ? nil : left, start: start)
  }

  /// Visits of each entry past the deadline: enough for a first bound.
  private static let lateVisits = 60.0
  /// Where there is little to visit, an exact answer is cheap.
  private static let leastMillions = 4.0

  private var longitudes: [Double] { perCandidate(\.x) }
  private var latitudes: [Double] { perCandidate(\.y) }

  private func perCandidate(_ axis: KeyPath<Coordinate, Double>) -> [Double] {
    (0..<candidates.count).map { candidates.sites[candidates.site($0)].position[keyPath: axis] }
  }
}
