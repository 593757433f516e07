import TestSupport

/// Breaks good files a little: bytes flipped, cut, doubled and put in from a list of what readers stumble over.
struct ByteMutator {
  private var random: SeededGenerator

  /// What a mutated file has at most.
  static let greatestBytes = 1 << 16

  private static let words: [[UInt8]] =
    [
      "", "\"", "\"\"", "'", ",", ";", "\t", "\n", "\r\n", "\r", "{", "}", "[", "]", ":", "null",
      "NaN", "nan", "Infinity", "-inf", "1e999", "-1e999", "1e-999", "-0", "0x1p3",
      "9223372036854775807",
      "-9223372036854775808", "18446744073709551616", "999999999999999999999", "0.1", "1.", ".5",
      "=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "<script>", "\u{FEFF}", "\u{2028}", "経緯",
      "&anchor", "*anchor", "!!binary", "<<: *a", "---\n", "- ", "true", "[120,30]", "[30,120]",
      "\"type\":\"Polygon\"", "\"coordinates\":[]", "\\u0000", "\\ud800", "广电",
    ].map { Array($0.utf8) } + [
      [0], [0xFF], [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0xC0, 0x80],
      [0xED, 0xA0, 0x80],
      [0x81, 0x30, 0x81, 0x30], [0xD6, 0xD0], [0, 0, 0xC0, 0x7F], [0, 0, 0x80, 0x7F],
      [0xFF, 0xFF, 0xFF, 0x7F], [0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0, 0, 0, 0xF8, 0x7F],
    ]

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A file with one to eight changes.
  mutating func mutated(_ file: [UInt8]) -> [UInt8] {
    var bytes = file
    for _ in 0..<Int.random(in: 1...8, using: &random) { change(&bytes) }
    return Array(bytes.prefix(Self.greatestBytes))
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let length = min(Int.random(in: 1...64, using: &random), bytes.count - place)
    switch Int.random(in: 0..<9, using: &random) {
    case 0 where place < bytes.count:
      bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1 where place < bytes.count:
      bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 2:
      bytes.removeSubrange(place..<place + length)
    case 3:
      bytes.insert(contentsOf: bytes[place..<place + length], at: place)
    case 4:
      let from = Int.random(in: 0...bytes.count - length, using: &random)
      bytes.insert(contentsOf: bytes[from..<from + length], at: place)
    case 5 where bytes.count > 8:
      bytes.removeSubrange(place...)
    case 6:
      let byte = bytes.randomElement(using: &random) ?? 0
      let count = Int.random(in: 1...2000, using: &random)
      bytes.insert(contentsOf: [UInt8](repeating: byte, count: count), at: place)
    default:
      let word = Self.words.randomElement(using: &random) ?? []
      bytes.replaceSubrange(place..<place + (Bool.random(using: &random) ? 0 : length), with: word)
    }
  }
}
