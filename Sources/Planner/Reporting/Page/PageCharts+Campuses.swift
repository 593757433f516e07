import Scheduling
import Territory

/// The chart of campuses.
extension PageCharts {
  /// Scenarios of campuses that can run at the end of each quarter; empty without a schedule.
  func scenarios(_ campuses: CampusResult) -> Markup {
    let timeline = CampusTimeline(campuses)
    guard campuses.isScheduled, timeline.total > 0 else { return .empty }
    let changes = Dictionary(
      timeline.sums.map { ($0.quarter, $0) }, uniquingKeysWith: { one, _ in one })
    var sum = timeline.already
    let ends = figures.quarters.map { quarter in
      let change = changes[quarter]
      sum = change?.sum ?? sum
      return (quarter: quarter, before: sum - (change?.more ?? 0), more: change?.more ?? 0)
    }
    let title = words(.chartScenarios)
    let chart = ColumnChart(
      periods: ends.map(\.quarter.description), columns: ends.map { Double($0.before) },
      upper: (words(.newSeries), ends.map { Double($0.more) }),
      levels: ends.map { _ in Double(timeline.total) },
      names: (words(.runningSeries), words(.allSeries)))
    let rows = ends.map {
      [
        $0.quarter.description, DecimalText.grouped($0.more),
        DecimalText.grouped($0.before + $0.more),
        Amount.share($0.before + $0.more, of: timeline.total),
      ]
    }
    return figure(
      "chart-scenarios", title, note: timeline.note(language),
      header: [
        Message.quarter.text(language), CampusWords.more.text(language),
        CampusWords.sum.text(language), CampusWords.share.text(language),
      ], rows: rows
    ) { chart.svg(id: $0, title: title, description: described(rows)) }
  }
}
