import Territory

/// What it costs to have a package elsewhere than in the schedule before: of each quarter between the two
/// finishes a share of what that quarter changes in its worth. What is left out counts as the quarter after the
/// horizon, where it is worth nothing.
struct MoveCost {
  /// By finish; the last is for leaving it out.
  let costs: [Double]

  /// - Parameters:
  ///   - values: worth by finish.
  ///   - finish: that of the schedule before, by period; nil where it was left out.
  init(values: [Double], finish: Int?, share: Double) {
    var way = [0.0]
    for (value, next) in zip(values, values.dropFirst() + [0]) {
      way.append((way.last ?? 0) + abs(next - value))
    }
    let last = values.count
    let was = way[min(max(finish ?? last, 0), last)]
    costs = way.map { share * abs($0 - was) }
  }

  /// Of a package that may move; nil for one that the schedule before did not know, or that has no choice.
  init?(_ package: RolloutPackage, _ activity: ScheduleActivity, from: Quarter) {
    guard let prior = package.prior, package.history == nil, package.startFixed == nil,
      let mode = activity.modes.first
    else { return nil }
    self.init(
      values: mode.valueByFinish, finish: prior.span.map { $0.upperBound.index - from.index },
      share: prior.moveShare)
  }

  /// What leaving it out costs.
  var leftOut: Double { costs[costs.count - 1] }

  /// The cost at a finish, nil for left out.
  func cost(_ finish: Int?) -> Double { costs[finish ?? costs.count - 1] }

  /// The activity with the cost in its worth. As what is left out is worth nothing to the engine, all else is
  /// worth ``leftOut`` more, which has to be taken off the sum.
  func applied(to activity: ScheduleActivity) -> ScheduleActivity {
    ScheduleActivity(
      id: activity.id, prerequisites: activity.prerequisites,
      earliestStart: activity.earliestStart, latestFinish: activity.latestFinish,
      isMandatory: activity.isMandatory, fixed: activity.fixed,
      modes: activity.modes.map { mode in
        ActivityMode(
          name: mode.name, durationPeriods: mode.durationPeriods, uses: mode.uses,
          valueByFinish: mode.valueByFinish.enumerated().map { $1 - costs[$0] + leftOut })
      })
  }
}

extension ActivityMode {
  /// What it takes of the first resource, the money, by period from the start.
  var payments: [Int] {
    guard let use = uses.first(where: { $0.resources.contains(0) }) else { return [] }
    return (0..<durationPeriods).map { use.quantity($0) }
  }
}

extension PriorPlace {
  /// The start of an activity nearest to its place: the mode of the same name, time and payments, or as many of
  /// these as there are. Nil where it was left out.
  func start(of activity: ScheduleActivity, from: Quarter) -> ActivityStart? {
    guard let span, let quarters else { return nil }
    let modes = activity.modes.indices
    func find(_ isRight: (ActivityMode) -> Bool) -> Int? {
      modes.first { isRight(activity.modes[$0]) }
    }
    let found =
      find { $0.name == mode && $0.durationPeriods == quarters && isPaid($0) }
      ?? find { $0.name == mode && $0.durationPeriods == quarters }
      ?? find { $0.name == mode } ?? find { $0.durationPeriods == quarters } ?? 0
    return ActivityStart(
      mode: found, period: max(span.lowerBound.index - from.index, activity.earliestStart))
  }

  /// Whether a mode pays as the schedule before did.
  func isPaid(_ mode: ActivityMode) -> Bool {
    guard let span else { return false }
    var paid = [Int](repeating: 0, count: mode.durationPeriods)
    for payment in payments {
      let index = payment.quarter.index - span.lowerBound.index
      guard paid.indices.contains(index) else { return false }
      // Of a file that nobody vouches for: what does not fit is not what the mode pays.
      paid[index] &+= payment.yuan
    }
    return paid == mode.payments
  }
}
