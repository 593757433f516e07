import Coverage
import Geometry
import Radio
import TestSupport
import Testing

@Suite("Ground sampled round a mast")
struct TerrainGroundTests {
  /// A plane that is tilted in degrees, over a box of degrees round the mast.
  private func file(
    _ scratch: Scratch, _ name: String, halfDegrees: Double = 0.1, cell: Double = 0.001,
    _ height: (Coordinate) -> Float
  ) throws -> String {
    let side = Int(2 * halfDegrees / cell)
    let grid = try RasterGrid(
      columns: side, rows: side, originX: MastWorld.mast.x - halfDegrees,
      originY: MastWorld.mast.y + halfDegrees, cellWidth: cell, cellHeight: cell,
      system: .epsg(4490))
    let values = (0..<grid.cellCount).map { index in
      height(grid.center(column: index % side, row: index / side))
    }
    try GeoTIFFWriter.write(try Raster(grid: grid, values: values), to: scratch.path(name))
    return scratch.path(name)
  }

  private func tilted(_ position: Coordinate) -> Float {
    Float(
      500 + 1000 * (position.x - MastWorld.mast.x) - 2000 * (position.y - MastWorld.mast.y))
  }

  @Test("a tilted plane is found again, by any number of threads", arguments: [1, 3])
  func plane(threads: Int) throws {
    let scratch = try Scratch()
    let elevation = try ElevationModel(path: try file(scratch, "dem.tif", tilted))
    let plane = try LocalPlane(nationalAt: MastWorld.mast)
    let ground = try TerrainGround(
      sampling: elevation, round: plane, radiusMetres: 5000, threads: threads)
    #expect(abs(ground.mastMetres - 500) < 0.01)
    // A thousandth of a degree: 92.4 m along the parallel, which is the finer way.
    #expect(abs(ground.field.cellMetres - 92.4) < 0.3)
    for (east, north) in [(0.0, 3000.0), (4000, -2000), (-4990, 0), (1234, 567)] {
      let degrees = try plane.degrees(
        ofPlane: [plane.plane(of: Coordinate(x: east, y: north))])[0]
      let height = ground.field.height(east: east, north: north)
      #expect(abs(height - Double(tilted(degrees))) < 0.05, "\(east), \(north)")
    }
  }

  @Test("what the file does not hold is unknown")
  func hole() throws {
    let scratch = try Scratch()
    let path = try file(scratch, "dem.tif", halfDegrees: 0.02) { position in
      position.x > MastWorld.mast.x + 0.01 ? .nan : 10
    }
    let elevation = try ElevationModel(path: path)
    let plane = try LocalPlane(nationalAt: MastWorld.mast)
    let ground = try TerrainGround(sampling: elevation, round: plane, radiusMetres: 5000)
    #expect(ground.field.height(east: 0, north: 1000) == 10)
    #expect(ground.field.height(east: 1500, north: 0).isNaN)
    #expect(ground.field.height(east: 0, north: 4000).isNaN)
    let far = try LocalPlane(
      nationalAt: Coordinate(longitude: MastWorld.mast.x + 1, latitude: MastWorld.mast.y))
    let error = userError {
      try TerrainGround(sampling: elevation, round: far, radiusMetres: 5000)
    }
    #expect(error?.code == "DR-382")
  }

  @Test("clutter stands on the ground; below it it is refused")
  func clutter() throws {
    let scratch = try Scratch()
    let elevation = try ElevationModel(path: try file(scratch, "dem.tif") { _ in 100 })
    let standing = try ElevationModel(path: try file(scratch, "clutter.tif") { _ in 12 })
    let plane = try LocalPlane(nationalAt: MastWorld.mast)
    let ground = try TerrainGround(
      sampling: elevation, clutter: standing, round: plane, radiusMetres: 3000)
    #expect(ground.field.clutter(east: 1000, north: 100) == 12)
    let paths = TerrainPaths(try MastWorld.model(), over: ground)
    #expect(paths.model.locationDeviationDB(receiverClutterMetres: 12) > 0)
    let sunk = try ElevationModel(path: try file(scratch, "sunk.tif") { _ in -3 })
    let error = userError {
      try TerrainGround(sampling: elevation, clutter: sunk, round: plane, radiusMetres: 3000)
    }
    #expect(error?.code == "DR-351")
  }

  @Test("the field is no finer than a two-thousandth of the radius")
  func fine() throws {
    let scratch = try Scratch()
    let path = try file(scratch, "dem.tif", halfDegrees: 0.002, cell: 0.00001) { _ in 5 }
    let ground = try TerrainGround(
      sampling: try ElevationModel(path: path), round: try LocalPlane(nationalAt: MastWorld.mast),
      radiusMetres: 4000)
    #expect(ground.field.cellMetres == 2)
  }
}
