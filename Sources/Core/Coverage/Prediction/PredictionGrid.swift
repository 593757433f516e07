public import Geometry

/// The cells round a mast: a north-up raster whose cells' centres within a radius count.
///
/// Edges of cells lie on multiples of the cell from the plane's origin, so that rasters of different
/// masts fit together; on the national Albers plane they are the cells of audits.
public struct PredictionGrid: Hashable, Sendable {
  /// Where the cells lie.
  public let raster: RasterGrid
  /// The plane they lie on.
  public let plane: LocalPlane
  /// Distance in true metres up to which cells count.
  public let radiusMetres: Double
  /// Side of a cell on the plane.
  public let cellMetres: Double

  /// Radii and cells there can be, and the most cells.
  public static let radiusRange = 10.0...100_000.0
  /// Sides of a cell there can be.
  public static let cellRange = 1.0...1000.0
  /// Most cells of a raster.
  public static let cellLimit = 25_000_000

  /// - Parameters:
  ///   - plane: round the mast.
  ///   - radiusMetres: 10 to 100 000, at least a cell.
  ///   - cellMetres: 1 to 1000.
  /// - Throws: DR-381 for a radius or cell out of range, or too many cells.
  public init(
    _ plane: LocalPlane, radiusMetres: Double, cellMetres: Double
  ) throws(UserError) {
    guard Self.cellRange.contains(cellMetres) else {
      throw UserError(
        "DR-381", .badData, at: "cell", "it is \(cellMetres) m", remedy: "give 1 to 1000 m")
    }
    guard Self.radiusRange.contains(radiusMetres), radiusMetres >= cellMetres else {
      throw UserError(
        "DR-381", .badData, at: "radius", "it is \(radiusMetres) m",
        remedy: "give 10 to 100000 m, and no less than a cell")
    }
    let half = plane.halfBox(radiusMetres: radiusMetres)
    let origin = plane.planeOrigin
    let west = ((origin.x - half.x) / cellMetres).rounded(.down)
    let east = ((origin.x + half.x) / cellMetres).rounded(.up)
    let south = ((origin.y - half.y) / cellMetres).rounded(.down)
    let north = ((origin.y + half.y) / cellMetres).rounded(.up)
    guard (east - west) * (north - south) <= Double(Self.cellLimit) else {
      throw UserError(
        "DR-381", .badData, at: "raster",
        "cells of \(cellMetres) m over a radius of \(radiusMetres) m are more than \(Self.cellLimit)",
        remedy: "take larger cells or a smaller radius")
    }
    raster = try RasterGrid(
      columns: Int(east - west), rows: Int(north - south), originX: west * cellMetres,
      originY: north * cellMetres, cellWidth: cellMetres, cellHeight: cellMetres,
      system: plane.system)
    self.plane = plane
    self.radiusMetres = radiusMetres
    self.cellMetres = cellMetres
  }

  /// True area of a cell.
  public var cellSquareMetres: Double { cellMetres * cellMetres * plane.squareMetresPerUnit }

  /// True metres east and north of the mast, of a cell's centre; rows run south.
  public func offset(column: Int, row: Int) -> Coordinate {
    plane.offset(of: raster.center(column: column, row: row))
  }

  /// The cells of a row whose centres lie within the radius, as points seen from the mast; with the
  /// column of the first. Nil where there is none.
  public func points(ofRow row: Int) -> (column: Int, points: LocalRow)? {
    func isInside(_ column: Int) -> Bool {
      let offset = offset(column: column, row: row)
      return offset.x * offset.x + offset.y * offset.y <= radiusMetres * radiusMetres
    }
    guard let first = (0..<raster.columns).first(where: isInside) else { return nil }
    var end = first + 1
    // The circle is convex: its cells in a row are together.
    while end < raster.columns, isInside(end) { end += 1 }
    return (
      first,
      LocalRow(
        start: offset(column: first, row: row), step: plane.offset(dx: cellMetres, dy: 0),
        count: end - first)
    )
  }
}

/// Points at equal steps along a line, in true metres east and north of a mast.
public struct LocalRow: Hashable, Sendable {
  /// The first.
  public let start: Coordinate
  /// From one to the next.
  public let step: Coordinate
  /// How many.
  public let count: Int

  /// A row of points.
  public init(start: Coordinate, step: Coordinate, count: Int) {
    self.start = start
    self.step = step
    self.count = count
  }

  /// A point by its number.
  public subscript(_ index: Int) -> Coordinate {
    Coordinate(x: start.x + Double(index) * step.x, y: start.y + Double(index) * step.y)
  }
}
