public import Geometry

/// The whole-number grid that a page's map is drawn on: the national equal-area projection, counted from a corner.
public struct MapGrid: Hashable, Sendable {
  /// A point of the grid: columns to the east, rows to the south.
  public struct Point: Hashable, Sendable {
    /// Columns east of the map's western edge.
    public let column: Int
    /// Rows south of the map's northern edge.
    public let row: Int
  }

  /// Side of a cell.
  public let metres: Double
  /// Western edge, metres of ``Albers``.
  public let west: Double
  /// Northern edge, metres of ``Albers``.
  public let north: Double

  /// A grid by its cell and its north-western corner.
  public init(metres: Double, west: Double, north: Double) {
    self.metres = metres
    self.west = west
    self.north = north
  }

  /// The nearest point of the grid to a position in degrees.
  public func point(_ position: Coordinate) -> Point {
    point(metres: Albers.china.project(position))
  }

  /// The nearest point of the grid to a position in metres of ``Albers``.
  func point(metres position: Coordinate) -> Point {
    func whole(_ value: Double) -> Int { Int((value / metres).rounded()) }
    return Point(column: whole(position.x - west), row: whole(north - position.y))
  }
}
