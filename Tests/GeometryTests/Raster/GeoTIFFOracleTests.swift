import Foundation
import Geometry
import TestSupport
import Testing

@Suite("GeoTIFF against GDAL", .enabled(if: GDAL.isInstalled, "GDAL's tools are not on PATH"))
struct GeoTIFFOracleTests {
  private let scratch: Scratch
  private var ours: String { scratch.path("ours.tif") }
  private var theirs: String { scratch.path("theirs.tif") }

  init() throws { scratch = try Scratch() }

  private func translate(_ options: [String]) -> Bool {
    try? FileManager.default.removeItem(atPath: theirs)
    return GDAL.run("gdal_translate", ["-q"] + options + [ours, theirs]) != nil
  }

  @Test("GDAL sees our cells where we put them")
  func cells() throws {
    let raster = try sampleRaster(300, 40)
    try GeoTIFFWriter.write(raster, to: ours)
    let cells = try GDAL.cells(ours, scratch)
    #expect(cells.count == raster.values.count)
    for (index, (position, value)) in cells.enumerated() {
      let center = raster.grid.center(column: index % 300, row: index / 300)
      #expect(abs(position.x - center.x) < 1e-9 && abs(position.y - center.y) < 1e-9)
      let expected = raster.values[index]
      #expect(expected.isNaN ? value.isNaN : value == Double(expected))
    }
  }

  @Test("GDAL sees no data, statistics, description, unit and items")
  func metadata() throws {
    let raster = try Raster(grid: sampleGrid(3, 1), values: [2, .nan, 4])
    let metadata = RasterMetadata(
      description: "SS-RSRP", unit: "dBm", items: [RasterMetadata.Item(name: "RUN", value: "a<b")])
    try GeoTIFFWriter.write(raster, metadata: metadata, to: ours)
    let info = GDAL.info(ours)
    let band = try #require((info["bands"] as? [[String: Any]])?.first)
    #expect(band["type"] as? String == "Float32")
    #expect(band["noDataValue"] as? String == "NaN")
    #expect(band["description"] as? String == "SS-RSRP" && band["unit"] as? String == "dBm")
    #expect(band["block"] as? [Int] == [256, 256])
    let own = try #require((band["metadata"] as? [String: [String: String]])?[""])
    #expect(own["STATISTICS_MEAN"] == "3.0" && own["STATISTICS_STDDEV"] == "1.0")
    let file = try #require(info["metadata"] as? [String: [String: String]])
    #expect(file[""]?["RUN"] == "a<b" && file[""]?["AREA_OR_POINT"] == "Area")
    #expect(file["IMAGE_STRUCTURE"]?["COMPRESSION"] == "DEFLATE")
    try GeoTIFFWriter.write(.int32([1, -9], noData: -9), on: sampleGrid(2, 1), to: ours)
    let integers = (GDAL.info(ours)["bands"] as? [[String: Any]])?.first
    #expect(integers?["type"] as? String == "Int32" && integers?["noDataValue"] as? Int == -9)
  }

