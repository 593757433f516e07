import Scheduling
import Territory

/// `limits.csv`: one row a limit and account, with what is taken and the shadow price.
enum LimitTable {
  private static let columns = [
    "limit", "from", "until", "amount", "carried_in", "used", "shadow_price",
  ]

  private static let (decimals, priceDecimals) = (3, 9)

  /// An amount as the table has it.
  static func written(_ amount: Double) -> Double { rounded(amount, decimals) }

  /// A shadow price as the table has it.
  static func written(price: Double) -> Double { rounded(price, priceDecimals) }

  private static func rounded(_ value: Double, _ decimals: Int) -> Double {
    Double(DecimalText.fixed(value, decimals: decimals)) ?? value
  }

  static func csv(_ schedule: Schedule) -> [UInt8] {
    var writer = CSVWriter(header: columns)
    for account in schedule.limitAccounts {
      writer.append([
        .text(account.limit), .text(account.from.description), .text(account.until.description),
        .decimal(account.amount, decimals: decimals),
        .decimal(account.carriedIn, decimals: decimals),
        .decimal(account.used, decimals: decimals),
        .decimal(account.price, decimals: priceDecimals),
      ])
    }
    return writer.bytes
  }
}
