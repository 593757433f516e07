/// The unit that a chart of money is drawn in: the largest of which its greatest amount holds one.
struct MoneyScale {
  /// Yuan that the unit holds.
  let yuan: Double
  /// The unit's name.
  let name: String

  init(greatestYuan: Int, _ language: Language) {
    switch language {
    case .chinese:
      (yuan, name) =
        greatestYuan >= 100_000_000
        ? (1e8, "亿元") : greatestYuan >= 10_000 ? (1e4, "万元") : (1, "元")
    case .english:
      (yuan, name) =
        greatestYuan >= 1_000_000_000
        ? (1e9, "bn yuan") : greatestYuan >= 1_000_000 ? (1e6, "m yuan") : (1, "yuan")
    }
  }

  /// An amount in the unit.
  func amount(_ amount: Int) -> Double { Double(amount) / yuan }
}
