/// Numbers as text, the same on every machine: no locale, no platform's printing.
public enum DecimalText {
  /// The value with exactly so many decimals, halves away from zero: `fixed(1.25, decimals: 1)` is
  /// `1.3`. Never `-0`. Empty for a value that is not finite, as nothing is known then.
  ///
  /// - Parameter decimals: 0 to 9.
  public static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return "" }
    let scaled = (value.magnitude * Double(scale(decimals))).rounded()
    guard let digits = Int(exactly: scaled) else {
      // So large that a Double has no decimals; its shortest exact form is already decimal.
      return value.description
    }
    return fixed(value < 0 ? -digits : digits, decimals: decimals)
  }

  /// A whole number of the smallest decimal: `fixed(-1234, decimals: 2)` is `-12.34`.
  ///
  /// - Parameter decimals: 0 to 9.
  public static func fixed(_ digits: Int, decimals: Int) -> String {
    let sign = digits < 0 ? "-" : ""
    let (whole, part) = digits.magnitude.quotientAndRemainder(dividingBy: UInt(scale(decimals)))
    guard decimals > 0 else { return "\(sign)\(whole)" }
    let tail = String(part)
    return "\(sign)\(whole).\(String(repeating: "0", count: decimals - tail.count))\(tail)"
  }

  /// At most so many decimals, without trailing zeros: `1.50` is `1.5`, `2.00` is `2`.
  ///
  /// - Parameter decimals: 0 to 9.
  public static func trimmed(_ value: Double, decimals: Int) -> String {
    var text = fixed(value, decimals: decimals)
    guard text.contains("."), !text.contains("e") else { return text }
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }

  /// A whole number in groups of three: `1,409,778,724`.
  public static func grouped(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var text = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// `numerator / denominator` with so many decimals, halves away from zero, in whole numbers only.
  /// Empty when the denominator is 0.
  ///
  /// - Parameter decimals: 0 to 9.
  public static func quotient(_ numerator: Int, by denominator: Int, decimals: Int) -> String {
    guard denominator > 0 else { return "" }
    let wide = numerator.magnitude.multipliedFullWidth(by: UInt(scale(decimals)))
    let divisor = UInt(denominator)
    guard wide.high < divisor else { return "" }
    let (whole, rest) = divisor.dividingFullWidth(wide)
    let digits = Int(clamping: whole + (rest >= divisor - rest ? 1 : 0))
    return fixed(numerator < 0 ? -digits : digits, decimals: decimals)
  }

  private static func scale(_ decimals: Int) -> Int {
    (0..<min(max(decimals, 0), 9)).reduce(1) { power, _ in power * 10 }
  }
}
