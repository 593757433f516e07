import Coverage
import Radio
import Scheduling
import Siting
import Territory

/// `schedule.csv`: one row a work package, scheduled ones first.
enum ScheduleTable {
  /// State of a package that is in the schedule; the others have the reason.
  static let scheduled = "scheduled"

  private static let columns = [
    "package", "settlement", "name", "kind", "province", "group", "to", "start", "finish",
    "cost_yuan", "stations", "state", "payments", "mode", "mode_yuan", "stopped_by",
  ]

  static func csv(_ schedule: Schedule) -> [UInt8] {
    var writer = CSVWriter(header: columns)
    for entry in schedule.packages {
      let payments = entry.payments.map { "\($0.quarter):\($0.yuan)" }.joined(separator: ";")
      writer.append(
        row(
          entry.package, start: entry.start.description, finish: entry.finish.description,
          state: scheduled, payments: payments, mode: entry.mode,
          modeYuan: entry.paidYuan - entry.package.costYuan, stoppedBy: entry.stoppedBy))
    }
    for entry in schedule.unscheduled {
      writer.append(
        row(
          entry.package, start: nil, finish: nil, state: entry.reason.rawValue, payments: nil,
          mode: "", modeYuan: 0, stoppedBy: entry.stoppedBy))
    }
    return writer.bytes
  }

  private static func row(
    _ package: WorkPackage, start: String?, finish: String?, state: String, payments: String?,
    mode: String, modeYuan: Int, stoppedBy: String?
  ) -> [CSVCell] {
    [
      .text(package.id), .text(package.settlement), .text(package.settlementName),
      .text(package.kindName), .text(package.provinceAdcode),
      .text(package.group.rawValue), .text(package.to.rawValue), .text(orEmpty: start),
      .text(orEmpty: finish), .integer(package.costYuan), .integer(package.stations),
      .text(state), .text(orEmpty: payments), .text(mode), .integer(modeYuan),
      .text(orEmpty: stoppedBy),
    ]
  }
}

/// `budget.csv`: one row a quarter.
enum BudgetTable {
  private static let columns = [
    "quarter", "budget_yuan", "carried_in_yuan", "spent_yuan", "carried_out_yuan",
    "packages_finished", "stations_built", "stations_finished", "people_reached",
    "people_continuous", "people_deep",
  ]

  static func csv(_ schedule: Schedule) -> [UInt8] {
    var writer = CSVWriter(header: columns)
    for (account, built) in zip(schedule.quarters, schedule.stationsBuilt()) {
      writer.append([
        .text(account.quarter.description), .integer(account.budgetYuan),
        .integer(account.carriedInYuan), .integer(account.spentYuan),
        .integer(account.carriedOutYuan), .integer(account.finishedPackages.count),
        .integer(built.stations), .integer(account.stationsFinished),
        .integer(account.populationRaised.reached),
        .integer(account.populationRaised.continuous), .integer(account.populationRaised.deep),
      ])
    }
    return writer.bytes
  }
}
