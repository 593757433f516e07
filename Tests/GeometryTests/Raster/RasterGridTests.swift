import Geometry
import TestSupport
import Testing

@Suite("Raster grid")
struct RasterGridTests {
  @Test("edges, middles and windows of cells")
  func places() throws {
    let grid = try RasterGrid(
      columns: 4, rows: 3, originX: 10, originY: 20, cellWidth: 2, cellHeight: 0.5, system: nil)
    #expect(grid.box == BoundingBox(minX: 10, minY: 18.5, maxX: 18, maxY: 20))
    #expect(grid.center(column: 0, row: 0) == Coordinate(x: 11, y: 19.75))
    #expect(grid.center(column: 3, row: 2) == Coordinate(x: 17, y: 18.75))
    let window = try grid.window(columns: 1..<3, rows: 2..<3)
    #expect(window.center(column: 0, row: 0) == grid.center(column: 1, row: 2))
    #expect(window.cellCount == 2)
    for (columns, rows) in [(0..<5, 0..<1), (-1..<2, 0..<1), (1..<1, 0..<1), (0..<1, 3..<4)] {
      #expect(
        userError { try grid.window(columns: columns, rows: rows) }?.code == "DR-176")
    }
  }

  @Test(
    "a grid that cannot be is refused",
    arguments: [
      [0, 1, 0, 0, 1, 1], [1, -1, 0, 0, 1, 1], [1, 1, .nan, 0, 1, 1], [1, 1, 0, .infinity, 1, 1],
      [1, 1, 0, 0, 0, 1], [1, 1, 0, 0, 1, -1], [1, 1, 1e17, 0, 1, 1], [1, 1, 0, 0, .nan, 1],
      [9e15, 9e15, 0, 0, 1, 1],
    ])
  func refused(numbers: [Double]) {
    let error = userError {
      try RasterGrid(
        columns: Int(numbers[0]), rows: Int(numbers[1]), originX: numbers[2], originY: numbers[3],
        cellWidth: numbers[4], cellHeight: numbers[5], system: nil)
    }
    #expect(error?.code == "DR-170")
  }

  @Test("a raster wants one value a cell")
  func values() throws {
    let grid = try sampleGrid(3, 2)
    #expect(userError { try Raster(grid: grid, values: [1, 2]) }?.code == "DR-170")
    let raster = try Raster(grid: grid, values: [1, 2, 3, 4, 5, 6])
    #expect(raster[column: 2, row: 0] == 3 && raster[column: 0, row: 1] == 4)
  }
}
