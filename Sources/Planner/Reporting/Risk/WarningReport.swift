import Coverage
import Radio
import Scheduling
import Territory

/// Where demand outgrows the network, for people.
struct WarningReport {
  private let result: PlanResult
  private let language: Language

  private static let shown = 12

  init(_ result: PlanResult, _ language: Language) {
    self.result = result
    self.language = language
  }

  /// Section of a report; empty where no load is known.
  func markdown() -> String {
    guard let schedule = result.schedule,
      result.settlements.contains(where: { $0.groups.contains { $0.before.load != nil } })
    else { return "" }
    let heading = "## " + Message.warningHeading.text(language) + "\n\n"
    guard !result.warnings.isEmpty else {
      return heading
        + Message.warningNone.text(language, [schedule.limits.until.description]) + "\n"
    }
    let open = result.warnings.filter { $0.withPlan != nil }
    // Where nothing stands yet, nothing is outgrown: such places are counted, and listed in the file.
    let outgrown = open.filter { $0.capacityMbps > 0 }
    let bare = open.count - outgrown.count
    return heading
      + Message.warningAnswer.text(
        language,
        [
          String(result.warnings.count), schedule.limits.until.description, String(open.count),
        ])
      + (bare == 0 ? "" : Message.warningBare.text(language, [String(bare)])) + "\n\n"
      + counts(schedule.limits.from).markdown()
      + (outgrown.isEmpty ? "" : "\n" + places(outgrown).markdown())
  }

  /// By kind of settlement and group.
  private func counts(_ first: Quarter) -> TextTable {
    var table = TextTable([
      .text(Message.kind.text(language)), .text(Message.group.text(language)),
      .number(Message.warningNow.text(language)), .number(Message.warningLater.text(language)),
      .number(Message.warningOpen.text(language)),
    ])
    for kind in SettlementKind.allCases {
      for group in result.groups {
        let own = result.warnings.filter { $0.kind == kind && $0.group == group }
        guard !own.isEmpty else { continue }
        table.append([
          Message(kind).text(language), Message(group).text(language),
          String(own.count { $0.withoutPlan == first }),
          String(own.count { $0.withoutPlan > first }),
          String(own.count { $0.withPlan != nil }),
        ])
      }
    }
    return table
  }

  /// Those that the plan leaves short for longest, the largest first of equals.
  private func places(_ open: [EarlyWarning]) -> TextTable {
    var table = TextTable([
      .text(Message.settlement.text(language)), .text(Message.group.text(language)),
      .number(Message.leadRatio.text(language)), .text(Message.warningWithout.text(language)),
      .text(Message.warningWith.text(language)), .number(Message.warningQuarters.text(language)),
    ])
    let order = open.enumerated().sorted { one, other in
      (-one.element.quartersWithPlan, -one.element.population, one.offset)
        < (-other.element.quartersWithPlan, -other.element.population, other.offset)
    }
    for (_, warning) in order.prefix(Self.shown) {
      table.append([
        warning.name, Message(warning.group).text(language),
        DecimalText.fixed(warning.leadRatio, decimals: 2), warning.withoutPlan.description,
        warning.withPlan?.description ?? "–", String(warning.quartersWithPlan),
      ])
    }
    return table
  }
}
