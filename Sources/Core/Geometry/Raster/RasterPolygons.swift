/// Outlines of the cells of a class, as areas in the raster's own plane.
public enum RasterPolygons {
  /// The cells with a value of at least a threshold; no data is never among them.
  ///
  /// Cells that share an edge are one polygon, cells that share a corner are not. All edges run
  /// along the edges of cells, with a position at each turn. Polygons come in the order of their
  /// first cell, row by row from the north; there is none when no cell reaches the threshold.
  /// - Throws: DR-103 when GEOS gives up.
  public static func outline(
    of raster: Raster, atLeast threshold: Float
  ) throws(UserError) -> Geometry {
    try outline(on: raster.grid) { raster.values[$0] >= threshold }
  }

  /// The cells that a rule takes by their number, counted row by row from the north-west.
  /// - Throws: DR-103 when GEOS gives up.
  public static func outline(
    on grid: RasterGrid, where isInside: (Int) -> Bool
  ) throws(UserError) -> Geometry {
    var tracer = CellTracer(columns: grid.columns, rows: grid.rows, where: isInside)
    let polygons = tracer.polygons().map { rings in
      rings.map { ring in
        ring.map { corner in
          Coordinate(
            x: grid.originX + Double(corner.column) * grid.cellWidth,
            y: grid.originY - Double(corner.row) * grid.cellHeight)
        }
      }
    }
    return try Geometry.area(ofPolygons: polygons)
  }

  /// An outline with fewer positions: the middle of every edge of a cell on it is within half the
  /// shorter side of a cell of the new one, which is valid and differs in area by a share at most.
  ///
  /// A straight line that is drawn in cells passes all those middles at half a cell or less, whereas
  /// it passes the corners at up to seven tenths. The lines from middle to middle are simplified by
  /// Douglas and Peucker's method with a tolerance that is halved until all of the above holds; the
  /// outline itself is the last resort. Round shapes and diagonals lose three quarters of their
  /// positions and more, long shallow steps few.
  /// - Parameters:
  ///   - outline: what `outline(of:atLeast:)` gave for the same grid.
  ///   - areaTolerance: share of the area that may be gained or lost, 0 or more. Rings that lose
  ///     more than that with their corners keep them.
  /// - Throws: DR-103 when GEOS gives up.
  public static func simplified(
    _ outline: Geometry, on grid: RasterGrid, areaTolerance: Double = 0.02
  ) throws(UserError) -> Geometry {
    guard !outline.isEmpty else { return outline }
    let softened = try Geometry.area(
      ofPolygons: outline.polygons.map { rings in
        rings.map { soften($0, grid, areaTolerance) }
      })
    let area = outline.area
    var tolerance = min(grid.cellWidth, grid.cellHeight) / 2
    for _ in 0..<5 {
      let candidate = try softened.simplified(tolerance: tolerance)
      if abs(candidate.area - area) <= areaTolerance * area, candidate.isValid { return candidate }
      tolerance /= 2
    }
    return outline
  }

  /// The ring through the middles of its first and last cell edge on each side; the ring itself when
  /// too much of its area goes with the corners.
  private static func soften(
    _ ring: [Coordinate], _ grid: RasterGrid, _ areaTolerance: Double
  ) -> [Coordinate] {
    var soft: [Coordinate] = []
    for index in 1..<ring.count {
      let from = ring[index - 1]
      let to = ring[index]
      let cells = max(
        1, (abs(to.x - from.x) / grid.cellWidth + abs(to.y - from.y) / grid.cellHeight).rounded())
      let half = Coordinate(x: (to.x - from.x) / (2 * cells), y: (to.y - from.y) / (2 * cells))
      soft.append(Coordinate(x: from.x + half.x, y: from.y + half.y))
      if cells > 1 { soft.append(Coordinate(x: to.x - half.x, y: to.y - half.y)) }
    }
    soft.append(soft[0])
    let area = Ring.signedArea(ring)
    return abs(Ring.signedArea(soft) - area) <= areaTolerance * abs(area) ? soft : ring
  }
}
