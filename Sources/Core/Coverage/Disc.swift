public import Geometry

/// A disc of a radius in local metres round a site, laid on the Albers raster, where it is an ellipse
/// of the same area.
public struct Disc: Sendable {
  /// Albers position of the site.
  public let center: Coordinate
  /// Radius in true metres round the centre.
  public let radiusMetres: Double
  // v^T M v <= radius^2 with M = [[a, b], [b, c]] and det M = 1 (the projection keeps areas).
  private let a: Double
  private let b: Double
  private let c: Double

  /// A disc round an Albers position, in the frame of a position nearby.
  public init(center: Coordinate, radiusMetres: Double, frame: AlbersFrame) {
    self.center = center
    self.radiusMetres = radiusMetres
    let origin = frame.planeOrigin
    let east = frame.local(Coordinate(x: origin.x + 1, y: origin.y))
    let north = frame.local(Coordinate(x: origin.x, y: origin.y + 1))
    a = east.x * east.x + east.y * east.y
    b = east.x * north.x + east.y * north.y
    c = north.x * north.x + north.y * north.y
  }

  /// Calls `body` with each range of cell indices whose centres lie inside, the national column of its
  /// first cell, and its national row.
  @inline(__always)
  func forEachSpan(in grid: CoverageGrid, _ body: (Range<Int>, Int, Int) -> Void) {
    let cell = grid.cellMetres
    let halfHeight = radiusMetres * (a / (a * c - b * b)).squareRoot()
    let low = Int(((center.y - halfHeight) / cell - 0.5).rounded(.up))
    let high = Int(((center.y + halfHeight) / cell - 0.5).rounded(.down))
    let begin = max(low - grid.firstRow, 0)
    let end = min(high - grid.firstRow, grid.rowCount - 1)
    guard begin <= end else { return }
    for row in begin...end {
      let runs = Int(grid.rowStarts[row])..<Int(grid.rowStarts[row + 1])
      if runs.isEmpty { continue }
      let dy = (Double(grid.firstRow + row) + 0.5) * cell - center.y
      let discriminant = b * b * dy * dy - a * (c * dy * dy - radiusMetres * radiusMetres)
      guard discriminant >= 0 else { continue }
      let root = discriminant.squareRoot()
      let west = center.x + (-b * dy - root) / a
      let east = center.x + (-b * dy + root) / a
      let first = Int32((west / cell - 0.5).rounded(.up))
      let last = Int32((east / cell - 0.5).rounded(.down))
      for index in runs {
        let run = grid.runs[index]
        let lower = max(first, run.column)
        let upper = min(last, run.column + run.count - 1)
        if lower <= upper {
          let start = Int(run.offset + lower - run.column)
          body(start..<start + Int(upper - lower) + 1, Int(lower), grid.firstRow + row)
        }
      }
    }
  }

  /// Whether at least one cell's centre lies inside.
  public func touches(_ grid: CoverageGrid) -> Bool {
    var found = false
    forEachSpan(in: grid) { _, _, _ in found = true }
    return found
  }
}
