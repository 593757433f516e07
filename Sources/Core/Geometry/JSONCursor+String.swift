extension JSONCursor {
  /// Reads a string in quotes.
  mutating func string() throws(UserError) -> String {
    guard take("\"") else { throw syntaxError(expected: "a string") }
    let start = index
    var high: UInt8 = 0
    while index < bytes.count {
      let byte = bytes[index]
      high |= byte
      switch byte {
      case UInt8(ascii: "\""):
        // Below 128 all of it is text as it stands, which spares the long way of checking it.
        let text =
          high < 0x80 ? plain(start..<index) : try text(bytes[start..<index], from: start)
        index += 1
        return text
      case UInt8(ascii: "\\"):
        return try escapedString(from: start)
      case 0..<0x20:
        throw syntaxError(expected: "the end of the string (control characters are escaped)")
      default: index += 1
      }
    }
    throw syntaxError(expected: "the end of the string")
  }

  /// Reads on in a string that holds an escape, from its first byte.
  private mutating func escapedString(from start: Int) throws(UserError) -> String {
    var unescaped = Array(bytes[start..<index])
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""):
        let text = try text(unescaped[...], from: start)
        index += 1
        return text
      case UInt8(ascii: "\\"):
        index += 1
        try unescape(into: &unescaped)
      case 0..<0x20:
        throw syntaxError(expected: "the end of the string (control characters are escaped)")
      default:
        unescaped.append(byte)
        index += 1
      }
    }
    throw syntaxError(expected: "the end of the string")
  }

  private mutating func unescape(into text: inout [UInt8]) throws(UserError) {
    guard index < bytes.count else { throw syntaxError(expected: "an escape") }
    switch bytes[index] {
    case UInt8(ascii: "\""): text.append(0x22)
    case UInt8(ascii: "\\"): text.append(0x5C)
    case UInt8(ascii: "/"): text.append(0x2F)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      index += 1
      text.append(contentsOf: String(try scalar()).utf8)
      return
    default: throw syntaxError(expected: "one of \"\\/bfnrtu")
    }
    index += 1
  }

  /// Reads the four digits after `\u`, and a second escape for the other half of a pair.
  private mutating func scalar() throws(UserError) -> Character {
    let start = index
    let unit = try codeUnit()
    var code = unit
    if (0xD800..<0xDC00).contains(unit), bytes[index...].starts(with: [0x5C, 0x75]) {
      index += 2
      let low = try codeUnit()
      guard (0xDC00..<0xE000).contains(low) else { throw halfPair(at: start) }
      code = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw halfPair(at: start) }
    return Character(scalar)
  }

  private func halfPair(at offset: Int) -> UserError {
    error(
      "DR-124", "an escape is half of a surrogate pair", at: offset,
      remedy: "write both halves, or the character itself in UTF-8")
  }

  private mutating func codeUnit() throws(UserError) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard index < bytes.count, let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue,
        bytes[index] < 0x80
      else { throw syntaxError(expected: "a hexadecimal digit") }
      unit = unit << 4 | UInt32(digit)
      index += 1
    }
    return unit
  }

  private func plain(_ range: Range<Int>) -> String {
    String(unsafeUninitializedCapacity: range.count) { buffer in
      bytes.withUnsafeBufferPointer { source in
        _ = buffer.initialize(fromContentsOf: source[range])
      }
      return range.count
    }
  }

  private func text(_ utf8: ArraySlice<UInt8>, from start: Int) throws(UserError) -> String {
    guard let text = String(validating: utf8, as: UTF8.self) else {
      throw error(
        "DR-124", "a string is not UTF-8", at: start, remedy: "save the file in UTF-8")
    }
    return text
  }
}
