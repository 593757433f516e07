import Coverage
import Radio
import Scheduling
import Territory

/// The charts of a page, each with the table that it is drawn from.
struct PageCharts {
  let result: PlanResult
  let language: Language
  let sources: PageSources
  let figures: PageFigures
  let timeline: StatusTimeline

  private var kinds: [SettlementKind] {
    SettlementKind.allCases.filter { kind in
      result.settlements.contains { $0.settlement.kind == kind }
    }
  }

  func words(_ word: PageWords, _ values: [String] = []) -> String { word.text(language, values) }

  /// A chart under its title, with notes and its table.
  ///
  /// - Parameter isOpen: whether the table shows, on paper too, before it is asked for.
  func figure(
    _ id: String, _ title: String, note: String? = nil, isOpen: Bool = false, header: [String],
    rows: [[String]], draw: (String) -> Markup
  ) -> Markup {
    ChartFigure(
      id: id, title: title, note: note, isOpen: isOpen, header: header, rows: rows
    ).markup(language, draw: draw)
  }

  /// Settlements by status, before and after.
  var status: Markup {
    var bars: [BarChart.Row] = []
    var rows: [[String]] = []
    for kind in kinds {
      let own = result.settlements.filter { $0.settlement.kind == kind }
      let periods: [(PageWords, (SettlementOutcome) -> CoverageStatus)] = [
        (.beforeShort, \.status), (.afterShort, \.plannedStatus),
      ]
      for (word, status) in periods {
        let counts = CoverageStatus.allCases.map { wanted in own.count { status($0) == wanted } }
        let label = Message(kind).text(language) + " · " + words(word)
        bars.append(
          BarChart.Row(
            label: label, parts: counts.map { Double($0) / Double(max(own.count, 1)) * 100 },
            value: String(own.count)))
        rows.append([label] + counts.map(String.init) + [String(own.count)])
      }
    }
    let title = words(.chartStatus)
    let chart = BarChart(
      bars,
      series: CoverageStatus.allCases.map {
        ("status-" + $0.rawValue, Message($0).text(language))
      }, whole: 100)
    return figure(
      "chart-status", title,
      header: [Message.kind.text(language)]
        + CoverageStatus.allCases.map { Message($0).text(language) }
        + [Message.total.text(language)], rows: rows
    ) { chart.svg(id: $0, title: title, description: described(rows)) }
  }

  /// Residents with deep coverage by quarter.
  var coverage: Markup {
    let periods = [words(.now)] + figures.quarters.map(\.description)
    let shares = kinds.map { figures.deepShares($0, timeline) }
    let rows = periods.indices.map { index in
      [periods[index]] + shares.map { DecimalText.fixed($0[index], decimals: 2) }
    }
    let title = words(.chartCoverage)
    let chart = LineChart(
      periods: [words(.beforeShort)] + figures.quarters.map(\.description),
      series: zip(kinds, shares).map {
        LineChart.Series(name: Message($0).text(language), values: $1)
      }, whole: 100)
    return figure(
      "chart-coverage", title,
      header: [Message.quarter.text(language)] + kinds.map { Message($0).text(language) },
      rows: rows
    ) { chart.svg(id: $0, title: title, description: described(rows.suffix(1))) }
  }

  /// Places by priority.
  var priorities: Markup {
    let kinds = kinds.filter { $0 != .city }
    guard !kinds.isEmpty else { return .empty }
    let counts = kinds.map { figures.priorities($0) }
    let bins = (0..<10).map { "0.\($0)–\($0 == 9 ? "1.0" : "0.\($0 + 1)")" }
    let title = words(.chartPriority)
    let chart = BarChart(
      bins.indices.map { bin in
        let own = counts.map { $0[bin] }
        return BarChart.Row(
          label: bins[bin], parts: own.map(Double.init), value: String(own.reduce(0, +)))
      },
      series: kinds.enumerated().map {
        ("fill-\($0.offset + 1)", Message($0.element).text(language))
      }
    )
    let rows = bins.indices.map { bin in [bins[bin]] + counts.map { String($0[bin]) } }
    return figure(
      "chart-priority", title,
      header: [words(.priority)] + kinds.map { Message($0).text(language) }, rows: rows
    ) { chart.svg(id: $0, title: title, description: described(rows)) }
  }

  /// Cost, energy and carbon by region.
  var costs: Markup {
    let regions = figures.regions
    let scale = MoneyScale(greatestYuan: regions.map(\.spentYuan).max() ?? 0, language)
    let title = words(.chartCost, [scale.name])
    let chart = BarChart(
      regions.map {
        BarChart.Row(
          label: $0.name, parts: [scale.amount($0.spentYuan)],
          value: DecimalText.fixed(scale.amount($0.spentYuan), decimals: 2))
      }, series: [("bar", Message.cost.text(language))])
    let rows = regions.map { region in
      [
        region.name, String(region.packages), DecimalText.grouped(region.stations),
        DecimalText.grouped(region.newSites), Amount.yuan(region.spentYuan, language),
        Amount.kilowattHours(region.kilowattHoursPerYear, language),
        DecimalText.grouped(Int(region.carbonTonnesPerYear.rounded())),
      ]
    }
    return figure(
      "chart-cost", title,
      note: words(
        .carbonNote, [DecimalText.trimmed(sources.kilogramsPerKilowattHour, decimals: 4)]),
      isOpen: true,
      header: [
        Message.unit.text(language), words(.bySpend), Message.stations.text(language),
        Message.newSites.text(language), Message.cost.text(language), words(.energyYear),
        words(.carbonYear),
      ], rows: rows
    ) { chart.svg(id: $0, title: title, description: described(rows)) }
  }

  /// Rows in words, for those who hear a chart.
  func described(_ rows: some Collection<[String]>) -> String {
    ChartFigure.described(rows, language)
  }
}
