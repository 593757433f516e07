public import Geometry

/// JSON inside a script element of a page.
public enum EmbeddedJSON {
  /// The value's text with every character escaped that could end the element, begin a comment or a reference
  /// there (`<`, `>`, `&`) or a line in older scripts (U+2028, U+2029), or that turns the direction of writing
  /// (U+202A to U+202E).
  ///
  /// - Throws: `DR-123` for a number that is not finite.
  public static func bytes(_ value: JSONValue) throws(UserError) -> [UInt8] {
    let plain = try value.serialized()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(plain.count + plain.count / 16)
    var index = 0
    while index < plain.count {
      let byte = plain[index]
      switch byte {
      case UInt8(ascii: "<"): bytes += "\\u003c".utf8
      case UInt8(ascii: ">"): bytes += "\\u003e".utf8
      case UInt8(ascii: "&"): bytes += "\\u0026".utf8
      case 0xE2
      where index + 2 < plain.count && plain[index + 1] == 0x80
        && (0xA8...0xAE).contains(plain[index + 2]):
        bytes += ("\\u20" + String(plain[index + 2] - 0x80, radix: 16)).utf8
        index += 2
      default: bytes.append(byte)
      }
      index += 1
    }
    return bytes
  }
}
