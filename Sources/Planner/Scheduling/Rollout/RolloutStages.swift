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
  /// Of the last stage: all packages, with the limits' accounts.
  private(set) var last: RolloutProblem?
  private var allowed: Set<String> = []

  init(order: RolloutOrder, packages: [RolloutPackage]) {
    self.order = order
    self.packages = packages
  }

  /// Ids by tier: of each kind, with everything that they wait for; all at once where value decides.
  func tiers(_ policy: TierPolicy) -> [[String]] {
    guard policy == .strictTiers else { return [packages.map(\.work.id)] }
    var tier: [String: Int] = [:]
    for package in packages.reversed() {
      let own = min(tier[package.work.id] ?? .max, package.work.kind.tier)
      tier[package.work.id] = own
      for name in [package.work.prerequisite].compactMap({ $0 }) + package.furtherPrerequisites {
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
    let solution = ScheduleSolver(effort: scheduler.effort, threads: scheduler.threads)
      .solve(rollout.problem)
    guard !solution.starts.isEmpty || rollout.packages.isEmpty else {
      throw try LimitConflict(scheduler: scheduler, packages: rollout.packages, fixed: starts)
        .error(limits, isProven: solution.end == .impossible)
    }
    for (package, start) in zip(rollout.packages, solution.starts) {
      if let start { starts[package.work.id] = start }
    }
    solutions.append(solution)
    last = rollout
  }
}
