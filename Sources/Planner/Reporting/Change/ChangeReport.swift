import Coverage
import Radio
import Territory

/// What became of places between two audits, for people.
public struct ChangeReport {
  private let change: AuditChange
  private let language: Language

  /// Places that are shown; all are in `changes.csv`.
  private static let shown = 50

  /// A report.
  public init(_ change: AuditChange, _ language: Language) {
    self.change = change
    self.language = language
  }

  /// For a terminal.
  public func text(width: Int? = Terminal.width) -> String {
    ([answer, ""] + inputs + [
      "", causes().terminal(width: width), "", moved().terminal(width: width),
    ]
      + (rest.map { [$0] } ?? []))
      .joined(separator: "\n")
  }

  /// The file `changes.md`.
  public func markdown() -> String {
    [
      "# " + ChangeWords.title.text(language) + "\n", answer + "\n",
      "## " + ChangeWords.inputsHeading.text(language) + "\n",
      inputs.map { "- " + $0 }.joined(separator: "\n") + "\n",
      "## " + ChangeWords.causesHeading.text(language) + "\n", causes().markdown(),
      ChangeWords.causesNote.text(language) + "\n",
      "## " + ChangeWords.movedHeading.text(language) + "\n", moved().markdown(), rest ?? "",
    ].joined(separator: "\n")
  }

  private var risen: [PlaceChange] {
    change.places.filter { $0.direction == .rose || $0.direction == .fell }
  }

  private func count(_ direction: ChangeDirection) -> String {
    DecimalText.grouped(change.places.count { $0.direction == direction })
  }

  private var answer: String {
    ChangeWords.answer.text(
      language,
      [
        change.before.path, change.after.path, count(.rose), count(.fell), count(.same),
        count(.added), count(.removed),
        DecimalText.grouped(change.places.count { $0.passes.after && !$0.passes.before }),
        DecimalText.grouped(change.places.count { !$0.passes.after && $0.passes.before }),
      ])
  }

  private var inputs: [String] {
    let lines = ChangeFactor.allCases.compactMap { factor in
      change.inputs.differences[factor].map {
        ChangeWords.text(of: factor.rawValue, language) + ": " + $0.joined(separator: ", ")
      }
    }
    return lines.isEmpty ? [ChangeWords.sameInputs.text(language)] : lines
  }

  /// A cause in words: `+` joins what cannot be told apart, `;` two steps.
  private func words(_ cause: String) -> String {
    cause.split(separator: ";").map { step in
      let parts = step.split(separator: "+").map { ChangeWords.text(of: String($0), language) }
      let joined = parts.joined(separator: " + ")
      return parts.count > 1 ? ChangeWords.unseparated.text(language, [joined]) : joined
    }.joined(separator: "; ")
  }

  private func causes() -> TextTable {
    var table = TextTable([
      .text(ChangeWords.cause.text(language)), .number(ChangeWords.rose.text(language)),
      .number(ChangeWords.fell.text(language)),
    ])
    for (cause, places) in Dictionary(grouping: risen, by: \.cause).sorted(by: { $0.key < $1.key })
    {
      table.append([
        words(cause), DecimalText.grouped(places.count { $0.direction == .rose }),
        DecimalText.grouped(places.count { $0.direction == .fell }),
      ])
    }
    return table
  }

  private func moved() -> TextTable {
    var table = TextTable([
      .text(ChangeWords.place.text(language)), .text(ChangeWords.group.text(language)),
      .text(ChangeWords.statuses.text(language)), .text(ChangeWords.cause.text(language)),
      .text(ChangeWords.values.text(language)),
    ])
    func text(_ status: CoverageStatus?) -> String {
      status.map { Message($0).text(language) } ?? "–"
    }
    for place in risen.prefix(Self.shown) {
      let values = place.criteria.filter { $0.before?.passed != $0.after?.passed }.map { item in
        func value(_ pair: CriterionChange.Pair?) -> String {
          pair.map {
            DecimalText.fixed($0.value, decimals: 3) + "/"
              + DecimalText.trimmed($0.threshold, decimals: 4)
          } ?? "–"
        }
        return Message.text(forKey: item.criterion.rawValue, language)
          + " \(value(item.before)) → \(value(item.after))"
      }
      table.append([
        place.name, place.group.rawValue,
        "\(text(place.status.before)) → \(text(place.status.after))", words(place.cause),
        values.joined(separator: "; "),
      ])
    }
    return table
  }

  private var rest: String? {
    let more = risen.count - Self.shown
    return more > 0 ? ChangeWords.more.text(language, [DecimalText.grouped(more)]) : nil
  }
}
