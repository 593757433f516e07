import Geometry
import TestSupport
import Testing

@Suite("Hostile JSON")
struct JSONHostileTests {
  @Test(
    "broken text is refused with its code",
    arguments: [
      ("", "DR-120"), ("[1,2", "DR-120"), ("{\"a\":}", "DR-120"), ("{\"a\" 1}", "DR-120"),
      ("[1,]", "DR-120"), ("{\"a\":1,}", "DR-120"), ("[1 2]", "DR-120"), ("tru", "DR-120"),
      ("nul", "DR-120"), ("01", "DR-120"), ("-", "DR-120"), ("1.", "DR-120"), (".5", "DR-120"),
      ("1e", "DR-120"), ("+1", "DR-120"), ("1 2", "DR-120"), ("\"abc", "DR-120"),
      ("\"a\nb\"", "DR-120"), ("\"\\x\"", "DR-120"), ("\"\\u12g4\"", "DR-120"),
      ("'a'", "DR-120"), ("{a:1}", "DR-120"), ("//", "DR-120"), ("NaN", "DR-122"),
      ("-Infinity", "DR-122"), ("1e999", "DR-122"), ("1e99999999999999999999", "DR-122"),
      ("\"\\ud800\"", "DR-124"), ("\"\\ud800\\u0041\"", "DR-124"), ("\"\\udc00\"", "DR-124"),
    ])
  func refused(text: String, expected: String) {
    #expect(
      code { _ = try JSONValue(parsing: Array(text.utf8), source: "bad.json") } == expected)
  }

  @Test("bytes that are not UTF-8 are refused")
  func notUTF8() {
    for bytes in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE6, 0xB5]] as [[UInt8]] {
      let text = [UInt8(ascii: "\"")] + bytes + [UInt8(ascii: "\"")]
      #expect(code { _ = try JSONValue(parsing: text, source: "bad.json") } == "DR-124")
    }
  }

  @Test("deep nesting is refused, not a crash")
  func deep() throws {
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
    #expect(code { _ = try JSONValue(parsing: deep, source: "deep.json") } == "DR-121")
    let objects = Array(String(repeating: "{\"a\":", count: 100_000).utf8)
    #expect(code { _ = try JSONValue(parsing: objects, source: "deep.json") } == "DR-121")
    let geometry = Array(
      ("{\"type\":\"Polygon\",\"coordinates\":" + String(repeating: "[", count: 200_000)).utf8)
    #expect(
      code { _ = try GeoJSONReader(source: "deep.json").features(in: geometry) } == "DR-121")
    let allowed = Array(
      (String(repeating: "[", count: 128) + String(repeating: "]", count: 128)).utf8)
    _ = try JSONValue(parsing: allowed, source: "deep.json")
  }

  @Test("a long number is read, not overflowed")
  func longNumber() throws {
    let digits = String(repeating: "9", count: 300)
    let value = try JSONValue(parsing: Array(digits.utf8), source: "long.json")
    #expect(value.double == 1e300)
    let small = "0." + String(repeating: "0", count: 300) + "1"
    #expect(try JSONValue(parsing: Array(small.utf8), source: "long.json").double == 1e-301)
  }

  @Test("the error names file, line and byte")
  func place() {
    let error = userError {
      _ = try JSONValue(parsing: Array("{\n  \"a\": 1,\n  \"b\": ?\n}".utf8), source: "run.json")
    }
    #expect(error?.place == "run.json:3 (byte 19)")
    #expect(error?.problem.contains("'?'") == true)
  }

  @Test(
    "every cut of a good text is refused or whole",
    arguments: [
      #"{"type":"FeatureCollection","features":[{"type":"Feature","id":7,"geometry":{"type":"#
        + #""Polygon","coordinates":[[[0,0],[1,0],[1,1.5e0],[0,0]]]},"properties":{"n":"\u6d59"}}]}"#
    ])
  func truncated(text: String) throws {
    let bytes = Array(text.utf8)
    let reader = GeoJSONReader(source: "cut.geojson")
    for end in 0..<bytes.count {
      let error = userError { _ = try reader.features(in: Array(bytes[..<end])) }
      #expect(error?.code == (end == 0 ? "DR-135" : "DR-120"), "cut at \(end)")
    }
    #expect(try reader.features(in: bytes).count == 1)
  }

  @Test("no changed byte brings the readers down", arguments: 0..<30 as Range<UInt64>)
  func mutated(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let good = Array(TopologyWorld(side: 3, seed: seed).json.utf8)
    for _ in 0..<50 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      // Whatever comes is a value or a user error.
      let codes = [
        code { _ = try JSONValue(parsing: bytes, source: "m") },
        code { _ = try GeoJSONReader(source: "m").features(in: bytes) },
        code {
          let topology = try TopoJSON(bytes: bytes, source: "m")
          for name in topology.objectNames {
            _ = try topology.dissolve(name) { $0.properties["group"]?.string ?? "" }
          }
        },
      ]
      #expect(codes.allSatisfy { $0?.hasPrefix("DR-") ?? true })
      #expect(codes[1] != nil, "a topology is no GeoJSON")
    }
  }
}
