import Scheduling
import Territory

/// Power, back-up and carbon as a section of a plan's report: what `deepreach green` says first, by the same sums.
struct GreenSection {
  let result: GreenResult
  let language: Language
  /// What a province is called.
  let name: (String) -> String

  /// A section of the report; empty without a run.
  func markdown() -> String {
    guard result.run != nil else { return "" }
    return "## " + GreenWords.title.text(language) + "\n\n" + opening() + caps() + closing()
  }

  private var tables: GreenReportTables { GreenReportTables(result: result, language: language) }
  private var sentences: GreenSentences { GreenSentences(result: result, language: language) }

  private func heading(_ word: GreenWords) -> String { "### " + word.text(language) + "\n\n" }

  private func paragraphs(_ lines: [String]) -> String { lines.map { $0 + "\n\n" }.joined() }

  /// Electricity, carbon, supplies and batteries.
  func opening() -> String {
    guard let run = result.run else { return "" }
    let sum = run.total.sum
    let answer = paragraphs(sentences.answer + sentences.campuses(run.campusTotal))
    guard sum.stations > 0 else { return answer }
    return answer + paragraphs([GreenWords.costNote.text(language)])
      + heading(.supplyHeading) + tables.supplies(sum).markdown() + "\n"
      + paragraphs(sentences.potential(run)) + heading(.totalHeading)
      + tables.totals(sum).markdown() + "\n" + paragraphs(sentences.hours(sum))
  }

  /// What is taken of the caps on electricity; empty without caps.
  func caps() -> String {
    guard let run = result.run, !run.caps.isEmpty else { return "" }
    let rows = CapRows(run.caps)
    return heading(.capHeading) + capTable(rows).markdown() + "\n"
      + paragraphs((rows.isByYear ? [] : [GreenWords.capRows.text(language)]) + capLines)
  }

  func capTable(_ rows: CapRows) -> TextTable { tables.caps(rows.caps, name: label) }

  /// What is said below the caps.
  private var capLines: [String] {
    result.run.map { [sentences.binding($0.caps), GreenWords.capNote.text(language)] } ?? []
  }

  /// The same where a drawing has the rows.
  func capNotes() -> String { paragraphs(capLines) }

  /// What is modelled, and where the rest stands.
  func closing() -> String {
    sentences.notes.map { "> " + $0 + "\n" }.joined() + "\n" + GreenWords.full.text(language) + "\n"
  }

  /// The province of a cap, or what the limits call it where that alone does not tell it.
  func label(_ cap: EnergyCap) -> String {
    let province = cap.province
    let all = Set((result.run?.caps ?? []).filter { $0.province == province }.map(\.limit))
    guard let province, all.count == 1 else { return cap.limit }
    return name(province)
  }
}

/// Caps as people look at them: of one its years, of several the year of each of which most is taken.
struct CapRows {
  let caps: [EnergyCap]
  /// Whether these are all years of one cap.
  let isByYear: Bool

  init(_ all: [EnergyCap]) {
    var order: [String] = []
    var fullest: [String: EnergyCap] = [:]
    for cap in all {
      guard let known = fullest[cap.limit] else {
        order.append(cap.limit)
        fullest[cap.limit] = cap
        continue
      }
      // Of nothing, anything is too much; years that are alike leave the first.
      if Self.fullness(cap) > Self.fullness(known) { fullest[cap.limit] = cap }
    }
    isByYear = order.count <= 1
    caps = isByYear ? all : order.compactMap { fullest[$0] }
  }

  private static func fullness(_ cap: EnergyCap) -> Double {
    cap.share ?? (cap.usedKilowattHours > 0 ? .infinity : 0)
  }
}
