import Foundation
import Geometry
import Reporting
import TestSupport
import Territory
import Testing

/// Names that are dangerous somewhere come out of every format as they went in.
@Suite struct LayerExportTests {
  private func run() throws -> HandMadeRun { try HandMadeRun(names: HostileNames.all) }

  private func bytes(
    _ run: HandMadeRun, _ format: ExportFormat, _ layers: [ExportLayer]
  ) throws -> [UInt8] {
    let path = run.scratch.path("out.\(format.rawValue)")
    try LayerExport(run: run.path, layers: layers, format: format).write(to: path)
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  @Test func textsComeBack() throws {
    let run = try run()
    for layer in [ExportLayer.settlements, .timeline] {
      let times = layer == .timeline ? 2 : 1
      let expected = HostileNames.all.flatMap { Array(repeating: $0, count: times) }
      let json = try GeoJSONReader(source: "out").features(in: bytes(run, .geoJSON, [layer]))
      #expect(json.map { $0.properties["name"]?.string } == expected)
      let lines = try bytes(run, .geoJSONSequence, [layer]).split(separator: UInt8(ascii: "\n"))
      #expect(
        try lines.map {
          try JSONValue(parsing: Array($0), source: "l").object?["properties"]?.object?["name"]?
            .string
        } == expected)
      // No table can hold a NUL.
      let table = try CSVTable(name: "out", bytes: bytes(run, .csv, [layer]))
      let column = try table.require("name")
      #expect(
        table.rows.map { CSVWriter.unguarded($0.cells[column]) }
          == expected.map { $0.replacing("\0", with: "\u{FFFD}") })
      #expect(table.rows.allSatisfy { $0.cells[column].first != "=" })
    }
  }

  @Test func theTimelineIsThatOfTheSchedule() throws {
    let features = try GeoJSONReader(source: "out").features(
      in: bytes(HandMadeRun(names: ["a", "b"]), .geoJSON, [.timeline]))
    let told = features.map { feature in
      ["id", "status", "from", "until"].map { feature.properties[$0]?.string ?? "-" }
    }
    // The second network reaches deep coverage in the last quarter; the other has it before.
    #expect(
      told == [
        ["s0", "reached", "2021Q1", "2021Q3"], ["s0", "deep", "2021Q4", "-"],
        ["s1", "reached", "2021Q1", "2021Q3"], ["s1", "deep", "2021Q4", "-"],
      ])
  }

  /// Tables are made by the first thousands of features; what only later ones have is there all the same.
  @Test func lateColumnsAndShapesAreFound() throws {
    let run = try HandMadeRun(names: ["a"])
    var features = try (0..<5000).map { index in
      GeoJSONFeature(
        geometry: try .point(Coordinate(longitude: 120, latitude: 30)),
        properties: ["id": .int(index), "late": .null])
    }
    features.append(
      GeoJSONFeature(
        geometry: try HandMadeRun.square(0), properties: ["id": 5000, "late": 0.5, "new": "x"]))
    var writer = try GeoJSONWriter(members: ["name": "sites"])
    for feature in features { try writer.write(feature) }
    try Data(try writer.finish()).write(
      to: run.scratch.url.appendingPathComponent("run/sites.geojson"))
    _ = try bytes(run, .geoPackage, [.sites])
    let path = run.scratch.path("out.gpkg")
    let points = try GeoPackageReader(path: path, layer: "sites_points").features()
    #expect(points.map { $0.properties["id"]?.integer } == (0..<5000).map(Optional.init))
    let areas = try GeoPackageReader(path: path, layer: "sites").features()
    #expect(areas.map { $0.properties["late"]?.double } == [0.5])
    #expect(areas.map { $0.properties["new"]?.string } == ["x"])
  }

  @Test func daysOfQuarters() throws {
    let quarter = try #require(Quarter("2021Q4"))
    #expect(QuarterDates.firstDay(quarter) == "2021-10-01")
    #expect(QuarterDates.lastDay(quarter) == "2021-12-31")
    #expect(QuarterDates.lastDay(quarter.advanced(by: -3)) == "2021-03-31")
    #expect(QuarterDates.lastDay(quarter.advanced(by: -2)) == "2021-06-30")
    let dated = QuarterDates.added(
      to: GeoJSONFeature(
        geometry: nil, properties: ["start": "2021Q1", "finish": "2021Q4", "until": .null]))
    #expect(dated.properties["start_date"] == "2021-01-01")
    // The first day on which it is no more.
    #expect(dated.properties["finish_date"] == "2022-01-01")
    #expect(dated.properties["until_date"] == .null && dated.properties["quarter_date"] == nil)
  }

  @Test func theSameRunGivesTheSameBytes() throws {
    let (one, other) = (try run(), try run())
    for format in ExportFormat.allCases {
      let layers: [ExportLayer] =
        [.geoPackage, .kml, .qgisProject].contains(format) ? [] : [.sites]
      #expect(try bytes(one, format, layers) == bytes(other, format, layers), "\(format)")
    }
  }

  @Test func threadsDoNotShow() throws {
    let run = try HandMadeRun(names: (0..<3000).map { "\(HostileNames.all[$0 % 14])\($0)" })
    for format in ExportFormat.allCases {
      let layers: [ExportLayer] =
        [.geoPackage, .kml, .qgisProject].contains(format) ? [] : [.sites]
      func bytes(threads: Int) throws -> [UInt8] {
        let path = run.scratch.path("out.\(format.rawValue)")
        try LayerExport(run: run.path, layers: layers, format: format, threads: threads)
          .write(to: path)
        return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      }
      #expect(try bytes(threads: 2) == bytes(threads: 1), "\(format)")
    }
  }

  /// A file that is broken far behind its beginning says so in the same words, however many read it.
  @Test func theErrorOfABrokenLayerIsThatOfOneReader() throws {
    let run = try HandMadeRun(names: (0..<3000).map { "name \($0)" })
    let url = run.scratch.url.appendingPathComponent("run/sites.geojson")
    let text = try String(contentsOf: url, encoding: .utf8)
    try text.replacing("\"id\":\"name 2900\"", with: "\"id\":name", maxReplacements: 1)
      .write(to: url, atomically: true, encoding: .utf8)
    let errors = try [1, 2].map { threads in
      let export = try LayerExport(
        run: run.path, layers: [.sites], format: .kml, threads: threads)
      return userError { try export.write(to: run.scratch.path("out.kml")) }
    }
    #expect(errors[0]?.code == "DR-120" && errors[0]?.place == errors[1]?.place)
    #expect(errors[0]?.place.contains("feature 8701") == true)
    #expect(!run.scratch.names().contains("out.kml"))
  }

  @Test func aGeoPackageOfSomebodyElseStays() throws {
    let run = try run()
    let other = try run.scratch.file("run.gpkg", "mine")
    let export = try LayerExport(run: run.path, layers: [], format: .qgisProject)
    let path = run.scratch.path("run.qgz")
    #expect(userError { try export.write(to: path) }?.code == "DR-725")
    #expect(try run.scratch.text("run.gpkg") == "mine" && !run.scratch.names().contains("run.qgz"))
    try FileManager.default.removeItem(atPath: other)
    try export.write(to: path)
    // Its own is replaced.
    try export.write(to: path)
    for name in ["run.zip", "a|b.qgz", ".qgz"] {
      #expect(
        userError { try export.write(to: run.scratch.path(name)) }?.code == "DR-726", "\(name)")
    }
  }
}
