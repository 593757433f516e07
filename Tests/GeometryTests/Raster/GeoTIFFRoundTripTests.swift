import Foundation
import Geometry
import TestSupport
import Testing

@Suite("GeoTIFF round trip")
struct GeoTIFFRoundTripTests {
  private let scratch: Scratch
  private var path: String { scratch.path("raster.tif") }

  init() throws { scratch = try Scratch() }

  @Test(
    "floats come back with grid, system and no data",
    arguments: [(1, 1), (256, 256), (257, 255), (700, 300)])
  func floats(columns: Int, rows: Int) throws {
    for system in [RasterSystem.epsg(4490), .epsg(4326), .epsg(4547), .chinaAlbers] {
      let raster = try sampleRaster(columns, rows, system: system)
      try GeoTIFFWriter.write(raster, to: path)
      let reader = try GeoTIFFReader(path: path)
      #expect(reader.grid == raster.grid)
      let back = try reader.read()
      #expect(back.grid == raster.grid && same(back.values, raster.values))
    }
  }

  @Test("a raster without a system comes back without")
  func noSystem() throws {
    let raster = try Raster(grid: sampleGrid(2, 2, system: nil), values: [1, 2, 3, 4])
    try GeoTIFFWriter.write(raster, to: path)
    #expect(try GeoTIFFReader(path: path).grid == raster.grid)
  }

  @Test("integers come back, their no-data number as NaN")
  func integers() throws {
    let grid = try sampleGrid(300, 2)
    let wide = (0..<600).map { Int32($0 * 1000 - 300_000) }
    try GeoTIFFWriter.write(.int32(wide, noData: -300_000), on: grid, to: path)
    let expected = wide.map { $0 == -300_000 ? Float.nan : Float($0) }
    #expect(try same(GeoTIFFReader(path: path).read().values, expected))
    let narrow = (0..<600).map { UInt8($0 % 256) }
    try GeoTIFFWriter.write(.uint8(narrow, noData: 255), on: grid, to: path)
    let bytes = narrow.map { $0 == 255 ? Float.nan : Float($0) }
    #expect(try same(GeoTIFFReader(path: path).read().values, bytes))
    try GeoTIFFWriter.write(.uint8(narrow, noData: nil), on: grid, to: path)
    #expect(try same(GeoTIFFReader(path: path).read().values, narrow.map { Float($0) }))
  }

  @Test("every window is the cut of the whole", arguments: 0..<30 as Range<UInt64>)
  func windows(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let raster = try sampleRaster(530, 270, seed: seed)
    try GeoTIFFWriter.write(raster, to: path)
    let left = Int.random(in: 0..<530, using: &random)
    let top = Int.random(in: 0..<270, using: &random)
    let columns = left..<Int.random(in: left + 1...530, using: &random)
    let rows = top..<Int.random(in: top + 1...270, using: &random)
    let window = try GeoTIFFReader(path: path).read(columns: columns, rows: rows)
    let cut = rows.flatMap { row in columns.map { raster[column: $0, row: row] } }
    #expect(same(window.values, cut))
    #expect(try window.grid == raster.grid.window(columns: columns, rows: rows))
  }

  @Test("metadata comes back, with statistics worked out by hand")
  func metadata() throws {
    let items = [
      RasterMetadata.Item(name: "RUN", value: "a <b> & \"c\" 'd'"),
      RasterMetadata.Item(name: "区域", value: "河南 &lt; 1"),
    ]
    let metadata = RasterMetadata(description: "SS-RSRP", unit: "dBm", items: items)
    let raster = try Raster(grid: sampleGrid(3, 2), values: [2, 4, .nan, 4, 6, .nan])
    try GeoTIFFWriter.write(raster, metadata: metadata, to: path)
    let back = try GeoTIFFReader(path: path).metadata
    #expect(back.description == "SS-RSRP" && back.unit == "dBm")
    #expect(Array(back.items.prefix(2)) == items)
    #expect(back.value(of: "STATISTICS_MINIMUM") == "2.0")
    #expect(back.value(of: "STATISTICS_MAXIMUM") == "6.0")
    #expect(back.value(of: "STATISTICS_MEAN") == "4.0")
    #expect(back.value(of: "STATISTICS_STDDEV") == "\(2.0.squareRoot())")
  }

  @Test("a raster of nothing has no statistics and is still read")
  func empty() throws {
    let raster = try Raster(grid: sampleGrid(2, 1), values: [.nan, .nan])
    try GeoTIFFWriter.write(raster, to: path)
    let reader = try GeoTIFFReader(path: path)
    #expect(reader.metadata.items.isEmpty && reader.metadata.unit == nil)
    #expect(try reader.read().values.allSatisfy { $0.isNaN })
  }

  @Test("equal rasters give equal bytes, and nothing else is left in the folder")
  func repeatable() throws {
    let raster = try sampleRaster(400, 300)
    try GeoTIFFWriter.write(raster, to: path)
    let first = try bytes(path)
    try GeoTIFFWriter.write(raster, to: path)
    #expect(try bytes(path) == first)
    #expect(scratch.names() == ["raster.tif"])
  }

  @Test("what cannot be written leaves what stood there, and no draft")
  func unwritable() throws {
    let raster = try sampleRaster(3, 3)
    #expect(
      userError { try GeoTIFFWriter.write(raster, to: scratch.path("no/where.tif")) }?.code
        == "DR-178")
    try scratch.directory("folder")
    #expect(
      userError { try GeoTIFFWriter.write(raster, to: scratch.path("folder")) }?.code == "DR-178")
    let odd = try Raster(grid: sampleGrid(1, 1, system: .epsg(29999)), values: [1])
    try scratch.file("raster.tif", "mine")
    #expect(userError { try GeoTIFFWriter.write(odd, to: path) }?.code == "DR-183")
    let grid = try sampleGrid(2, 2)
    #expect(
      userError { try GeoTIFFWriter.write(.uint8([1], noData: nil), on: grid, to: path) }?.code
        == "DR-170")
    #expect(try scratch.text("raster.tif") == "mine")
    #expect(scratch.names() == ["folder", "raster.tif"])
  }
}
