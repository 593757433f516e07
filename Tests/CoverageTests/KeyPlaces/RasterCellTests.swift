import Coverage
import Geometry
import TestSupport
import Testing

@Suite struct RasterCellTests {
  /// A grid of single cells has just these, whether they touch or not, and finds each of them.
  @Test(arguments: 0..<20) func aGridOfCellsHasTheseAndNoOthers(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let plane = Albers.china.project(PlaneWorld.origin)
    let points = (0..<30).map { _ in
      Albers.china.unproject(
        Coordinate(
          x: plane.x + Double.random(in: 0..<400, using: &random),
          y: plane.y + Double.random(in: 0..<400, using: &random)))
    }
    let cells = Set(points.map { RasterCell(at: $0, cellMetres: 50) })
    let grid = CoverageGrid(cells: cells, cellMetres: 50)
    #expect(grid.cellCount == cells.count)
    var found: [Int: RasterCell] = [:]
    grid.forEachCell { index, centre in
      found[index] = RasterCell(at: Albers.china.unproject(centre), cellMetres: 50)
    }
    #expect(Set(found.values) == cells)
    for (index, cell) in found { #expect(grid.index(of: cell) == index) }
    for point in points {
      let away = Albers.china.project(point)
      let cell = RasterCell(
        at: Albers.china.unproject(Coordinate(x: away.x + 5000, y: away.y)), cellMetres: 50)
      #expect(grid.index(of: cell) == nil)
    }
  }
}
