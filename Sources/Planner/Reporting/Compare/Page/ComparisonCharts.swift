import Territory

/// Coverage and money by quarter, a line a run, each with the table that it is drawn from.
struct ComparisonCharts {
  private let comparison: Comparison
  private let language: Language
  /// Names at the ends of lines, short enough to leave room for the lines.
  private let names: [String]

  /// Longest name at a line's end, columns of a terminal.
  private static let longest = 20

  init(_ comparison: Comparison, _ language: Language) {
    self.comparison = comparison
    self.language = language
    names = comparison.runs.map { Self.short($0.label) }
  }

  var markup: Markup { .all([target, cumulative, quarterly]) }

  private func words(_ word: ComparisonWords, _ values: [String] = []) -> String {
    word.text(language, values)
  }

  private static func short(_ name: String) -> String {
    guard DisplayWidth.of(name) > longest else { return name }
    var kept = ""
    for character in name {
      guard DisplayWidth.of(kept + String(character)) < longest else { break }
      kept.append(character)
    }
    return kept + "…"
  }

  private var target: Markup {
    let quarters: [Quarter?] = [nil] + comparison.quarters
    let shares = comparison.runs.map { run in
      let all = run.places.reduce(0) { $0 + $1.population }
      return quarters.map { quarter in
        let served = quarter.map(run.targetResidents(at:)) ?? before(run)
        return all > 0 ? Double(served) / Double(all) * 100 : 0
      }
    }
    return lines(
      "chart-target", words(.chartTarget),
      periods: [PageWords.beforeShort.text(language)]
        + comparison.quarters.map(\.description), values: shares, whole: 100
    ) { DecimalText.fixed($0, decimals: 2) }
  }

  private func before(_ run: ComparedRun) -> Int {
    run.places.reduce(0) { $0 + ($1.reach == .start ? $1.population : 0) }
  }

  private var cumulative: Markup {
    money("chart-cumulative", .chartSpent) { $0.spentYuan(by: $1) }
  }

  private var quarterly: Markup {
    money("chart-quarterly", .chartQuarter) { run, quarter in
      run.spentYuan(by: quarter) - run.spentYuan(by: quarter.advanced(by: -1))
    }
  }

  private func money(
    _ id: String, _ word: ComparisonWords, yuan: (ComparedRun, Quarter) -> Int
  ) -> Markup {
    let amounts = comparison.runs.map { run in comparison.quarters.map { yuan(run, $0) } }
    let scale = MoneyScale(greatestYuan: amounts.joined().max() ?? 0, language)
    return lines(
      id, words(word, [scale.name]), periods: comparison.quarters.map(\.description),
      values: amounts.map { $0.map { scale.amount($0) } }
    ) { DecimalText.fixed($0, decimals: 2) }
  }

  private func lines(
    _ id: String, _ title: String, periods: [String], values: [[Double]], whole: Double? = nil,
    cell: (Double) -> String
  ) -> Markup {
    let chart = LineChart(
      periods: periods,
      series: zip(names, values).map { LineChart.Series(name: $0, values: $1) }, whole: whole)
    let rows = periods.indices.map { period in
      [periods[period]] + values.map { cell($0[period]) }
    }
    let header = [Message.quarter.text(language)] + comparison.runs.map(\.label)
    let last = zip(header, rows.last ?? []).map { [$0, $1] }
    return ChartFigure(id: id, title: title, header: header, rows: rows).markup(language) {
      chart.svg(id: $0, title: title, description: ChartFigure.described(last, language))
    }
  }
}
