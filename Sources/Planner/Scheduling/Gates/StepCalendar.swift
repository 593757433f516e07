import Siting
import Territory

/// On which day at the latest each step of a scheduled package must be able to begin for its finish to hold.
struct StepCalendar {
  let steps: PackageSteps

  /// The day before which what a step waits for has to be there.
  ///
  /// A package that takes no longer than its steps may use up what they leave of its quarters: the days are counted
  /// back from the end of the last. One whose building is stretched over quarters by what limits leave begins on
  /// its first day, and only its tuning is counted back.
  func latest(_ step: DecisionGate.Step, for entry: ScheduledPackage) -> CivilDay {
    let days = steps.durations
    let permits =
      entry.package.newSites > 0 ? days.newMastPermitDays.value : days.permitDays.value
    let power = days.surveyDays.value + permits
    let build = power + days.powerDays.value
    let optimise = build + max(1, days.buildDays.value)
    let total = optimise + days.optimiseDays.value
    let begin =
      switch step {
      case .power: power
      case .build: build
      case .optimise: optimise
      }
    let forward = CivilDay(firstOf: entry.start).advanced(by: Int(begin.rounded(.down)))
    guard step == .optimise || !isPaced(entry) else { return forward }
    let end = CivilDay(firstOf: entry.finish.advanced(by: 1))
    return max(forward, end.advanced(by: -Int((total - begin).rounded(.up))))
  }

  /// Whether its building takes more time than the steps, as limits leave it no more.
  private func isPaced(_ entry: ScheduledPackage) -> Bool {
    let plan = steps.plan(entry.package, buildQuarters: 1, quarters: nil)
    let quarters = entry.finish.index - entry.start.index + 1
    guard plan.quarters == quarters else { return true }
    let use = ResourceUse(resources: [0], amount: entry.paidYuan, shares: plan.buildShares)
    let paid = Dictionary(
      entry.payments.map { ($0.quarter.index, $0.yuan) }, uniquingKeysWith: { $1 })
    return (0..<quarters).contains { period in
      paid[entry.start.index + period] ?? 0 != use.quantity(period)
    }
  }
}
