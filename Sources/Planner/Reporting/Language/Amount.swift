import Territory

/// Amounts as people read them, in each language's own units.
public enum Amount {
  private struct Scale {
    let divisor: Int
    let unit: String
    let decimals: Int
  }

  /// Money: `1,849.00亿元`, `35.0万元`, `12元`; `184.90 bn yuan`, `3.50 m yuan`,
  /// `12 yuan`.
  public static func yuan(_ yuan: Int, _ language: Language) -> String {
    switch language {
    case .chinese:
      text(
        yuan,
        [
          Scale(divisor: 100_000_000, unit: "亿元", decimals: 2),
          Scale(divisor: 10_000, unit: "万元", decimals: 1),
          Scale(divisor: 1, unit: "元", decimals: 0),
        ])
    case .english:
      text(
        yuan,
        [
          Scale(divisor: 1_000_000_000, unit: " bn yuan", decimals: 2),
          Scale(divisor: 1_000_000, unit: " m yuan", decimals: 2),
          Scale(divisor: 1, unit: " yuan", decimals: 0),
        ])
    }
  }

  /// People: `14.10亿人`, `53.2万人`, `812人`; `1.41 billion`, `5.32 million`, `812`.
  public static func people(_ people: Int, _ language: Language) -> String {
    switch language {
    case .chinese:
      text(
        people,
        [
          Scale(divisor: 100_000_000, unit: "亿人", decimals: 2),
          Scale(divisor: 10_000, unit: "万人", decimals: 1),
          Scale(divisor: 1, unit: "人", decimals: 0),
        ])
    case .english:
      text(
        people,
        [
          Scale(divisor: 1_000_000_000, unit: " billion", decimals: 2),
          Scale(divisor: 1_000_000, unit: " million", decimals: 2),
          Scale(divisor: 1, unit: "", decimals: 0),
        ])
    }
  }

  /// Energy from kilowatt hours: `1.20亿千瓦时`, `3.4万千瓦时`; `120.00 GWh`, `34.0 MWh`.
  public static func kilowattHours(_ energy: Int, _ language: Language) -> String {
    switch language {
    case .chinese:
      text(
        energy,
        [
          Scale(divisor: 100_000_000, unit: "亿千瓦时", decimals: 2),
          Scale(divisor: 10_000, unit: "万千瓦时", decimals: 1),
          Scale(divisor: 1, unit: "千瓦时", decimals: 0),
        ])
    case .english:
      text(
        energy,
        [
          Scale(divisor: 1_000_000, unit: " GWh", decimals: 2),
          Scale(divisor: 1000, unit: " MWh", decimals: 1),
          Scale(divisor: 1, unit: " kWh", decimals: 0),
        ])
    }
  }

  /// A share of 0 to 1 in per cent with two decimals: `97.50%`. Empty when it is not finite.
  public static func share(_ share: Double) -> String {
    share.isFinite ? DecimalText.fixed(share * 100, decimals: 2) + "%" : ""
  }

  /// A part of a whole in per cent with two decimals, in whole numbers only; `–` of nothing.
  public static func share(_ part: Int, of whole: Int) -> String {
    let text = DecimalText.quotient(part * 100, by: whole, decimals: 2)
    return text.isEmpty ? "–" : text + "%"
  }

  /// A time span: `2:05` minutes and seconds, `1:02:05` with hours.
  public static func time(_ span: Duration) -> String {
    let seconds = Int(max(0, span.components.seconds))
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let hours = seconds / 3600
    let minutes = seconds / 60 % 60
    return hours > 0
      ? "\(hours):\(two(minutes)):\(two(seconds % 60))" : "\(minutes):\(two(seconds % 60))"
  }

  /// In the largest unit of which the amount holds at least one.
  private static func text(_ amount: Int, _ scales: [Scale]) -> String {
    for scale in scales where amount.magnitude >= scale.divisor.magnitude || scale.divisor == 1 {
      let digits = DecimalText.quotient(amount, by: scale.divisor, decimals: scale.decimals)
      return group(digits) + scale.unit
    }
    return DecimalText.grouped(amount)
  }

  /// Groups the whole part of a decimal.
  private static func group(_ digits: String) -> String {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = parts.first, let whole = Int(first) else { return digits }
    let sign = whole == 0 && digits.hasPrefix("-") ? "-" : ""
    return sign + DecimalText.grouped(whole) + (parts.count > 1 ? "." + parts[1] : "")
  }
}
