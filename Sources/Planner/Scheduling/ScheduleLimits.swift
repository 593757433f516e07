public import Geometry
public import Territory

/// The time and the money a schedule may use.
public struct ScheduleLimits: Hashable, Sendable {
  /// First quarter in which money is paid.
  public let from: Quarter
  /// Last quarter in which money is paid.
  public let until: Quarter
  /// Whole yuan that become available in each quarter.
  public let budgetYuanPerQuarter: Int

  /// Largest horizon: far beyond any plan, and small enough that sums stay inside an integer.
  public static let greatestQuarters = 400
  /// Largest budget of a quarter, whole yuan (ten thousand times the sector's yearly investment).
  public static let greatestBudgetYuan = 1_000_000_000_000_000

  /// - Throws: `DR-601` when `until` lies before `from`, `DR-602` when the budget is not between 1
  ///   and ``greatestBudgetYuan``, `DR-603` when the time is longer than ``greatestQuarters``.
  public init(from: Quarter, until: Quarter, budgetYuanPerQuarter: Int) throws(UserError) {
    guard until >= from else {
      throw UserError(
        "DR-601", .usage, at: "--until", "\(until) lies before --from \(from)",
        remedy: "give a quarter that is not before \(from)")
    }
    guard (1...Self.greatestBudgetYuan).contains(budgetYuanPerQuarter) else {
      throw UserError(
        "DR-602", .usage, at: "--budget", "\(budgetYuanPerQuarter) yuan a quarter",
        remedy: "give whole yuan a quarter, 1 to \(Self.greatestBudgetYuan)")
    }
    guard until.index - from.index < Self.greatestQuarters else {
      throw UserError(
        "DR-603", .usage, at: "--until", "\(from) to \(until) is longer than a schedule can be",
        remedy: "plan at most \(Self.greatestQuarters) quarters")
    }
    self.from = from
    self.until = until
    self.budgetYuanPerQuarter = budgetYuanPerQuarter
  }

  /// Number of quarters, at least 1.
  public var quarterCount: Int { until.index - from.index + 1 }

  /// Every quarter, in order of time.
  public var quarters: [Quarter] { (0..<quarterCount).map { from.advanced(by: $0) } }

  /// Whole yuan of all quarters together.
  public var totalBudgetYuan: Int { budgetYuanPerQuarter * quarterCount }
}
