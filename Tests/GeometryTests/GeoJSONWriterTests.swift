import Geometry
import TestSupport
import Testing

@Suite("GeoJSONWriter")
struct GeoJSONWriterTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test("a collection is written byte for byte as RFC 7946 wants it")
  func collection() throws {
    var writer = try GeoJSONWriter(members: ["name": "units"], featureBoxes: true)
    let clockwise = try Geometry.polygon(shell: corners(120, 30, 0.5).reversed())
    try writer.write(
      GeoJSONFeature(
        id: "330100", geometry: clockwise,
        properties: [
          "name": "杭州市", "population": 11_936_010, "share": .rounded(0.8333, decimals: 2),
        ]))
    try writer.write(
      GeoJSONFeature(
        geometry: Geometry.point(Coordinate(longitude: 116.403743573, latitude: -0.00000001))))
    try writer.write(GeoJSONFeature(geometry: nil, properties: ["lost": true]))
    let expected = """
      {"type":"FeatureCollection","name":"units","features":[
      {"type":"Feature","id":"330100","bbox":[120,30,120.5,30.5],"geometry":{"type":"Polygon",\
      "coordinates":[[[120,30],[120.5,30],[120.5,30.5],[120,30.5],[120,30]]]},\
      "properties":{"name":"杭州市","population":11936010,"share":0.83}},
      {"type":"Feature","geometry":{"type":"Point","coordinates":[116.4037436,0]},"properties":{}},
      {"type":"Feature","geometry":null,"properties":{"lost":true}}
      ],"bbox":[116.4037436,0,120.5,30.5]}

      """
    #expect(text(try writer.finish()) == expected)
    #expect(writer.count == 3)
  }

  @Test("newline-delimited output is a feature a line, and pieces join to the whole")
  func lines() throws {
    var writer = try GeoJSONWriter(layout: .newlineDelimited)
    var bytes: [UInt8] = []
    for x in 0..<3 {
      try writer.write(GeoJSONFeature(geometry: Geometry.point(Coordinate(x: Double(x), y: 1))))
      bytes += writer.takeBytes()
    }
    bytes += try writer.finish()
    let lines = text(bytes).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(
      lines[2]
        == #"{"type":"Feature","geometry":{"type":"Point","coordinates":[2,1]},"properties":{}}"#)
    #expect(try GeoJSONReader(source: "lines").features(in: bytes).count == 3)
  }

  @Test("an empty collection has no box and can be read")
  func empty() throws {
    var writer = try GeoJSONWriter()
    let bytes = try writer.finish()
    #expect(!text(bytes).contains("bbox"))
    #expect(try GeoJSONReader(source: "empty").features(in: bytes).isEmpty)
  }

  @Test("a property that is not finite is refused")
  func notFinite() throws {
    var writer = try GeoJSONWriter()
    #expect(
      code { try writer.write(GeoJSONFeature(geometry: nil, properties: ["x": .number(.nan)])) }
        == "DR-123")
  }

  @Test(
    "every type comes back through its text",
    arguments: [
      "POINT (120.1 30.2)", "POINT EMPTY", "MULTIPOINT (1 2, 3 4)", "LINESTRING (1 2, 3 4)",
      "LINESTRING EMPTY", "MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))",
      "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))", "POLYGON EMPTY",
      "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))", "MULTIPOLYGON EMPTY",
      "GEOMETRYCOLLECTION (POINT (1 1), MULTIPOINT (1 1, 2 2))",
    ])
  func types(wkt: String) throws {
    var writer = try GeoJSONWriter()
    try writer.write(GeoJSONFeature(geometry: Geometry(wkt: wkt)))
    let read = try GeoJSONReader(source: "types").features(in: writer.finish())
    #expect(read.first?.geometry?.wkt == wkt)
  }

  @Test(
    "random features come back, positions to half a unit of the seventh decimal",
    arguments: 0..<20 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var writer = try GeoJSONWriter()
    var given: [GeoJSONFeature] = []
    for number in 0..<20 {
      let centre = Coordinate(
        x: Double.random(in: 73...135, using: &random),
        y: Double.random(in: 18...54, using: &random))
      let feature = GeoJSONFeature(
        id: .int(number), geometry: try Geometry.point(centre).buffer(0.3),
        properties: ["n": .int(number), "v": .number(centre.x), "text": "\"\\\n镇"])
      given.append(feature)
      try writer.write(feature)
    }
    let read = try GeoJSONReader(source: "random").features(in: writer.finish())
    #expect(read.count == given.count)
    for (one, other) in zip(read, given) {
      #expect(one.id == other.id)
      #expect(one.properties == other.properties)
      let before = try #require(other.geometry).rightHanded().coordinates
      let after = try #require(one.geometry).coordinates
      #expect(before.count == after.count)
      for (a, b) in zip(before, after) {
        #expect(abs(a.x - b.x) <= 0.51e-7 && abs(a.y - b.y) <= 0.51e-7)
      }
    }
  }

  @Test func aShellIsWrittenAsItsPolygonIs() throws {
    let shells = [
      [(120.0, 30.0), (121.0, 30.0), (121.0, 31.0), (120.0, 30.0)],
      [(0.1, 0.2), (0.1, 0.3), (-0.2, 0.3), (0.1, 0.2)],
    ].map { $0.map { Coordinate(longitude: $0.0, latitude: $0.1) } }
    for boxes in [false, true] {
      var one = try GeoJSONWriter(featureBoxes: boxes)
      var other = try GeoJSONWriter(featureBoxes: boxes)
      for (index, shell) in shells.enumerated() {
        try one.write(
          GeoJSONFeature(
            id: .int(index), geometry: .polygon(shell: shell), properties: ["a": .int(index)]))
        try other.write(id: .int(index), shell: shell, properties: ["a": .int(index)])
      }
      #expect(try one.finish() == other.finish())
    }
  }
}
