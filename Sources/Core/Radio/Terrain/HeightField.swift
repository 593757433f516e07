public import Geometry

/// Heights of the ground on a regular grid of square cells in a plane of metres.
///
/// A height belongs to a cell's centre; between centres it is interpolated. What is unknown stays
/// unknown: it never turns into the sea's level.
public struct HeightField: Sendable {
  /// Centre of the cell in column 0 of row 0, which is the south-western one.
  public let originEast: Double
  /// The same, northward.
  public let originNorth: Double
  /// Side of a cell.
  public let cellMetres: Double
  /// Cells from west to east, at least 2.
  public let columns: Int
  /// Cells from south to north, at least 2.
  public let rows: Int
  /// Bare ground above the sea, row by row from the south-west; NaN where it is unknown.
  public let terrainMetres: [Float]
  /// Representative height of buildings and trees, likewise; nil where nothing stands.
  public let clutterMetres: [Float]?

  /// - Parameters:
  ///   - originEast: centre of the south-western cell.
  ///   - originNorth: the same, northward.
  ///   - cellMetres: side of a cell, above 0.
  ///   - columns: at least 2.
  ///   - rows: at least 2; with the columns fewer than 2^31 cells.
  ///   - terrainMetres: one height a cell, NaN for unknown.
  ///   - clutterMetres: likewise, from 0 up.
  /// - Throws: DR-350 for a grid without area or with another number of heights, DR-351 for a height
  ///   that is infinite or clutter below the ground.
  public init(
    originEast: Double, originNorth: Double, cellMetres: Double, columns: Int, rows: Int,
    terrainMetres: [Float], clutterMetres: [Float]? = nil
  ) throws(UserError) {
    func refuse(_ code: String, _ problem: String, _ remedy: String) -> UserError {
      UserError(code, .badData, at: "height field", problem, remedy: remedy)
    }
    guard originEast.isFinite, originNorth.isFinite, cellMetres > 0, cellMetres.isFinite else {
      throw refuse(
        "DR-350", "its origin is (\(originEast), \(originNorth)) and its cell \(cellMetres) m",
        "give a finite origin and a cell above 0 m")
    }
    guard columns >= 2, rows >= 2, columns <= Int(Int32.max) / rows else {
      throw refuse(
        "DR-350", "it has \(columns) columns and \(rows) rows",
        "give at least two of each and fewer than 2^31 cells")
    }
    guard terrainMetres.count == columns * rows,
      clutterMetres.map({ $0.count == columns * rows }) ?? true
    else {
      throw refuse(
        "DR-350",
        "\(columns * rows) cells, \(terrainMetres.count) heights"
          + (clutterMetres.map { ", \($0.count) heights of clutter" } ?? ""),
        "give one of each a cell")
    }
    if let bad = terrainMetres.firstIndex(where: \.isInfinite) {
      throw refuse(
        "DR-351", "cell \(bad) has the height \(terrainMetres[bad])", "give NaN for unknown")
    }
    if let clutterMetres, let bad = clutterMetres.firstIndex(where: { $0 < 0 || $0.isInfinite }) {
      throw refuse(
        "DR-351", "cell \(bad) has clutter of \(clutterMetres[bad]) m",
        "give a height from 0 up, or NaN for unknown")
    }
    self.originEast = originEast
    self.originNorth = originNorth
    self.cellMetres = cellMetres
    self.columns = columns
    self.rows = rows
    self.terrainMetres = terrainMetres
    self.clutterMetres = clutterMetres
  }

  /// Height of the bare ground, bilinear between the four cells round a point, m.
  ///
  /// NaN where any of the four is unknown, even at its edge, and outside the centres of the outer
  /// cells.
  public func height(east: Double, north: Double) -> Double {
    let point = position(east: east, north: north)
    return contains(point) ? height(at: point) : .nan
  }

  /// Height of what stands on the cell that a point lies in, m; NaN where unknown.
  ///
  /// It is not interpolated: it stands for a kind of clutter. 0 where the field has none.
  public func clutter(east: Double, north: Double) -> Double {
    let point = position(east: east, north: north)
    return contains(point) ? clutter(at: point) : .nan
  }
}

extension HeightField {
  /// A point in columns and rows from the centre of the south-western cell.
  struct Position {
    var column: Double
    var row: Double
  }

  func position(east: Double, north: Double) -> Position {
    Position(
      column: (east - originEast) / cellMetres, row: (north - originNorth) / cellMetres)
  }

  /// Whether a point lies between the centres of the outer cells.
  func contains(_ point: Position) -> Bool {
    (0...Double(columns - 1)).contains(point.column) && (0...Double(rows - 1)).contains(point.row)
  }

  private static func whole(_ x: Double, _ last: Int) -> Int { Int(min(max(x, 0), Double(last))) }

  /// Index of the cell that a finite position lies in; the nearest one from outside.
  static func cell(at point: Position, columns: Int, rows: Int) -> Int {
    whole(point.row + 0.5, rows - 1) * columns + whole(point.column + 0.5, columns - 1)
  }

  /// Height at a finite position, which rounding may have put just outside.
  func height(at point: Position) -> Double {
    let west = Self.whole(point.column, columns - 2)
    let south = Self.whole(point.row, rows - 2)
    let eastShare = point.column - Double(west)
    let corner = south * columns + west
    func between(_ index: Int) -> Double {
      let here = Double(terrainMetres[index])
      return here + eastShare * (Double(terrainMetres[index + 1]) - here)
    }
    let near = between(corner)
    return near + (point.row - Double(south)) * (between(corner + columns) - near)
  }

  /// Clutter at a finite position, likewise.
  func clutter(at point: Position) -> Double {
    clutterMetres.map { Double($0[Self.cell(at: point, columns: columns, rows: rows)]) } ?? 0
  }
}
