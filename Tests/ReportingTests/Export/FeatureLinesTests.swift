import Geometry
import Reporting
import TestSupport
import Testing

/// What is read in pieces is what is read at once, or is not read in pieces at all.
@Suite struct FeatureLinesTests {
  private let reader = GeoJSONReader(source: "a.geojson")

  private func written(_ count: Int, members: JSONObject = ["name": "x"]) throws -> [UInt8] {
    var writer = try GeoJSONWriter(members: members)
    for index in 0..<count {
      try writer.write(
        GeoJSONFeature(
          geometry: .point(Coordinate(longitude: 100 + Double(index % 30), latitude: 30)),
          properties: [
            "id": .int(index), "text": .string("}\n{\"type\":\"Feature\" \(index)"),
            "nest": .array([.object(["a": .array([])])]),
          ]))
    }
    return try writer.finish()
  }

  /// The features of all pieces; nil where one is not read.
  private func pieces(_ bytes: [UInt8], _ size: Int) -> [GeoJSONFeature]? {
    let pieces = FeatureLines(bytes, reader: reader, pieceBytes: size)
    guard pieces.count > 0 else { return nil }
    var features: [GeoJSONFeature] = []
    for piece in 0..<pieces.count {
      guard let own = pieces.features(of: piece) else { return nil }
      features += own
    }
    return features
  }

  @Test func piecesMakeTheWhole() throws {
    for count in [1, 2, 100] {
      let bytes = try written(count)
      let whole = try reader.features(in: bytes)
      for size in [1, 100, 333, 5000, 1 << 20] {
        let found = try #require(pieces(bytes, size), "\(count) features, \(size) bytes")
        #expect(found.map(\.properties) == whole.map(\.properties))
        #expect(found.map { $0.geometry?.wkt } == whole.map { $0.geometry?.wkt })
        // Where it is in the file is not known.
        #expect(found.allSatisfy { $0.place == "a.geojson" })
      }
    }
    #expect(FeatureLines(try written(100), reader: reader, pieceBytes: 1).count == 100)
  }

  @Test func whatIsNotACollectionByLinesIsNotReadInPieces() {
    for text in [
      "", "[]", "{}", "{\"type\":\"Point\",\"coordinates\":[1,2]}", "{\"features\":",
      "{\"type\":\"FeatureCollection\"}", "{\"x\":1",
      "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{}}\n",
      "{\"type\":\"FeatureCollection\",\"features\":[\n  {\"type\":\"Feature\",\n  \"geometry\":null}]}",
    ] {
      #expect(pieces(Array(text.utf8), 1) == nil, "\(text)")
    }
  }

  /// Lines that look like features and are none, in places where only the whole tells.
  @Test func whatOnlyLooksLikeFeaturesIsNone() {
    let feature = "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{}}"
    for text in [
      // Inside of a feature's properties.
      "{\"type\":\"FeatureCollection\",\"features\":[\n{\"type\":\"Feature\",\"properties\":{\"a\":[\n\(feature),\n\(feature)\n]}}\n]}",
      // In another member.
      "{\"type\":\"FeatureCollection\",\"features\":[\n\(feature)\n],\"other\":[\n\(feature),\n\(feature)\n]}",
      "{\"type\":\"FeatureCollection\",\"features\":[\n\(feature),\n\(feature),\n]}",
      "{\"type\":\"FeatureCollection\",\"features\":[\n\(feature)\n\(feature)\n]}",
      "{\"type\":\"Other\",\"features\":[\n\(feature),\n\(feature)\n]}",
      "{\"type\":\"FeatureCollection\",\"features\":[\n\(feature)\n],\"crs\":{\"properties\":{\"name\":\"EPSG:3857\"}}}",
      "{\"type\":\"FeatureCollection\",\"features\":[\n\(feature)\n]}\n\(feature)",
      "{\"type\":\"FeatureCollection\",\"features\":[\n\(feature)\n",
    ] {
      let whole = try? reader.features(in: Array(text.utf8))
      for size in 1...text.utf8.count {
        guard let found = pieces(Array(text.utf8), size) else { continue }
        #expect(whole?.map(\.properties) == found.map(\.properties), "\(text)")
      }
    }
  }

  @Test func brokenTextsAreNotReadOtherwise() throws {
    let bytes = try written(12)
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<3000 {
      var broken = bytes
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: 0..<broken.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: broken.remove(at: place)
        case 1:
          broken[place] = Array("{}[],:\"\n e1".utf8).randomElement(using: &generator) ?? 0
        default: broken.insert(contentsOf: "\n{".utf8, at: place)
        }
      }
      guard let found = pieces(broken, 200) else { continue }
      let whole = try? reader.features(in: broken)
      #expect(found.map(\.properties) == whole?.map(\.properties))
    }
  }
}
