public import Geometry

/// Activities over periods under limited resources: resource-constrained project scheduling with
/// modes, time-indexed (Pritsker, Watters and Wolfe 1969), maximising the sum of the values.
///
/// An activity is done in one mode from one start, or not at all. Precedence is finish to start: the
/// prerequisite has finished in an earlier period.
public struct SchedulingProblem: Sendable {
  /// How many periods the horizon has, 1 or more.
  public let periods: Int
  /// In topological order of ``ScheduleActivity/prerequisites``.
  public let activities: [ScheduleActivity]
  /// What there is only so much of.
  public let resources: [LimitedResource]

  /// Checks that the parts fit together.
  ///
  /// - Throws: `DR-640` for activities or resources that contradict themselves, with the place; these
  ///   are mistakes of whoever builds the problem, as readers refuse such figures before.
  public init(
    periods: Int, activities: [ScheduleActivity], resources: [LimitedResource]
  ) throws(UserError) {
    self.periods = periods
    self.activities = activities
    self.resources = resources
    for resource in resources { try check(resource) }
    for (index, activity) in activities.enumerated() { try check(activity, at: index) }
  }

  private func check(_ resource: LimitedResource) throws(UserError) {
    let accounts = resource.accountOfPeriod
    var isOrdered = accounts.count == periods && (accounts.first ?? 0) == 0
    for (one, other) in zip(accounts, accounts.dropFirst()) where !(0...1).contains(other - one) {
      isOrdered = false
    }
    guard isOrdered, (accounts.last ?? -1) < resource.capacity.count else {
      throw Self.error(resource.name, "its accounts do not fit \(periods) periods")
    }
    guard resource.capacity.allSatisfy({ $0 >= 0 }), resource.carryOverCap >= 0 else {
      throw Self.error(resource.name, "there is less than nothing of it")
    }
  }

  private func check(_ activity: ScheduleActivity, at index: Int) throws(UserError) {
    guard activity.prerequisites.allSatisfy({ (0..<index).contains($0) }) else {
      throw Self.error(activity.id, "a prerequisite does not stand before it")
    }
    guard !activity.modes.isEmpty, activity.earliestStart >= 0 else {
      throw Self.error(activity.id, "it has no mode, or starts before the horizon")
    }
    for mode in activity.modes {
      guard mode.durationPeriods >= 1, mode.valueByFinish.count == periods,
        mode.valueByFinish.allSatisfy(\.isFinite)
      else { throw Self.error(activity.id, "a mode takes no time or has no value a period") }
      for use in mode.uses { try check(use, of: mode, activity) }
    }
    if let fixed = activity.fixed {
      guard activity.modes.indices.contains(fixed.mode), fixed.period >= 0,
        fixed.period + activity.modes[fixed.mode].durationPeriods <= periods
      else { throw Self.error(activity.id, "its fixed start lies outside the horizon") }
    }
  }

  private func check(
    _ use: ResourceUse, of mode: ActivityMode, _ activity: ScheduleActivity
  ) throws(UserError) {
    guard use.resources.allSatisfy(resources.indices.contains), !use.resources.isEmpty,
      (0...ResourceUse.greatestAmount).contains(use.amount)
    else { throw Self.error(activity.id, "a use has no resource or an absurd amount") }
    let isPersistent = resources[use.resources[0]].isPersistent
    guard use.resources.allSatisfy({ resources[$0].isPersistent == isPersistent }) else {
      throw Self.error(activity.id, "a use mixes persistent and other resources")
    }
    let isWhole =
      use.shares.count == mode.durationPeriods && use.shares.allSatisfy { $0 >= 0 }
      && use.shares.reduce(0, +) == ResourceUse.whole
    guard isPersistent ? use.shares.isEmpty : isWhole else {
      throw Self.error(activity.id, "the shares of a use do not sum to the whole")
    }
  }

  private static func error(_ place: String, _ problem: String) -> UserError {
    UserError("DR-640", .badData, at: place, problem, remedy: "mend the problem given")
  }
}
