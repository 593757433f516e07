import Geometry
import Siting
import Territory

extension ActivityBuilder {
  /// A package that was begun: in its real quarters, at its real cost, waiting for nothing.
  ///
  /// - Throws: `DR-674` where it does not finish inside the horizon.
  func historic(
    _ history: PackageHistory, prerequisites: [Int]
  ) throws(UserError) -> ScheduleActivity {
    let prior = package.prior
    let supply =
      PowerSupply(rawValue: history.mode ?? "") ?? PowerSupply(rawValue: prior?.mode ?? "") ?? .grid
    let plans = paces()
    let planned = prior?.quarters ?? plans.map(\.quarters).min() ?? 1
    let finish =
      history.finished ?? max(history.started.advanced(by: planned - 1), history.asOf)
    let start = ActivityStart(mode: 0, period: history.started.index - value.from.index)
    guard start.period >= 0, finish.index - value.from.index < value.periods else {
      throw UserError(
        "DR-674", .badData, at: package.work.id,
        "it was begun in \(history.started) and finishes in \(finish), outside the horizon",
        remedy: "start the horizon earlier or end it later (--from, --until)")
    }
    let quarters = finish.index - history.started.index + 1
    // Paid as planned where it took as long as planned, evenly else.
    let modes = plans.filter { $0.quarters == quarters }.map { mode(supply, $0) }
    let own =
      modes.first { prior?.isPaid($0) ?? false } ?? modes.first
      ?? mode(
        supply, steps.plan(package.work, buildQuarters: 1, quarters: quarters))
    return ScheduleActivity(
      id: package.work.id, prerequisites: prerequisites, fixed: start, modes: [own])
  }
}
