public import Geometry

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A cell of a lattice by whole numbers; ordered by row, then column.
public struct LatticeCell: Hashable, Sendable, Comparable {
  /// Eastward from the central meridian.
  public let column: Int32
  /// Northward from the equator.
  public let row: Int32

  /// A cell.
  public init(column: Int32, row: Int32) {
    self.column = column
    self.row = row
  }

  /// Name in outputs, such as `r38211c-104`.
  public var name: String { "r\(row)c\(column)" }

  /// South before north, then west before east.
  public static func < (one: LatticeCell, other: LatticeCell) -> Bool {
    (one.row, one.column) < (other.row, other.column)
  }

  /// A number that is ordered as the cells are.
  var key: UInt64 {
    UInt64(UInt32(bitPattern: row ^ Int32.min)) << 32 | UInt64(UInt32(bitPattern: column ^ .min))
  }

  init(key: UInt64) {
    row = Int32(bitPattern: UInt32(truncatingIfNeeded: key >> 32)) ^ Int32.min
    column = Int32(bitPattern: UInt32(truncatingIfNeeded: key)) ^ Int32.min
  }
}

/// Equal cells over the national Albers plane: squares, or hexagons with a corner to the north.
///
/// A position on an edge belongs to one cell: to the east or north one of squares, to the one that the
/// rounding of cube coordinates gives for hexagons (redblobgames.com/grids/hexagons). Odd rows
/// of hexagons are moved half a cell to the east.
public struct MeasurementLattice: Hashable, Sendable {
  /// Outline of the cells.
  public let shape: CellRule.Shape
  /// Area of a cell in square metres.
  public let areaSquareMetres: Double
  /// Side of a square; distance from centre to corner of a hexagon.
  let sizeMetres: Double
  /// Distance between neighbours in a row.
  let pitch: Double
  /// Distance between rows.
  let rowPitch: Double

  /// A lattice; the area must be above 0.
  public init(shape: CellRule.Shape, areaSquareMetres: Double) {
    self.shape = shape
    self.areaSquareMetres = areaSquareMetres
    switch shape {
    case .square:
      sizeMetres = areaSquareMetres.squareRoot()
      pitch = sizeMetres
      rowPitch = sizeMetres
    case .hexagon:
      // A regular hexagon of side s has the area 3 sqrt(3) / 2 s^2.
      sizeMetres = (areaSquareMetres / (1.5 * 3.0.squareRoot())).squareRoot()
      pitch = 3.0.squareRoot() * sizeMetres
      rowPitch = 1.5 * sizeMetres
    }
  }

  /// The cell of a position on the Albers plane within 1e9 cells of the origin.
  public func cell(at plane: Coordinate) -> LatticeCell {
    switch shape {
    case .square:
      return LatticeCell(
        column: Int32((plane.x / pitch).rounded(.down)),
        row: Int32((plane.y / pitch).rounded(.down)))
    case .hexagon:
      let r = plane.y / rowPitch
      let q = plane.x / pitch - r / 2
      return hexagon(q, r)
    }
  }

  /// Rounds axial coordinates: the one of three that was rounded most is made of the others.
  private func hexagon(_ q: Double, _ r: Double) -> LatticeCell {
    var roundedQ = q.rounded()
    var roundedR = r.rounded()
    let s = -q - r
    let roundedS = s.rounded()
    let (offQ, offR, offS) = (abs(roundedQ - q), abs(roundedR - r), abs(roundedS - s))
    if offQ > offR, offQ > offS {
      roundedQ = -roundedR - roundedS
    } else if offR > offS {
      roundedR = -roundedQ - roundedS
    }
    let row = Int32(roundedR)
    return LatticeCell(column: Int32(roundedQ) &+ ((row &- (row & 1)) / 2), row: row)
  }

  /// Middle of a cell on the Albers plane.
  public func center(of cell: LatticeCell) -> Coordinate {
    switch shape {
    case .square:
      Coordinate(x: (Double(cell.column) + 0.5) * pitch, y: (Double(cell.row) + 0.5) * pitch)
    case .hexagon:
      Coordinate(
        x: (Double(cell.column) + (cell.row & 1 == 0 ? 0 : 0.5)) * pitch,
        y: Double(cell.row) * rowPitch)
    }
  }

  /// Corners of a cell on the Albers plane, anticlockwise, the first not repeated.
  public func corners(of cell: LatticeCell) -> [Coordinate] {
    let middle = center(of: cell)
    let offsets: [(Double, Double)] =
      switch shape {
      case .square: [(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)]
      case .hexagon: [(0, -1), (0.5, -0.5), (0.5, 0.5), (0, 1), (-0.5, 0.5), (-0.5, -0.5)]
      }
    return offsets.map {
      Coordinate(x: middle.x + $0.0 * pitch, y: middle.y + $0.1 * sizeMetres)
    }
  }

  /// The smallest box round a cell.
  func box(of cell: LatticeCell) -> BoundingBox {
    let middle = center(of: cell)
    let half = shape == .square ? sizeMetres / 2 : sizeMetres
    return BoundingBox(
      minX: middle.x - pitch / 2, minY: middle.y - half, maxX: middle.x + pitch / 2,
      maxY: middle.y + half)
  }

  /// At least the cells that a box touches; some more round it.
  func forEachCell(touching box: BoundingBox, _ visit: (LatticeCell) -> Void) {
    guard !box.isEmpty else { return }
    let margin = shape == .square ? 0.0 : 1.0
    let rows =
      Int32(
        (box.minY / rowPitch - margin).rounded(.down))...Int32(
        (box.maxY / rowPitch + margin).rounded(.down))
    let columns =
      Int32(
        (box.minX / pitch - margin).rounded(.down))...Int32(
        (box.maxX / pitch + margin).rounded(.down))
    for row in rows {
      for column in columns { visit(LatticeCell(column: column, row: row)) }
    }
  }
}
