/// Where a text is cut so that several threads can work on it: always behind a line feed, at places that depend on
/// the text alone.
enum TextBlocks {
  /// Ranges of about so many bytes that cover the text; none is empty, the last may be short.
  static func ranges(
    _ text: UnsafeRawBufferPointer, from start: Int = 0, byteCount: Int
  ) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var begin = start
    while begin < text.count {
      var end = min(begin + byteCount, text.count)
      while end < text.count, text[end - 1] != UInt8(ascii: "\n") { end += 1 }
      ranges.append(begin..<end)
      begin = end
    }
    return ranges
  }

  /// Calls the body with each line, its line feed included.
  static func forEachLine<Failure: Error>(
    _ text: UnsafeRawBufferPointer,
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    var begin = 0
    while begin < text.count {
      var end = begin
      while end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
      end = min(end + 1, text.count)
      try body(UnsafeRawBufferPointer(rebasing: text[begin..<end]))
      begin = end
    }
  }
}
