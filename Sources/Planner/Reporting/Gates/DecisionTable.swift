import Coverage
import Radio
import Scheduling
import Siting
import Territory

/// `decisions.csv`: one row a package and gate, in order of the day.
enum DecisionTable {
  static let name = "decisions.csv"

  private static let columns = [
    "settlement", "settlement_name", "package", "group", "finish", "gate", "department", "state",
    "state_date", "apply_by", "decide_by", "expected", "days_late", "month_cost", "unit", "moved",
    "breaks", "pilots",
  ]

  static func csv(_ list: DecisionList) -> [UInt8] {
    var writer = CSVWriter(header: columns)
    for decision in list.decisions {
      writer.append([
        .text(decision.work.settlement), .text(decision.work.settlementName),
        .text(decision.work.id), .raw(decision.work.group.rawValue),
        .raw(decision.finish.description), .text(decision.gate.name),
        .text(decision.gate.department), .raw(decision.entry.state.rawValue),
        .text(orEmpty: decision.entry.day?.description), .raw(decision.applyBy.description),
        .raw(decision.decideBy.description), .text(orEmpty: decision.expected?.description),
        .integer(decision.daysLate), .decimal(decision.monthCost, decimals: 3),
        .raw(list.objective.unitName), .integer(decision.moved),
        .text(orEmpty: decision.breaks?.description),
        .text(decision.pilots.joined(separator: ";")),
      ])
    }
    return writer.bytes
  }
}
