import Geometry
import Radio
import Testing

@Suite("Target grid")
struct TargetGridTests {
  @Test("the square round a mast holds the circle, with the mast in its middle")
  func around() throws {
    let grid = try TargetGrid(aroundEast: 40, north: -7, radiusMetres: 10_000, cellMetres: 40)
    #expect(grid.columns == 500)
    #expect(grid.rows == 500)
    #expect(abs(grid.east(column: 249, row: 3) - 20) < 1e-9)
    #expect(abs(grid.east(column: 250, row: 499) - 60) < 1e-9)
    #expect(abs(grid.north(column: 0, row: 0) + 9987) < 1e-9)
    #expect(abs(grid.north(column: 9, row: 499) - 9973) < 1e-9)
    let odd = try TargetGrid(aroundEast: 0, north: 0, radiusMetres: 1001, cellMetres: 100)
    #expect(odd.columns == 22)
    // A whole number of cells gains none by rounding.
    let exact = try TargetGrid(
      aroundEast: 0, north: 0, radiusMetres: 9900, cellMetres: 9900 * 2 / 200)
    #expect(exact.columns == 200)
  }

  @Test("a turned and sheared grid in closed form")
  func turned() throws {
    let grid = try TargetGrid(
      originEast: 5, originNorth: 7, columnStep: GridStep(eastMetres: 30, northMetres: -4),
      rowStep: GridStep(eastMetres: 3, northMetres: 31), columns: 4, rows: 3)
    #expect(grid.east(column: 3, row: 2) == 101)
    #expect(grid.north(column: 3, row: 2) == 57)
    #expect(grid.stretches.count == 3)
    #expect(grid.stretches.allSatisfy(grid.contains))
    for (row, columns) in [(3, 0..<1), (-1, 0..<1), (0, 0..<5), (0, -1..<2)] {
      #expect(!grid.contains(TargetStretch(row: row, columns: columns)))
    }
  }

  @Test("refuses what is no grid")
  func refusals() {
    for (radius, cell) in [
      (0.0, 10.0), (-5, 10), (.nan, 10), (1000, 0), (1000, -1), (1000, .nan), (1e9, 1),
      (.infinity, 10),
    ] {
      #expect(throws: UserError.self) {
        try TargetGrid(aroundEast: 0, north: 0, radiusMetres: radius, cellMetres: cell)
      }
    }
    for (columns, rows) in [(0, 1), (1, 0), (-1, 5), (100_001, 1)] {
      #expect(throws: UserError.self) {
        try TargetGrid(originEast: 0, originNorth: 0, cellMetres: 1, columns: columns, rows: rows)
      }
    }
    for (column, row) in [
      ((1.0, 2.0), (2.0, 4.0)), ((0, 0), (0, 1)), ((.nan, 0), (0, 1)), ((1, 0), (0, .infinity)),
    ] {
      #expect(throws: UserError.self) {
        try TargetGrid(
          originEast: 0, originNorth: 0,
          columnStep: GridStep(eastMetres: column.0, northMetres: column.1),
          rowStep: GridStep(eastMetres: row.0, northMetres: row.1), columns: 2, rows: 2)
      }
    }
    #expect(throws: UserError.self) {
      try TargetGrid(
        originEast: 0, originNorth: 0, cellMetres: -5, columns: 2, rows: 2)
    }
    #expect(throws: UserError.self) {
      try TargetGrid(originEast: .nan, originNorth: 0, cellMetres: 1, columns: 1, rows: 1)
    }
  }
}
