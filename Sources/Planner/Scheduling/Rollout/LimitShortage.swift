public import Territory

/// A limit that is short for a package.
public struct LimitShortage: Hashable, Sendable {
  /// The limit's name, with the group or province that it is for.
  public let limit: String
  /// First quarter of the account that is short.
  public let quarter: Quarter
  /// How much more it would have to hold, in the resource's unit.
  public let missing: Double

  /// A shortage; more than 0 is missing.
  public init(limit: String, quarter: Quarter, missing: Double) {
    self.limit = limit
    self.quarter = quarter
    self.missing = missing
  }

  /// For tables: `budget 2021Q3 short by 500`.
  public var text: String { "\(limit) \(quarter) short by \(amount)" }

  /// How much, with at most three decimals and no zeros at the end.
  public var amount: String {
    let thousandths = Int((missing * 1000).rounded())
    let whole = "\(thousandths / 1000)"
    guard thousandths % 1000 != 0 else { return whole }
    let digits = String(1000 + thousandths % 1000).dropFirst()
    return whole + "." + String(digits.reversed().drop { $0 == "0" }.reversed())
  }
}
