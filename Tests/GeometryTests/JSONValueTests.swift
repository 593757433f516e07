import Geometry
import TestSupport
import Testing

@Suite("JSONValue")
struct JSONValueTests {
  private func parse(_ text: String) throws -> JSONValue {
    try JSONValue(parsing: Array(text.utf8), source: "test.json")
  }

  private func text(_ value: JSONValue, pretty: Bool = false) throws -> String {
    String(decoding: try value.serialized(pretty: pretty), as: UTF8.self)
  }

  static let texts: [(String, JSONValue)] = [
    ("null", JSONValue.null), (" true ", true), ("false", false), ("0", 0), ("-0", 0),
    ("42", 42), ("-9223372036854775808", .int(.min)), ("9223372036854775807", .int(.max)),
    ("9223372036854775808", .number(9.223372036854775808e18)), ("1.0", 1.0), ("1e3", 1000.0),
    ("-2.5E-1", -0.25),
    ("123456789012345678901234567890", .number(123_456_789_012_345_677_877_719_597_056)),
    ("0.1", 0.1), ("5e-324", .number(.leastNonzeroMagnitude)),
    ("1.7976931348623157e308", .number(1.7976931348623157e308)),
    ("[]", []), ("{}", [:]), ("[1,[2.5,\"三\"]]", [1, [2.5, "三"]]),
    ("{\"b\":1,\"a\":[null]}", ["b": 1, "a": [.null]]),
    ("\"\\u00e9\\n\\\"\\\\\\/\\ud83d\\ude00\"", "é\n\"\\/😀"), ("\u{FEFF}7", 7),
  ]

  @Test("values are read by kind", arguments: texts)
  func reads(text: String, expected: JSONValue) throws {
    #expect(try parse(text) == expected)
  }

  @Test("doubles come back to the last bit", arguments: 0..<20 as Range<UInt64>)
  func doubles(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let bits = Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &random))
      guard bits.isFinite else { continue }
      #expect(try parse(text(.number(bits))) == .number(bits))
      // As a plain decimal too, which takes the fast way.
      let plain = Double(Int.random(in: -1_000_000_000_000...1_000_000_000_000, using: &random))
      #expect(try parse("\(Int(plain))e-7").double == Double("\(Int(plain))e-7"))
    }
  }

  @Test("random trees come back, plain and pretty", arguments: 0..<20 as Range<UInt64>)
  func trees(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let tree = randomValue(depth: 5, &random)
    #expect(try parse(text(tree)) == tree)
    #expect(try parse(text(tree, pretty: true)) == tree)
  }

  private func randomValue(depth: Int, _ random: inout SeededGenerator) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &random))
    case 2: return .int(Int.random(in: Int.min...Int.max, using: &random))
    case 3: return .number(Double.random(in: -1e6...1e6, using: &random))
    case 4:
      let letters = Array("a\"\\\n\t\u{01}浙江😀/é ")
      return .string(
        String((0..<8).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] }))
    case 5:
      return .array((0..<4).map { _ in randomValue(depth: depth - 1, &random) })
    default:
      return .object(
        JSONObject((0..<4).map { ("k\($0)", randomValue(depth: depth - 1, &random)) }))
    }
  }

  @Test("objects keep their order, and pretty text has two spaces a level")
  func pretty() throws {
    let value: JSONValue = ["z": 1, "a": ["x": [true, 2.0]], "e": [], "o": [:]]
    let expected = """
      {
        "z": 1,
        "a": {
          "x": [
            true,
            2.0
          ]
        },
        "e": [],
        "o": {}
      }

      """
    #expect(try text(value, pretty: true) == expected)
    #expect(try text(value) == #"{"z":1,"a":{"x":[true,2.0]},"e":[],"o":{}}"#)
  }

  @Test("numbers that are not finite are refused, minus zero is zero, rounding is plain")
  func numbers() throws {
    #expect(code { _ = try JSONValue.number(.nan).serialized() } == "DR-123")
    #expect(code { _ = try JSONValue.array([.number(.infinity)]).serialized() } == "DR-123")
    #expect(try text(.number(-0.0)) == "0.0")
    #expect(try text(.rounded(0.123456, decimals: 3)) == "0.123")
    #expect(try text(.rounded(-0.0001, decimals: 3)) == "0.0")
    #expect(try text(.rounded(1e300, decimals: 3)) == "1e+300")
  }

  @Test(
    "decimals are cut, zeros trimmed",
    arguments: [
      (120.0, "120"), (120.5, "120.5"), (-0.00000001, "0"), (-0.0, "0"), (0.0000001, "0.0000001"),
      (120.12345678, "120.1234568"), (-73.1000000, "-73.1"), (0.99999999, "1"),
      (-1e-7, "-0.0000001"),
    ])
  func decimals(value: Double, expected: String) throws {
    var text = JSONText()
    try text.append(value, decimals: 7)
    #expect(String(decoding: text.bytes, as: UTF8.self) == expected)
  }

  @Test("an object finds, replaces, adds and removes by name")
  func object() {
    var object: JSONObject = ["a": 1, "b": 2]
    object["a"] = 3
    object["c"] = "x"
    object["b"] = nil
    #expect(object == ["a": 3, "c": "x"])
    #expect(object.keys == ["a", "c"])
    #expect(object["missing"] == nil)
  }
}
