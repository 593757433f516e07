import Coverage
import Geometry
import TestSupport
import Testing

@Suite struct CoverageGridTests {
  @Test func axisParallelSquareHasTheExactCells() {
    let square = [[ring(0, 0, 1000, 500)]]
    let grid = CoverageGrid(albersPolygons: square, cellMetres: 50)
    #expect(grid.cellCount == 20 * 10)
    #expect(grid.areaSquareMetres == 500_000)
    var centers: [Coordinate] = []
    grid.forEachCell { centers.append($1) }
    #expect(centers.first == Coordinate(x: 25, y: 25))
    #expect(centers.last == Coordinate(x: 975, y: 475))
  }

  @Test func holeIsLeftOut() {
    let grid = CoverageGrid(
      albersPolygons: [[ring(0, 0, 1000, 1000), ring(200, 200, 800, 800)]], cellMetres: 100)
    #expect(grid.cellCount == 100 - 36)
  }

  @Test func neighboursShareNoCellAndLeaveNoGap() {
    // The common edge runs through cell centres: half-open, each centre belongs to one side.
    let west = CoverageGrid(albersPolygons: [[ring(0, 0, 525, 1000)]], cellMetres: 50)
    let east = CoverageGrid(albersPolygons: [[ring(525, 0, 1000, 1000)]], cellMetres: 50)
    #expect(west.cellCount + east.cellCount == 20 * 20)
    #expect(cells(of: west).isDisjoint(with: cells(of: east)))
  }

  @Test func tinyFootprintStillHasACell() {
    let grid = CoverageGrid(albersPolygons: [[ring(10, 10, 12, 12)]], cellMetres: 50)
    #expect(grid.cellCount == 1)
    #expect(cells(of: grid) == [Coordinate(x: 25, y: 25)])
  }

  @Test(arguments: 0..<50) func areaOfRandomPolygonsAndMembershipAgreeWithGEOS(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let ring = star(&random)
    let polygon = try Geometry.polygon(shell: ring, holes: [])
    let grid = CoverageGrid(albersPolygons: [[ring]], cellMetres: 25)
    let prepared = try PreparedGeometry(polygon)
    var inside = 0
    grid.forEachCell { if prepared.contains($1) { inside += 1 } }
    #expect(inside == grid.cellCount)
    let perimeterCells = polygon.length / 25
    #expect(abs(grid.areaSquareMetres - polygon.area) < perimeterCells * 25 * 25)
  }

  private func ring(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> [Coordinate] {
    [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)].map { Coordinate(x: $0.0, y: $0.1) }
  }

  private func star(_ random: inout SeededGenerator) -> [Coordinate] {
    let tips: [(Double, Double)] = [
      (1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0), (-0.7, -0.7), (0, -1), (0.7, -0.7),
    ]
    var ring = tips.map { tip -> Coordinate in
      let radius = Double.random(in: 300...3000, using: &random)
      return Coordinate(x: 12_345.6 + tip.0 * radius, y: 3_765_432.1 + tip.1 * radius)
    }
    ring.append(ring[0])
    return ring
  }

  private func cells(of grid: CoverageGrid) -> Set<Coordinate> {
    var cells: Set<Coordinate> = []
    grid.forEachCell { cells.insert($1) }
    return cells
  }
}
