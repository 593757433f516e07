import Geometry
import TestSupport
import Testing

@Suite struct WellKnownBinaryTests {
  private func blob(_ hexadecimal: String) throws -> [UInt8] {
    let digits = Array(hexadecimal.utf8.filter { $0 != UInt8(ascii: " ") })
    return try stride(from: 0, to: digits.count, by: 2).map { offset in
      try #require(UInt8(String(decoding: digits[offset..<offset + 2], as: UTF8.self), radix: 16))
    }
  }

  private func read(_ hexadecimal: String) throws -> Geometry {
    try WellKnownBinary.geometry(blob(hexadecimal), source: "test")
  }

  /// 1.0 and 2.0 as doubles, big and little.
  private static let one = "3FF0000000000000"
  private static let two = "4000000000000000"

  @Test func pointsInEveryNotation() throws {
    let big = Self.one + Self.two
    for text in [
      "00 00000001" + big, "00 000003E9" + big + Self.two, "00 000007D1" + big + Self.two,
      "00 00000BB9" + big + Self.two + Self.two, "00 80000001" + big + Self.two,
      "00 C0000001" + big + Self.two + Self.two, "00 20000001 000010E6" + big,
      "01 01000000 000000000000F03F 0000000000000040",
    ] {
      let point = try read(text)
      #expect(point.type == .point && point.points == [Coordinate(x: 1, y: 2)], "\(text)")
    }
    #expect(try read("00 00000001 7FF8000000000000 7FF8000000000000").isEmpty)
  }

  @Test func collectionsOfEveryType() throws {
    let point = "00 00000001" + Self.one + Self.two
    #expect(try read("00 00000004 00000002" + point + point).points.count == 2)
    let line = "00 00000002 00000002" + Self.one + Self.two + Self.two + Self.one
    #expect(try read("00 00000005 00000001" + line).lines.count == 1)
    let ring =
      "00000004" + Self.one + Self.one + Self.two + Self.one + Self.two + Self.two + Self.one
      + Self.one
    let polygon = "00 00000003 00000001" + ring
    #expect(try read(polygon).area == 0.5)
    #expect(try read("00 00000006 00000002" + polygon + polygon).polygons.count == 2)
    #expect(try read("00 00000007 00000002" + point + polygon).members.count == 2)
  }

  @Test(arguments: [
    "", "00", "02 00000001", "00 00000001 3FF0", "00 00000008 00000000", "00 0000FFFF",
    // Four billion points in nothing.
    "00 00000002 FFFFFFFF", "00 00000003 FFFFFFFF", "00 00000003 00000001 FFFFFFFF",
    "00 00000006 FFFFFFFF 00", "00 00000007 10000000",
    // A line in a multipoint, bytes left over.
    "00 00000004 00000001 00 00000002 00000000", "00 00000002 00000000 00",
  ])
  func brokenBlobsAreRefused(text: String) {
    #expect(userError { try read(text) }?.code == "DR-150")
  }

  @Test func deepCollectionsAreRefused() throws {
    let deep = String(repeating: "00 00000007 00000001", count: 100_000)
    #expect(userError { try read(deep) }?.code == "DR-150")
  }

  @Test func changedBytesNeverCrash() throws {
    let ring =
      "00000004" + Self.one + Self.one + Self.two + Self.one + Self.two + Self.two + Self.one
      + Self.one
    let good = try blob("00 00000006 00000001 00 00000003 00000001" + ring)
    var random = SeededGenerator(seed: 5)
    for _ in 0..<5000 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      if Bool.random(using: &random) {
        bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
      }
      _ = userError { try WellKnownBinary.geometry(bytes, source: "test") }
    }
  }
}
