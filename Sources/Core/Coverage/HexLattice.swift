public import Geometry

/// A hexagonal lattice of possible mast positions over a grid.
public struct HexLattice: Sendable {
  /// Distance between neighbours.
  public let spacingMetres: Double
  /// Frame whose origin is a lattice point, and in which the spacing holds.
  public let frame: AlbersFrame

  /// A lattice; the spacing must be above 0.
  public init(spacingMetres: Double, frame: AlbersFrame) {
    self.spacingMetres = spacingMetres
    self.frame = frame
  }

  /// Albers positions of the points within `marginMetres` of a cell's centre, from the anchor outward;
  /// points at the same distance by row, then column.
  public func points(over grid: CoverageGrid, marginMetres: Double) -> [Coordinate] {
    var box = BoundingBox()
    let bounds = grid.albersBounds
    for x in [bounds.minX, bounds.maxX] {
      for y in [bounds.minY, bounds.maxY] {
        box.extend(by: frame.local(Coordinate(x: x, y: y)))
      }
    }
    let rowHeight = spacingMetres * 0.75.squareRoot()
    let firstRow = Int(((box.minY - marginMetres) / rowHeight).rounded(.down))
    let lastRow = Int(((box.maxY + marginMetres) / rowHeight).rounded(.up))
    var found: [(distance: Double, position: Coordinate)] = []
    for row in firstRow...lastRow {
      let shift = row.isMultiple(of: 2) ? 0 : 0.5
      let first = Int(((box.minX - marginMetres) / spacingMetres - shift).rounded(.down))
      let last = Int(((box.maxX + marginMetres) / spacingMetres - shift).rounded(.up))
      for column in first...last {
        let local = Coordinate(
          x: (Double(column) + shift) * spacingMetres, y: Double(row) * rowHeight)
        let position = frame.plane(local)
        let disc = Disc(center: position, radiusMetres: marginMetres, frame: frame)
        if disc.touches(grid) { found.append((local.x * local.x + local.y * local.y, position)) }
      }
    }
    // The sort is stable, so equal distances keep the order of rows and columns.
    return found.sorted { $0.distance < $1.distance }.map(\.position)
  }
}
