import Coverage
import Geometry
import TestSupport
import Testing

@Suite struct PredictionRasterTests {
  @Test func samplesTakeTheLevelOfTheirCell() throws {
    let grid = try RasterGrid(
      columns: 2, rows: 2, originX: 120, originY: 31, cellWidth: 0.5, cellHeight: 0.5,
      system: .epsg(4326))
    let raster = try PredictionRaster(
      Raster(grid: grid, values: [-80, -90, -100, .nan]), name: "r.tif")
    let set = try MeasurementSet(
      longitudes: [120.1, 120.9, 120.1, 120.9, 119.9, 121.0],
      latitudes: [30.9, 30.9, 30.1, 30.1, 30.5, 30.2])
    let levels = try raster.levelsDBm(at: set, threads: 2)
    #expect(Array(levels[0..<3]) == [-80, -90, -100])
    #expect(levels[3...].map(\.isNaN) == [true, true, true])
  }

  @Test func projectedRastersAreLookedUpInTheirPlane() throws {
    let place = Coordinate(longitude: 120.15, latitude: 30.28)
    let plane = Albers.china.project(place)
    let zone = try CoordinateTransformer(from: .cgcs2000, to: .epsg(4549)).transform(place)
    let set = try MeasurementSet(longitudes: [place.x], latitudes: [place.y])
    for (system, middle) in [(RasterSystem.chinaAlbers, plane), (.epsg(4549), zone)] {
      let grid = try RasterGrid(
        columns: 3, rows: 3, originX: middle.x - 15, originY: middle.y + 15, cellWidth: 10,
        cellHeight: 10, system: system)
      let raster = try Raster(
        grid: grid, values: [0, 1, 2, 3, 4, 5, 6, 7, 8].map { Float(-100 + $0) })
      let levels = try PredictionRaster(raster, name: "r.tif").levelsDBm(at: set, threads: 1)
      #expect(levels == [-96])
    }
  }

  @Test func rasterWithoutASystemIsRefused() throws {
    let grid = try RasterGrid(
      columns: 1, rows: 1, originX: 0, originY: 0, cellWidth: 1, cellHeight: 1, system: nil)
    let raster = try Raster(grid: grid, values: [1])
    #expect(userError { try PredictionRaster(raster, name: "r.tif") }?.code == "DR-493")
  }
}
