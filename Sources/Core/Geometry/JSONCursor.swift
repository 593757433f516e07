/// A reading position in JSON text (RFC 8259): the one parser under JSON, GeoJSON and TopoJSON.
///
/// It reads on demand, so that coordinates go straight into arrays of positions without a tree of
/// values between. Errors carry line, byte offset and, once known, the feature's number.
struct JSONCursor {
  let bytes: [UInt8]
  /// What the text is called in messages: a file's name.
  let source: String
  /// Arrays and objects inside each other, at most.
  let maximumDepth: Int
  var index = 0
  private var depth = 0
  /// Number of the feature being read, from 1.
  var feature: Int?

  init(_ bytes: [UInt8], source: String, maximumDepth: Int) {
    self.bytes = bytes
    self.source = source
    self.maximumDepth = maximumDepth
    // A byte order mark is no part of the text.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  /// The error of this place, or of an earlier one.
  func error(
    _ code: String, _ problem: String, at offset: Int? = nil, remedy: String
  ) -> UserError {
    let offset = min(offset ?? index, bytes.count)
    var line = 1
    for byte in bytes[..<offset] where byte == UInt8(ascii: "\n") { line += 1 }
    let number = feature.map { ", feature \($0)" } ?? ""
    return UserError(
      code, .badData, at: "\(source):\(line) (byte \(offset)\(number))", problem, remedy: remedy)
  }

  func syntaxError(expected: String) -> UserError {
    guard index < bytes.count else {
      return error(
        "DR-120", "the text ends where \(expected) should be",
        remedy: "check that the file is whole")
    }
    let byte = bytes[index]
    let found =
      (0x21..<0x7F).contains(byte)
      ? "'\(Character(Unicode.Scalar(byte)))'" : "byte 0x\(String(byte, radix: 16))"
    return error(
      "DR-120", "\(found) stands where \(expected) should be", remedy: "correct the JSON there")
  }

  mutating func skipWhitespace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index += 1
      default: return
      }
    }
  }

  /// The next byte that is not white space, which stays unread; 0 at the end.
  mutating func peek() -> UInt8 {
    skipWhitespace()
    return index < bytes.count ? bytes[index] : 0
  }

  /// Whether only white space is left.
  mutating func isAtEnd() -> Bool {
    skipWhitespace()
    return index == bytes.count
  }

  /// Reads the byte when it is next.
  mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: byte) else { return false }
    index += 1
    return true
  }

  mutating func expect(_ byte: Unicode.Scalar) throws(UserError) {
    guard take(byte) else { throw syntaxError(expected: "'\(byte)'") }
  }

  private mutating func descend() throws(UserError) {
    depth += 1
    guard depth <= maximumDepth else {
      throw error(
        "DR-121", "arrays and objects are nested deeper than \(maximumDepth)",
        remedy: "flatten the file")
    }
  }

  /// Reads an array; `element` reads one element.
  mutating func forEachElement(
    _ element: (inout JSONCursor) throws(UserError) -> Void
  ) throws(UserError) {
    try expect("[")
    try descend()
    defer { depth -= 1 }
    if take("]") { return }
    repeat { try element(&self) } while take(",")
    guard take("]") else { throw syntaxError(expected: "',' or ']'") }
  }

  /// Reads an object; `member` reads the value of a name.
  mutating func forEachMember(
    _ member: (inout JSONCursor, String) throws(UserError) -> Void
  ) throws(UserError) {
    try expect("{")
    try descend()
    defer { depth -= 1 }
    if take("}") { return }
    repeat {
      guard peek() == UInt8(ascii: "\"") else { throw syntaxError(expected: "a name in quotes") }
      let key = try string()
      try expect(":")
      try member(&self, key)
    } while take(",")
    guard take("}") else { throw syntaxError(expected: "',' or '}'") }
  }

  /// Reads any value into a tree.
  mutating func value() throws(UserError) -> JSONValue {
    switch peek() {
    case UInt8(ascii: "{"):
      // Growing one by one costs more than the room.
      var object = JSONObject(capacity: 8)
      try forEachMember { (cursor, key) throws(UserError) in
        object.append(key, try cursor.value())
      }
      return .object(object)
    case UInt8(ascii: "["):
      var array: [JSONValue] = []
      try forEachElement { (cursor) throws(UserError) in array.append(try cursor.value()) }
      return .array(array)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  /// Reads a value and forgets it.
  mutating func skipValue() throws(UserError) {
    switch peek() {
    case UInt8(ascii: "{"):
      try forEachMember { (cursor, _) throws(UserError) in try cursor.skipValue() }
    case UInt8(ascii: "["):
      try forEachElement { (cursor) throws(UserError) in try cursor.skipValue() }
    default: _ = try value()
    }
  }

  /// Reads null when it is next.
  mutating func takeNull() throws(UserError) -> Bool {
    guard peek() == UInt8(ascii: "n") else { return false }
    _ = try word("null", .null)
    return true
  }

  private mutating func word(
    _ text: StaticString, _ value: JSONValue
  ) throws(UserError) -> JSONValue {
    let letters = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard bytes[index...].starts(with: letters) else { throw syntaxError(expected: "a value") }
    index += letters.count
    return value
  }
}
