public import Geometry
public import Radio

/// A site on the Albers raster: how the raster's rows look from its foot.
public struct SitePlacement: Sendable {
  /// Albers position.
  public let position: Coordinate
  /// Frame of true metres round the site.
  public let frame: AlbersFrame
  private let east: Coordinate
  private let north: Coordinate

  /// A site at an Albers position, with the frame of a position nearby, most often its own.
  public init(position: Coordinate, frame: AlbersFrame) {
    self.position = position
    self.frame = frame
    let origin = frame.planeOrigin
    east = frame.local(Coordinate(x: origin.x + 1, y: origin.y))
    north = frame.local(Coordinate(x: origin.x, y: origin.y + 1))
  }

  /// A site at a position in degrees.
  public init(at degrees: Coordinate) {
    let albers = Albers.china
    self.init(position: albers.project(degrees), frame: albers.localFrame(at: degrees))
  }

  /// Offset of an Albers position from the site's foot, true metres east and north.
  public func offset(of plane: Coordinate) -> Coordinate {
    let dx = plane.x - position.x
    let dy = plane.y - position.y
    return Coordinate(x: dx * east.x + dy * north.x, y: dx * east.y + dy * north.y)
  }

  /// Calls `body` with every stretch of the grid's rows within a distance, as index range of its cells
  /// and as row seen from the site.
  @inline(__always)
  public func forEachRow(
    of grid: CoverageGrid, withinMetres distance: Double, _ body: (Range<Int>, RasterRow) -> Void
  ) {
    forEachStretch(of: grid, withinMetres: distance) { cells, row, _, _ in body(cells, row) }
  }

  /// The same, with the national column of the first cell and the national row.
  @inline(__always)
  func forEachStretch(
    of grid: CoverageGrid, withinMetres distance: Double,
    _ body: (Range<Int>, RasterRow, Int, Int) -> Void
  ) {
    let cell = grid.cellMetres
    Disc(center: position, radiusMetres: distance, frame: frame).forEachSpan(in: grid) {
      cells, column, row in
      let first = offset(
        of: Coordinate(x: (Double(column) + 0.5) * cell, y: (Double(row) + 0.5) * cell))
      body(
        cells,
        RasterRow(
          eastMetres: Float(first.x), northMetres: Float(first.y),
          eastStepMetres: Float(cell * east.x), northStepMetres: Float(cell * east.y)), column, row)
    }
  }
}
