public import Geometry

/// The receivers of a sweep: centres of square cells in the plane of the heights.
public struct TargetGrid: Hashable, Sendable {
  /// Centre of the cell in column 0 of row 0, which is the south-western one.
  public let originEast: Double
  /// The same, northward.
  public let originNorth: Double
  /// Side of a cell.
  public let cellMetres: Double
  /// Cells from west to east.
  public let columns: Int
  /// Cells from south to north.
  public let rows: Int

  /// - Throws: DR-352 for an origin that is not finite, a cell that is not above 0 m, or a number of
  ///   columns or rows below 1 or above 100,000.
  public init(
    originEast: Double, originNorth: Double, cellMetres: Double, columns: Int, rows: Int
  ) throws(UserError) {
    guard originEast.isFinite, originNorth.isFinite, cellMetres > 0, cellMetres.isFinite,
      (1...100_000).contains(columns), (1...100_000).contains(rows)
    else {
      throw UserError(
        "DR-352", .badData, at: "target grid",
        "\(columns) columns and \(rows) rows of \(cellMetres) m from "
          + "(\(originEast), \(originNorth))",
        remedy: "give a finite origin, a cell above 0 m, and 1 to 100,000 columns and rows")
    }
    self.originEast = originEast
    self.originNorth = originNorth
    self.cellMetres = cellMetres
    self.columns = columns
    self.rows = rows
  }

  /// The smallest square of an even number of cells that holds a circle; its middle is a corner of
  /// four cells.
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

  /// Centre of a column.
  public func east(column: Int) -> Double { originEast + Double(column) * cellMetres }
  /// Centre of a row.
  public func north(row: Int) -> Double { originNorth + Double(row) * cellMetres }

  /// Distance from a point to the farthest centre, m.
  func farthestMetres(fromEast east: Double, north: Double) -> Double {
    let across = max(abs(self.east(column: 0) - east), abs(self.east(column: columns - 1) - east))
    let along = max(abs(self.north(row: 0) - north), abs(self.north(row: rows - 1) - north))
    return (across * across + along * along).squareRoot()
  }
}
