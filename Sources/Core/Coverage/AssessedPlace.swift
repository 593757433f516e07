public import Geometry
public import Territory

/// A settlement with its grid: what audits and plans work on.
public struct AssessedPlace: Sendable {
  /// What is assessed.
  public let settlement: Settlement
  /// Its cells on the national raster.
  public let grid: CoverageGrid
  /// Albers position of the largest seat (first of equals).
  public let center: Coordinate
  /// Frame at the centre.
  public let frame: AlbersFrame

  /// A settlement on a grid of cells of the given side.
  public init(_ settlement: Settlement, cellMetres: Double) {
    let albers = Albers.china
    self.settlement = settlement
    grid = CoverageGrid(
      albersPolygons: settlement.footprint.polygons.map { rings in
        rings.map { ring in ring.map { albers.project($0) } }
      },
      cellMetres: cellMetres)
    var largest = settlement.seats.first
    for seat in settlement.seats where seat.population > (largest?.population ?? 0) {
      largest = seat
    }
    let position = largest?.position ?? settlement.footprint.envelope.center
    center = albers.project(position)
    frame = albers.localFrame(at: position)
  }

  /// Lattice points from the centre outward, over the built-up area and half a spacing beyond.
  public func latticePoints(spacingMetres: Double) -> [Coordinate] {
    let lattice = HexLattice(spacingMetres: spacingMetres, frame: frame)
    return lattice.points(over: grid, marginMetres: max(spacingMetres / 2, grid.cellMetres))
  }
}
