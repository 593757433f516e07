public import Geometry

/// From one cell of a grid to its neighbour, in a plane of metres.
public struct GridStep: Hashable, Sendable {
  /// Eastward part.
  public var eastMetres: Double
  /// Northward part.
  public var northMetres: Double

  /// - Parameters:
  ///   - eastMetres: eastward part.
  ///   - northMetres: northward part.
  public init(eastMetres: Double, northMetres: Double) {
    self.eastMetres = eastMetres
    self.northMetres = northMetres
  }
}

/// The receivers of a sweep: a grid in the plane of the heights, which may be turned and sheared
/// against it, as a national raster is in a site's own plane.
public struct TargetGrid: Hashable, Sendable {
  /// Centre of the cell in column 0 of row 0.
  public let originEast: Double
  /// The same, northward.
  public let originNorth: Double
  /// From column to column.
  public let columnStep: GridStep
  /// From row to row.
  public let rowStep: GridStep
  /// Number of columns.
  public let columns: Int
  /// Number of rows.
  public let rows: Int

  /// Cells at the origin + column × column's step + row × row's step.
  ///
  /// - Throws: DR-352 for an origin or a step that is not finite, steps along one line, or a number
  ///   of columns or rows below 1 or above 100,000.
  public init(
    originEast: Double, originNorth: Double, columnStep: GridStep, rowStep: GridStep, columns: Int,
    rows: Int
  ) throws(UserError) {
    let area =
      columnStep.eastMetres * rowStep.northMetres - columnStep.northMetres * rowStep.eastMetres
    guard originEast.isFinite, originNorth.isFinite, area != 0, area.isFinite,
      (1...100_000).contains(columns), (1...100_000).contains(rows)
    else {
      throw UserError(
        "DR-352", .badData, at: "target grid",
        "\(columns) columns by (\(columnStep.eastMetres), \(columnStep.northMetres)) m and "
          + "\(rows) rows by (\(rowStep.eastMetres), \(rowStep.northMetres)) m from "
          + "(\(originEast), \(originNorth))",
        remedy: "give a finite origin, steps that span cells, and 1 to 100,000 columns and rows")
    }
    self.originEast = originEast
    self.originNorth = originNorth
    self.columnStep = columnStep
    self.rowStep = rowStep
    self.columns = columns
    self.rows = rows
  }

  /// Square cells along the plane's axes: columns from west to east, rows from south to north.
  ///
  /// - Throws: DR-352 for an origin that is not finite, a cell that is not above 0 m, or a number of
  ///   columns or rows below 1 or above 100,000.
  public init(
    originEast: Double, originNorth: Double, cellMetres: Double, columns: Int, rows: Int
  ) throws(UserError) {
    try self.init(
      originEast: originEast, originNorth: originNorth,
      // A cell below 0 spans none, as one of 0 does.
      columnStep: GridStep(eastMetres: max(cellMetres, 0), northMetres: 0),
      rowStep: GridStep(eastMetres: 0, northMetres: max(cellMetres, 0)), columns: columns,
      rows: rows)
  }

  /// The smallest square of an even number of square cells that holds a circle; its middle is a
  /// corner of four cells.
  ///
  /// - Throws: DR-352 for a radius or cell that is not above 0 m, or too many cells.
  public init(
    aroundEast east: Double, north: Double, radiusMetres: Double, cellMetres: Double
  ) throws(UserError) {
    let half = (radiusMetres / cellMetres - 1e-9).rounded(.up)
    guard half >= 1, half <= 50_000, cellMetres > 0 else {
      throw UserError(
        "DR-352", .badData, at: "target grid",
        "cells of \(cellMetres) m over a radius of \(radiusMetres) m",
        remedy: "give a cell above 0 m and a radius of 1 to 50,000 cells")
    }
    try self.init(
      originEast: east - (half - 0.5) * cellMetres, originNorth: north - (half - 0.5) * cellMetres,
      cellMetres: cellMetres, columns: 2 * Int(half), rows: 2 * Int(half))
  }

  /// Centre of a cell.
  public func east(column: Int, row: Int) -> Double {
    originEast + Double(column) * columnStep.eastMetres + Double(row) * rowStep.eastMetres
  }

  /// The same, northward.
  public func north(column: Int, row: Int) -> Double {
    originNorth + Double(column) * columnStep.northMetres + Double(row) * rowStep.northMetres
  }

  /// All cells, row by row.
  public var stretches: [TargetStretch] {
    (0..<rows).map { TargetStretch(row: $0, columns: 0..<columns) }
  }

  /// Whether all cells of a stretch are the grid's.
  public func contains(_ stretch: TargetStretch) -> Bool {
    (0..<rows).contains(stretch.row) && stretch.columns.lowerBound >= 0
      && stretch.columns.upperBound <= columns
  }

  /// Distance from a point to the farthest centre, which is one of the outer four, m.
  func farthestMetres(fromEast east: Double, north: Double) -> Double {
    var farthest = 0.0
    for row in [0, rows - 1] {
      for column in [0, columns - 1] {
        let across = self.east(column: column, row: row) - east
        let along = self.north(column: column, row: row) - north
        // Not the larger of two: a NaN must come through.
        let squared = across * across + along * along
        farthest = squared <= farthest ? farthest : squared
      }
    }
    return farthest.squareRoot()
  }
}

/// Some neighbouring cells of one row of a target grid.
public struct TargetStretch: Hashable, Sendable {
  /// Row of the grid.
  public var row: Int
  /// Columns of the grid.
  public var columns: Range<Int>

  /// - Parameters:
  ///   - row: of the grid.
  ///   - columns: of the grid.
  public init(row: Int, columns: Range<Int>) {
    self.row = row
    self.columns = columns
  }
}
