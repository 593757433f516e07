import Scheduling
import Territory

/// Charts of money over time.
extension PageCharts {
  /// Money by quarter.
  var spend: Markup {
    let accounts = result.schedule?.quarters ?? []
    let campuses = figures.campuses?.spent ?? accounts.map { _ in 0 }
    let scale = MoneyScale(
      greatestYuan: accounts.map { max($0.spentYuan, $0.budgetYuan) }.max() ?? 0, language)
    let title = words(.chartSpend, [scale.name])
    let chart = ColumnChart(
      periods: accounts.map(\.quarter.description),
      columns: zip(accounts, campuses).map { scale.amount($0.spentYuan - $1) },
      upper: figures.campuses.map {
        (words(.campusSeries), $0.spent.map(scale.amount))
      },
      levels: accounts.map { scale.amount($0.budgetYuan) },
      names: (
        words(figures.campuses == nil ? .spentSeries : .settlementSeries), words(.budgetSeries)
      ))
    let rows = zip(accounts, campuses).map { account, campuses in
      [account.quarter.description, Amount.yuan(account.spentYuan, language)]
        + (figures.campuses == nil ? [] : [Amount.yuan(campuses, language)])
        + [Amount.yuan(account.budgetYuan, language)]
    }
    return figure(
      "chart-spend", title, note: words(.spendNote),
      header: [Message.quarter.text(language), words(.spentSeries)]
        + (figures.campuses == nil ? [] : [words(.ofCampuses)]) + [words(.budgetSeries)],
      rows: rows
    ) { chart.svg(id: $0, title: title, description: described(rows)) }
  }

  /// When each region is built.
  var gantt: Markup {
    let title = words(.chartGantt)
    let chart = GanttChart(
      periods: figures.quarters.map(\.description),
      rows: figures.regions.map {
        GanttChart.Row(
          label: $0.name, amounts: $0.spent.map(Double.init),
          value: Amount.yuan($0.spentYuan, language))
      })
    let rows = figures.regions.map { region in
      let first = region.spent.firstIndex { $0 > 0 }
      let last = region.spent.lastIndex { $0 > 0 }
      return [
        region.name, first.map { figures.quarters[$0].description } ?? "–",
        last.map { figures.quarters[$0].description } ?? "–",
        Amount.yuan(region.spentYuan, language),
      ]
    }
    return figure(
      "chart-gantt", title, note: words(.ganttNote),
      header: [
        Message.unit.text(language), words(.firstPayment), words(.lastPayment),
        Message.cost.text(language),
      ], rows: rows
    ) { chart.svg(id: $0, title: title, description: described(rows)) }
  }
}
