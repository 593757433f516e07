import Geometry
import Territory

/// Whether a network serves a point: as the raster cell that it lies in.
struct PointAudit: Sendable {
  let places: PlaceFinder
  private let engine: AuditEngine
  private let cellMetres: Double
  private let terrain: TerrainRule?

  /// - Parameters:
  ///   - criterion: one of the shares, whose layer the engine's reach book knows.
  ///   - places: settlements whose morphology a point has inside them.
  init(
    _ criterion: Criterion, engine: AuditEngine, places: [AssessedPlace], cellMetres: Double,
    terrain: TerrainRule?
  ) {
    let rules = [StatusRule(status: .deep, criteria: [criterion])]
    self.engine = engine.judging(
      by: Standard(
        name: "points", titleChinese: "", titleEnglish: "", description: "", source: "",
        city: rules, countySeat: rules, townSeat: rules))
    self.places = PlaceFinder(places)
    self.cellMetres = cellMetres
    self.terrain = terrain
  }

  /// Whether the cell of a point is served.
  ///
  /// - Parameter morphology: nil outside all settlements.
  func isServed(
    _ point: Coordinate, _ morphology: Morphology?, _ network: SiteIndex
  ) throws(UserError) -> Bool {
    let corners = RasterCell(at: point, cellMetres: cellMetres).outline(cellMetres: cellMetres)
      .map { Albers.china.unproject($0) }
    let cell = AssessedPlace(
      Settlement(
        id: "", name: "", kind: .townSeat, countyAdcode: nil, prefectureAdcode: nil,
        provinceAdcode: "", population: 0, populationKind: .modelled,
        morphology: morphology ?? KeyPlaceAudit.morphologyOutside,
        seats: [Seat(position: point, population: 0, positionKind: .modelled)],
        footprint: try .polygon(shell: corners), footprintKind: .modelled,
        areaSquareMetres: cellMetres * cellMetres), cellMetres: cellMetres)
    let state =
      try terrain.map { rule throws(UserError) in
        try engine.state(of: cell, network: network, terrain: rule, depth: .asNeeded)
      } ?? engine.state(of: cell, network: network)
    return state.masks.first.map { $0.servedCount > 0 } ?? false
  }
}
