import Geometry
public import Scheduling
import Territory

/// What is proven of a schedule, and what its limits are worth, in words and as a table.
public struct ScheduleReport {
  private let schedule: Schedule?
  private let language: Language

  init(_ result: PlanResult, _ language: Language) {
    self.init(result.schedule, language)
  }

  /// Of a schedule.
  public init(_ schedule: Schedule?, _ language: Language) {
    self.schedule = schedule
    self.language = language
  }

  /// The gap in a sentence; nil without a proof.
  public var answer: String? {
    guard let proof = schedule?.proof, !proof.stages.isEmpty else { return nil }
    return Message.scheduleAnswer.text(
      language,
      [
        Amount.share(proof.gap), proof.objective.rawValue,
        String(proof.stages.reduce(0) { $0 + $1.evaluations }),
      ])
  }

  /// A limit over all its accounts.
  private struct Row {
    let name: String
    /// Largest part of an account's amount that is taken.
    let use: Double
    /// What one part in a hundred more in every account would bring at most.
    let worth: Double
  }

  private var rows: [Row] {
    var names: [String] = []
    var accounts: [String: [LimitAccount]] = [:]
    for account in schedule?.limitAccounts ?? [] {
      if accounts[account.limit] == nil { names.append(account.limit) }
      accounts[account.limit, default: []].append(account)
    }
    return names.map { name in
      let own = accounts[name] ?? []
      return Row(
        name: name,
        use: own.reduce(0) { max($0, $1.use) },
        worth: own.reduce(0) { $0 + $1.price * $1.amount / 100 })
    }
  }

  /// Limits that bind, the one worth most first; the others are left to `limits.csv`.
  func markdown() -> String {
    guard schedule?.proof != nil else { return "" }
    let binding = rows.filter { $0.worth > 0 }.sorted {
      ($1.worth, $0.name) < ($0.worth, $1.name)
    }
    let heading = "## " + Message.limitHeading.text(language) + "\n\n"
    guard let tightest = binding.first else {
      return heading + Message.limitFree.text(language) + "\n"
    }
    var table = TextTable([
      .text(Message.limitName.text(language)), .number(Message.limitUse.text(language)),
      .number(Message.limitPrice.text(language)),
    ])
    let total = max(abs(schedule?.proof?.bound ?? 0), .leastNormalMagnitude)
    for row in binding.prefix(12) {
      table.append([
        row.name, Amount.share(row.use),
        DecimalText.fixed(row.worth / total * 100, decimals: 4) + " %",
      ])
    }
    return heading
      + Message.limitWords.text(
        language,
        [tightest.name, DecimalText.fixed(tightest.worth / total * 100, decimals: 4) + " %"])
      + "\n\n" + table.markdown() + "\n"
      + LimitWords(schedule, language).sentences.prefix(5).map { "- \($0)\n" }.joined()
  }
}
