import Scheduling
import Territory

/// Power, batteries and carbon for people: on the terminal, or in Markdown.
public struct GreenReport {
  private let result: GreenResult
  private let language: Language
  private let sentences: GreenSentences

  /// Rows of long tables on the terminal and in the report.
  static let (named, listed) = (8, 50)

  /// The report in a language.
  public init(_ result: GreenResult, _ language: Language) {
    self.result = result
    self.language = language
    sentences = GreenSentences(result: result, language: language)
  }

  private struct Section {
    let heading: GreenWords
    var table: TextTable?
    var lines: [String] = []
  }

  /// For a terminal.
  public func terminal(width: Int? = Terminal.width) -> String {
    let answer = sentences.answer
    var parts = answer.isEmpty ? [] : [answer.joined(separator: "\n") + "\n"]
    for section in sections(Self.named) {
      let table = section.table?.terminal(width: width) ?? ""
      parts.append(
        text(section.heading) + "\n\n" + table + section.lines.map { $0 + "\n" }.joined())
    }
    return (parts + [sentences.notes.map { $0 + "\n" }.joined()]).joined(separator: "\n")
  }

  /// As a Markdown file.
  public func markdown() -> String {
    var parts = ["# " + text(.title) + "\n"] + sentences.answer.map { $0 + "\n" }
    for section in sections(Self.listed) {
      parts.append("## " + text(section.heading) + "\n")
      if let table = section.table { parts.append(table.markdown()) }
      parts += section.lines.map { $0 + "\n" }
    }
    parts.append("## " + text(.safetyHeading) + "\n")
    parts.append(sentences.safety.map { "- " + $0 + "\n" }.joined())
    parts.append("## " + text(.notes) + "\n")
    parts.append(sentences.notes.map { "- " + $0 + "\n" }.joined())
    return parts.joined(separator: "\n")
  }

  private func text(_ word: GreenWords, _ values: String...) -> String {
    word.text(language, values)
  }

  private func sections(_ rows: Int) -> [Section] {
    let tables = GreenReportTables(result: result, language: language)
    var sections: [Section] = []
    if let run = result.run {
      sections.append(
        Section(
          heading: .supplyHeading, table: tables.supplies(run.total.sum),
          lines: sentences.potential(run) + [text(.unitNote)]))
      sections.append(
        Section(
          heading: .totalHeading, table: tables.totals(run.total.sum),
          lines: sentences.hours(run.total.sum)))
      if run.provinces.count > 1 {
        sections.append(Section(heading: .provinceHeading, table: tables.units(run.provinces)))
      }
      sections.append(
        Section(
          heading: .countyHeading, table: tables.units(Array(largest(run.counties).prefix(rows))),
          lines: rest(run.counties.count - rows, "green-counties.csv")))
      sections.append(
        run.caps.isEmpty
          ? Section(heading: .capHeading, lines: [text(.noCap)])
          : Section(
            heading: .capHeading, table: tables.caps(tightest(run.caps, rows)),
            lines: rest(run.caps.count - rows, "green-caps.csv") + [
              sentences.binding(run.caps), text(.capNote),
            ]))
      if !run.campuses.isEmpty {
        sections.append(
          Section(
            heading: .campusHeading, table: tables.campuses(Array(run.campuses.prefix(rows))),
            lines: rest(run.campuses.count - rows, "green-campuses.csv")
              + sentences.campuses(run.campusTotal)))
      }
    }
    let first = result.books.green.batteries[0]
    let years = DecimalText.grouped(Int(result.books.green.horizonYears.value))
    sections.append(
      Section(
        heading: .batteryHeading, table: tables.batteries(),
        lines: [text(.batteryNote, GreenText.title(first, language), years)]))
    sections.append(Section(heading: .stationHeading, table: tables.stations()))
    return sections
  }

  private func rest(_ more: Int, _ file: String) -> [String] {
    more > 0 ? [text(.more, DecimalText.grouped(more), file)] : []
  }

  private func largest(_ units: [GreenUnit]) -> [GreenUnit] {
    units.sorted {
      $0.sum.kilogramsPerYear == $1.sum.kilogramsPerYear
        ? $0.adcode.utf8.lexicographicallyPrecedes($1.adcode.utf8)
        : $0.sum.kilogramsPerYear > $1.sum.kilogramsPerYear
    }
  }

  /// Those of which most is taken, in the order of the file.
  private func tightest(_ caps: [EnergyCap], _ rows: Int) -> [EnergyCap] {
    let order = caps.indices.sorted {
      let (one, other) = (caps[$0].share ?? .infinity, caps[$1].share ?? .infinity)
      return one == other ? $0 < $1 : one > other
    }
    return order.prefix(rows).sorted().map { caps[$0] }
  }
}
