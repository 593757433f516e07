import Coverage
import Geometry
import Radio
import Territory

/// Where a settlement's stations could be, and what could be built there: sites times choices, numbered
/// site by site.
struct SettlementCandidates: Sendable {
  /// A place where a mast may be given stations.
  struct Place: Sendable {
    /// In degrees.
    let position: Coordinate
    /// The same as an audit places it: at the site's own projection.
    let placement: SitePlacement
    /// What a planner brought; nil for a point of the lattice.
    let brought: StationCandidate?
    /// Reach of every carrier of every choice, with a contour for each layer of the assessment.
    let reaches: [[SectorReach]]
    /// Reach of the second carrier, at the height that the site is given; nil where there is none.
    let second: SectorReach?
    /// What each choice costs, counted as one sum: yuan paid once and the present value of leases.
    let prices: [Double]
  }

  /// The lattice's from the centre outward, then those brought, from west to east.
  let sites: [Place]
  let choices: [StationChoice]
  /// Whether every choice costs the same wherever it is, so that the fewest sites are the fewest yuan.
  let hasOnePrice: Bool

  /// Choices whose carriers the reach book does not know, or whose height its models refuse, are left
  /// out.
  ///
  /// - Parameter keyPoints: what it means to serve a key point: a layer after the others; nil for none.
  init(
    _ place: AssessedPlace, setup: SettlementPlanner.GroupSetup, planner: SettlementPlanner,
    layers: [CoverageLayer], keyPoints: CoverageLayer? = nil
  ) {
    let reach = ChoiceReach(
      book: planner.engine.reach, morphology: place.settlement.morphology,
      layers: layers + (keyPoints.map { [$0] } ?? []))
    choices = setup.choices.filter { reach.carriers(of: $0, heightMetres: nil) != nil }
    let choices = choices
    let albers = Albers.china
    let supply = planner.supply
    let lattice = place.latticePoints(spacingMetres: setup.candidateSpacingMetres).map {
      albers.unproject($0)
    }
    let reaches = choices.compactMap { reach.carriers(of: $0, heightMetres: nil) }
    let addition = setup.secondConfiguration.map {
      StationChoice([$0], heightMetres: setup.heightMetres)
    }
    func second(_ heightMetres: Double?) -> SectorReach? {
      addition.flatMap { reach.carriers(of: $0, heightMetres: heightMetres)?.first }
    }
    let usual = second(nil)
    var sites = (supply?.allowed(lattice) ?? lattice).map { position in
      let mast = StationCandidate(id: "", position: position, kind: .newMast)
      return Place(
        position: position, placement: SitePlacement(at: position), brought: nil, reaches: reaches,
        second: usual,
        prices: choices.map { planner.yuan($0, at: mast) })
    }
    for candidate in supply?.near(
      place.grid.albersBounds, withinMetres: reaches.joined().map(\.reach.widestMetres).max() ?? 0)
      ?? []
    {
      let own = choices.compactMap { reach.carriers(of: $0, heightMetres: candidate.heightMetres) }
      let placement = SitePlacement(at: candidate.position)
      guard own.count == choices.count,
        own.joined().contains(where: { $0.touches(place.grid, from: placement) })
      else { continue }
      sites.append(
        Place(
          position: candidate.position, placement: placement, brought: candidate, reaches: own,
          second: second(candidate.heightMetres),
          prices: choices.map { planner.yuan($0, at: candidate) }))
    }
    self.sites = sites
    let first = sites.first?.prices.first
    hasOnePrice =
      sites.allSatisfy { $0.prices.allSatisfy { $0 == first } }
      && sites.allSatisfy { $0.brought?.status != .required }
  }

  var siteCount: Int { sites.count }
  /// Sites times choices.
  var count: Int { choices.isEmpty ? 0 : siteCount * choices.count }

  func site(_ candidate: Int) -> Int { candidate / choices.count }
  func choice(_ candidate: Int) -> Int { candidate % choices.count }
  func price(_ candidate: Int) -> Double { sites[site(candidate)].prices[choice(candidate)] }
  func stations(_ candidate: Int) -> Int { choices[choice(candidate)].carriers.count }
  func first(site: Int) -> Int { site * choices.count }

  /// First choices of the sites that must be built.
  var required: [Int] {
    sites.indices.filter { sites[$0].brought?.status == .required }.map { first(site: $0) }
  }

  /// Cells of a grid that a candidate serves in a layer, in ascending order, each once.
  func cells(
    _ candidate: Int, layer: Int, on grid: CoverageGrid, scratch: inout [UInt16]
  ) -> [Int32] {
    let site = sites[site(candidate)]
    let reaches = site.reaches[choice(candidate)]
    var cells: [Int32] = []
    for reach in reaches {
      reach.footprint(layer, at: site.placement)
        .forEachCell(of: grid, scratch: &scratch) { cells.append(Int32($0)) }
    }
    guard reaches.count > 1 else { return cells }
    cells.sort()
    var unique: [Int32] = []
    for cell in cells where unique.last != cell { unique.append(cell) }
    return unique
  }

  /// Adds what a candidate would serve.
  func add(_ candidate: Int, to state: inout CoverageState) {
    addCarriers(candidate, to: &state)
    state.stations += stations(candidate)
    state.servingStations += stations(candidate)
  }

  /// Adds what a candidate would serve, without counting its stations.
  @discardableResult
  func addCarriers(_ candidate: Int, to state: inout CoverageState) -> [CoverageState.Handle] {
    let site = sites[site(candidate)]
    return site.reaches[choice(candidate)].map {
      state.add($0, at: site.placement, isOwn: true)
    }
  }

  /// Least yuan of a choice with the stations that have to be counted beside it.
  func yuan(_ chosen: [Int], _ counted: CountedStations) -> Double {
    let own = chosen.reduce(0) { $0 + stations($1) }
    return chosen.reduce(0.0) { $0 + price($1) }
      + Double(max(0, counted.needed - own)) * counted.stationYuan
  }
}

/// How far the carriers of choices serve at one settlement.
private struct ChoiceReach {
  let book: ReachBook
  let morphology: Morphology
  let layers: [CoverageLayer]

  /// Reach of every carrier; nil where the book does not know one, or its models refuse the height.
  func carriers(of choice: StationChoice, heightMetres: Double?) -> [SectorReach]? {
    let own = choice.carriers.compactMap { carrier in
      book.reach(
        carrier.name, morphology, heightMetres: heightMetres ?? choice.heightMetres,
        layers: layers
      )?.facing(.threeSectors)
    }
    return own.count == choice.carriers.count ? own : nil
  }
}
