import Geometry
import Siting
import Territory

/// Settles what is committed before everything else: in its mode, at the start that it had or, where it is late,
/// in the first open quarter. What cannot stay moves by as few quarters as the limits allow, those that are worth
/// more by fewer. Only what has happened, or is fixed, takes from the limits before it.
struct CommittedStage {
  let scheduler: RolloutScheduler
  let limits: [LimitExpansion.Limit]

  /// Close enough for whole quarters of everything that is committed.
  private static let gap = 1e-9

  /// Starts by id; what finds no place at all is missing and free again.
  func starts(_ packages: [RolloutPackage]) throws(UserError) -> [String: ActivityStart] {
    let members = packages.filter { $0.history != nil || $0.startFixed != nil || $0.isCommitted }
    guard members.contains(where: \.isCommitted) else { return [:] }
    // What is promised does not hang on the price of moving what is not.
    let unpriced = members.map { package in
      var package = package
      package.prior?.moveShare = 0
      return package
    }
    let rollout = try scheduler.problem(unpriced, limits)
    let wishes = rollout.packages.indices.map { index -> ActivityStart in
      let activity = rollout.problem.activities[index]
      let prior = rollout.packages[index].prior
      return prior?.start(of: activity, from: scheduler.limits.from)
        ?? ActivityStart(mode: 0, period: activity.earliestStart)
    }
    let greatest = rollout.problem.activities.map(\.worthOfAQuarter).max() ?? 0
    let activities = zip(rollout.problem.activities, wishes).map { activity, wish in
      activity.wishing(wish, greatest: greatest, periods: rollout.problem.periods)
    }
    let problem = try SchedulingProblem(
      periods: rollout.problem.periods, activities: activities,
      resources: rollout.problem.resources)
    let effort = ScheduleEffort(
      gap: Self.gap, evaluations: scheduler.effort.evaluations,
      placements: scheduler.effort.placements, seed: scheduler.effort.seed)
    let solution = ScheduleSolver(effort: effort, threads: scheduler.threads).solve(
      problem,
      near: wishes.map { ActivityStart(mode: 0, period: $0.period) })
    var starts: [String: ActivityStart] = [:]
    for (index, start) in solution.starts.enumerated() where activities[index].fixed == nil {
      guard let start else { continue }
      starts[activities[index].id] = ActivityStart(
        mode: wishes[index].mode, period: start.period)
    }
    return starts
  }
}

extension ScheduleActivity {
  /// Greatest change of its worth from a quarter to the next.
  fileprivate var worthOfAQuarter: Double {
    let values = modes.first?.valueByFinish ?? []
    return zip(values, values.dropFirst()).map { abs($1 - $0) }.max() ?? 0
  }

  /// The activity in one mode, worth more the nearer it starts to a wish; what is fixed is worth nothing, so that
  /// the gap is one of moves alone.
  fileprivate func wishing(
    _ wish: ActivityStart, greatest: Double, periods: Int
  ) -> ScheduleActivity {
    let own = modes[fixed?.mode ?? wish.mode]
    let weight = 1 + (greatest > 0 ? worthOfAQuarter / greatest : 0)
    let values = (0..<periods).map { finish in
      let moved = abs(finish - own.durationPeriods + 1 - wish.period)
      return fixed == nil ? weight * Double(2 * periods - moved) : 0
    }
    return ScheduleActivity(
      id: id, prerequisites: prerequisites, earliestStart: earliestStart,
      latestFinish: latestFinish,
      fixed: fixed.map { ActivityStart(mode: 0, period: $0.period) },
      modes: [
        ActivityMode(
          name: own.name, durationPeriods: own.durationPeriods, uses: own.uses,
          valueByFinish: values)
      ])
  }
}
