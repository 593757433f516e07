/// Reads decimal numbers from the bytes of a table's cell.
public enum NumberText {
  /// Powers of ten that a double holds exactly.
  private static let exactPowers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The number that the bytes hold, spaces around it left out; nil for anything else, NaN, infinities and
  /// hexadecimal notation included.
  public static func double(_ cell: UnsafeBufferPointer<UInt8>) -> Double? {
    var index = 0
    var end = cell.count
    while index < end, cell[index] <= 0x20 { index += 1 }
    while end > index, cell[end - 1] <= 0x20 { end -= 1 }
    let start = index
    guard index < end else { return nil }
    let isNegative = cell[index] == UInt8(ascii: "-")
    if isNegative || cell[index] == UInt8(ascii: "+") { index += 1 }
    var mantissa: UInt64 = 0
    var digits = 0
    var exponent = 0
    var hasDigits = false
    var hasPoint = false
    while index < end {
      let digit = cell[index] &- UInt8(ascii: "0")
      if digit <= 9 {
        hasDigits = true
        if mantissa > 0 || digit > 0 { digits += 1 }
        if digits <= 18 { mantissa = mantissa * 10 + UInt64(digit) }
        if hasPoint { exponent -= 1 }
      } else if cell[index] == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        break
      }
      index += 1
    }
    guard hasDigits else { return nil }
    // Below 2^53 and with a power of ten that is exact, one division rounds rightly (Clinger 1990).
    if index == end, digits <= 18, mantissa <= 1 << 53, exponent >= -22 {
      let magnitude = Double(mantissa) / exactPowers[-exponent]
      return isNegative ? -magnitude : magnitude
    }
    return slowly(UnsafeBufferPointer(rebasing: cell[start..<end]), from: index - start)
  }

  /// With an exponent, or more digits than a double holds.
  private static func slowly(_ cell: UnsafeBufferPointer<UInt8>, from rest: Int) -> Double? {
    if rest < cell.count, cell[rest] | 0x20 != UInt8(ascii: "e") { return nil }
    guard let value = Double(String(decoding: cell, as: UTF8.self)), value.isFinite else {
      return nil
    }
    return value
  }
}
