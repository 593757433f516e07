import Coverage
import Radio
import Scheduling
import Siting
import Territory

/// What a run says on the terminal.
public struct PlanSummary {
  private let result: PlanResult

  /// The summary of a run.
  public init(_ result: PlanResult) { self.result = result }

  /// The answer, the table of statuses, the caveats.
  public func text(_ language: Language, width: Int? = Terminal.width) -> String {
    (answers(language) + keyPlaces(language) + campuses(language) + [
      "", StatusTable(result).table(language).terminal(width: width),
    ]
      + signal(language, width) + readiness(language, width) + caveats(language))
      .joined(separator: "\n")
  }

  /// What the plan does for key places, where there are any.
  private func keyPlaces(_ language: Language) -> [String] {
    result.keyPlaces.map { KeyPlacePlanReport($0, language).answers } ?? []
  }

  /// What comes of the campuses, where there are any.
  private func campuses(_ language: Language) -> [String] {
    [result.campuses.flatMap { CampusReport($0, language).scheduled }].compactMap { $0 }
  }

  /// Interference and capacity, of an audit.
  private func signal(_ language: Language, _ width: Int?) -> [String] {
    let signal = SignalTable(result)
    guard result.schedule == nil, !signal.isEmpty else { return [] }
    return [
      Message.signalHeading.text(language), signal.table(language).terminal(width: width),
      Message.signalModels.text(language, [signal.models]), "",
    ]
  }

  /// Conditions of counties and towns, of an audit: a plan has them in its report.
  private func readiness(_ language: Language, _ width: Int?) -> [String] {
    result.schedule == nil ? ReadinessReport(result, language).terminal(width: width) : []
  }

  /// The outcome in a sentence: of the cities, or of the highest kind of settlement there is.
  func answer(_ language: Language) -> String {
    let kind = result.settlements.map(\.settlement.kind).min() ?? .city
    let own = result.settlements.filter { $0.settlement.kind == kind }
    let name = Message.plural(kind).text(language)
    let now = "\(own.count { $0.status == .deep }) / \(own.count)"
    guard let schedule = result.schedule else {
      return Message.auditAnswer.text(language, [name, now])
    }
    let planned = own.filter { $0.plannedStatus == .deep }
    let last = planned.compactMap(\.quarter).max()
    let isDone = own.allSatisfy { $0.status == .deep }
    return Message.planAnswer.text(
      language,
      [
        name, now, "\(planned.count) / \(own.count)",
        last?.description ?? (isDone ? Message.nothingToDo : .noneInTime).text(language),
        Amount.yuan(schedule.spentYuan, language), String(schedule.stationsFinished),
      ])
  }

  /// The outcome and, of a plan, how far from the cheapest its sites can be.
  func answers(_ language: Language) -> [String] {
    [answer(language)] + (siting(language).map { [$0] } ?? [])
      + (ScheduleReport(result, language).answer.map { [$0] } ?? [])
      + MovesReport(result.schedule, language).answers
      + PilotReport(result, language).answers()
  }

  /// What is proven of the sites, and what ended the work on them; nil where there is nothing to say.
  private func siting(_ language: Language) -> String? {
    let figures = SitingFigures(result)
    func count(_ stop: CoveringStop) -> String { String(figures.stops[stop, default: 0]) }
    var words: [String] = []
    if figures.choices > 0 {
      words.append(
        Message.sitingAnswer.text(
          language,
          [
            Amount.yuan(Int(figures.costYuan.rounded()), language),
            Amount.share(figures.gap), Amount.share(figures.saving),
            String(figures.choices), count(.optimal), count(.gap), count(.effort),
          ]))
    }
    if !figures.isRepeatable {
      words.append(Message.sitingTime.text(language, [count(.time)]))
    }
    let unmet = result.settlements.lazy.flatMap(\.groups).count { $0.unmet != nil }
    if result.schedule != nil, unmet > 0 {
      words.append(Message.sitingUnmet.text(language, [String(unmet)]))
    }
    return words.isEmpty ? nil : words.joined(separator: language == .chinese ? "" : " ")
  }

  /// What a reader must know before believing the figures.
  func caveats(_ language: Language) -> [String] {
    var lines: [String] = []
    if result.networkKind == .modelled {
      let parts = result.publishedStations.map {
        "\(Message($0.group).text(language)) \($0.stations) (\($0.date))"
      }
      lines.append(Message.caveatNetwork.text(language, [parts.joined(separator: ", ")]))
    }
    let beyond = result.settlements.lazy.flatMap(\.groups).reduce(0) {
      $0 + ($1.before.signal?.stationsBeyondModels ?? 0)
    }
    if beyond > 0 { lines.append(Message.caveatBeyondModels.text(language, [String(beyond)])) }
    lines.append(Message.caveatPlaces.text(language))
    return lines
  }
}

/// Settlements by kind, group and status, before and after.
struct StatusTable {
  private let result: PlanResult

  init(_ result: PlanResult) { self.result = result }

  /// One row a kind and group; with a plan every cell says before and after.
  func table(_ language: Language) -> TextTable {
    let hasPlan = result.schedule != nil
    var table = TextTable(
      [.text(Message.kind.text(language)), .text(Message.group.text(language))]
        + CoverageStatus.allCases.map { .number(Message($0).text(language)) })
    for kind in SettlementKind.allCases {
      let own = result.settlements.filter { $0.settlement.kind == kind }
      guard !own.isEmpty else { continue }
      for (position, group) in result.groups.enumerated() {
        table.append(
          [Message(kind).text(language), Message(group).text(language)]
            + CoverageStatus.allCases.map { status in
              let before = own.count { $0.groups[position].before.status == status }
              let after = own.count { $0.groups[position].plannedStatus == status }
              return hasPlan ? "\(before) → \(after)" : "\(before)"
            })
      }
    }
    return table
  }
}
