import Foundation
import Geometry
import TestSupport
import Testing

@Suite("Elevation model")
struct ElevationModelTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// A GeoTIFF of a plane z = 10 + 3 x - 2 y, counted from 110 east and 30 north in degrees.
  private func tile(
    _ name: String, columns: Int = 10, rows: Int = 10, column: Int = 0, row: Int = 0,
    hole: (Int, Int)? = nil, unit: String? = nil
  ) throws {
    let grid = try RasterGrid(
      columns: columns, rows: rows, originX: 110 + Double(column) * 0.1,
      originY: 30 - Double(row) * 0.1, cellWidth: 0.1, cellHeight: 0.1, system: .epsg(4490))
    var values: [Float] = []
    for row in 0..<rows {
      for column in 0..<columns {
        let isHole = hole.map { $0 == (column, row) } ?? false
        values.append(isHole ? .nan : Float(plane(grid.center(column: column, row: row))))
      }
    }
    try GeoTIFFWriter.write(
      Raster(grid: grid, values: values), metadata: RasterMetadata(unit: unit),
      to: scratch.path(name))
  }

  private func plane(_ position: Coordinate) -> Double {
    10 + 3 * (position.x - 110) - 2 * (position.y - 30)
  }

  private func sampler(
    _ path: String = "", over box: BoundingBox? = nil
  ) throws -> ElevationSampler {
    let world = BoundingBox(minX: -180, minY: -90, maxX: 180, maxY: 90)
    return try ElevationModel(path: scratch.path(path)).loaded(over: box ?? world).sampler()
  }

  @Test("a plane is met exactly, across the edges of tiles in both directions too")
  func seams() throws {
    try tile("a.tif")
    try tile("b.tif", columns: 7, column: 10)
    try tile("c.tif", rows: 4, row: 10)
    try tile("d.tiff", column: 10, row: 10)
    try scratch.file("readme.txt", "no tile")
    let sampler = try sampler()
    var random = SeededGenerator(seed: 3)
    for _ in 0..<3000 {
      // All between the outermost middles of the four.
      let position = Coordinate(
        x: .random(in: 110.05...111.65, using: &random),
        y: .random(in: 28.65...29.95, using: &random))
      let height = try #require(sampler.heightMetres(at: position))
      #expect(abs(height - plane(position)) < 2e-6)
    }
  }

  @Test("half a cell beyond the outermost middles counts, further does not")
  func outerEdge() throws {
    try tile("a.tif")
    let sampler = try sampler("a.tif")
    let north = try #require(sampler.heightMetres(at: Coordinate(x: 110.5, y: 30)))
    #expect(abs(north - plane(Coordinate(x: 110.5, y: 29.95))) < 2e-6)
    let corner = try #require(sampler.heightMetres(at: Coordinate(x: 110.001, y: 29.001)))
    #expect(abs(corner - plane(Coordinate(x: 110.05, y: 29.05))) < 2e-6)
    for (x, y) in [
      (109.999, 29.5), (111.001, 29.5), (110.5, 30.001), (110.5, 28.999), (0, 0), (-170, -80),
    ] {
      #expect(sampler.heightMetres(at: Coordinate(x: x, y: y)) == nil)
    }
    for x in [Double.nan, .infinity, 1e300] {
      #expect(sampler.heightMetres(at: Coordinate(x: x, y: 29.5)) == nil)
    }
  }

  @Test("a missing tile is unknown, the tiles round it end half a cell on")
  func missingTile() throws {
    try tile("a.tif")
    try tile("b.tif", column: 10)
    try tile("c.tif", row: 10)
    let sampler = try sampler()
    #expect(sampler.heightMetres(at: Coordinate(x: 111.5, y: 28.5)) == nil)
    #expect(sampler.heightMetres(at: Coordinate(x: 111.001, y: 28.999)) == nil)
    #expect(sampler.heightMetres(at: Coordinate(x: 111.001, y: 29.001)) != nil)
    #expect(sampler.heightMetres(at: Coordinate(x: 110.999, y: 28.999)) != nil)
  }

  @Test("no data makes unknown whatever needs it, and nothing else")
  func noData() throws {
    try tile("a.tif", hole: (4, 4))
    let sampler = try sampler()
    // The hole's middle is at 110.45, 29.55; values reach to the next middles.
    for (dx, dy, isKnown) in [
      (0.0, 0.0, false), (0.09, 0, false), (0.09, 0.09, false), (-0.09, 0.09, false),
      (0.1, 0, true), (0, -0.1, true), (0.1, 0.05, true), (0.11, 0.0, true),
    ] {
      let height = sampler.heightMetres(at: Coordinate(x: 110.45 + dx, y: 29.55 + dy))
      #expect((height != nil) == isKnown, "\(dx) \(dy)")
    }
  }

  @Test("height files of two degrees join on the samples they share")
  func heightFiles() throws {
    let rule = { (offset: Int) in { (column: Int, row: Int) in Int16(column + offset + 2 * row) } }
    _ = try heightFile("N30E120.hgt", in: scratch, rule(0))
    _ = try heightFile("N30E121.hgt", in: scratch, rule(1200))
    let sampler = try sampler()
    for x in stride(from: 120.0, through: 122, by: 0.00731) {
      let height = try #require(sampler.heightMetres(at: Coordinate(x: x, y: 30.4321)))
      #expect(abs(height - (1200 * (x - 120) + 2400 * (31 - 30.4321))) < 1e-6)
    }
    #expect(sampler.heightMetres(at: Coordinate(x: 121, y: 30)) == 3600)
  }

  @Test("only what a box needs is read, and outside it nothing is known")
  func box() throws {
    try tile("a.tif", columns: 300, rows: 300)
    let box = BoundingBox(minX: 112, minY: 20, maxX: 113, maxY: 21)
    let model = try ElevationModel(path: scratch.path("a.tif"))
    // A tenth of the 90 000 cells is more than enough for 10 by 10 and a margin.
    let sampler = try model.loaded(over: box, cellLimit: 300).sampler()
    for (x, y) in [(112.0, 20.0), (113, 21), (112.37, 20.51)] {
      let height = try #require(sampler.heightMetres(at: Coordinate(x: x, y: y)))
      #expect(abs(height - plane(Coordinate(x: x, y: y))) < 2e-5)
    }
    #expect(sampler.heightMetres(at: Coordinate(x: 113.001, y: 20.5)) == nil)
    #expect(userError { try model.loaded(over: box, cellLimit: 99) }?.code == "DR-176")
    let none = try model.loaded(over: BoundingBox()).sampler()
    #expect(none.heightMetres(at: Coordinate(x: 112, y: 20)) == nil)
  }

  @Test("what is no model of heights")
  func refused() throws {
    #expect(userError { try ElevationModel(path: scratch.path("none")) }?.code == "DR-171")
    #expect(userError { try ElevationModel(path: scratch.path("")) }?.code == "DR-181")
    try tile("a.tif", unit: "ft")
    #expect(userError { try ElevationModel(path: scratch.path("")) }?.code == "DR-182")
    try tile("a.tif", unit: "m")
    #expect(try ElevationModel(path: scratch.path("")).grids.count == 1)
    try GeoTIFFWriter.write(
      Raster(grid: sampleGrid(1, 1, system: nil), values: [1]), to: scratch.path("b.tif"))
    #expect(userError { try ElevationModel(path: scratch.path("")) }?.code == "DR-183")
    try scratch.file("b.tif", "no TIFF")
    let error = userError { try ElevationModel(path: scratch.path("")) }
    #expect(error?.code == "DR-172" && error?.place.hasSuffix("b.tif") == true)
  }

  @Test("threads that share a surface agree")
  func threads() async throws {
    try tile("a.tif")
    try tile("b.tif", column: 10)
    let world = BoundingBox(minX: -180, minY: -90, maxX: 180, maxY: 90)
    let surface = try ElevationModel(path: scratch.path("")).loaded(over: world)
    let positions = (0..<500).map { Coordinate(x: 109.9 + Double($0) * 0.0045, y: 29.4) }
    let expected = try surface.sampler().heightsMetres(at: positions)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask { try surface.sampler().heightsMetres(at: positions) == expected }
      }
      for try await isSame in group { #expect(isSame) }
    }
  }
}
