import Foundation
import Geometry
import Territory
import TestSupport
import Testing

@Suite struct DecodedTextTests {
  /// Characters with their bytes in GB 2312; 模 is UTF-8 by chance.
  static let characters: [(text: String, bytes: [UInt8])] = [
    ("基", [0xBB, 0xF9]), ("站", [0xD5, 0xBE]), ("移", [0xD2, 0xC6]), ("动", [0xB6, 0xAF]),
    ("模", [0xC4, 0xA3]), ("中", [0xD6, 0xD0]), ("国", [0xB9, 0xFA]), ("a", [0x61]),
    (",", [0x2C]), ("\n", [0x0A]), ("1", [0x31]),
  ]
  static let station: [UInt8] = [0xBB, 0xF9, 0xD5, 0xBE]

  private func text(_ decoded: DecodedText) -> String {
    String(decoding: decoded.bytes, as: UTF8.self)
  }

  @Test func readsEveryEncoding() throws {
    let plain = try DecodedText(name: "t", bytes: Array("基站,1\n".utf8))
    #expect(text(plain) == "基站,1\n")
    #expect(plain.encoding == .utf8)
    let marked = try DecodedText(name: "t", bytes: [0xEF, 0xBB, 0xBF] + Array("基站".utf8))
    #expect(text(marked) == "基站")
    #expect(marked.encoding == .utf8)
    let little = try DecodedText(name: "t", bytes: [0xFF, 0xFE, 0xFA, 0x57, 0x2C, 0x00])
    #expect(text(little) == "基,")
    #expect(little.encoding == .utf16LittleEndian)
    let big = try DecodedText(name: "t", bytes: [0xFE, 0xFF, 0x57, 0xFA, 0x00, 0x2C])
    #expect(text(big) == "基,")
    let chinese = try DecodedText(name: "t", bytes: Self.station + Array(",1\n".utf8))
    #expect(text(chinese) == "基站,1\n")
    #expect(chinese.encoding == .gb18030)
    #expect(chinese.foreignLines == 0)
    let empty = try DecodedText(name: "t", bytes: [])
    #expect(empty.bytes.isEmpty)
  }

  @Test func linesOfBothKindsAreReadOneByOne() throws {
    let bytes = Array("基站\n".utf8) + Self.station + Array("\nabc\n".utf8) + Self.station
    let mixed = try DecodedText(name: "t", bytes: bytes)
    #expect(text(mixed) == "基站\n基站\nabc\n基站")
    #expect(mixed.encoding == .mixed)
    #expect(mixed.foreignLines == 2)
  }

  /// A line of GB 2312 that is UTF-8 by chance does not make the file a mixed one.
  @Test func aPairThatIsUTF8ByChanceIsStillChinese() throws {
    let bytes: [UInt8] = Self.station + [0x0A, 0xC4, 0xA3, 0x0A]
    let chinese = try DecodedText(name: "t", bytes: bytes)
    #expect(text(chinese) == "基站\n模\n")
    #expect(chinese.encoding == .gb18030)
  }

  @Test func whatIsNoTextIsRefusedWithItsLine() {
    let null = userError { try DecodedText(name: "t", bytes: Array("a\nb\u{0}".utf8)) }
    #expect(null?.code == "DR-204")
    #expect(null?.place == "t:2")
    let broken = userError { try DecodedText(name: "t", bytes: [0x61, 0x0A, 0x61, 0x0A, 0xFF]) }
    #expect(broken?.code == "DR-204")
    #expect(broken?.place == "t:3")
    let cut = userError { try DecodedText(name: "t", bytes: Array("基\n".utf8) + [0xBB]) }
    #expect(cut?.code == "DR-204")
    #expect(cut?.place == "t:2")
  }

  @Test func aFirstLineWithoutEndIsRefusedBeforeTheRestIsRead() throws {
    let scratch = try Scratch()
    try scratch.file("long", String(repeating: "a", count: (1 << 20) + 1))
    #expect(userError { try DecodedText(path: scratch.path("long")) }?.code == "DR-257")
    #expect(userError { try DecodedText(path: scratch.path("none")) }?.code == "DR-210")
    try scratch.file("text", "基站\n")
    #expect(try text(DecodedText(path: scratch.path("text"), threads: 2)) == "基站\n")
  }

  /// Overlong forms, surrogates and what lies beyond U+10FFFF are no UTF-8, by the standard library's word too.
  @Test(arguments: UInt64(1)...300)
  func validityIsTheStandardLibrarys(seed: UInt64) {
    var random = RandomNumbers(seed: seed)
    let leads: [UInt8] = [
      0x41, 0x7F, 0x80, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF3, 0xF4,
      0xF5, 0xFF,
    ]
    var bytes = (0..<random.below(12)).map { _ in UInt8(ascii: "a") }
    for _ in 0..<1 + random.below(3) {
      bytes.append(leads[random.below(leads.count)])
      for _ in 0..<random.below(4) { bytes.append(UInt8(0x80 + random.below(0x40))) }
    }
    let isValid = String(validating: bytes, as: UTF8.self) != nil
    let decoded = try? DecodedText(name: "t", bytes: bytes)
    #expect((decoded?.encoding == .utf8) == isValid)
  }

  /// Texts of several blocks are the same for any number of threads, and what was written.
  @Test(arguments: [UInt64(1), 2, 3])
  func blocksDoNotShow(seed: UInt64) throws {
    var random = RandomNumbers(seed: seed)
    var bytes: [UInt8] = []
    var expected: [UInt8] = []
    // The first line is sure to be foreign, so that the rest is read as it is.
    for index in 0..<3_000_000 {
      let picked =
        index < 2
        ? Self.characters[index] : Self.characters[random.below(Self.characters.count)]
      bytes += picked.bytes
      expected += Array(picked.text.utf8)
    }
    let one = try DecodedText(name: "t", bytes: bytes)
    let four = try DecodedText(name: "t", bytes: bytes, threads: 4)
    #expect(one.bytes == expected)
    #expect(four.bytes == expected)
    #expect(four.encoding == .gb18030)
  }
}
