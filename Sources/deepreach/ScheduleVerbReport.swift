import Geometry
import Reporting
import Scheduling
import Territory

/// What `schedule` prints.
struct ScheduleVerbReport {
  private let schedule: Schedule
  private let language: Language
  private let words: LimitWords
  private let risk: ScheduleRisk?

  init(_ schedule: Schedule, _ language: Language, risk: ScheduleRisk? = nil) {
    self.risk = risk
    self.schedule = schedule
    self.language = language
    words = LimitWords(schedule, language)
  }

  /// Quarters from the horizon's first to the last finish; 0 for an empty schedule.
  private var makespan: Int {
    schedule.packages.map(\.finish).max().map { $0.index - schedule.limits.from.index + 1 } ?? 0
  }

  /// The weakest end of all tiers.
  private var end: ScheduleEnd {
    let ends = Set((schedule.proof?.stages ?? []).map(\.end))
    return [ScheduleEnd.undecided, .effort, .gap].first(where: ends.contains) ?? .optimal
  }

  func json(seconds: Double, peakMegabytes: Int) -> JSONValue {
    let steps = words.steps.map { step in
      JSONValue.object(
        JSONObject([
          ("limit", .string(step.limit)), ("from", .string(step.tightest.from.description)),
          ("until", .string(step.tightest.until.description)),
          ("shadow_price", .rounded(step.tightest.price, decimals: 9)),
          ("step", .rounded(step.size, decimals: 3)),
          ("step_worth", .rounded(step.worth, decimals: 3)),
        ]))
    }
    var figures = JSONObject([
      ("objective", .rounded(schedule.proof?.value ?? 0, decimals: 6)),
      ("bound", .rounded(schedule.proof?.bound ?? 0, decimals: 6)),
      ("gap", .rounded(schedule.proof?.gap ?? 0, decimals: 9)),
      ("end", .string(end.rawValue)),
      ("makespan", .int(makespan)),
      ("packages", .int(schedule.packages.count)),
      ("left", .int(schedule.unscheduled.count)),
      ("spent_yuan", .int(schedule.spentYuan)),
      ("seconds", .rounded(seconds, decimals: 2)),
      ("peak_mb", .int(peakMegabytes)),
      ("tight_limits", .array(steps)),
    ])
    if let moves = schedule.moves { figures["replan"] = Self.value(moves) }
    figures["risk"] = risk.map(RiskFigures.json)
    return .object(figures)
  }

  private static func value(_ moves: ScheduleMoves) -> JSONValue {
    [
      "as_of": .string(moves.asOf.description),
      "committed_quarters": .int(moves.committedQuarters),
      "begun": .int(moves.begun), "kept": .int(moves.count(.kept)), "moved": .int(moves.moved),
      "dropped": .int(moves.count(.dropped)), "added": .int(moves.count(.added)),
      "new": .int(moves.count(.new)),
      "move_share": .rounded(moves.moveShare, decimals: 6),
      "move_cost": .rounded(moves.cost, decimals: 6),
      "objective_without_moves": .rounded(moves.plainValue, decimals: 6),
    ]
  }

  func text() -> String {
    var table = TextTable([
      .text(Message.quarter.text(language)), .number(Message.spent.text(language)),
      .number(Message.carriedOut.text(language)), .number(Message.packages.text(language)),
      .number(Message.stationsBuilt.text(language)),
    ])
    for (account, built) in zip(schedule.quarters, schedule.stationsBuilt()) {
      table.append([
        account.quarter.description, Amount.yuan(account.spentYuan, language),
        Amount.yuan(account.carriedOutYuan, language), String(account.finishedPackages.count),
        String(built.stations),
      ])
    }
    let moves = MovesReport(schedule, language)
    let lines =
      (ScheduleReport(schedule, language).answer.map { [$0] } ?? []) + moves.answers
      + moves.greatest(10).map { "- " + $0 }
    let answer = lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n\n"
    let limits = words.sentences.prefix(12).map { $0 + "\n" }.joined()
    return answer + table.terminal() + "\n"
      + (limits.isEmpty ? Message.limitFree.text(language) + "\n" : limits)
      + (risk.map { "\n" + RiskReport($0, language).text() } ?? "")
  }
}
