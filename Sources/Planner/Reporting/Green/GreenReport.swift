import Scheduling
import Territory

/// Power, batteries and carbon for people: on the terminal, or in Markdown.
public struct GreenReport {
  private let result: GreenResult
  private let language: Language

  /// Rows of long tables on the terminal and in the report.
  static let (named, listed) = (8, 50)

  /// The report in a language.
  public init(_ result: GreenResult, _ language: Language) {
    self.result = result
    self.language = language
  }

  private struct Section {
    let heading: GreenWords
    var table: TextTable?
    var lines: [String] = []
  }

  /// For a terminal.
  public func terminal(width: Int? = Terminal.width) -> String {
    var parts = answer.isEmpty ? [] : [answer.joined(separator: "\n") + "\n"]
    for section in sections(Self.named) {
      let table = section.table?.terminal(width: width) ?? ""
      parts.append(
        text(section.heading) + "\n\n" + table + section.lines.map { $0 + "\n" }.joined())
    }
    return (parts + [notes.map { $0 + "\n" }.joined()]).joined(separator: "\n")
  }

  /// As a Markdown file.
  public func markdown() -> String {
    var parts = ["# " + text(.title) + "\n"] + answer.map { $0 + "\n" }
    for section in sections(Self.listed) {
      parts.append("## " + text(section.heading) + "\n")
      if let table = section.table { parts.append(table.markdown()) }
      parts += section.lines.map { $0 + "\n" }
    }
    parts.append("## " + text(.safetyHeading) + "\n")
    parts.append(safety.map { "- " + $0 + "\n" }.joined())
    parts.append("## " + text(.notes) + "\n")
    parts.append(notes.map { "- " + $0 + "\n" }.joined())
    return parts.joined(separator: "\n")
  }

  private func text(_ word: GreenWords, _ values: String...) -> String {
    word.text(language, values)
  }

  private var answer: [String] {
    guard let sum = result.run?.total.sum else { return [] }
    guard sum.stations > 0 else { return [text(.nothingBuilt)] }
    var lines = [
      text(
        .answer, DecimalText.grouped(sum.stations),
        Amount.kilowattHours(sum.gridKilowattHoursPerYear, language),
        GreenText.tonnes(sum.kilogramsPerYear), GreenText.figure(sum.kilogramsPerResident, 2))
    ]
    if let each = sum.kilogramsPerDeepResident {
      lines.append(
        text(
          .perDeepResident, Amount.people(sum.deepResidents, language),
          GreenText.figure(each, 2)))
    }
    return lines + [cheapest(sum)].compactMap { $0 }
  }

  /// Which battery costs least, and which emits least.
  private func cheapest(_ sum: GreenSum) -> String? {
    let all = Array(zip(result.books.green.batteries, sum.batteries))
    guard all.count > 1, sum.backupKilowatts > 0,
      let cheap = all.min(by: { $0.1.presentYuan < $1.1.presentYuan }),
      let clean = all.min(by: { $0.1.kilograms < $1.1.kilograms })
    else { return nil }
    func yuan(_ battery: GreenSum.Battery) -> String {
      Amount.yuan(Int(battery.presentYuan.rounded()), language)
    }
    return text(
      .cheapest, GreenText.title(cheap.0, language), yuan(cheap.1),
      DecimalText.grouped(Int(result.books.green.horizonYears.value)),
      GreenText.title(clean.0, language), GreenText.tonnes(clean.1.kilograms),
      GreenText.title(all[0].0, language), yuan(all[0].1), GreenText.tonnes(all[0].1.kilograms))
  }

  private func sections(_ rows: Int) -> [Section] {
    let tables = GreenReportTables(result: result, language: language)
    var sections: [Section] = []
    if let run = result.run {
      sections.append(
        Section(
          heading: .supplyHeading, table: tables.supplies(run.total.sum),
          lines: potential(run) + [text(.unitNote)]))
      sections.append(Section(heading: .totalHeading, table: tables.totals(run.total.sum)))
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
              binding(run.caps), text(.capNote),
            ]))
      if !run.campuses.isEmpty {
        sections.append(
          Section(
            heading: .campusHeading, table: tables.campuses(Array(run.campuses.prefix(rows))),
            lines: rest(run.campuses.count - rows, "green-campuses.csv")))
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

  /// What features that save energy would bring where the schedule left them out.
  private func potential(_ run: GreenRun) -> [String] {
    let books = result.books
    let share = books.limits.savingShare.value
    let stations = run.total.sum.supply(.grid).stations
    guard share > 0, stations > 0 else { return [] }
    var (saved, kilograms) = (0.0, 0.0)
    for province in run.provinces {
      let own = Double(province.sum.supply(.grid).kilowattHoursPerYear) * share
      saved += own
      kilograms += own * books.kilogramsPerKilowattHour(province: province.adcode)
    }
    let terms = books.terms(province: nil)
    let yuan =
      saved * terms.yuanPerKilowattHour - Double(stations)
      * books.limits.savingYuanPerStation.value / terms.yearsOfPresentValue
    return [
      text(
        .potential, DecimalText.grouped(stations),
        Amount.kilowattHours(Int(saved.rounded()), language), GreenText.tonnes(kilograms),
        Amount.yuan(Int(yuan.rounded()), language))
    ]
  }

  private func binding(_ caps: [EnergyCap]) -> String {
    let tight = caps.count { ($0.share ?? 1) >= 0.99 }
    return text(.binding, DecimalText.grouped(tight), DecimalText.grouped(caps.count))
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

  private var safety: [String] {
    result.books.green.batteries.map { battery in
      let note = language == .chinese ? battery.noteChinese : battery.noteEnglish
      return GreenText.title(battery, language) + (language == .chinese ? "：" : ": ") + note
    }
  }

  private var notes: [String] { [text(.modelNote)] }
}

/// Figures of the reports as people read them.
enum GreenText {
  /// `–` where nothing is known.
  static func figure(_ value: Double?, _ decimals: Int) -> String {
    value.map { DecimalText.fixed($0, decimals: decimals) } ?? "–"
  }

  static func whole(_ value: Double?) -> String {
    value.map { DecimalText.grouped(Int($0.rounded())) } ?? "–"
  }

  /// Kilograms as tonnes, with a decimal where there are few.
  static func tonnes(_ kilograms: Double) -> String {
    kilograms < 100_000 ? DecimalText.fixed(kilograms / 1000, decimals: 1) : whole(kilograms / 1000)
  }

  static func title(_ battery: BackupBattery, _ language: Language) -> String {
    language == .chinese ? battery.titleChinese : battery.titleEnglish
  }
}
