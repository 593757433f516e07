public import Coverage
public import Geometry
import Territory

/// Key points of one settlement that its plan has to serve as well, as the raster cells that they lie in.
public struct KeyPointDemand: Sendable {
  /// What it means for a key point to be served.
  public let layer: CoverageLayer
  /// Cells of the points, each once.
  let grid: CoverageGrid

  /// A demand of some points, each of which the main carrier of a candidate serves
  /// (``SettlementPlanner/servable(_:layer:at:)``); nil for none.
  public init?(_ points: [Coordinate], layer: CoverageLayer, cellMetres: Double) {
    guard !points.isEmpty else { return nil }
    self.layer = layer
    grid = CoverageGrid(
      cells: Set(points.map { RasterCell(at: $0, cellMetres: cellMetres) }),
      cellMetres: cellMetres)
  }
}

extension SettlementPlanner {
  /// Whether the main carrier of some candidate of a settlement serves each of some points, by the audit's own
  /// judgement: candidates that together serve them all can then stand side by side.
  public func servable(
    _ points: [Coordinate], layer: CoverageLayer, at place: AssessedPlace
  ) -> [Bool] {
    let cellMetres = place.grid.cellMetres
    guard let setup = setups[place.settlement.morphology],
      let demand = KeyPointDemand(points, layer: layer, cellMetres: cellMetres)
    else { return points.map { _ in false } }
    let layers = engine.assessment(for: place.settlement.kind).layers
    let candidates = SettlementCandidates(
      place, setup: setup, planner: self, layers: layers, keyPoints: layer)
    var isServed = [Bool](repeating: false, count: demand.grid.cellCount)
    var scratch: [UInt16] = []
    if candidates.count > 0 {
      for site in 0..<candidates.siteCount {
        for cell in candidates.cells(
          candidates.first(site: site), layer: layers.count, on: demand.grid, scratch: &scratch)
        {
          isServed[Int(cell)] = true
        }
      }
    }
    return points.map {
      demand.grid.index(of: RasterCell(at: $0, cellMetres: cellMetres)).map { isServed[$0] }
        ?? false
    }
  }
}
