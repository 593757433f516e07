import Coverage
import Radio
import Territory

/// Key places by kind, for people.
public struct KeyPlaceSummary {
  private let result: KeyPlaceResult
  private let language: Language

  /// The summary of a result.
  public init(_ result: KeyPlaceResult, _ language: Language) {
    self.result = result
    self.language = language
  }

  /// For a terminal.
  public func text(width: Int? = Terminal.width) -> String {
    var lines = [
      KeyPlaceWords.heading.text(language),
      KeyPlaceWords.rule.text(
        language,
        [
          (result.rule.place == .indoor ? KeyPlaceWords.indoors : .outdoors).text(language),
          DecimalText.fixed(result.rule.rsrpDBm.value, decimals: 0),
          DecimalText.fixed(result.rule.pointProbability.value, decimals: 2),
          Amount.share(result.rule.threshold.value),
        ]),
    ]
    for (group, findings) in result.groups {
      let covered = findings.count(where: \.isCovered)
      let share = Double(covered) / Double(max(findings.count, 1))
      lines.append(
        KeyPlaceWords.answer.text(
          language,
          [
            Message(group).text(language), DecimalText.grouped(covered),
            DecimalText.grouped(findings.count), Amount.share(share),
            (share >= result.rule.threshold.value ? KeyPlaceWords.met : .missed).text(language),
          ]))
    }
    lines.append(table().terminal(width: width))
    if result.leftOut > 0 {
      lines.append(KeyPlaceWords.leftOut.text(language, [DecimalText.grouped(result.leftOut)]))
    }
    return lines.joined(separator: "\n")
  }

  private func table() -> TextTable {
    var columns: [TextTable.Column] = [
      .text(KeyPlaceWords.kind.text(language)), .number(KeyPlaceWords.places.text(language)),
      .number(KeyPlaceWords.points.text(language)),
    ]
    for (group, _) in result.groups {
      columns.append(
        .number(Message(group).text(language) + " " + KeyPlaceWords.covered.text(language)))
    }
    var table = TextTable(columns)
    guard let places = result.groups.first?.findings.map(\.place) else { return table }
    for kind in KeyPlaceKind.allCases {
      let own = places.indices.filter { places[$0].kind == kind }
      guard !own.isEmpty else { continue }
      table.append(
        [
          KeyPlaceWords.text(of: kind, language), DecimalText.grouped(own.count),
          DecimalText.grouped(own.reduce(0) { $0 + places[$1].points.count }),
        ]
          + result.groups.map { _, findings in
            DecimalText.grouped(own.count { findings[$0].isCovered })
          })
    }
    return table
  }
}
