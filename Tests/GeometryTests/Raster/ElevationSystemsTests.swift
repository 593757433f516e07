import Geometry
import TestSupport
import Testing

@Suite("Elevation in other systems and lattices")
struct ElevationSystemsTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test(
    "a plane in metres is met through its projection",
    arguments: [RasterSystem.epsg(4547), .epsg(32649), .chinaAlbers])
  func projected(system: RasterSystem) throws {
    let middle = Coordinate(longitude: 113.2, latitude: 30.7)
    let center: Coordinate
    switch system {
    case .chinaAlbers: center = Albers.china.project(middle)
    case .epsg(let code):
      center = try CoordinateTransformer(from: .cgcs2000, to: .epsg(code)).transform(middle)
    }
    let grid = try RasterGrid(
      columns: 400, rows: 400, originX: center.x.rounded() - 20_000,
      originY: center.y.rounded() + 20_000, cellWidth: 100, cellHeight: 100, system: system)
    let values = (0..<160_000).map { Float($0 % 400 - $0 / 400) }
    try GeoTIFFWriter.write(Raster(grid: grid, values: values), to: scratch.path("plane.tif"))
    let box = BoundingBox(minX: 113.15, minY: 30.65, maxX: 113.25, maxY: 30.75)
    let sampler = try ElevationModel(path: scratch.path("plane.tif"))
      .loaded(over: box, cellLimit: 40_000).sampler()
    var random = SeededGenerator(seed: 5)
    for _ in 0..<300 {
      let position = Coordinate(
        x: .random(in: box.minX...box.maxX, using: &random),
        y: .random(in: box.minY...box.maxY, using: &random))
      let image: Coordinate
      switch system {
      case .chinaAlbers: image = Albers.china.project(position)
      case .epsg(let code):
        image = try CoordinateTransformer(from: .cgcs2000, to: .epsg(code)).transform(position)
      }
      let expected =
        (image.x - grid.originX) / 100 - 0.5 - ((grid.originY - image.y) / 100 - 0.5)
      let height = try #require(sampler.heightMetres(at: position))
      #expect(abs(height - expected) < 1e-5)
    }
  }

  @Test("the finer of two models comes first, the coarser where it has nothing")
  func twoLattices() throws {
    let coarse = try RasterGrid(
      columns: 4, rows: 4, originX: 110, originY: 30, cellWidth: 1, cellHeight: 1,
      system: .epsg(4326))
    let fine = try RasterGrid(
      columns: 4, rows: 4, originX: 111, originY: 29, cellWidth: 0.3, cellHeight: 0.3,
      system: .epsg(4326))
    try GeoTIFFWriter.write(
      Raster(grid: coarse, values: [Float](repeating: 1, count: 16)), to: scratch.path("a.tif"))
    try GeoTIFFWriter.write(
      Raster(grid: fine, values: [Float](repeating: 2, count: 16)), to: scratch.path("b.tif"))
    let world = BoundingBox(minX: -180, minY: -90, maxX: 180, maxY: 90)
    let sampler = try ElevationModel(path: scratch.path("")).loaded(over: world).sampler()
    let heights = sampler.heightsMetres(
      at: [(111.5, 28.5), (113, 27), (115, 27)].map { Coordinate(x: $0.0, y: $0.1) })
    #expect(heights == [2, 1, nil])
  }
}
