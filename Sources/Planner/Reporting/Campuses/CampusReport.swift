import Scheduling
import Siting
import Territory

/// Campuses in words and tables.
public struct CampusReport {
  private let result: CampusResult
  private let language: Language
  private let matrix: CampusMatrix

  /// The report of a result.
  public init(_ result: CampusResult, _ language: Language) {
    self.result = result
    self.language = language
    matrix = CampusMatrix(result)
  }

  /// For a terminal.
  public func text(width: Int? = Terminal.width) -> String {
    var lines = answers
    lines.append("")
    lines.append(table().terminal(width: width))
    lines.append(CampusWords.cellNote.text(language))
    lines += caveats
    let repairs = repairs()
    if let repairs {
      lines.append("")
      lines.append(CampusWords.repairs.text(language))
      lines.append(repairs.terminal(width: width))
    }
    return lines.joined(separator: "\n")
  }

  /// A report of its own.
  public func markdown() -> String {
    "# \(CampusWords.title.text(language))\n\n" + answers.joined(separator: "\n\n") + "\n\n"
      + "![\(CampusWords.picture.text(language))](\(CampusPicture.name))\n\n" + body()
  }

  /// A section of a plan's report.
  func section() -> String { opening() + enabled() + body() }

  /// The section's heading and sentences.
  func opening() -> String {
    "## \(CampusWords.heading.text(language))\n\n"
      + (answers + [CampusWords.campusMoney.text(language)]).joined(separator: "\n\n") + "\n\n"
  }

  /// Industries by scenarios, caveats, what was mended.
  func body() -> String {
    let mended = repairs().map {
      "\n### \(CampusWords.repairs.text(language))\n\n" + $0.markdown()
    }
    return "### \(CampusWords.picture.text(language))\n\n" + table().markdown() + "\n"
      + CampusWords.cellNote.text(language) + "\n\n"
      + caveats.map { "> " + $0 }.joined(separator: "\n>\n") + "\n" + (mended ?? "")
  }

  /// The outcome in sentences.
  var answers: [String] {
    let total = matrix.total
    let outcomes = result.outcomes
    var lines = [
      CampusWords.answer.text(
        language,
        [
          DecimalText.grouped(outcomes.count), DecimalText.grouped(total.total),
          DecimalText.grouped(total.yes), DecimalText.grouped(total.missing),
          DecimalText.grouped(total.no), result.pattern,
        ]),
      CampusWords.costAnswer.text(
        language,
        [
          Amount.yuan(outcomes.reduce(0) { $0 + $1.finding.configuration.costYuan }, language),
          DecimalText.grouped(outcomes.reduce(0) { $0 + $1.finding.configuration.stations }),
        ]),
    ]
    if total.no > 0 {
      let met = outcomes.reduce(0) { sum, outcome in
        sum + outcome.finding.scenarios.count { $0.verdict == .no && $0.isMet }
      }
      lines.append(
        CampusWords.privateNote.text(
          language, [DecimalText.grouped(total.no), DecimalText.grouped(met)]))
    }
    if let scheduled { lines.append(scheduled) }
    return lines
  }

  /// What a plan schedules, in a sentence; nil without one.
  var scheduled: String? {
    guard result.isScheduled else { return nil }
    let built = result.outcomes.compactMap(\.scheduled)
    return CampusWords.scheduled.text(
      language,
      [
        DecimalText.grouped(built.count),
        Amount.yuan(built.reduce(0) { $0 + $1.paidYuan }, language),
        DecimalText.grouped(timeline.enabled), DecimalText.grouped(timeline.total),
      ])
  }

  private var caveats: [String] {
    [CampusWords.indicative.text(language)]
      + (result.isEstimated ? [CampusWords.estimated.text(language)] : [])
  }

  private var timeline: CampusTimeline { CampusTimeline(result) }

  /// How many more scenarios each quarter enables.
  private func enabled() -> String {
    guard result.isScheduled else { return "" }
    let timeline = timeline
    var table = TextTable([
      .text(CampusWords.quarter.text(language)), .number(CampusWords.more.text(language)),
      .number(CampusWords.sum.text(language)), .number(CampusWords.share.text(language)),
    ])
    for (quarter, more, sum) in timeline.sums {
      table.append([
        quarter.description, DecimalText.grouped(more), DecimalText.grouped(sum),
        Amount.share(sum, of: timeline.total),
      ])
    }
    return "### \(CampusWords.enabledHeading.text(language))\n\n"
      + timeline.note(language) + "\n\n" + table.markdown() + "\n"
  }

  /// Scenarios down, industries across.
  private func table() -> TextTable {
    var table = TextTable(
      [.text(CampusWords.scenario.text(language))]
        + matrix.industries.map { .number(name($0)) })
    for scenario in result.book.scenarios {
      let cells = matrix.industries.map { matrix.tally($0, scenario.id) }
      guard cells.contains(where: { $0.total > 0 }) else { continue }
      table.append(
        [language == .chinese ? scenario.zh : scenario.en]
          + cells.map { $0.total == 0 ? "–" : "\($0.yes)/\($0.missing)/\($0.no)" })
    }
    return table
  }

  private func name(_ industry: String) -> String {
    result.book.industries.first { $0.id == industry }.map {
      language == .chinese ? $0.zh : $0.en
    } ?? industry
  }

  /// What was mended, by kind; nil where nothing was.
  private func repairs() -> TextTable? {
    guard !result.repairs.isEmpty else { return nil }
    var table = TextTable([
      .text(CampusWords.kindOfRepair.text(language)), .number(CampusWords.count.text(language)),
      .text(CampusWords.example.text(language)),
    ])
    for kind in CampusRepair.Kind.allCases {
      let own = result.repairs.filter { $0.kind == kind }
      guard let first = own.first else { continue }
      table.append([
        CampusWords.text(of: kind, language), DecimalText.grouped(own.count),
        "\(first.place): \(first.value)",
      ])
    }
    return table
  }
}
