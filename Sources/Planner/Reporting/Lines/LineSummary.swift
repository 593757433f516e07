import Coverage
import Radio
import Territory

/// Lines by kind, for people.
public struct LineSummary {
  private let result: LineResult
  private let language: Language

  /// The summary of a result.
  public init(_ result: LineResult, _ language: Language) {
    self.result = result
    self.language = language
  }

  /// For a terminal.
  public func text(width: Int? = Terminal.width) -> String {
    let rule = result.rule
    var lines = [
      LineWords.heading.text(language),
      LineWords.rule.text(
        language,
        [
          DecimalText.fixed(rule.rsrpDBm.value, decimals: 0),
          DecimalText.fixed(rule.pointProbability.value, decimals: 2),
          Amount.share(rule.threshold.value),
        ]), table().terminal(width: width),
    ]
    if result.leftOut > 0 {
      lines.append(LineWords.leftOut.text(language, [DecimalText.grouped(result.leftOut)]))
    }
    return lines.joined(separator: "\n")
  }

  private func table() -> TextTable {
    var table = TextTable([
      .text(LineWords.kind.text(language)), .text(Message.group.text(language)),
      .number(LineWords.lines.text(language)), .number(LineWords.length.text(language)),
      .number(LineWords.served.text(language)), .number(LineWords.covered.text(language)),
    ])
    let kinds = Set(result.groups.flatMap { $0.findings.map(\.line.kind) }).sorted()
    for kind in kinds {
      for (group, findings) in result.groups {
        let own = findings.filter { $0.line.kind == kind }
        let metres = own.reduce(0) { $0 + $1.metres }
        let served = own.reduce(0) { $0 + $1.servedMetres }
        table.append([
          kind.isEmpty ? "–" : kind, Message(group).text(language),
          DecimalText.grouped(own.count), DecimalText.fixed(metres / 1000, decimals: 1),
          Amount.share(metres > 0 ? served / metres : 0),
          DecimalText.grouped(own.count { $0.servedShare >= result.rule.threshold.value }),
        ])
      }
    }
    return table
  }
}
