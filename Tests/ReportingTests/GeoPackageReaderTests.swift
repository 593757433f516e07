import Foundation
import Geometry
import Reporting
import TestSupport
import Testing

@Suite struct GeoPackageReaderTests {
  private func features() throws -> [GeoJSONFeature] {
    try [
      GeoJSONFeature(
        id: nil, geometry: .point(Coordinate(longitude: 120.5, latitude: 30.25)),
        properties: ["name": "=1+1", "n": 3, "level": -85.5]),
      GeoJSONFeature(
        id: nil, geometry: .point(Coordinate(longitude: 121, latitude: 31)),
        properties: ["name": "<script>", "n": .null, "level": 0.25]),
    ]
  }

  @Test func whatIsWrittenComesBack() throws {
    let scratch = try Scratch()
    let path = scratch.path("a.gpkg")
    let made = try features()
    try GeoPackageWriter(layer: "x\"; DROP TABLE gpkg_contents; --", features: made).write(
      made, to: path)
    let read = try GeoPackageReader(path: path).features()
    #expect(read.map { $0.geometry?.points } == made.map { $0.geometry?.points })
    #expect(read.map { $0.properties["name"]?.string } == ["=1+1", "<script>"])
    #expect(read[0].properties["n"]?.integer == 3 && read[1].properties["n"] == .null)
    #expect(read.map { $0.properties["level"]?.double } == [-85.5, 0.25])
  }

  @Test func aTableOfPointsIsGuarded() throws {
    let text = String(decoding: try PointTable.csv(features(), source: "a"), as: UTF8.self)
    #expect(
      text == """
        lon,lat,name,n,level
        120.500000000,30.250000000,'=1+1,3,-85.5
        121.000000000,31.000000000,<script>,,0.25

        """)
    for (text, cell) in [
      ("-85", "-85"), ("+1e3", "+1e3"), ("-2+3", "'-2+3"), ("-", "'-"), ("e", "e"),
    ] {
      let point = try GeoJSONFeature(
        id: nil, geometry: .point(Coordinate(x: 120, y: 30)), properties: ["a": .string(text)])
      let table = String(decoding: try PointTable.csv([point], source: "a"), as: UTF8.self)
      #expect(table.hasSuffix(",\(cell)\n"), "\(table)")
    }
    let area = try GeoJSONFeature(
      id: nil, geometry: Geometry(wkt: "POLYGON((0 0,1 0,1 1,0 0))"), properties: [:])
    #expect(userError { try PointTable.csv([area], source: "a") }?.code == "DR-154")
  }

  @Test func mistakesAreNamed() throws {
    let scratch = try Scratch()
    #expect(
      userError { try GeoPackageReader(path: scratch.path("none.gpkg")).features() }?.code
        == "DR-210")
    for text in [
      "", "no database at all", "SQLite format 3\u{0}" + String(repeating: "x", count: 200),
    ] {
      let path = try scratch.file("bad.gpkg", text)
      #expect(userError { try GeoPackageReader(path: path).features() }?.code == "DR-151")
    }
    let made = try features()
    try GeoPackageWriter(layer: "own", features: made).write(made, to: scratch.path("a.gpkg"))
    let wrong = GeoPackageReader(path: scratch.path("a.gpkg"), layer: "other")
    #expect(userError { try wrong.features() }?.code == "DR-152")
  }

  @Test func changedFilesNeverCrash() throws {
    let scratch = try Scratch()
    let made = try features()
    let path = scratch.path("a.gpkg")
    try GeoPackageWriter(layer: "own", features: made).write(made, to: path)
    let good = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    var random = SeededGenerator(seed: 11)
    for _ in 0..<150 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      _ = userError { try GeoPackageReader(path: path).features() }
    }
  }
}
