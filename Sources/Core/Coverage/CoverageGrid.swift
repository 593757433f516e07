public import Geometry

/// The cells of a national raster whose centres lie inside a footprint.
///
/// The raster lies on the Albers equal-area projection with the corner of cell (0, 0) at the
/// projection's origin, so that grids of different settlements fit together and every cell has the
/// same area. Cells are kept as runs along rows: memory follows the built-up area, not its box.
public struct CoverageGrid: Sendable {
  /// Side of a cell.
  public let cellMetres: Double
  /// National index of the first row (counted northward).
  public let firstRow: Int
  /// Cells in all.
  public let cellCount: Int
  /// Runs of row r are `runs[rowStarts[r]..<rowStarts[r + 1]]`, by column.
  let rowStarts: [Int32]
  let runs: [Run]

  struct Run: Sendable {
    /// National index of the first column (counted eastward).
    var column: Int32
    var count: Int32
    /// Index of the first cell.
    var offset: Int32
  }

  /// Rows of the grid's box.
  public var rowCount: Int { rowStarts.count - 1 }

  /// Grid of a footprint already projected to Albers metres.
  ///
  /// A cell counts when its centre is inside by the even-odd rule; an edge exactly on a centre takes
  /// the cell to its east (half-open), so that two neighbours never share one. A footprint that holds
  /// no centre gets the one cell that holds its first vertex: no settlement is without a cell.
  public init(albersPolygons: [[[Coordinate]]], cellMetres: Double) {
    self.cellMetres = cellMetres
    let crossings = RowCrossings(polygons: albersPolygons, cellMetres: cellMetres)
    var runs: [Run] = []
    var rowStarts: [Int32] = [0]
    var offset: Int32 = 0
    for row in crossings.rows {
      for pair in stride(from: 0, to: row.count - 1, by: 2) {
        // Centre of column c is (c + 0.5) * cell; it is inside when west <= centre < east.
        let first = Int32((row[pair] / cellMetres - 0.5).rounded(.up))
        let end = Int32((row[pair + 1] / cellMetres - 0.5).rounded(.up))
        guard end > first else { continue }
        runs.append(Run(column: first, count: end - first, offset: offset))
        offset += end - first
      }
      rowStarts.append(Int32(runs.count))
    }
    if runs.isEmpty, let vertex = albersPolygons.first?.first?.first {
      firstRow = Int((vertex.y / cellMetres).rounded(.down))
      self.runs = [
        Run(column: Int32((vertex.x / cellMetres).rounded(.down)), count: 1, offset: 0)
      ]
      self.rowStarts = [0, 1]
      cellCount = 1
    } else {
      firstRow = crossings.firstRow
      self.runs = runs
      self.rowStarts = rowStarts
      cellCount = Int(offset)
    }
  }

  /// The fewest cells that are a share (0 to 1) of all, by the division that an audit makes.
  public func cells(forShare share: Double) -> Int {
    var cells = Int((share * Double(cellCount)).rounded(.up))
    while cells > 0, Double(cells - 1) / Double(cellCount) >= share { cells -= 1 }
    return cells
  }

  /// Area of the cells.
  public var areaSquareMetres: Double { Double(cellCount) * cellMetres * cellMetres }

  /// Calls `body` with every cell's index and the Albers position of its centre, in order.
  public func forEachCell(_ body: (Int, Coordinate) -> Void) {
    for row in 0..<rowCount {
      let y = (Double(firstRow + row) + 0.5) * cellMetres
      for run in runs[Int(rowStarts[row])..<Int(rowStarts[row + 1])] {
        for step in 0..<Int(run.count) {
          let x = (Double(Int(run.column) + step) + 0.5) * cellMetres
          body(Int(run.offset) + step, Coordinate(x: x, y: y))
        }
      }
    }
  }

  /// Box of the cells in Albers metres.
  public var albersBounds: BoundingBox {
    var box = BoundingBox()
    for row in 0..<rowCount {
      let y = Double(firstRow + row) * cellMetres
      for run in runs[Int(rowStarts[row])..<Int(rowStarts[row + 1])] {
        let x = Double(run.column) * cellMetres
        box.extend(by: Coordinate(x: x, y: y))
        box.extend(
          by: Coordinate(x: x + Double(run.count) * cellMetres, y: y + cellMetres))
      }
    }
    return box
  }
}

/// Where the edges of polygons cross the centre lines of raster rows, sorted along each row.
private struct RowCrossings {
  let firstRow: Int
  let rows: [[Double]]

  init(polygons: [[[Coordinate]]], cellMetres: Double) {
    var low = Double.infinity
    var high = -Double.infinity
    for ring in polygons.joined() {
      for vertex in ring {
        low = min(low, vertex.y)
        high = max(high, vertex.y)
      }
    }
    guard low <= high else {
      firstRow = 0
      rows = []
      return
    }
    let first = Int((low / cellMetres).rounded(.down))
    let last = Int((high / cellMetres).rounded(.down))
    var rows = [[Double]](repeating: [], count: last - first + 1)
    for ring in polygons.joined() where ring.count > 2 {
      for (one, other) in zip(ring, ring.dropFirst()) where one.y != other.y {
        let (south, north) = one.y < other.y ? (one, other) : (other, one)
        // Rows whose centre y satisfies south.y <= y < north.y: each vertex counts once.
        let begin = Int((south.y / cellMetres - 0.5).rounded(.up))
        let end = Int((north.y / cellMetres - 0.5).rounded(.up))
        let slope = (north.x - south.x) / (north.y - south.y)
        for row in begin..<max(begin, end) {
          let y = (Double(row) + 0.5) * cellMetres
          rows[row - first].append(south.x + (y - south.y) * slope)
        }
      }
    }
    for index in rows.indices { rows[index].sort() }
    firstRow = first
    self.rows = rows
  }
}
