import Geometry
public import Scheduling
import Territory

/// What moved since the schedule before, in words and as a table.
public struct MovesReport {
  private let moves: ScheduleMoves?
  private let language: Language

  /// Of a schedule; nothing to say where there was none before.
  public init(_ schedule: Schedule?, _ language: Language) {
    moves = schedule?.moves
    self.language = language
  }

  /// How much moved, and what the schedule is worth with and without the cost of that.
  public var answers: [String] {
    guard let moves else { return [] }
    return [
      Message.movesAnswer.text(
        language,
        [
          moves.asOf.description, String(moves.begun), String(moves.count(.kept)),
          String(moves.moved), String(moves.count(.dropped)),
          String(moves.count(.added) + moves.count(.new)),
        ]),
      Message.movesWorth.text(
        language,
        [
          DecimalText.fixed(moves.value, decimals: 0), DecimalText.fixed(moves.cost, decimals: 0),
          DecimalText.fixed(moves.plainValue, decimals: 0),
          DecimalText.trimmed(moves.moveShare, decimals: 3),
        ]),
    ]
  }

  /// The section of a report: counts by kind and the greatest moves in words; empty without a schedule before.
  public func markdown() -> String {
    guard let moves else { return "" }
    var table = TextTable([
      .text(Message.moveKind.text(language)), .number(Message.packages.text(language)),
      .number(Message.moveQuarters.text(language)),
    ])
    for kind in MoveKind.allCases {
      let own = moves.moves.filter { $0.kind == kind }
      guard !own.isEmpty else { continue }
      let sum = own.reduce(0) { $0 + ($1.quarters ?? 0) }
      table.append([
        Message(kind).text(language), String(own.count),
        own.contains { $0.quarters != nil } ? String(sum) : "–",
      ])
    }
    let sentences = greatest(10).map { "- \($0)\n" }.joined()
    return "## " + Message.movesHeading.text(language) + "\n\n" + table.markdown()
      + (sentences.isEmpty ? "" : "\n" + sentences)
  }

  /// The greatest moves in a sentence each: what is dropped first, then by quarters.
  public func greatest(_ count: Int) -> [String] {
    func size(_ move: ScheduleMove) -> Int {
      switch move.kind {
      case .kept, .new: 0
      case .dropped: .max
      case .added: 1
      case .done, .underWay, .earlier, .later: abs(move.quarters ?? 0)
      }
    }
    return (moves?.moves ?? []).filter { size($0) > 0 }
      .sorted { (size($1), $0.id) < (size($0), $1.id) }
      .prefix(count).map(sentence)
  }

  private func sentence(_ move: ScheduleMove) -> String {
    func text(_ span: ClosedRange<Quarter>?) -> String {
      span.map { "\($0.lowerBound)–\($0.upperBound)" } ?? Message.moveNowhere.text(language)
    }
    return Message.moveSentence.text(
      language,
      [
        "\(move.name) (\(move.id))", Message(move.kind).text(language), text(move.was),
        text(move.now), move.reason.map(words) ?? Message.moveNoReason.text(language),
      ])
  }

  private func words(_ reason: MoveReason) -> String {
    switch reason {
    case .ownDelay(let start, let length):
      Message.moveOwnDelay.text(language, [Self.signed(start), Self.signed(length)])
    case .notStarted: Message.moveNotStarted.text(language)
    case .prerequisite(let id): Message.movePrerequisite.text(language, [id])
    case .limit(let shortage):
      Message.moveLimit.text(
        language, [shortage.limit, shortage.quarter.description, shortage.amount])
    case .dates: Message.moveDates.text(language)
    case .worth: Message.moveWorth.text(language)
    case .notFeasible: Message.notFeasible.text(language)
    case .gone: Message.moveGone.text(language)
    }
  }

  private static func signed(_ quarters: Int) -> String {
    quarters > 0 ? "+\(quarters)" : "\(quarters)"
  }
}
