extension ElevationModel {
  /// Side of the finest cells that meet a box in degrees, m; nil where none does.
  public func resolutionMetres(in box: BoundingBox) -> Double? {
    let degree = EllipsoidDegree(at: box.center.latitude)
    return grids.compactMap { grid -> Double? in
      // Degrees where the edges are; a plane's metres go far beyond.
      let isDegrees = grid.system?.isPlainDegrees ?? false || Self.holdsDegrees(grid)
      guard isDegrees else { return min(grid.cellWidth, grid.cellHeight) }
      guard grid.box.intersects(box) else { return nil }
      return min(grid.cellWidth * degree.eastMetres, grid.cellHeight * degree.northMetres)
    }.min()
  }

  private static func holdsDegrees(_ grid: RasterGrid) -> Bool {
    let box = grid.box
    return abs(box.minX) <= 361 && abs(box.maxX) <= 361 && abs(box.minY) <= 91
      && abs(box.maxY) <= 91 && max(grid.cellWidth, grid.cellHeight) <= 1
  }
}
