import Geometry
import Siting
import Territory

/// Packages and limits as a problem of the engine, and the way back.
struct RolloutProblem {
  let problem: SchedulingProblem
  /// Package of each activity.
  let packages: [RolloutPackage]
  let limits: [LimitExpansion.Limit]
  /// What it costs to move each activity; nil where it has no place to move from, or no choice.
  let moveCosts: [MoveCost?]
  /// Starts of the schedule before; empty where there was none.
  let wished: [ActivityStart?]

  /// Packages that a thread takes at a time.
  private static let part = 512

  /// What the engine's values are above those with the cost of moves.
  var offset: Double { moveCosts.reduce(0) { $0 + ($1?.leftOut ?? 0) } }

  /// - Throws: `DR-645` for a fixed start that the horizon does not hold, and the problem's own errors.
  init(
    _ ordered: [RolloutPackage], limits: [LimitExpansion.Limit], value: RolloutValue,
    steps: PackageSteps, fixed: [String: ActivityStart], allowed: Set<String>? = nil,
    threads: Int = 1
  ) throws(UserError) {
    self.limits = limits
    let kept = ordered.filter { allowed?.contains($0.work.id) ?? true }
    var index: [String: Int] = [:]
    for (position, package) in kept.enumerated() { index[package.work.id] = position }
    let places = index
    let covering = CoveringLimits(limits, packages: kept)
    let parts = try ConcurrentMap.map(
      count: (kept.count + Self.part - 1) / Self.part, threads: threads
    ) { part throws(UserError) in
      var built: [(activity: ScheduleActivity, moveCost: MoveCost?)] = []
      for position in part * Self.part..<min(kept.count, (part + 1) * Self.part) {
        let package = kept[position]
        let activity = try ActivityBuilder(package, covering[package], value, steps).activity(
          prerequisites: package.prerequisites.compactMap { places[$0] }.sorted(),
          fixed: fixed[package.work.id])
        let moveCost = MoveCost(package, activity, from: value.from)
        built.append((moveCost?.applied(to: activity) ?? activity, moveCost))
      }
      return built
    }.flatMap { $0 }
    let activities = parts.map(\.activity)
    moveCosts = parts.map(\.moveCost)
    packages = kept
    wished =
      kept.contains { $0.prior?.span != nil }
      ? zip(kept, activities).map { $0.prior?.start(of: $1, from: value.from) } : []
    problem = try SchedulingProblem(
      periods: value.periods, activities: activities, resources: limits.map(\.resource))
  }
}
