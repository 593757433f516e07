import Geometry
import Radio
import Testing

@Suite("Height field")
struct HeightFieldTests {
  /// 4 by 3 cells of 10 m whose heights are a plane, which bilinear interpolation keeps.
  private func plane(unknown: Int? = nil) throws -> HeightField {
    var heights: [Float] = [100, 102, 104, 106, 97, 99, 101, 103, 94, 96, 98, 100]
    if let unknown { heights[unknown] = Float.nan }
    return try HeightField(
      originEast: 1000, originNorth: -500, cellMetres: 10, columns: 4, rows: 3,
      terrainMetres: heights)
  }

  @Test("a plane in closed form, up to the outer centres")
  func interpolation() throws {
    let field = try plane()
    for (east, north) in [
      (1000.0, -500.0), (1030, -480), (1003.7, -488.2), (1010, -490), (1029.9, -480.1),
    ] {
      let height = 100 + 0.2 * (east - 1000) - 0.3 * (north + 500)
      #expect(abs(field.height(east: east, north: north) - height) < 1e-9)
    }
    for (east, north) in [(999.9, -500.0), (1030.1, -490), (1010, -500.1), (1010, -479.9)] {
      #expect(field.height(east: east, north: north).isNaN)
      #expect(field.clutter(east: east, north: north).isNaN)
    }
    #expect(field.height(east: .nan, north: -490).isNaN)
  }

  @Test("bilinear between four corners")
  func saddle() throws {
    let field = try HeightField(
      originEast: 0, originNorth: 0, cellMetres: 1, columns: 2, rows: 2,
      terrainMetres: [0, 10, 20, 70])
    // a + u (b - a) + v (c - a) + u v (a - b - c + d)
    let expected = 2.5 + 10 + 0.125 * 40
    #expect(abs(field.height(east: 0.25, north: 0.5) - expected) < 1e-12)
  }

  @Test("one unknown corner makes its four squares unknown and no more")
  func unknown() throws {
    let field = try plane(unknown: 5)
    #expect(field.height(east: 1009, north: -491).isNaN)
    #expect(field.height(east: 1019, north: -481).isNaN)
    #expect(field.height(east: 1010, north: -490).isNaN)
    #expect(field.height(east: 1020.5, north: -490).isFinite)
    #expect(field.height(east: 1025, north: -481).isFinite)
  }

  @Test("clutter is that of the cell, not in between")
  func clutter() throws {
    let field = try HeightField(
      originEast: 0, originNorth: 0, cellMetres: 10, columns: 2, rows: 2,
      terrainMetres: [0, 0, 0, 0], clutterMetres: [0, 15, 4, .nan])
    #expect(field.clutter(east: 4.9, north: 4.9) == 0)
    #expect(field.clutter(east: 5.1, north: 4.9) == 15)
    #expect(field.clutter(east: 0, north: 10) == 4)
    #expect(field.clutter(east: 10, north: 10).isNaN)
    #expect(try plane().clutter(east: 1010, north: -490) == 0)
  }

  @Test("refuses what is no field")
  func refusals() {
    func code(
      cell: Double = 10, columns: Int = 2, rows: Int = 2, _ heights: [Float] = [0, 0, 0, 0],
      clutter: [Float]? = nil, east: Double = 0
    ) -> String? {
      do throws(UserError) {
        _ = try HeightField(
          originEast: east, originNorth: 0, cellMetres: cell, columns: columns, rows: rows,
          terrainMetres: heights, clutterMetres: clutter)
        return nil
      } catch {
        return error.code
      }
    }
    #expect(code() == nil)
    #expect(code([0, .nan, 0, 0]) == nil)
    for cell in [0, -1, .nan, .infinity] { #expect(code(cell: cell) == "DR-350") }
    #expect(code(east: .nan) == "DR-350")
    #expect(code(columns: 1, rows: 4) == "DR-350")
    #expect(code(columns: 4, rows: 1) == "DR-350")
    #expect(code(columns: -2, rows: -2) == "DR-350")
    #expect(code(columns: .max, rows: 3) == "DR-350")
    #expect(code([0, 0, 0]) == "DR-350")
    #expect(code(clutter: [1]) == "DR-350")
    #expect(code([0, .infinity, 0, 0]) == "DR-351")
    #expect(code(clutter: [0, 0, -1, 0]) == "DR-351")
    #expect(code(clutter: [0, 0, .infinity, 0]) == "DR-351")
  }

  @Test("made-up hills are the seed's, rough, and within their relief")
  func hills() throws {
    let one = try SyntheticTerrain.hills(seed: 5, halfSideMetres: 3000, cellMetres: 90)
    #expect(
      try SyntheticTerrain.hills(seed: 5, halfSideMetres: 3000, cellMetres: 90).terrainMetres
        == one.terrainMetres)
    #expect(
      try SyntheticTerrain.hills(seed: 6, halfSideMetres: 3000, cellMetres: 90).terrainMetres
        != one.terrainMetres)
    #expect(one.terrainMetres.allSatisfy { (0...400).contains($0) })
    let steps = zip(one.terrainMetres, one.terrainMetres.dropFirst()).map { abs($0 - $1) }
    let mean = steps.reduce(0, +) / Float(steps.count)
    #expect(mean > 2)
    #expect(throws: UserError.self) {
      try SyntheticTerrain.hills(seed: 5, halfSideMetres: .nan, cellMetres: 90)
    }
  }
}
