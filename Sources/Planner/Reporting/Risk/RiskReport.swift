import Coverage
public import Scheduling
import Territory

/// How surely a schedule keeps its dates, for people.
public struct RiskReport: Sendable {
  private let risk: ScheduleRisk
  private let language: Language

  /// Packages with dates of their own that are shown: those that are least sure.
  private static let shownPackages = 12
  private static let shownDrivers = 5

  /// Of a simulation.
  public init(_ risk: ScheduleRisk, _ language: Language) {
    self.risk = risk
    self.language = language
  }

  /// Section of a report.
  func markdown() -> String {
    [
      "## " + Message.riskHeading.text(language) + "\n", answer + "\n", drawn + "\n",
      aims().markdown(), drivers + "\n", spend().markdown(),
      "> " + Message.riskMeaning.text(language) + "\n",
    ].joined(separator: "\n")
  }

  /// For a terminal.
  public func text(width: Int? = Terminal.width) -> String {
    answer + "\n\n" + aims().terminal(width: width) + "\n" + drivers + "\n"
  }

  private var answer: String {
    Message.riskAnswer.text(
      language,
      [
        String(risk.executions), DecimalText.fixed(risk.meanLate, decimals: 1),
        String(risk.packages), DecimalText.fixed(risk.meanUnfinished, decimals: 1),
      ])
  }

  /// What was drawn, and how much of it is judgement.
  private var drawn: String {
    let all = risk.book.distributions
    let figures = all.flatMap { entry in
      [entry.distribution.low, entry.distribution.mode, entry.distribution.high]
        .compactMap { $0 } + [entry.distribution.correlation]
    }
    let words = all.map { entry -> String in
      let own = entry.distribution
      let range = [own.low, own.mode, own.high].compactMap { $0 }
        .map { DecimalText.trimmed($0.value, decimals: 3) }.joined(separator: "–")
      return Message.riskDistribution.text(
        language,
        [
          entry.name, own.shape.rawValue, range,
          DecimalText.trimmed(own.correlation.value, decimals: 3),
        ])
    }
    return Message.riskDrawn.text(
      language,
      [
        words.joined(separator: language == .chinese ? "；" : "; "),
        String(figures.count { $0.kind == .judgement }), String(figures.count),
      ])
  }

  /// Targets and deadlines, and of the packages with dates of their own the least sure.
  private func aims() -> TextTable {
    var table = TextTable([
      .text(Message.riskAim.text(language)), .text(Message.riskPlanned.text(language)),
      .text(Message.riskBy.text(language)), .number(Message.riskChance.text(language)),
      .text("P50"), .text("P80"), .text("P95"), .text(Message.riskDriver.text(language)),
    ])
    func isPackage(_ row: ScheduleRisk.Row) -> Bool {
      if case .package = row.aim { true } else { false }
    }
    let packages = risk.rows.filter(isPackage).enumerated().sorted {
      ($0.element.chance.met, $0.offset) < ($1.element.chance.met, $1.offset)
    }.map(\.element)
    for row in risk.rows.filter({ !isPackage($0) }) + packages.prefix(Self.shownPackages) {
      table.append(
        [
          name(row.aim), row.planned.description, row.by.description,
          Amount.share(row.chance.value) + " ± "
            + DecimalText.fixed(row.chance.standardError * 100, decimals: 1),
        ] + row.percentiles.map { $0?.description ?? Message.riskBeyond.text(language) }
          + [row.driver.map(name) ?? "–"])
    }
    return table
  }

  /// What made packages late most often.
  private var drivers: String {
    guard !risk.drivers.isEmpty else { return Message.riskNothingLate.text(language) }
    let words = risk.drivers.prefix(Self.shownDrivers).map {
      "\(name($0.cause)) \(Amount.share($0.share))"
    }
    return Message.riskDrivers.text(
      language, [words.joined(separator: language == .chinese ? "、" : ", ")])
  }

  private func spend() -> TextTable {
    var table = TextTable([
      .text(Message.quarter.text(language)), .number(Message.riskPlannedSpend.text(language)),
      .number("P10"), .number("P50"), .number("P90"),
    ])
    for row in risk.spend {
      table.append(
        [row.quarter.description, Amount.yuan(row.plannedYuan, language)]
          + row.percentileYuan.map { Amount.yuan($0, language) })
    }
    return table
  }

  private func name(_ aim: ScheduleRisk.Aim) -> String {
    switch aim {
    case .target(let kind, let status):
      Message.riskTarget.text(
        language, [Message(kind).text(language), Message(status).text(language)])
    case .deadline(let kind, let status):
      Message.riskDeadline.text(
        language, [Message(kind).text(language), Message(status).text(language)])
    case .package(let id): id
    }
  }

  private func name(_ cause: ScheduleRisk.Cause) -> String {
    switch cause {
    case .limit(let name): name
    case .step(let step):
      switch step {
      case .survey: Message.stepSurvey.text(language)
      case .permit: Message.stepPermit.text(language)
      case .power: Message.stepPower.text(language)
      case .build: Message.stepBuild.text(language)
      case .optimise: Message.stepOptimise.text(language)
      }
    }
  }
}
