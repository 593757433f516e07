import Coverage
import Radio
import Territory

/// Key places of a plan, for people.
struct KeyPlacePlanReport {
  private let result: PlannedKeyPlaces
  private let language: Language

  init(_ result: PlannedKeyPlaces, _ language: Language) {
    self.result = result
    self.language = language
  }

  /// One line a group.
  var answers: [String] {
    result.groups.map { group in
      KeyPlacePlanWords.answer.text(
        language,
        [
          Message(group.group).text(language), DecimalText.grouped(group.before.count),
          DecimalText.grouped(PlannedKeyPlaces.Group.covered(group.before)),
          DecimalText.grouped(PlannedKeyPlaces.Group.covered(group.planned)),
          DecimalText.grouped(PlannedKeyPlaces.Group.covered(group.scheduled)),
          DecimalText.grouped(group.packages.count), Amount.yuan(group.costYuan, language),
        ])
    }
  }

  /// The section of the report.
  func markdown() -> String {
    let rule = result.before.rule
    let notes = [
      KeyPlaceWords.rule.text(
        language,
        [
          (rule.place == .indoor ? KeyPlaceWords.indoors : .outdoors).text(language),
          DecimalText.fixed(rule.rsrpDBm.value, decimals: 0),
          DecimalText.fixed(rule.pointProbability.value, decimals: 2),
          Amount.share(rule.threshold.value),
        ])
    ]
    return "## " + KeyPlaceWords.heading.text(language) + "\n\n"
      + (answers + notes).joined(separator: "\n\n") + "\n\n" + kinds().markdown() + "\n"
      + points().markdown() + "\n" + KeyPlacePlanWords.note.text(language) + "\n"
      + (result.before.leftOut > 0
        ? "\n"
          + KeyPlaceWords.leftOut.text(language, [DecimalText.grouped(result.before.leftOut)])
          + "\n" : "")
  }

  /// Places by kind: how many are covered as things stand, and with every package.
  private func kinds() -> TextTable {
    var table = TextTable(
      [
        .text(KeyPlaceWords.kind.text(language)), .number(KeyPlaceWords.places.text(language)),
      ]
        + result.groups.map {
          .number(
            Message($0.group).text(language) + " " + KeyPlaceWords.covered.text(language))
        })
    let places = result.groups.first?.before.map(\.place) ?? []
    for kind in KeyPlaceKind.allCases {
      let own = places.indices.filter { places[$0].kind == kind }
      guard !own.isEmpty else { continue }
      table.append(
        [KeyPlaceWords.text(of: kind, language), DecimalText.grouped(own.count)]
          + result.groups.map { group in
            let before = own.count { group.before[$0].isCovered }
            let after = own.count { group.planned[$0].isCovered }
            return "\(before) → \(after)"
          })
    }
    return table
  }

  /// Key points by what becomes of them.
  private func points() -> TextTable {
    var table = TextTable(
      [.text(KeyPlaceWords.points.text(language))]
        + result.groups.map { .number(Message($0.group).text(language)) })
    let counts = result.groups.map(\.outcomes)
    for outcome in KeyPointOutcome.allCases {
      let row = counts.map { $0[outcome, default: 0] }
      guard row.contains(where: { $0 > 0 }) else { continue }
      table.append(
        [KeyPlacePlanWords.text(of: outcome, language)]
          + row.map(DecimalText.grouped))
    }
    return table
  }
}
