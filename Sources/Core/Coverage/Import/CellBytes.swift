import Territory

/// The bytes of a cell, as registers write them.
typealias CellBytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer<UInt8> {
  /// Without spaces and control characters around it.
  @inline(__always)
  var trimmed: CellBytes {
    var (start, end) = (0, count)
    while start < end, self[start] <= 0x20 { start += 1 }
    while end > start, self[end - 1] <= 0x20 { end -= 1 }
    return CellBytes(rebasing: self[start..<end])
  }

  /// Whether nothing is said: empty, or one of the words that programs write for nothing.
  var isMissing: Bool {
    if isEmpty { return true }
    guard count <= 4 else { return false }
    return Self.wordsForNothing.contains(text.lowercased())
  }

  private static var wordsForNothing: Set<String> {
    ["-", "--", "/", "\\", "null", "nil", "nan", "n/a", "#n/a", "none", "无", "空", "\\n"]
  }

  /// As text; doubled quotes are one.
  var text: String { String(decoding: self, as: UTF8.self).replacing("\"\"", with: "\"") }

  /// A number before a unit or other text (`25m`, `2565 MHz`), and the text; nil where no number stands first.
  var numberAndRest: (Double, rest: String)? {
    var end = 0
    while end < count, Self.isNumeric(self[end]) { end += 1 }
    guard let number = NumberText.double(CellBytes(rebasing: self[0..<end])) else { return nil }
    let rest = String(decoding: self[end...], as: UTF8.self)
    return (number, ColumnNames.plain(rest))
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "+")
  }

  /// Whether other bytes are the same.
  @inline(__always)
  func hasSameBytes(as other: CellBytes) -> Bool {
    guard count == other.count else { return false }
    if baseAddress == other.baseAddress { return true }
    let (mine, theirs) = (UnsafeRawBufferPointer(self), UnsafeRawBufferPointer(other))
    var index = 0
    while index + 8 <= count {
      let word = mine.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if word != theirs.loadUnaligned(fromByteOffset: index, as: UInt64.self) { return false }
      index += 8
    }
    while index < count {
      if mine[index] != theirs[index] { return false }
      index += 1
    }
    return true
  }

  /// A hash of the bytes, eight at a time.
  var rowHash: UInt64 {
    var hash = UInt64(count) &* 0x9E37_79B9_7F4A_7C15
    let raw = UnsafeRawBufferPointer(self)
    var index = 0
    while index + 8 <= count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
      index += 8
    }
    while index < count {
      hash = (hash ^ UInt64(self[index])) &* 0x100_0000_01B3
      index += 1
    }
    return hash ^ hash >> 29
  }
}

/// What words mean, each worked out once. The words must stay where they are as long as it is used: the last is
/// looked at again, since rows of one site follow each other.
struct CellMeanings {
  private var words = WordTable()
  private var codes: [Int32] = []
  private var last = CellBytes(start: nil, count: 0)
  private var lastCode: Int32?

  /// The code of a word.
  @inline(__always)
  mutating func code(_ word: CellBytes, _ meaning: (CellBytes) -> Int32) -> Int32 {
    if let lastCode, word.hasSameBytes(as: last) { return lastCode }
    let index = Int(words.index(of: word))
    if index == codes.count { codes.append(meaning(word)) }
    last = word
    lastCode = codes[index]
    return codes[index]
  }
}
