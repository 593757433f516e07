import Territory
import Geometry
import Siting

/// Tiers solved one after the other.
struct RolloutStages {
  let order: RolloutOrder
  let packages: [RolloutPackage]
  /// What is settled so far.
  private(set) var starts: [String: ActivityStart] = [:]
  private(set) var solutions: [ScheduleSolution] = []
  /// What each solution's value and bound are above those with the cost of moves.
  private(set) var offsets: [Double] = []
  /// Of the last stage: all packages, with the limits' accounts.
  private(set) var last: RolloutProblem?
  private var allowed: Set<String> = []

  /// - Parameter committed: starts that are settled before all tiers.
  init(
    order: RolloutOrder, packages: [RolloutPackage], committed: [String: ActivityStart] = [:]
  ) {
    self.order = order
    self.packages = packages
    starts = committed
    // What happened, or is fixed, takes from the limits whatever its tier.
    allowed = Set(
      packages.filter {
        $0.history != nil || $0.startFixed != nil || committed[$0.work.id] != nil
      }.map(\.work.id))
  }

  /// Ids by tier: of each kind, with everything that they wait for; all at once where value decides. What comes first
  /// is in the first tier, whatever its kind.
  func tiers(_ policy: TierPolicy) -> [[String]] {
    guard policy == .strictTiers else { return [packages.map(\.work.id)] }
    var tier: [String: Int] = [:]
    let first = packages.map(\.work.tier).min() ?? 0
    for package in packages.reversed() {
      let kind = package.comesFirst ? first : package.work.tier
      let own = min(tier[package.work.id] ?? .max, kind)
      tier[package.work.id] = own
      for name in package.prerequisites {
        tier[name] = min(tier[name] ?? .max, own)
      }
    }
    let numbers = Set(tier.values).sorted()
    return numbers.map { number in
      packages.map(\.work.id).filter { tier[$0] == number }
    }
  }

  mutating func solve(
    _ tier: [String], _ scheduler: RolloutScheduler, _ limits: [LimitExpansion.Limit]
  ) throws(UserError) {
    allowed.formUnion(tier)
    let rollout = try scheduler.problem(packages, limits, fixed: starts, allowed: allowed)
    let solution = ScheduleSolver(
      effort: rollout.effort(scheduler.effort), threads: scheduler.threads
    ).solve(rollout.problem, near: rollout.wished)
    guard !solution.starts.isEmpty || rollout.packages.isEmpty else {
      throw try LimitConflict(
        scheduler: scheduler, packages: rollout.packages, fixed: starts, limits: limits
      ).error(limits, isProven: solution.end == .impossible)
    }
    for (package, start) in zip(rollout.packages, solution.starts) {
      if let start { starts[package.work.id] = start }
    }
    solutions.append(solution)
    offsets.append(rollout.offset)
    last = rollout
  }
}

extension RolloutProblem {
  /// The engine's values are larger than those with the cost of moves by the offset, at most by the greatest
  /// share of them; its gap is so much narrower.
  fileprivate func effort(_ effort: ScheduleEffort) -> ScheduleEffort {
    let share = packages.compactMap(\.prior?.moveShare).max() ?? 0
    guard share > 0 else { return effort }
    return ScheduleEffort(
      gap: effort.gap / (1 + share), evaluations: effort.evaluations, placements: effort.placements,
      seed: effort.seed)
  }
}
