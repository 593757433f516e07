/// The coordinate system of a raster's plane.
public enum RasterSystem: Hashable, Sendable {
  /// A system of the EPSG registry, east before north; degrees when it is geographic.
  case epsg(Int)
  /// China's equal-area projection, `Albers.china`, which has no code of its own.
  case chinaAlbers

  /// Whether positions are degrees of WGS 84 or CGCS2000, which count as equal.
  public var isPlainDegrees: Bool {
    switch self {
    case .epsg(4326), .epsg(4490): true
    case .epsg, .chinaAlbers: false
    }
  }
}

/// Where the cells of a north-up raster lie: columns run east, rows run south.
public struct RasterGrid: Hashable, Sendable {
  /// Cells from west to east, 1 or more.
  public let columns: Int
  /// Cells from north to south, 1 or more.
  public let rows: Int
  /// Western edge of the westernmost column, in the system's unit.
  public let originX: Double
  /// Northern edge of the northernmost row, in the system's unit.
  public let originY: Double
  /// Width of a cell, above 0, in the system's unit.
  public let cellWidth: Double
  /// Height of a cell, above 0, in the system's unit.
  public let cellHeight: Double
  /// The system of the plane; nil when it is not known.
  public let system: RasterSystem?

  /// A grid by its upper left corner, cells and sizes.
  /// - Throws: DR-170 when it has no cells, or an origin or cell size that cannot be.
  public init(
    columns: Int, rows: Int, originX: Double, originY: Double, cellWidth: Double,
    cellHeight: Double, system: RasterSystem?
  ) throws(UserError) {
    guard columns > 0, rows > 0, !columns.multipliedReportingOverflow(by: rows).overflow else {
      throw UserError(
        "DR-170", .badData, at: "raster grid", "it has \(columns) by \(rows) cells",
        remedy: "give a grid of at least one cell")
    }
    let eastern = originX + Double(columns) * cellWidth
    let southern = originY - Double(rows) * cellHeight
    // A cell that is lost in the digits of the origin has no place of its own.
    guard eastern.isFinite, southern.isFinite, cellWidth > 0, cellHeight > 0,
      originX + cellWidth > originX, originY - cellHeight < originY,
      eastern - cellWidth < eastern, southern + cellHeight > southern
    else {
      throw UserError(
        "DR-170", .badData, at: "raster grid",
        "it starts at (\(originX), \(originY)) with cells of \(cellWidth) by \(cellHeight)",
        remedy: "give a finite origin and cell sizes above 0")
    }
    self.columns = columns
    self.rows = rows
    self.originX = originX
    self.originY = originY
    self.cellWidth = cellWidth
    self.cellHeight = cellHeight
    self.system = system
  }

  /// How many cells there are.
  public var cellCount: Int { columns * rows }

  /// The code of the system in the EPSG registry, if it has one.
  public var epsg: Int? {
    guard case .epsg(let code) = system else { return nil }
    return code
  }

  /// The box round all cells, by their outer edges.
  public var box: BoundingBox {
    BoundingBox(
      minX: originX, minY: originY - Double(rows) * cellHeight,
      maxX: originX + Double(columns) * cellWidth, maxY: originY)
  }

  /// Middle of a cell.
  public func center(column: Int, row: Int) -> Coordinate {
    Coordinate(
      x: originX + (Double(column) + 0.5) * cellWidth,
      y: originY - (Double(row) + 0.5) * cellHeight)
  }

  /// The part of the grid in some columns and rows, which have to lie in it.
  /// - Throws: DR-176 when they are empty or reach beyond the grid.
  public func window(columns: Range<Int>, rows: Range<Int>) throws(UserError) -> RasterGrid {
    guard !columns.isEmpty, !rows.isEmpty, columns.lowerBound >= 0, rows.lowerBound >= 0,
      columns.upperBound <= self.columns, rows.upperBound <= self.rows
    else {
      throw UserError(
        "DR-176", .badData, at: "raster window",
        "columns \(columns) and rows \(rows) are not in \(self.columns) by \(self.rows) cells",
        remedy: "ask for cells that the raster has")
    }
    return try RasterGrid(
      columns: columns.count, rows: rows.count,
      originX: originX + Double(columns.lowerBound) * cellWidth,
      originY: originY - Double(rows.lowerBound) * cellHeight, cellWidth: cellWidth,
      cellHeight: cellHeight, system: system)
  }

  /// Columns and rows whose cells meet a box, grown by a margin of cells; nil when none does.
  func cells(
    meeting box: BoundingBox, margin: Double
  ) -> (columns: Range<Int>, rows: Range<Int>)? {
    guard
      let columns = RasterGrid.range(
        (box.minX - originX) / cellWidth - margin, (box.maxX - originX) / cellWidth + margin,
        count: columns),
      let rows = RasterGrid.range(
        (originY - box.maxY) / cellHeight - margin, (originY - box.minY) / cellHeight + margin,
        count: rows)
    else { return nil }
    return (columns, rows)
  }

  private static func range(_ from: Double, _ to: Double, count: Int) -> Range<Int>? {
    let first = max(0, from.rounded(.down))
    let end = min(Double(count), to.rounded(.down) + 1)
    guard first < end else { return nil }
    return Int(first)..<Int(end)
  }
}
