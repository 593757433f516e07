import Geometry
import TestSupport
import Testing

@Suite struct PolygonRasterTests {
  private func grid(_ columns: Int, _ rows: Int, cell: Double = 1) throws -> RasterGrid {
    try RasterGrid(
      columns: columns, rows: rows, originX: 0, originY: Double(rows) * cell, cellWidth: cell,
      cellHeight: cell, system: .epsg(4490))
  }

  private func owners(
    _ polygons: [Geometry], _ grid: RasterGrid, bands: [Range<Int>]
  ) throws -> [[Int]] {
    let raster = try PolygonRaster(
      polygons, on: grid, plane: .system(.epsg(4490)), bands: bands)
    var owners = [[Int]](repeating: [], count: grid.cellCount)
    for band in bands.indices {
      for span in raster.spans(ofBand: band) {
        #expect(bands[band].contains(span.row))
        for column in span.columns { owners[span.row * grid.columns + column].append(span.polygon) }
      }
    }
    return owners
  }

  @Test func middlesOnEdgesAreHalfOpen() throws {
    // From middle to middle: western and northern middles are inside, eastern and southern ones not.
    let square = try Geometry(wkt: "POLYGON((0.5 0.5, 2.5 0.5, 2.5 2.5, 0.5 2.5, 0.5 0.5))")
    let found = try owners([square], grid(4, 4), bands: [0..<4])
    let inside = found.indices.filter { !found[$0].isEmpty }
    // Rows from the north: middles at 3.5, 2.5, 1.5, 0.5.
    #expect(inside == [4, 5, 8, 9])
  }

  @Test func holesAndPartsAreCutOut() throws {
    let shape = try Geometry(
      wkt: "MULTIPOLYGON(((0 0,5 0,5 5,0 5,0 0),(1 1,4 1,4 4,1 4,1 1)),((2 2,3 2,3 3,2 3,2 2)))")
    let found = try owners([shape], grid(5, 5), bands: [0..<2, 2..<4, 4..<5])
    #expect(found.count { !$0.isEmpty } == 25 - 9 + 1)
    #expect(!found[2 * 5 + 2].isEmpty)
  }

  @Test func neighboursShareNoCellAndLeaveNoneOutOverSeeds() throws {
    for seed in 0..<30 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      // A fan of triangles round a point covers a square; vertices on middles of cells among them.
      let middle = Coordinate(
        x: Double.random(in: 2...8, using: &random), y: Double.random(in: 2...8, using: &random))
      var corners = [Coordinate(x: 0, y: 0)]
      for (x, y) in [(10.0, 0.0), (10, 10), (0, 10), (0, 0)] {
        let last = corners[corners.count - 1]
        let share = Bool.random(using: &random) ? 0.5 : Double.random(in: 0.1...0.9, using: &random)
        corners.append(
          Coordinate(x: last.x + (x - last.x) * share, y: last.y + (y - last.y) * share))
        corners.append(Coordinate(x: x, y: y))
      }
      let fan = try zip(corners, corners.dropFirst()).map {
        try Geometry.polygon(shell: [middle, $0, $1, middle], holes: [])
      }
      let grid = try grid(100, 100, cell: 0.1)
      let bands = [0..<32, 32..<64, 64..<96, 96..<100]
      let found = try owners(fan, grid, bands: bands)
      #expect(found.allSatisfy { $0.count == 1 }, "seed \(seed)")
      for (index, polygon) in fan.enumerated() {
        let prepared = try PreparedGeometry(polygon)
        for cell in stride(from: index, to: grid.cellCount, by: 97) {
          let center = grid.center(column: cell % 100, row: cell / 100)
          let isNear =
            try polygon.difference(polygon.buffer(-1e-6)).distance(
              to: Geometry.point(center)) < 1e-6
          if !isNear { #expect((found[cell] == [index]) == prepared.contains(center)) }
        }
      }
    }
  }

  @Test func whatIsOutsideTheGridIsCutOff() throws {
    let wide = try Geometry(wkt: "POLYGON((-5 -5, 20 -5, 20 20, -5 20, -5 -5))")
    let away = try Geometry(wkt: "POLYGON((50 50, 60 50, 60 60, 50 50))")
    let found = try owners([wide, away], grid(3, 3), bands: [0..<2, 2..<3])
    #expect(found == [[Int]](repeating: [0], count: 9))
  }

  @Test func mollweideIsAsPROJHasIt() {
    // PROJ's own test, +proj=moll +a=6400000: 2 E 1 N is 201113.698641813, 124066.283433860.
    let scale = 6_400_000 / Mollweide.radiusMetres
    let found = Mollweide.project(Coordinate(longitude: 2, latitude: 1))
    #expect(abs(found.x * scale - 201_113.698641813) < 1e-6)
    #expect(abs(found.y * scale - 124_066.283433860) < 1e-6)
    let pole = Mollweide.project(Coordinate(longitude: 110, latitude: 90))
    #expect(abs(pole.x) < 1e-3)
    #expect(abs(pole.y - 2.0.squareRoot() * Mollweide.radiusMetres) < 1e-6)
  }

  @Test func mollweideIsKnownByItsName() {
    func isKnown(_ citation: String, _ code: Int? = 32767) -> Bool {
      RasterDefinition(code: code, citation: citation).isWorldMollweide
    }
    #expect(isKnown("World_Mollweide|WGS 84|"))
    #expect(isKnown("", 54009))
    #expect(
      isKnown(
        "ESRI PE String = PROJCS[\"World_Mollweide\",PROJECTION[\"Mollweide\"],"
          + "PARAMETER[\"Central_Meridian\",0.0],UNIT[\"Meter\",1.0]]|"))
    #expect(!isKnown("PROJCS[\"x\",PROJECTION[\"Mollweide\"],PARAMETER[\"Central_Meridian\",110]]"))
    #expect(!isKnown("World Sinusoidal|", 32767) && !isKnown("", nil))
  }
}
