import Scheduling
import Territory

/// The chart of caps on electricity.
extension PageCharts {
  /// Power as a section, with provinces called as in the charts.
  func section(_ power: GreenResult) -> GreenSection {
    GreenSection(result: power, language: language) { PageFigures.name($0, result, language) }
  }

  /// What is taken of each cap in its fullest year; nil where there are not several, of which a table says as much.
  func caps(_ power: GreenResult) -> Markup? {
    let caps = CapRows(power.run?.caps ?? [])
    guard !caps.isByYear else { return nil }
    let section = section(power)
    let title = GreenWords.chartCaps.text(language)
    let shares = caps.caps.map { ($0.share ?? ($0.usedKilowattHours > 0 ? 1 : 0)) * 100 }
    let chart = BarChart(
      zip(caps.caps, shares).map { cap, share in
        BarChart.Row(
          label: section.label(cap), parts: [share],
          value: "\(cap.share.map { Amount.share($0) } ?? "–") · \(cap.from.year)")
      }, series: [("bar", GreenWords.taken.text(language))], whole: max(100, shares.max() ?? 0))
    let table = section.capTable(caps)
    return figure(
      "chart-caps", title, header: table.titles, rows: table.rows
    ) { chart.svg(id: $0, title: title, description: described(table.rows)) }
  }
}
