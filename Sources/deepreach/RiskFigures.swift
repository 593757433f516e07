import Geometry
import Reporting
import Scheduling
import Territory

/// The simulation of a schedule as JSON.
enum RiskFigures {
  static func json(_ risk: ScheduleRisk) -> JSONValue {
    [
      "executions": .int(risk.executions),
      "seed": .int(Int(clamping: risk.seed)),
      "packages": .int(risk.packages),
      "mean_late": .rounded(risk.meanLate, decimals: 3),
      "mean_unfinished": .rounded(risk.meanUnfinished, decimals: 3),
      "aims": .array(risk.rows.map(row)),
      "drivers": .array(
        risk.drivers.map { driver in
          [
            "cause": .string(RiskWords.name(driver.cause)),
            "share": .rounded(driver.share, decimals: 4),
          ]
        }),
      "spend": .array(risk.spend.map(spend)),
    ]
  }

  private static func row(_ row: ScheduleRisk.Row) -> JSONValue {
    let words = RiskWords(row.aim)
    var figures = JSONObject([("kind", .string(words.kind))])
    for (key, text) in [
      ("settlements", words.settlements), ("status", words.status), ("package", words.package),
    ] where !text.isEmpty { figures[key] = .string(text) }
    figures["packages"] = .int(row.packages)
    figures["left_out"] = .int(row.leftOut)
    figures["planned"] = .string(row.planned.description)
    figures["by"] = .string(row.by.description)
    figures["chance"] = .rounded(row.chance.value, decimals: 4)
    figures["standard_error"] = .rounded(row.chance.standardError, decimals: 4)
    for (percent, quarter) in zip(ScheduleRisk.percents, row.percentiles) {
      figures["p\(percent)"] = quarter.map { .string($0.description) } ?? .null
    }
    figures["driver"] = row.driver.map { .string(RiskWords.name($0)) } ?? .null
    return .object(figures)
  }

  private static func spend(_ spend: ScheduleRisk.Spend) -> JSONValue {
    var figures = JSONObject([
      ("quarter", .string(spend.quarter.description)), ("planned_yuan", .int(spend.plannedYuan)),
    ])
    for (percent, yuan) in zip(ScheduleRisk.spendPercents, spend.percentileYuan) {
      figures["p\(percent)_yuan"] = .int(yuan)
    }
    return .object(figures)
  }
}

extension RolloutScheduler {
  /// The risk of a schedule as the settings ask for it; nil where they do not.
  func risk(
    of schedule: Schedule, _ packages: [RolloutPackage], _ replan: Replan?, _ settings: Settings
  ) throws(UserError) -> ScheduleRisk? {
    guard settings.simulations > 0 else { return nil }
    return try risk(
      of: schedule, packages, replan: replan, executions: settings.simulations,
      seed: UInt64(clamping: settings.seed))
  }
}
