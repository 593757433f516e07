import Geometry
import Territory

extension RolloutScheduler {
  /// Packages without deadlines that what happened has made impossible, whatever the limits: they are due by the
  /// horizon's end instead, or not at all where even that is too early.
  func withoutMissedDates(
    _ packages: [RolloutPackage], _ limits: [LimitExpansion.Limit],
    fixed: [String: ActivityStart] = [:]
  ) throws(UserError) -> [RolloutPackage] {
    guard packages.contains(where: { $0.deadline != nil }) else { return packages }
    let problem = try problem(packages, limits, fixed: fixed).problem
    var finish = [Int](repeating: 0, count: problem.activities.count)
    var packages = packages
    for (index, activity) in problem.activities.enumerated() {
      if let fixed = activity.fixed {
        finish[index] = fixed.period + activity.modes[fixed.mode].durationPeriods - 1
        continue
      }
      let start = activity.prerequisites.reduce(activity.earliestStart) { max($0, finish[$1] + 1) }
      let shortest = activity.modes.map(\.durationPeriods).min() ?? 1
      finish[index] = start + shortest - 1
      guard finish[index] > activity.latestFinish else { continue }
      packages[index].deadline = finish[index] < problem.periods ? self.limits.until : nil
    }
    return packages
  }
}