  @Test("GDAL sees our coordinate systems")
  func systems() throws {
    for code in [4326, 4490, 4547, 32650] {
      try GeoTIFFWriter.write(sampleRaster(2, 2, system: .epsg(code)), to: ours)
      let text = try #require(GDAL.run("gdalinfo", [ours]))
      #expect(text.contains("ID[\"EPSG\",\(code)]]\nData axis"))
    }
    try GeoTIFFWriter.write(sampleRaster(2, 2, system: .chinaAlbers), to: ours)
    let definition = try #require(GDAL.run("gdalinfo", ["-proj4", ours]))
    for part in [
      "+proj=aea", "+lat_0=0", "+lon_0=105", "+lat_1=25", "+lat_2=47", "+x_0=0", "+y_0=0",
      "+ellps=GRS80", "+units=m",
    ] { #expect(definition.contains(part), "\(part)") }
  }

  @Test("GDAL's Albers is taken for ours, another is not")
  func albers() throws {
    try GeoTIFFWriter.write(sampleRaster(2, 2), to: ours)
    let definition = "+proj=aea +lat_0=0 +lon_0=105 +lat_1=25 +lat_2=47 +ellps=GRS80 +units=m"
    #expect(translate(["-a_srs", definition]))
    #expect(try GeoTIFFReader(path: theirs).grid.system == .chinaAlbers)
    let other = definition.replacingOccurrences(of: "lat_2=47", with: "lat_2=45")
    #expect(translate(["-a_srs", other]))
    #expect(try GeoTIFFReader(path: theirs).grid.system == nil)
  }

  private static let layouts: [[String]] = [
    [], ["TILED=YES", "BLOCKXSIZE=32", "BLOCKYSIZE=16"], ["BLOCKYSIZE=7"], ["BLOCKYSIZE=1000"],
    ["BIGTIFF=YES"], ["BIGTIFF=YES", "TILED=YES", "COMPRESS=LZW"], ["ENDIANNESS=BIG"],
    ["ENDIANNESS=BIG", "TILED=YES", "COMPRESS=DEFLATE", "PREDICTOR=2"],
    ["INTERLEAVE=BAND", "COMPRESS=DEFLATE"], ["INTERLEAVE=PIXEL", "COMPRESS=LZW"],
    ["COMPRESS=LZW", "PREDICTOR=2"], ["COMPRESS=PACKBITS"], ["COMPRESS=LZMA"],
    ["COMPRESS=ZSTD", "TILED=YES"], ["COMPRESS=DEFLATE", "SPARSE_OK=TRUE", "BLOCKYSIZE=1"],
  ]

  /// Every layout in two types, every type in three layouts.
  private static let combinations: [(type: String, layout: [String])] =
    layouts.flatMap { layout in ["Int16", "Float32"].map { ($0, layout) } }
    + ["Byte", "UInt16", "UInt32", "Int32", "Float64"].flatMap { type in
      [layouts[0], layouts[5], layouts[7]].map { (type, $0) }
    }

  @Test("every type and every layout comes back", arguments: combinations)
  func variants(type: String, layout: [String]) throws {
    let raster = try sampleRaster(83, 61, seed: 7)
    var options = ["-ot", type, "-a_nodata", "0"]
    if layout.contains(where: { $0.hasPrefix("INTERLEAVE") }) { options += ["-b", "1", "-b", "1"] }
    let zeroed = try Raster(grid: raster.grid, values: raster.values.map { $0.isNaN ? 0 : $0 })
    try GeoTIFFWriter.write(zeroed, to: ours)
    guard translate(options + layout.flatMap { ["-co", $0] }) else {
      // A method that this GDAL was built without.
      #expect(layout.contains { $0.hasPrefix("COMPRESS=LZMA") || $0.hasPrefix("COMPRESS=ZSTD") })
      return
    }
    let reader = try GeoTIFFReader(path: theirs)
    #expect(reader.grid == raster.grid && reader.noData == 0)
    #expect(try same(reader.read().values, raster.values))
    let window = try reader.read(columns: 30..<70, rows: 13..<50)
    let cut = (13..<50).flatMap { row in (30..<70).map { raster[column: $0, row: row] } }
    #expect(same(window.values, cut))
  }

  @Test("floats with predictor 3, and a no-data value with many digits")
  func floats() throws {
    let grid = try sampleGrid(90, 50)
    let lowest = -Float.greatestFiniteMagnitude
    let values = (0..<4500).map { $0 % 11 == 0 ? lowest : Float($0) * 0.37 - 300 }
    try GeoTIFFWriter.write(Raster(grid: grid, values: values), to: ours)
    for type in ["Float32", "Float64"] {
      #expect(
        translate([
          "-ot", type, "-a_nodata", "-3.4028234663852886e+38", "-co", "COMPRESS=DEFLATE", "-co",
          "PREDICTOR=3",
        ]))
      let expected = values.map { $0 == lowest ? .nan : $0 }
      #expect(try same(GeoTIFFReader(path: theirs).read().values, expected))
    }
  }

  @Test("points are shifted half a cell, scale and offset applied")
  func pointsAndScale() throws {
    let raster = try sampleRaster(20, 10)
    try GeoTIFFWriter.write(raster, to: ours)
    #expect(translate(["-mo", "AREA_OR_POINT=Point", "-a_scale", "2", "-a_offset", "-5"]))
    let back = try GeoTIFFReader(path: theirs).read()
    #expect(abs(back.grid.originX - raster.grid.originX) < 1e-12)
    #expect(abs(back.grid.originY - raster.grid.originY) < 1e-12)
    #expect(same(back.values, raster.values.map { $0 * 2 - 5 }))
  }

  @Test("complex numbers, ground control points and turned grids are refused")
  func refused() throws {
    try GeoTIFFWriter.write(sampleRaster(20, 10), to: ours)
    #expect(translate(["-ot", "CFloat32"]))
    #expect(userError { try GeoTIFFReader(path: theirs) }?.code == "DR-175")
    let points = ["0 0 110 35", "20 0 111 35", "0 10 110 34"].flatMap {
      ["-gcp"] + $0.split(separator: " ").map(String.init)
    }
    #expect(translate(["-a_srs", "EPSG:4326"] + points))
    #expect(["DR-173", "DR-174"].contains(userError { try GeoTIFFReader(path: theirs) }?.code))
    #expect(translate(["-co", "PROFILE=BASELINE"]))
    #expect(userError { try GeoTIFFReader(path: theirs) }?.code == "DR-173")
  }
}
