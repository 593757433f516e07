import Geometry
import Scheduling
public import Territory

/// A province's cap on the electricity of new stations in a year of the schedule, and what is taken of it.
public struct EnergyCap: Hashable, Sendable {
  /// Adcode of the province; nil for one limit of several.
  public let province: String?
  /// Name of the limit's account.
  public let limit: String
  /// First quarter.
  public let from: Quarter
  /// Last quarter.
  public let until: Quarter
  /// What there is.
  public let capKilowattHours: Double
  /// What the schedule takes.
  public let usedKilowattHours: Double
  /// What one more is worth, in the objective's unit.
  public let shadowPrice: Double

  /// Share that is taken; nil of a cap of nothing.
  public var share: Double? {
    capKilowattHours > 0 ? usedKilowattHours / capKilowattHours : nil
  }

  /// The accounts of `limits.csv` that are of electricity by the book that the run was scheduled by.
  ///
  /// - Throws: DR-205 for a column that is missing, DR-944 for a value that cannot be.
  static func read(_ table: RunTable, _ book: LimitBook) throws(UserError) -> [EnergyCap] {
    let names = names(book)
    var caps: [EnergyCap] = []
    for row in table.rows {
      let limit = try table.text(row, "limit")
      guard isOf(names, limit) else { continue }
      func cannotBe(_ title: String, _ text: String) -> UserError {
        UserError(
          "DR-944", .badData, at: "\(table.name):\(row.line)", "\(title) is '\(text)'",
          remedy: "make the run again")
      }
      func number(_ title: String) throws(UserError) -> Double {
        let text = try table.text(row, title)
        guard let value = Double(text), value.isFinite else { throw cannotBe(title, text) }
        return value
      }
      func quarter(_ title: String) throws(UserError) -> Quarter {
        let text = try table.text(row, title)
        guard let quarter = Quarter(text) else { throw cannotBe(title, text) }
        return quarter
      }
      caps.append(
        EnergyCap(
          province: province(of: limit), limit: limit, from: try quarter("from"),
          until: try quarter("until"), capKilowattHours: try number("amount"),
          usedKilowattHours: try number("used"), shadowPrice: try number("shadow_price")))
    }
    return caps
  }

  /// The same of a schedule at hand, as `limits.csv` rounds them.
  static func all(_ accounts: [LimitAccount], _ book: LimitBook) -> [EnergyCap] {
    let names = names(book)
    return accounts.filter { isOf(names, $0.limit) }.map { account in
      EnergyCap(
        province: province(of: account.limit), limit: account.limit, from: account.from,
        until: account.until,
        capKilowattHours: LimitTable.written(account.amount),
        usedKilowattHours: LimitTable.written(account.used),
        shadowPrice: LimitTable.written(price: account.price))
    }
  }

  private static func names(_ book: LimitBook) -> Set<String> {
    Set(book.limits.filter { $0.resource == "energy" }.map(\.name))
  }

  private static func isOf(_ names: Set<String>, _ limit: String) -> Bool {
    limit.split(separator: "/").first.map { names.contains(String($0)) } ?? false
  }

  private static func province(of limit: String) -> String? {
    limit.split(separator: "/").dropFirst().map(String.init).last {
      $0.utf8.count == 6 && Int($0) != nil
    }
  }
}
