import Coverage
import Radio
import Scheduling
import Siting
import Territory

/// The report of a plan in Markdown: what is, what is missing, what to build when, and how sure it is.
struct PlanReport {
  private let result: PlanResult
  private let language: Language

  init(_ result: PlanResult, _ language: Language) {
    self.result = result
    self.language = language
  }

  func markdown() -> String {
    [
      "# " + Message.reportTitle.text(language) + ": " + regionName + "\n",
      PlanSummary(result).answers(language).joined(separator: "\n\n") + "\n",
      heading(.statusHeading) + StatusTable(result).table(language).markdown(),
      PlanSummary(result).caveats(language).map { "> " + $0 }.joined(separator: "\n>\n") + "\n",
      heading(.missingHeading) + missing().markdown(),
      signal(),
      heading(.provinceHeading) + units().markdown(),
      schedule(),
      MovesReport(result.schedule, language).markdown(),
      PilotReport(result, language).markdown(), DecisionReport(result, language).markdown(),
      ScheduleReport(result, language).markdown(),
      result.risk.map { RiskReport($0, language).markdown() } ?? "",
      WarningReport(result, language).markdown(),
      result.keyPlaces.map { KeyPlacePlanReport($0, language).markdown() } ?? "",
      result.campuses.map { CampusReport($0, language).section() } ?? "",
      power(),
      ReadinessReport(result, language).markdown(),
      heading(.dataHeading) + data().markdown(),
      heading(.repeatHeading) + Message.repeatText.text(language) + "\n",
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Power, back-up and carbon of the new stations.
  private func power() -> String {
    guard let power = result.power else { return "" }
    return GreenSection(result: power, language: language) { result.gazetteer[$0]?.name ?? $0 }
      .markdown()
  }

  /// Interference, limiting links and lead ratio of the network as it stands.
  func signal() -> String {
    let signal = SignalTable(result)
    guard !signal.isEmpty else { return "" }
    return heading(.signalHeading) + signal.table(language).markdown() + "\n"
      + Message.signalModels.text(language, [signal.models]) + "\n"
  }

  private func heading(_ message: Message) -> String { "## " + message.text(language) + "\n\n" }

  var regionName: String { MapTerritory(result).name(language) }

  /// Settlements by the first criterion that fails, with the mean of what is missing.
  func missing() -> TextTable {
    var table = TextTable([
      .text(Message.kind.text(language)), .text(Message.group.text(language)),
      .text(Message.failing.text(language)), .number(Message.settlements.text(language)),
      .number(Message.missingMean.text(language)),
    ])
    for kind in SettlementKind.allCases {
      for (position, group) in result.groups.enumerated() {
        let failing = result.settlements.filter { $0.settlement.kind == kind }
          .compactMap { $0.groups[position].before.failing }
        for criterion in CriterionKind.allCases.map(\.rawValue) {
          let own = failing.filter { $0.criterion == criterion }
          guard !own.isEmpty else { continue }
          let mean = own.reduce(0) { $0 - $1.margin } / Double(own.count)
          table.append([
            Message(kind).text(language), Message(group).text(language),
            Message.text(forKey: criterion, language), String(own.count),
            DecimalText.fixed(mean, decimals: 3),
          ])
        }
      }
    }
    return table
  }

  /// The provinces of the country, or the prefectures of a region.
  func units() -> TextTable {
    var table = TextTable([
      .text(Message.unit.text(language)), .number(Message.population.text(language)),
      .number(Message.stations.text(language)), .number(Message.deepResidents.text(language)),
      .number(Message.deepArea.text(language)), .number(Message.deepPlanned.text(language)),
      .number(Message.cost.text(language)),
    ])
    let level: UnitLevel = result.regions.isEmpty ? .province : .prefecture
    let rollup = UnitRollup(result).units.filter {
      ($0.unit.level == level || result.regions.contains($0.unit.adcode))
        && $0.before.settlementTotal > 0
    }
    for summary in rollup {
      table.append(
        row(
          summary.unit.name, population: summary.unit.population, stations: summary.stations,
          before: summary.before, planned: summary.planned, costYuan: summary.costYuan))
    }
    let outermost = rollup.filter { row in
      !rollup.contains { $0.unit.adcode == row.unit.parent }
    }
    if outermost.count > 1 { table.append(total(outermost)) }
    return table
  }

  private func row(
    _ name: String, population: Int, stations: Int, before: CoverageTally,
    planned: CoverageTally, costYuan: Int
  ) -> [String] {
    [
      name, Amount.people(population, language), String(stations),
      Amount.share(before.residentShare(atLeast: .deep)),
      Amount.share(before.areaShare(atLeast: .deep)),
      Amount.share(planned.residentShare(atLeast: .deep)), Amount.yuan(costYuan, language),
    ]
  }

  /// Everything the run looked at; the population is that of the units asked for.
  private func total(_ outermost: [UnitSummary]) -> [String] {
    var before = CoverageTally()
    var planned = CoverageTally()
    for outcome in result.settlements {
      let (residents, area) = (
        outcome.settlement.population, outcome.settlement.areaSquareMetres
      )
      before.add(outcome.status, residents: residents, squareMetres: area)
      planned.add(outcome.plannedStatus, residents: residents, squareMetres: area)
    }
    return row(
      Message.total.text(language),
      population: outermost.reduce(0) { $0 + $1.unit.population },
      stations: result.settlements.reduce(0) { sum, outcome in
        sum + outcome.groups.reduce(0) { $0 + $1.before.stations }
      }, before: before, planned: planned,
      costYuan: result.packages.reduce(0) { $0 + $1.costYuan })
  }

  func schedule() -> String {
    guard let schedule = result.schedule else { return "" }
    var table = TextTable([
      .text(Message.quarter.text(language)), .number(Message.budget.text(language)),
      .number(Message.spent.text(language)), .number(Message.carriedOut.text(language)),
      .number(Message.stationsBuilt.text(language)), .number(Message.deepPeople.text(language)),
    ])
    for (account, built) in zip(schedule.quarters, schedule.stationsBuilt()) {
      table.append([
        account.quarter.description, Amount.yuan(account.budgetYuan, language),
        Amount.yuan(account.spentYuan, language), Amount.yuan(account.carriedOutYuan, language),
        String(built.stations), Amount.people(account.populationRaised.deep, language),
      ])
    }
    let rest = unscheduled(schedule)
    return heading(.scheduleHeading) + table.markdown() + (rest.isEmpty ? "" : "\n" + rest)
  }

  private func unscheduled(_ schedule: Schedule) -> String {
    guard !schedule.unscheduled.isEmpty else { return "" }
    var table = TextTable([
      .text(Message.reason.text(language)), .number(Message.packages.text(language)),
      .number(Message.cost.text(language)),
    ])
    for reason in UnscheduledReason.allCases {
      let own = schedule.unscheduled.filter { $0.reason == reason }
      guard !own.isEmpty else { continue }
      table.append([
        Message(reason).text(language), String(own.count),
        Amount.yuan(own.reduce(0) { $0 + $1.package.costYuan }, language),
      ])
    }
    return "### " + Message.unscheduledHeading.text(language) + "\n\n" + table.markdown()
  }

  func data() -> TextTable {
    var table = TextTable([
      .text(Message.dataHeading.text(language)), .text(Message.dataKind.text(language)),
    ])
    let seats = result.settlements.flatMap(\.settlement.seats)
    let known = seats.count { $0.positionKind != .modelled }
    func row(_ message: Message, _ kind: DataKind) {
      table.append([message.text(language), Message(kind).text(language)])
    }
    row(.dataCensus, .official)
    row(.dataPopulation, .estimated)
    table.append([
      Message.dataPositions.text(language) + " (\(known)/\(seats.count))",
      Message(DataKind.estimated).text(language),
    ])
    row(.dataOtherPositions, .modelled)
    row(.dataFootprints, result.settlements.map(\.settlement.footprintKind).max() ?? .modelled)
    row(.dataNetwork, result.networkKind)
    row(.dataPlannedSites, .modelled)
    return table
  }
}
