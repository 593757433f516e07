/// What the bytes of a line say of how they were written.
enum LineShape {
  /// Nothing beyond ASCII.
  case ascii
  /// UTF-8 with characters of two bytes at most: Latin, Greek, Cyrillic. Pairs of GB18030 look so by chance
  /// (模 is C4 A3, which is also ģ), so that it says little.
  case shortUTF8
  /// UTF-8 with characters of three bytes or four, as Chinese has. GB18030 hardly ever looks so.
  case longUTF8
  /// No UTF-8.
  case other

  /// Looks at bytes; the validity is that of RFC 3629 (no overlong forms, no surrogates, up to U+10FFFF).
  init(_ bytes: UnsafeRawBufferPointer) {
    var shape = LineShape.ascii
    var index = 0
    let end = bytes.count
    while index < end {
      if index + 8 <= end,
        bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index += 8
        continue
      }
      let byte = bytes[index]
      guard byte >= 0x80 else {
        index += 1
        continue
      }
      let length = Self.length(bytes, index, end)
      guard length > 0 else {
        self = .other
        return
      }
      if length > 2 {
        shape = .longUTF8
      } else if shape == .ascii {
        shape = .shortUTF8
      }
      index += length
    }
    self = shape
  }

  /// Bytes of the character that begins at an index with a byte beyond ASCII; 0 where none does.
  @inline(__always)
  private static func length(_ bytes: UnsafeRawBufferPointer, _ index: Int, _ end: Int) -> Int {
    func follows(_ offset: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
      index + offset < end && bytes[index + offset] >= low && bytes[index + offset] <= high
    }
    switch bytes[index] {
    case 0xC2...0xDF: return follows(1) ? 2 : 0
    case 0xE0: return follows(1, 0xA0) && follows(2) ? 3 : 0
    case 0xED: return follows(1, 0x80, 0x9F) && follows(2) ? 3 : 0
    case 0xE1...0xEF: return follows(1) && follows(2) ? 3 : 0
    case 0xF0: return follows(1, 0x90) && follows(2) && follows(3) ? 4 : 0
    case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
    case 0xF4: return follows(1, 0x80, 0x8F) && follows(2) && follows(3) ? 4 : 0
    default: return 0
    }
  }
}
