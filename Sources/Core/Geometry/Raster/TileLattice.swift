/// Rasters whose cells lie on one endless lattice, as neighbouring tiles of a series do.
struct TileLattice: Sendable {
  /// A raster, and the columns and rows of the lattice that it covers.
  private struct Tile: Sendable {
    let column: Int
    let row: Int
    let raster: Raster

    func covers(_ column: Int, _ row: Int) -> Bool {
      column >= self.column && row >= self.row && column < self.column + raster.grid.columns
        && row < self.row + raster.grid.rows
    }
  }

  private struct Bin: Hashable {
    let column: Int
    let row: Int
  }

  /// How far cells of two rasters may be apart and still count as the same, in cells.
  private static let alignment = 1e-3
  /// Fractions of a cell that only come of rounding.
  private static let rounding = 1e-6
  private let grid: RasterGrid
  private var tiles: [Tile] = []
  private var bins: [Bin: [Int]] = [:]

  let system: RasterSystem
  /// Area of a cell in the unit of the plane.
  var cellArea: Double { grid.cellWidth * grid.cellHeight }
  /// Whether the plane is one of degrees: no plane of metres has cells that small all over 360.
  var isDegrees: Bool {
    let box = grid.box
    return system.isPlainDegrees
      || (abs(box.minX) <= 360 && abs(box.maxX) <= 360 && abs(box.maxY) <= 90)
  }

  init(_ raster: Raster, system: RasterSystem) {
    grid = raster.grid
    self.system = system
    add(Tile(column: 0, row: 0, raster: raster))
  }

  /// Takes a raster in if its cells lie on this lattice.
  mutating func take(_ raster: Raster) -> Bool {
    let other = raster.grid
    let isSameSystem =
      other.system == grid.system
      || (other.system?.isPlainDegrees == true && grid.system?.isPlainDegrees == true)
    let column = (other.originX - grid.originX) / grid.cellWidth
    let row = (grid.originY - other.originY) / grid.cellHeight
    let drift = max(
      abs(other.cellWidth / grid.cellWidth - 1) * Double(other.columns),
      abs(other.cellHeight / grid.cellHeight - 1) * Double(other.rows))
    guard isSameSystem, drift < TileLattice.alignment, abs(column) < 1e12, abs(row) < 1e12,
      abs(column - column.rounded()) < TileLattice.alignment,
      abs(row - row.rounded()) < TileLattice.alignment
    else { return false }
    add(Tile(column: Int(column.rounded()), row: Int(row.rounded()), raster: raster))
    return true
  }

  private mutating func add(_ tile: Tile) {
    let first = bin(tile.column, tile.row)
    let last = bin(tile.column + tile.raster.grid.columns - 1, tile.row + tile.raster.grid.rows - 1)
    for column in first.column...last.column {
      for row in first.row...last.row {
        bins[Bin(column: column, row: row), default: []].append(tiles.count)
      }
    }
    tiles.append(tile)
  }

  private func bin(_ column: Int, _ row: Int) -> Bin {
    // An arithmetic shift rounds down, below zero too: 256 cells a bin.
    Bin(column: column >> 8, row: row >> 8)
  }

  /// The value of a cell of the lattice: of the first tile that has one, NaN when there are tiles
  /// but no data, nil when there is no tile.
  private func value(_ column: Int, _ row: Int) -> Double? {
    guard let candidates = bins[bin(column, row)] else { return nil }
    var found: Double?
    for index in candidates where tiles[index].covers(column, row) {
      let tile = tiles[index]
      let value = tile.raster[column: column - tile.column, row: row - tile.row]
      if !value.isNaN { return Double(value) }
      found = .nan
    }
    return found
  }

  /// The bilinear value at a position of the plane; nil where no tile is or a value that is needed
  /// is no data.
  ///
  /// At an outer edge the outermost values go on for half a cell, which is as far as their cells
  /// reach.
  func value(at position: Coordinate) -> Double? {
    let across = TileLattice.split((position.x - grid.originX) / grid.cellWidth - 0.5)
    let down = TileLattice.split((grid.originY - position.y) / grid.cellHeight - 0.5)
    guard let across, let down else { return nil }
    let columns = across.share == 0 ? 1 : 2
    let rows = down.share == 0 ? 1 : 2
    // Corners north-west, north-east, south-west, south-east; those that are not needed are those
    // that are.
    func corner(_ column: Int, _ row: Int) -> Double? {
      value(across.first + min(column, columns - 1), down.first + min(row, rows - 1))
    }
    let corners = [corner(0, 0), corner(1, 0), corner(0, 1), corner(1, 1)]
    guard isOnTile(corners, across.share, down.share) else { return nil }
    let weights = [
      (1 - across.share) * (1 - down.share), across.share * (1 - down.share),
      (1 - across.share) * down.share, across.share * down.share,
    ]
    var sum = 0.0
    for index in 0..<4 where weights[index] > 0 {
      // Where there is no tile: the neighbour in the row, then in the column, then the last one.
      guard
        let value = corners[index] ?? corners[index ^ 1] ?? corners[index ^ 2]
          ?? corners[index ^ 3],
        !value.isNaN
      else { return nil }
      sum += weights[index] * value
    }
    return sum
  }

  /// Whether the cell round the position is of a tile; on the edge of two, either.
  private func isOnTile(_ corners: [Double?], _ across: Double, _ down: Double) -> Bool {
    let half = 0.5 + TileLattice.rounding
    for index in 0..<4 where corners[index] != nil {
      let isNearColumn = index & 1 == 0 ? across <= half : 1 - across <= half
      let isNearRow = index & 2 == 0 ? down <= half : 1 - down <= half
      if isNearColumn && isNearRow { return true }
    }
    return false
  }

  /// The whole part of a number of cells, and how far it goes to the next.
  private static func split(_ cells: Double) -> (first: Int, share: Double)? {
    guard abs(cells) < 1e12 else { return nil }
    let whole = cells.rounded()
    if abs(cells - whole) < rounding { return (Int(whole), 0) }
    let first = cells.rounded(.down)
    return (Int(first), cells - first)
  }
}
