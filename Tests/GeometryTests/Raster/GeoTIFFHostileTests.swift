import Foundation
import Geometry
import TestSupport
import Testing

/// Damaged and hostile files end in a user error or a good read, in short time and little memory.
@Suite("Hostile GeoTIFF")
struct GeoTIFFHostileTests {
  private let scratch: Scratch
  private var path: String { scratch.path("hostile.tif") }

  init() throws { scratch = try Scratch() }

  private func code(of tiff: TinyTIFF) throws -> String? {
    try write(tiff.bytes, path)
    return userError { try GeoTIFFReader(path: path).read() }?.code
  }

  @Test("the file put together by hand is read")
  func sound() throws {
    #expect(try code(of: TinyTIFF()) == nil)
    let raster = try GeoTIFFReader(path: path).read()
    #expect(raster.values == [1, 2, 3, 4, 5, 6])
    #expect(raster.grid.box == BoundingBox(minX: 100, minY: 28, maxX: 103, maxY: 30))
    #expect(raster.grid.epsg == 4326)
  }

  @Test("a matrix in place of scale and tie point")
  func matrix() throws {
    var tiff = TinyTIFF()
    tiff.tags[33550] = nil
    tiff.tags[33922] = nil
    let matrix: [Double] = [2, 0, 0, 100, 0, -1, 0, 30, 0, 0, 0, 0, 0, 0, 0, 1]
    tiff.tags[34264] = .doubles(matrix)
    #expect(try code(of: tiff) == nil)
    let grid = try GeoTIFFReader(path: path).grid
    #expect(grid.box == BoundingBox(minX: 100, minY: 28, maxX: 106, maxY: 30))
    var turned = matrix
    turned[1] = 0.1
    tiff.tags[34264] = .doubles(turned)
    #expect(try code(of: tiff) == "DR-174")
    var southUp = matrix
    southUp[5] = 1
    tiff.tags[34264] = .doubles(southUp)
    #expect(try code(of: tiff) == "DR-174")
    tiff.tags[34264] = .doubles([2, 0])
    #expect(try code(of: tiff) == "DR-173")
  }

  @Test("a tie point in the middle of the raster, and one of a cell's middle")
  func tiePoints() throws {
    var tiff = TinyTIFF()
    tiff.tags[33922] = .doubles([2, 1, 0, 102, 29, 0])
    #expect(try code(of: tiff) == nil)
    #expect(try GeoTIFFReader(path: path).grid.originX == 100)
    #expect(try GeoTIFFReader(path: path).grid.originY == 30)
    tiff.tags[34735] = .shorts([1, 1, 0, 2, 1024, 0, 1, 2, 1025, 0, 1, 2])
    #expect(try code(of: tiff) == nil)
    #expect(try GeoTIFFReader(path: path).grid.originX == 99.5)
    #expect(try GeoTIFFReader(path: path).grid.originY == 30.5)
    #expect(try GeoTIFFReader(path: path).grid.system == nil)
  }

  @Test("tags of the wrong type or without sense")
  func wrongTags() throws {
    let changes: [(UInt16, TinyTIFF.Values, String)] = [
      (33550, .floats([1, 1, 0]), "DR-173"), (33550, .doubles([0, 0, 0]), "DR-174"),
      (33550, .doubles([.nan, 1, 0]), "DR-174"), (33922, .shorts([0, 0, 0, 1, 1, 0]), "DR-173"),
      (33922, .doubles([0, 0, 0, .infinity, 0, 0]), "DR-173"),
      (33550, .doubles([1]), "DR-173"), (34735, .text("a text"), "DR-173"),
      (42113, .text("none"), "DR-177"), (42113, .doubles([1]), "DR-173"),
      (42112, .text("<Item name=\"SCALE\" sample=\"0\" role=\"scale\">x</Item>"), "DR-177"),
      (258, .shorts([12]), "DR-175"), (339, .shorts([4]), "DR-175"), (339, .shorts([5]), "DR-175"),
      (259, .shorts([999]), "DR-175"), (259, .shorts([6]), "DR-175"),
      (262, .shorts([5]), "DR-175"), (256, .shorts([0]), "DR-172"), (257, .shorts([0]), "DR-172"),
      (277, .shorts([0]), "DR-172"), (273, .longs([9999]), "DR-172"),
    ]
    for (tag, values, expected) in changes {
      var tiff = TinyTIFF()
      tiff.tags[tag] = values
      let found = try code(of: tiff)
      #expect(found == expected, "\(tag) \(values)")
    }
  }

