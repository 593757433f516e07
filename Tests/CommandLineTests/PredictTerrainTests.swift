import Foundation
import Geometry
import TestSupport
import Testing

/// `deepreach predict` over heights of the ground.
@Suite struct PredictTerrainTests {
  private static let site = "120.15,30.28,35,omni,n28"

  /// An .hgt of a degree with hills, south-western corner 30 N 120 E; unknown east of a column.
  private func hills(_ scratch: Scratch, unknownFrom: Int = 1201, count: Int = 1201) throws {
    var bytes: [UInt8] = []
    for row in 0..<1201 {
      for column in 0..<1201 {
        let wave = (column % 40 - 20) * (row % 50 - 25) / 4
        let height = column >= unknownFrom ? Int16(-32768) : Int16(200 + wave)
        bytes.append(UInt8(truncatingIfNeeded: height >> 8))
        bytes.append(UInt8(truncatingIfNeeded: height))
      }
    }
    try Data(bytes.prefix(1201 * count * 2)).write(
      to: scratch.url.appendingPathComponent("N30E120.hgt"))
  }

  private func run(_ scratch: Scratch, _ arguments: [String]) throws -> Tool.Outcome {
    try Tool.run(["predict", "--site", Self.site] + arguments, in: scratch.url)
  }

  @Test func threadsDoNotMatter() throws {
    let scratch = try Scratch()
    try hills(scratch)
    for threads in ["1", "3"] {
      try scratch.directory("t\(threads)")
      let outcome = try run(
        scratch,
        [
          "--dem", "N30E120.hgt", "--radius", "3000", "--quantity", "path-loss,outdoor-probability",
          "--location", "75", "--threads", threads, "-o", "t\(threads)/",
        ])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("points by p1812"))
    }
    #expect(scratch.names("t1") == ["outdoor-probability.tif", "path-loss.tif"])
    for name in scratch.names("t1") {
      #expect(
        FileManager.default.contentsEqual(
          atPath: scratch.path("t1/\(name)"), andPath: scratch.path("t3/\(name)")), "\(name)")
    }
  }

  @Test func unknownGroundIsCounted() throws {
    let scratch = try Scratch()
    try hills(scratch, unknownFrom: 192)
    let outcome = try run(
      scratch, ["--dem", ".", "--radius", "3000", "--format", "json", "-o", "r.tif"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let value = try JSONValue(parsing: Array(outcome.output.utf8), source: "summary")
    let unknown = value.object?["points_unknown_ground"]?.integer ?? 0
    let known = value.object?["points_p1812"]?.integer ?? 0
    // The last known column lies about 770 m to the east: a third of the circle is beyond.
    #expect(unknown > 3000 && known > 6000)
    let raster = try GeoTIFFReader(path: scratch.path("r.tif")).read()
    let numbers = raster.values.count { !$0.isNaN }
    let near = value.object?["points_uma"]?.integer ?? 0
    #expect(numbers == known + near)
  }
}
