extension JSONCursor {
  /// Powers of ten that a double holds exactly.
  private static let exactPowers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// What the letters of a number say, before it becomes one.
  private struct Decimal {
    var negative = false
    /// The first 18 digits or fewer, leading zeros left out.
    var mantissa: UInt64 = 0
    var digits = 0
    var exponent = 0
    var whole = true
  }

  /// Reads a number as a double.
  mutating func double() throws(UserError) -> Double {
    skipWhitespace()
    let start = index
    let decimal = try decimal()
    return try double(decimal, from: start)
  }

  /// Reads a number, whole when it is written so and fits.
  mutating func number() throws(UserError) -> JSONValue {
    skipWhitespace()
    let start = index
    let decimal = try decimal()
    if decimal.whole {
      if decimal.digits <= 18 {
        let magnitude = Int(decimal.mantissa)
        return .int(decimal.negative ? -magnitude : magnitude)
      }
      if let value = Int(String(decoding: bytes[start..<index], as: UTF8.self)) {
        return .int(value)
      }
    }
    return .number(try double(decimal, from: start))
  }

  /// Below 2^53 and with a power of ten that is exact, one division or multiplication rounds
  /// rightly (Clinger 1990); the rare others go through the standard library.
  private func double(_ decimal: Decimal, from start: Int) throws(UserError) -> Double {
    if decimal.digits <= 18, decimal.mantissa <= 1 << 53, abs(decimal.exponent) <= 22 {
      let mantissa = Double(decimal.mantissa)
      let magnitude =
        decimal.exponent < 0
        ? mantissa / Self.exactPowers[-decimal.exponent]
        : mantissa * Self.exactPowers[decimal.exponent]
      return decimal.negative ? -magnitude : magnitude
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard let value = Double(text), value.isFinite else {
      throw error(
        "DR-122", "the number '\(text.prefix(40))' is too large", at: start,
        remedy: "give a number below 1.8e308")
    }
    return value
  }

  private mutating func decimal() throws(UserError) -> Decimal {
    var decimal = Decimal()
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") {
      decimal.negative = true
      index += 1
    }
    let start = index
    let length = scanDigits(into: &decimal)
    guard length > 0 else {
      throw notANumber()
    }
    guard length == 1 || bytes[start] != UInt8(ascii: "0") else {
      throw error(
        "DR-120", "a number begins with 0", at: start, remedy: "leave leading zeros out")
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      decimal.whole = false
      let fraction = scanDigits(into: &decimal)
      guard fraction > 0 else { throw syntaxError(expected: "a digit") }
      decimal.exponent -= fraction
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      decimal.whole = false
      decimal.exponent += try scanExponent()
    }
    return decimal
  }

  /// Reads digits and returns how many there were.
  private mutating func scanDigits(into decimal: inout Decimal) -> Int {
    let start = index
    while index < bytes.count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { break }
      if decimal.digits < 18 { decimal.mantissa = decimal.mantissa &* 10 &+ UInt64(digit) }
      if decimal.mantissa > 0 { decimal.digits += 1 }
      index += 1
    }
    return index - start
  }

  private mutating func scanExponent() throws(UserError) -> Int {
    var negative = false
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      negative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    let start = index
    var exponent = 0
    while index < bytes.count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { break }
      // Far beyond any double, and safe from overflow.
      if exponent < 100_000 { exponent = exponent * 10 + Int(digit) }
      index += 1
    }
    guard index > start else { throw syntaxError(expected: "a digit of the exponent") }
    return negative ? -exponent : exponent
  }

  /// NaN and Infinity are what a careless writer leaves; they deserve their own message.
  private func notANumber() -> UserError {
    let rest = bytes[index...].prefix(8)
    for text in ["NaN", "nan", "Infinity", "inf", "Inf"] where rest.starts(with: text.utf8) {
      return error(
        "DR-122", "'\(text)' is not a number of JSON", remedy: "give a finite number or null")
    }
    return syntaxError(expected: "a value")
  }
}