  @Test("sizes that the file cannot hold cost nothing")
  func hugeSizes() throws {
    let huge: [UInt32] = [20_000, 1 << 20, .max]
    for columns in huge {
      for rows in huge + [2] {
        for rowsPerStrip in [UInt32(1), rows, .max] {
          for compression: UInt16 in [1, 8, 50000] {
            var tiff = TinyTIFF()
            tiff.tags[256] = .longs([columns])
            tiff.tags[257] = .longs([rows])
            tiff.tags[278] = .longs([rowsPerStrip])
            tiff.tags[259] = .shorts([compression])
            let found = try code(of: tiff)
            #expect(["DR-172", "DR-173", "DR-175", "DR-176"].contains(found))
          }
        }
      }
    }
  }

  @Test("more cells than the limit are refused, fewer are read")
  func limit() throws {
    try write(TinyTIFF().bytes, path)
    let reader = try GeoTIFFReader(path: path)
    #expect(userError { try reader.read(cellLimit: 5) }?.code == "DR-176")
    #expect(try reader.read(columns: 0..<2, rows: 0..<2, cellLimit: 5).values == [1, 2, 4, 5])
  }

  @Test("what is no file, no TIFF or nothing at all")
  func otherFiles() throws {
    #expect(userError { try GeoTIFFReader(path: scratch.path("none.tif")) }?.code == "DR-171")
    try scratch.directory("folder")
    #expect(userError { try GeoTIFFReader(path: scratch.path("folder")) }?.code == "DR-171")
    #expect(userError { try GeoTIFFReader(path: "/dev/zero") }?.code == "DR-171")
    for text in ["", "II", "II*\0", "{\"type\":\"Feature\"}"] {
      try scratch.file("hostile.tif", text)
      let error = userError { try GeoTIFFReader(path: path) }
      #expect(error?.code == "DR-172" && error?.place == path)
    }
  }

  /// Good files of several layouts, to be damaged.
  private func victims() throws -> [[UInt8]] {
    try GeoTIFFWriter.write(
      sampleRaster(300, 20), metadata: RasterMetadata(description: "d", unit: "m"), to: path)
    var files = [try bytes(path), TinyTIFF().bytes]
    for options in [["TILED=YES", "COMPRESS=LZW"], ["BIGTIFF=YES", "COMPRESS=PACKBITS"]]
    where GDAL.isInstalled {
      let target = scratch.path("victim.tif")
      GDAL.run("gdal_translate", ["-q"] + options.flatMap { ["-co", $0] } + [path, target])
      files.append(try bytes(target))
    }
    return files
  }

  @Test("cut off at every 97th byte")
  func cutOff() throws {
    for file in try victims() {
      for length in stride(from: 0, to: file.count, by: 97) {
        try write(Array(file[..<length]), path)
        let error = userError { try GeoTIFFReader(path: path).read() }
        if let error { #expect(error.code.hasPrefix("DR-17") && error.place == path) }
      }
    }
  }

  @Test("bytes flipped by a seed", arguments: 0..<4 as Range<UInt64>)
  func flipped(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for file in try victims() {
      for _ in 0..<60 {
        var damaged = file
        for _ in 0..<Int.random(in: 1...6, using: &random) {
          // Half of them where the directory is: at the end of the file, or at its start.
          let near = Bool.random(using: &random)
          let place = Int.random(
            in: near ? max(0, file.count - 700)..<file.count : 0..<file.count, using: &random)
          damaged[place] = UInt8.random(in: 0...255, using: &random)
        }
        try write(damaged, path)
        let error = userError { try GeoTIFFReader(path: path).read(cellLimit: 10_000_000) }
        if let error { #expect(error.code.hasPrefix("DR-17")) }
      }
    }
  }
}
