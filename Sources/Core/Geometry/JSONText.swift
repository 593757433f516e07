/// Writes JSON bytes: the same value, the same bytes, everywhere.
public struct JSONText: Sendable {
  /// What has been written so far.
  public internal(set) var bytes: [UInt8] = []

  /// Nothing written yet.
  public init() {}

  /// Text that is JSON already.
  mutating func append(_ other: JSONText) { bytes.append(contentsOf: other.bytes) }

  mutating func append(raw text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// A string in quotes; what JSON demands is escaped, everything else stays UTF-8.
  public mutating func append(quoted text: String) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    // Nearly all text is as it stands, and is then taken whole.
    let isPlain = text.utf8.withContiguousStorageIfAvailable { text in
      guard !text.contains(where: Self.isEscaped) else { return false }
      bytes.append(contentsOf: text)
      return true
    }
    guard isPlain != true else { return }
    for byte in text.utf8 {
      switch byte {
      case 0x22: append(raw: "\\\"")
      case 0x5C: append(raw: "\\\\")
      case 0x0A: append(raw: "\\n")
      case 0x0D: append(raw: "\\r")
      case 0x09: append(raw: "\\t")
      case 0..<0x20, 0x7F:
        append(raw: "\\u00")
        bytes.append(hexadecimal(byte >> 4))
        bytes.append(hexadecimal(byte & 15))
      default: bytes.append(byte)
      }
    }
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F
  }

  private func hexadecimal(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
  }

  /// A whole number.
  public mutating func append(_ value: Int) {
    bytes.append(contentsOf: String(value).utf8)
  }

  /// A number in the fewest digits that bring it back, with a point or exponent; -0 as 0.0.
  /// - Throws: DR-123 for NaN and infinity.
  public mutating func append(_ value: Double) throws(UserError) {
    guard value.isFinite else { throw JSONText.notFinite(value) }
    bytes.append(contentsOf: (value == 0 ? 0.0 : value).description.utf8)
  }

  /// A number rounded to so many decimals (0 to 15), trailing zeros and a bare point left out, -0
  /// as 0.
  /// - Throws: DR-123 for NaN, infinity and numbers too large to have decimals.
  public mutating func append(_ value: Double, decimals: Int) throws(UserError) {
    var factor = 1
    for _ in 0..<min(max(decimals, 0), 15) { factor *= 10 }
    let scaled = (value * Double(factor)).rounded()
    guard abs(scaled) < 9.2e18 else { throw JSONText.notFinite(value) }
    if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
    let magnitude = Int(abs(scaled))
    append(magnitude / factor)
    var rest = magnitude % factor
    guard rest > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    var unit = factor / 10
    while rest > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(rest / unit))
      rest %= unit
      unit /= 10
    }
  }

  static func notFinite(_ value: Double) -> UserError {
    UserError(
      "DR-123", .badData, at: "JSON output", "\(value) cannot be written",
      remedy: "write null where a number is not known")
  }
}

extension JSONText {
  /// Any value on one line.
  /// - Throws: DR-123 for NaN and infinity.
  public mutating func append(_ value: JSONValue) throws(UserError) {
    switch value {
    case .null: append(raw: "null")
    case .bool(let value): if value { append(raw: "true") } else { append(raw: "false") }
    case .int(let value): append(value)
    case .number(let value): try append(value)
    case .string(let value): append(quoted: value)
    case .array(let values):
      append(raw: "[")
      for (index, value) in values.enumerated() {
        if index > 0 { append(raw: ",") }
        try append(value)
      }
      append(raw: "]")
    case .object(let object): try append(object)
    }
  }

  /// An object on one line.
  /// - Throws: DR-123 for NaN and infinity.
  public mutating func append(_ object: JSONObject) throws(UserError) {
    append(raw: "{")
    for (index, member) in object.members.enumerated() {
      if index > 0 { append(raw: ",") }
      append(quoted: member.key)
      append(raw: ":")
      try append(member.value)
    }
    append(raw: "}")
  }

  /// Any value over several lines, two spaces a level; empty arrays and objects on one.
  /// - Throws: DR-123 for NaN and infinity.
  public mutating func append(pretty value: JSONValue, level: Int = 0) throws(UserError) {
    switch value {
    case .array(let values) where !values.isEmpty:
      append(raw: "[")
      for (index, value) in values.enumerated() {
        breakLine(after: index, level: level + 1)
        try append(pretty: value, level: level + 1)
      }
      breakLine(after: 0, level: level)
      append(raw: "]")
    case .object(let object) where !object.isEmpty:
      append(raw: "{")
      for (index, member) in object.members.enumerated() {
        breakLine(after: index, level: level + 1)
        append(quoted: member.key)
        append(raw: ": ")
        try append(pretty: member.value, level: level + 1)
      }
      breakLine(after: 0, level: level)
      append(raw: "}")
    default: try append(value)
    }
  }

  private mutating func breakLine(after index: Int, level: Int) {
    if index > 0 { append(raw: ",") }
    append(raw: "\n")
    for _ in 0..<level { append(raw: "  ") }
  }
}

extension JSONValue {
  /// Reads one JSON text (RFC 8259).
  /// - Parameters:
  ///   - source: what the text is called in messages, such as the file's name.
  ///   - maximumDepth: arrays and objects inside each other, at most.
  /// - Throws: DR-120 syntax, DR-121 depth, DR-122 number too large, DR-124 not UTF-8; all with
  ///   line and byte offset.
  public init(
    parsing bytes: [UInt8], source: String, maximumDepth: Int = 128
  ) throws(UserError) {
    var cursor = JSONCursor(bytes, source: source, maximumDepth: maximumDepth)
    self = try cursor.value()
    guard cursor.isAtEnd() else { throw cursor.syntaxError(expected: "the end of the text") }
  }

  /// The value as JSON bytes; pretty ones end with a line feed.
  /// - Throws: DR-123 for NaN and infinity.
  public func serialized(pretty: Bool = false) throws(UserError) -> [UInt8] {
    var text = JSONText()
    if pretty {
      try text.append(pretty: self)
      text.append(raw: "\n")
    } else {
      try text.append(self)
    }
    return text.bytes
  }
}
