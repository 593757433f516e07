import Territory
import Coverage
import Geometry
import Radio

/// Where a settlement's stations could be, and what could be built there: sites times choices, numbered
/// site by site.
struct SettlementCandidates: Sendable {
  /// Sites, from the centre outward, in degrees.
  let positions: [Coordinate]
  /// The same as an audit places them: at each site's own projection.
  let placements: [SitePlacement]
  let choices: [StationChoice]
  /// Reach of every carrier of every choice, with a contour for each layer of the assessment.
  let reaches: [[SectorReach]]
  /// Yuan of each choice, the same at every site.
  let prices: [Double]

  /// Choices whose carriers the reach book does not know, or whose height its models refuse, are left
  /// out.
  init(
    _ place: AssessedPlace, setup: SettlementPlanner.GroupSetup, book: ReachBook,
    layers: [CoverageLayer], pricing: PackagePricing
  ) {
    let albers = Albers.china
    positions = place.latticePoints(spacingMetres: setup.candidateSpacingMetres).map {
      albers.unproject($0)
    }
    placements = positions.map { SitePlacement(at: $0) }
    var choices: [StationChoice] = []
    var reaches: [[SectorReach]] = []
    for choice in setup.choices {
      let own = choice.carriers.compactMap { carrier in
        book.reach(
          carrier.name, place.settlement.morphology, heightMetres: choice.heightMetres,
          layers: layers
        )?.facing(.threeSectors)
      }
      guard own.count == choice.carriers.count else { continue }
      choices.append(choice)
      reaches.append(own)
    }
    self.choices = choices
    self.reaches = reaches
    prices = choices.map { pricing.yuan(site: $0.carriers) }
  }

  var siteCount: Int { positions.count }
  /// Sites times choices.
  var count: Int { siteCount * choices.count }

  func site(_ candidate: Int) -> Int { candidate / choices.count }
  func choice(_ candidate: Int) -> Int { candidate % choices.count }
  func price(_ candidate: Int) -> Double { prices[choice(candidate)] }
  func stations(_ candidate: Int) -> Int { choices[choice(candidate)].carriers.count }
  func first(site: Int) -> Int { site * choices.count }

  /// Whether all choices cost the same, so that the fewest sites are the fewest yuan.
  var hasOnePrice: Bool { prices.allSatisfy { $0 == prices.first } }

  /// Cells of a grid that a candidate serves in a layer, in ascending order, each once.
  func cells(
    _ candidate: Int, layer: Int, on grid: CoverageGrid, scratch: inout [UInt16]
  ) -> [Int32] {
    var cells: [Int32] = []
    for reach in reaches[choice(candidate)] {
      reach.footprint(layer, at: placements[site(candidate)])
        .forEachCell(of: grid, scratch: &scratch) { cells.append(Int32($0)) }
    }
    guard reaches[choice(candidate)].count > 1 else { return cells }
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

  /// Least yuan of a choice with the stations that have to be counted beside it.
  func yuan(_ chosen: [Int], _ counted: CountedStations) -> Double {
    let own = chosen.reduce(0) { $0 + stations($1) }
    return chosen.reduce(0.0) { $0 + price($1) }
      + Double(max(0, counted.needed - own)) * counted.stationYuan
  }

  /// Adds what a candidate would serve, without counting its stations.
  @discardableResult
  func addCarriers(_ candidate: Int, to state: inout CoverageState) -> [CoverageState.Handle] {
    reaches[choice(candidate)].map {
      state.add($0, at: placements[site(candidate)], isOwn: true)
    }
  }
}
