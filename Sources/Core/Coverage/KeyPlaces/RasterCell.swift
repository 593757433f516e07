public import Geometry

/// A cell of the national raster: what a point is judged as.
public struct RasterCell: Hashable, Sendable {
  /// Counted eastward on the Albers projection.
  public let column: Int
  /// Counted northward.
  public let row: Int

  /// The cell that a position lies in.
  ///
  /// - Parameters:
  ///   - position: degrees, EPSG:4490.
  ///   - cellMetres: side of a cell, above 0.
  public init(at position: Coordinate, cellMetres: Double) {
    let plane = Albers.china.project(position)
    column = Int((plane.x / cellMetres).rounded(.down))
    row = Int((plane.y / cellMetres).rounded(.down))
  }

  /// Its outline in Albers metres, closed.
  func outline(cellMetres: Double) -> [Coordinate] {
    [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map {
      Coordinate(x: Double(column + $0.0) * cellMetres, y: Double(row + $0.1) * cellMetres)
    }
  }
}

extension CoverageGrid {
  /// A grid of single cells, in the grid's order: northward, then eastward.
  public init(cells: Set<RasterCell>, cellMetres: Double) {
    let ordered = cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    self.init(
      albersPolygons: ordered.map { [$0.outline(cellMetres: cellMetres)] }, cellMetres: cellMetres)
  }

  /// Index of a cell; nil where it is not among the grid's.
  public func index(of cell: RasterCell) -> Int? {
    let row = cell.row - firstRow
    guard (0..<rowCount).contains(row) else { return nil }
    for run in runs[Int(rowStarts[row])..<Int(rowStarts[row + 1])] {
      let step = cell.column - Int(run.column)
      if (0..<Int(run.count)).contains(step) { return Int(run.offset) + step }
    }
    return nil
  }
}
