import Foundation
import Geometry
import Reporting
import TestSupport
import Testing

@Suite struct GeoPackageWriterTests {
  private var features: [GeoJSONFeature] {
    get throws {
      let square = [(0.0, 0.0), (2, 0), (2, 1), (0, 1), (0, 0)].map {
        Coordinate(longitude: 110 + $0.0, latitude: 30 + $0.1)
      }
      return [
        GeoJSONFeature(
          geometry: try Geometry.polygon(shell: square, holes: []),
          properties: ["name": "'; DROP TABLE units; --", "people": 12, "share": 0.5, "ok": true]),
        GeoJSONFeature(
          geometry: try Geometry.point(Coordinate(longitude: 100, latitude: 20)),
          properties: ["name": .null, "people": .null, "share": 1, "ok": false]),
        GeoJSONFeature(geometry: nil, properties: ["name": "nowhere"]),
      ]
    }
  }

  @Test func theSameFeaturesGiveTheSameBytes() throws {
    let scratch = try Scratch()
    let writer = GeoPackageWriter(layer: "units", features: try features)
    try writer.write(try features, to: scratch.path("a.gpkg"))
    try writer.write(try features, to: scratch.path("b.gpkg"))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: scratch.path("a.gpkg")))
    #expect(bytes == (try Data(contentsOf: URL(fileURLWithPath: scratch.path("b.gpkg")))))
    // SQLite's header: magic, then the application id 'GPKG' at 68.
    #expect(bytes.prefix(15) == Data("SQLite format 3".utf8))
    #expect(bytes[68..<72] == Data("GPKG".utf8))
    #expect(scratch.names().filter { $0.contains("partial") }.isEmpty)
  }

  @Test func aPolygonIsStoredWithItsEnvelope() throws {
    let scratch = try Scratch()
    try GeoPackageWriter(layer: "units", features: try features).write(
      try features, to: scratch.path("a.gpkg"))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: scratch.path("a.gpkg")))
    // Header: GP, version 0, flags 3 (little-endian, envelope), srs 4490; then 110, 112, 30, 31.
    var expected = Data([0x47, 0x50, 0, 3])
    withUnsafeBytes(of: Int32(4490).littleEndian) { expected.append(contentsOf: $0) }
    for edge in [110.0, 112, 30, 31] {
      withUnsafeBytes(of: edge.bitPattern.littleEndian) { expected.append(contentsOf: $0) }
    }
    #expect(bytes.range(of: expected) != nil)
    #expect(bytes.range(of: Data("DROP TABLE units".utf8)) != nil)
  }

  @Test func aFolderThatIsNotThereIsSaid() throws {
    let scratch = try Scratch()
    #expect {
      try GeoPackageWriter(layer: "units", features: try features).write(
        try features, to: scratch.path("none/a.gpkg"))
    } throws: { ($0 as? UserError)?.code == "DR-703" }
  }
}
