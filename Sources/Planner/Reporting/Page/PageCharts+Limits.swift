import Coverage
import Radio
import Scheduling
import Territory

/// Charts of what bounds a rollout, and of what was published before it.
extension PageCharts {
  /// What a limit's accounts sum to over its parts.
  private struct Use {
    let period: String
    var used = 0.0
    /// Of that by campuses.
    var ofCampuses = 0.0
    var amount = 0.0
  }

  /// A chart for each limit beside money: what is used of it, and what there is.
  var limits: Markup {
    var names: [String] = []
    var kinds: [String: LimitedKind] = [:]
    var uses: [String: [Quarter: Use]] = [:]
    for account in result.schedule?.limitAccounts ?? [] where account.kind != .capex {
      let name = String(account.limit.split(separator: "/").first ?? "")
      if kinds.updateValue(account.kind, forKey: name) == nil { names.append(name) }
      let period =
        account.from == account.until ? account.from.description : String(account.from.year)
      var use = uses[name]?[account.from] ?? Use(period: period)
      use.used += account.used
      use.ofCampuses += account.usedByCampuses
      use.amount += account.amount + account.carriedIn
      uses[name, default: [:]][account.from] = use
    }
    return .all(
      names.enumerated().compactMap { index, name in
        guard let kind = kinds[name] else { return nil }
        let own = (uses[name] ?? [:]).sorted { $0.key < $1.key }.map(\.value)
        return limit("chart-limit-\(index + 1)", name, kind, own)
      })
  }

  private func limit(_ id: String, _ name: String, _ kind: LimitedKind, _ uses: [Use]) -> Markup {
    let (word, unit, divisor): (PageWords, PageWords, Double) =
      switch kind {
      case .capex: (.capex, .unitMoney, 1)
      case .opex: (.opex, .unitMoney, 1)
      case .crewDays: (.crew, .unitDays, 1)
      case .equipment: (.equipment, .unitStations, 1)
      case .stations: (.limitStations, .unitStations, 1)
      case .energy: (.energy, .unitEnergy, 1e6)
      case .permits: (.permits, .unitPermits, 1)
      }
    let title = words(.chartLimit, ["\(words(word)) (\(name))", words(unit)])
    let hasCampuses = uses.contains { $0.ofCampuses > 0 }
    let chart = ColumnChart(
      periods: uses.map(\.period), columns: uses.map { ($0.used - $0.ofCampuses) / divisor },
      upper: hasCampuses
        ? (words(.campusSeries), uses.map { $0.ofCampuses / divisor }) : nil,
      levels: uses.map { $0.amount / divisor },
      names: (words(hasCampuses ? .settlementSeries : .usedSeries), words(.amountSeries)))
    let rows = uses.map { use in
      [use.period]
        + ([use.used] + (hasCampuses ? [use.ofCampuses] : []) + [use.amount]).map {
          DecimalText.fixed($0 / divisor, decimals: 1)
        }
    }
    return figure(
      id, title, note: words(.limitNote),
      header: [words(.period), words(.usedSeries)] + (hasCampuses ? [words(.ofCampuses)] : [])
        + [words(.amountSeries)], rows: rows
    ) { chart.svg(id: $0, title: title, description: described(rows)) }
  }

  /// Stations as they were published, and as planned where the run is of the whole country.
  var history: Markup {
    let counts = sources.published.compactMap { count in
      Self.quarter(count.date).map { ($0, count) }
    }
    guard let first = counts.first?.0, let last = counts.last?.0 else { return .empty }
    let isCountry = result.regions.isEmpty && result.groups.count == NetworkGroup.allCases.count
    let end = isCountry ? max(last, figures.quarters.last ?? last) : last
    let quarters = (first.index...end.index).map { Quarter(index: $0) }
    let published = quarters.map { quarter in
      counts.last { $0.0 == quarter }.map { $0.1.stations.value / 1e4 }
    }
    let planned = isCountry ? planned(quarters) : quarters.map { _ in nil }
    let title = words(.chartHistory)
    let chart = LineChart(
      periods: quarters.map(\.description),
      series: [LineChart.Series(name: words(.publishedSeries), values: published)]
        + (isCountry ? [LineChart.Series(name: words(.plannedSeries), values: planned)] : []))
    let rows = counts.map { quarter, count in
      [count.date, DecimalText.trimmed(count.stations.value / 1e4, decimals: 1)]
        + [count.citiesCovered, count.countySeatsCovered, count.townSeatsCovered].map {
          $0.map(Amount.share) ?? "–"
        }
    }
    return figure(
      "chart-history", title,
      note: words(.historyNote) + (isCountry ? "" : " " + words(.historyRegion)),
      header: [words(.date), words(.publishedSeries)]
        + SettlementKind.allCases.map { Message($0).text(language) + " · " + words(.covered) },
      rows: rows
    ) { chart.svg(id: $0, title: title, description: described(rows)) }
  }

  /// Stations at the end of each quarter of the schedule, in ten thousands.
  private func planned(_ quarters: [Quarter]) -> [Double?] {
    guard let schedule = result.schedule else { return quarters.map { _ in nil } }
    var stations = result.settlements.reduce(0) { sum, outcome in
      sum + outcome.groups.reduce(0) { $0 + $1.before.stations }
    }
    var ends: [Quarter: Double] = [:]
    for built in schedule.stationsBuilt() {
      stations += built.stations
      ends[built.quarter] = Double(stations) / 1e4
    }
    return quarters.map { ends[$0] }
  }

  /// The quarter of a month, `2020-12`.
  private static func quarter(_ date: String) -> Quarter? {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 2, (1...12).contains(parts[1]) else { return nil }
    return Quarter(year: parts[0], quarter: (parts[1] - 1) / 3 + 1)
  }
}
