import Foundation
import Geometry
import TestSupport
import Testing

/// Exports of one small run, read back; by GDAL too where it is installed.
@Suite struct ExportTests {
  @Test func everyLayerInEveryFormat() throws {
    let scratch = try Scratch()
    #expect(try Tool.run(["plan", "--region", "岱山县", "-o", "run"], in: scratch.url).status == 0)
    for layer in ["units", "settlements", "sites", "schedule"] {
      let json = try export(layer, "geojson", scratch)
      let features = try GeoJSONReader(source: layer).features(in: Array(json.utf8))
      #expect(features.count > 3)
      let lines = try export(layer, "geojsonseq", scratch).split(separator: "\n")
      #expect(lines.count == features.count)
      let table = try export(layer, "csv", scratch).split(separator: "\n")
      #expect(table.count == features.count + 1)
      #expect(table[0].hasSuffix(",wkt"))
      let file = scratch.path("\(layer).gpkg")
      let outcome = try Tool.run(
        ["export", "run", "--layer", layer, "--format", "gpkg", "-o", file], in: scratch.url)
      #expect(outcome.status == 0, "\(outcome.errors)")
      // Towns are points among areas, and have a table of their own.
      let tables = layer == "units" ? ["units", "units_points"] : [layer]
      let counts = try tables.compactMap { try ogrCount(file, $0) }
      if !counts.isEmpty { #expect(counts.reduce(0, +) == features.count) }
    }
    // Layers that the run holds as GeoJSON come out as they are.
    let own = try String(contentsOfFile: scratch.path("run/sites.geojson"), encoding: .utf8)
    #expect(try export("sites", "geojson", scratch) == own)
  }

  /// Several layers in one file, in any order and language, and no file of a system that a format cannot tell.
  @Test func severalLayersInOneFile() throws {
    let scratch = try Scratch()
    #expect(try Tool.run(["plan", "--region", "岱山县", "-o", "run"], in: scratch.url).status == 0)
    func export(_ options: String...) throws -> Tool.Outcome {
      try Tool.run(["export", "run"] + options, in: scratch.url)
    }
    let all = try export("--format", "kml", "--lang", "zh")
    #expect(all.status == 0 && all.errors == "")
    let titles = all.output.matches(of: /<Folder><name>([^<]*)/).map { String($0.output.1) }
    #expect(titles.contains("建成区逐季状态") && titles.contains("建成区逐季状态：深度覆盖"))
    #expect(try export("--format", "kml", "--lang", "zh", "--layer", "all").output == all.output)
    let some = try export("--format", "kml", "--layer", "sites", "--layer", "units").output
    #expect(try export("--format", "kml", "--layer", "units", "--layer", "sites").output == some)
    #expect(some.contains("Units, status now") && !some.contains("Work packages"))
    #expect(try export("--format", "qgz", "-o", "a.qgz").status == 0)
    #expect(scratch.names().filter { $0.hasPrefix("a.") } == ["a.gpkg", "a.qgz"])
    for (options, code) in [
      ([], "DR-722"), (["--layer", "all"], "DR-722"), (["--format", "qgz"], "DR-720"),
      (["--format", "kml", "--crs", "gcj02"], "DR-723"),
      (["--layer", "units", "--crs", "mars"], "DR-110"),
      (["--layer", "units", "--crs", "EPSG:5773"], "DR-727"),
    ] {
      let refused = try Tool.run(["export", "run"] + options, in: scratch.url)
      #expect(refused.status != 0 && refused.errors.contains(code), "\(options)")
      #expect(refused.output == "")
    }
  }

  @Test func anAuditHasOnlySettlements() throws {
    let scratch = try Scratch()
    #expect(try Tool.run(["audit", "--region", "岱山县", "-o", "run"], in: scratch.url).status == 0)
    #expect(try export("settlements", "csv", scratch).split(separator: "\n").count == 8)
    let none = try Tool.run(["export", "run", "--layer", "sites"], in: scratch.url)
    #expect(none.status == 64)
    #expect(none.errors.contains("DR-721"))
  }

  @Test func aGeoPackageDoesNotGoToTheScreen() throws {
    let scratch = try Scratch()
    #expect(try Tool.run(["plan", "--region", "岱山县", "-o", "run"], in: scratch.url).status == 0)
    let outcome = try Tool.run(
      ["export", "run", "--layer", "units", "--format", "gpkg"], in: scratch.url)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("DR-720"))
    let none = try Tool.run(["export", "none", "--layer", "units"], in: scratch.url)
    #expect(none.status == 66)
  }

  private func export(_ layer: String, _ format: String, _ scratch: Scratch) throws -> String {
    let outcome = try Tool.run(
      ["export", "run", "--layer", layer, "--format", format], in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output
  }

  /// Features that ogrinfo counts; nil where GDAL is not installed.
  private func ogrCount(_ file: String, _ layer: String) throws -> Int? {
    let tool = "/usr/bin/ogrinfo"
    guard FileManager.default.isExecutableFile(atPath: tool) else { return nil }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = ["-so", file, layer]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return text.firstMatch(of: /Feature Count: (\d+)/).flatMap { Int($0.1) }
  }
}
