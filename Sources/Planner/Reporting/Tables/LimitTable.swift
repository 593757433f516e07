import Scheduling
import Territory

/// `limits.csv`: one row a limit and account, with what is taken and the shadow price.
enum LimitTable {
  private static let columns = [
    "limit", "from", "until", "amount", "carried_in", "used", "shadow_price",
  ]

  static func csv(_ schedule: Schedule) -> [UInt8] {
    var writer = CSVWriter(header: columns)
    for account in schedule.limitAccounts {
      writer.append([
        .text(account.limit), .text(account.from.description), .text(account.until.description),
        .decimal(account.amount, decimals: 3), .decimal(account.carriedIn, decimals: 3),
        .decimal(account.used, decimals: 3),
        .decimal(account.price, decimals: 9),
      ])
    }
    return writer.bytes
  }
}
