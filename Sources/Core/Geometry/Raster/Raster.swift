/// Numbers on a north-up grid, one a cell.
public struct Raster: Hashable, Sendable {
  /// Where the cells lie.
  public let grid: RasterGrid
  /// The numbers row by row from north to south, each row from west to east; NaN is no data.
  public let values: [Float]

  /// A raster of a number for each cell.
  /// - Throws: DR-170 when there are more or fewer numbers than cells.
  public init(grid: RasterGrid, values: [Float]) throws(UserError) {
    guard values.count == grid.cellCount else {
      throw UserError(
        "DR-170", .badData, at: "raster",
        "it has \(values.count) values for \(grid.columns) by \(grid.rows) cells",
        remedy: "give one value a cell")
    }
    self.grid = grid
    self.values = values
  }

  /// The number of a cell of the grid; NaN is no data.
  public subscript(column column: Int, row row: Int) -> Float {
    values[row * grid.columns + column]
  }
}
