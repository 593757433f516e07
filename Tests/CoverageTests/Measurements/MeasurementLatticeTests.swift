import Coverage
import Geometry
import Testing

@Suite struct MeasurementLatticeTests {
  @Test(arguments: CellRule.Shape.allCases) func cellsHaveTheirArea(shape: CellRule.Shape) throws {
    let lattice = MeasurementLattice(shape: shape, areaSquareMetres: 737_327.6)
    for (column, row) in [(0, 0), (-3, 7), (12, -5), (400, 4001)] {
      let cell = LatticeCell(column: Int32(column), row: Int32(row))
      let outline = try Geometry.polygon(shell: lattice.corners(of: cell))
      #expect(abs(outline.area - 737_327.6) < 1e-2)
      #expect(lattice.cell(at: lattice.center(of: cell)) == cell)
    }
  }

  /// A position belongs to the cell with the nearest centre, which is what squares and regular hexagons are.
  @Test(arguments: CellRule.Shape.allCases) func theNearestCenterHasIt(shape: CellRule.Shape) {
    let lattice = MeasurementLattice(shape: shape, areaSquareMetres: 10_000)
    var random = NormalNumbers(seed: 4)
    for _ in 0..<20_000 {
      let point = Coordinate(x: 3000 * random.normal(), y: 3000 * random.normal())
      let cell = lattice.cell(at: point)
      func distance(_ cell: LatticeCell) -> Double {
        let center = lattice.center(of: cell)
        let (dx, dy) = (center.x - point.x, center.y - point.y)
        return dx * dx + dy * dy
      }
      let own = distance(cell)
      for row in cell.row - 1...cell.row + 1 {
        for column in cell.column - 1...cell.column + 1 {
          #expect(distance(LatticeCell(column: column, row: row)) >= own - 1e-6)
        }
      }
    }
  }

  @Test func cellsGoByRowThenColumn() {
    let cells = [(-1, -2), (5, -2), (-9, 0), (0, 0), (2, 0), (-4, 1)].map {
      LatticeCell(column: $0.0, row: $0.1)
    }
    #expect(cells.reversed().sorted() == cells)
    #expect(cells[0].name == "r-2c-1")
  }
}
