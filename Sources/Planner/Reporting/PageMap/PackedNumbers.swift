/// Whole numbers packed for a page: seven bits a byte, the lowest first, the eighth bit set where more follow
/// (LEB128); those that may be negative folded first (0, -1, 1, -2, ...).
public struct PackedNumbers: Hashable, Sendable {
  /// The numbers so far.
  public private(set) var bytes: [UInt8] = []

  /// None yet.
  public init() {}

  /// Adds a number of 0 or more; a negative one counts as 0.
  public mutating func append(_ value: Int) { append(folded: UInt(max(0, value))) }

  /// Adds a number of either sign.
  public mutating func append(signed value: Int) {
    append(folded: UInt(bitPattern: (value << 1) ^ (value >> (Int.bitWidth - 1))))
  }

  private mutating func append(folded value: UInt) {
    var rest = value
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// The bytes in base 64 (RFC 4648, section 4).
  public var base64: String { Self.base64(bytes) }

  /// Bytes in base 64 (RFC 4648, section 4).
  static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    var index = 0
    while index < bytes.count {
      let rest = min(3, bytes.count - index)
      let second = rest > 1 ? bytes[index + 1] : 0
      let third = rest > 2 ? bytes[index + 2] : 0
      let word = Int(bytes[index]) << 16 | Int(second) << 8 | Int(third)
      text.append(digits[word >> 18])
      text.append(digits[word >> 12 & 63])
      text.append(rest > 1 ? digits[word >> 6 & 63] : UInt8(ascii: "="))
      text.append(rest > 2 ? digits[word & 63] : UInt8(ascii: "="))
      index += 3
    }
    return String(decoding: text, as: UTF8.self)
  }
}
