public import Geometry
import Siting
import Territory

extension RolloutScheduler {
  /// What each package of a schedule is worth by the quarter it finishes in, from the horizon's first on, built as
  /// the schedule builds it, in the objective's unit; the cost of moves is left out.
  ///
  /// - Parameter packages: those that were scheduled.
  /// - Throws: as ``schedule(_:replan:)`` does for packages that contradict themselves.
  public func worths(
    of schedule: Schedule, _ packages: [RolloutPackage], replan: Replan? = nil
  ) throws(UserError) -> [String: [Double]] {
    let unpriced = try RolloutOrder(known(packages, replan)).packages.map { package in
      var package = package
      package.prior = nil
      return package
    }
    let problem = try problem(unpriced, allLimits).problem
    var worths: [String: [Double]] = [:]
    for activity in problem.activities {
      guard let start = schedule.starts[activity.id] else { continue }
      let mode = activity.modes.indices.contains(start.mode) ? start.mode : 0
      worths[activity.id] = activity.modes[mode].valueByFinish
    }
    return worths
  }
}
