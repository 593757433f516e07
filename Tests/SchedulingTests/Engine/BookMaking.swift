import Geometry
import Scheduling
import TestSupport

/// The text of a book of limits of which only what matters is given.
struct BookMaking {
  /// Survey, permit, permit with masts, power, build, tuning.
  var days: [Double] = [0, 0, 0, 0, 30, 0]
  var greatestShare = "0.25"
  var discount = "0.08"
  var savingShare = "0"
  var savingYuan = "0"
  /// Nil for a book that says nothing of it.
  var moveCost: String?
  /// One line a limit: the fields behind its name.
  var limits: [String] = []
  var deadlines = ""
  /// Further lines.
  var more: [String] = []
  /// Shares of the residents by province.
  var provinces: [String: Double] = ["330000": 1]

  func text() -> String {
    func figure(_ value: String) -> String {
      "{value: \(value), unit: \"1\", kind: judgement, source: test}"
    }
    let names = [
      "surveyDays", "permitDays", "newMastPermitDays", "powerDays", "buildDays", "optimiseDays",
    ]
    var lines = ["durations:"]
    for (name, days) in zip(names, days) { lines.append("  \(name): \(figure("\(days)"))") }
    lines += [
      "greatestShareOfLimit: \(figure(greatestShare))", "discountPerYear: \(figure(discount))",
      "leadTooLate: \(figure("0"))", "leadTooEarly: \(figure("0"))",
      "savingShare: \(figure(savingShare))", "savingYuanPerStation: \(figure(savingYuan))",
    ]
    if let moveCost { lines.append("moveCost: \(figure(moveCost))") }
    lines.append(limits.isEmpty ? "limits: []" : "limits:")
    lines += limits.map { "  - {\($0)}" }
    lines += more
    if !deadlines.isEmpty { lines.append("deadlines: [\(deadlines)]") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// An amount of a limit.
  static func amount(_ value: String) -> String {
    "{value: \(value), unit: \"1\", kind: judgement, source: test}"
  }

  func book() throws -> LimitBook {
    let scratch = try Scratch()
    return try LimitBook.read(path: scratch.file("limits.yaml", text()))
  }

  func scheduler(
    quarters: Int, budgetYuan: Int, policy: TierPolicy = .valueOnly,
    objective: RolloutObjective = .service,
    effort: ScheduleEffort = ScheduleEffort(evaluations: 200, placements: 10000)
  ) throws -> RolloutScheduler {
    RolloutScheduler(
      limits: try limits(quarters: quarters, budgetYuan: budgetYuan), book: try book(),
      policy: policy, objective: objective,
      shares: ResidentShares(nation: 1, provinces: provinces, groups: ["mobile": 1]),
      rates: RolloutRates(
        yuanPerKilowattHour: 0.6, kilogramsPerKilowattHour: 0.5, demand: [], leadBand: 1...2),
      effort: effort)
  }

  private func limits(quarters: Int, budgetYuan: Int) throws -> ScheduleLimits {
    try SchedulingTests.limits(quarters: quarters, budgetYuan: budgetYuan)
  }
}
