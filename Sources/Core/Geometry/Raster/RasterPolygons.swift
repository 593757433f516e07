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

  /// An outline with fewer positions: no edge moves by more than half a cell's shorter side, the
  /// result is valid, and its area differs by a share of the outline's at most.
  ///
  /// The tolerance is halved until all of that holds; the outline itself is the last resort.
  /// - Parameter areaTolerance: share of the area that may be gained or lost, 0 or more.
  /// - Throws: DR-103 when GEOS gives up.
  public static func simplified(
    _ outline: Geometry, on grid: RasterGrid, areaTolerance: Double = 0.02
  ) throws(UserError) -> Geometry {
    let area = outline.area
    var tolerance = min(grid.cellWidth, grid.cellHeight) / 2
    for _ in 0..<6 where !outline.isEmpty {
      let candidate = try outline.simplified(tolerance: tolerance)
      if abs(candidate.area - area) <= areaTolerance * area, candidate.isValid { return candidate }
      tolerance /= 2
    }
    return outline
  }
}
