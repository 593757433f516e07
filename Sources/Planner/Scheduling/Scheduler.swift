public import Geometry
public import Siting
import Territory

/// Puts work packages into quarters under a budget.
///
/// Money is paid to one package after the other, in this order:
/// 1. packages that cost nothing;
/// 2. under ``TierPolicy/strictTiers``, city before county seat before town seat;
/// 3. greater value for each yuan (``PackageValue``);
/// 4. smaller id.
///
/// A package is open when it is feasible and its prerequisite is finished; it may begin in the
/// quarter in which the prerequisite finishes. A package larger than what is left of a quarter's
/// money is continued in the next quarter before anything else, and its settlement's status rises
/// when it is fully paid. A package that all the money up to the schedule's end could not finish is
/// not begun, as its money would buy nothing inside the schedule. So money is carried over only
/// when no open package can still be paid for, every package that is begun is finished, and no
/// budget is ever exceeded. The time is O(n log n) in the number of packages.
public struct Scheduler: Sendable {
  /// Time and money.
  public let limits: ScheduleLimits
  /// How kinds of settlement compete.
  public let policy: TierPolicy
  /// What a rise to each status is worth.
  public let weights: StatusWeights

  /// A scheduler with the national plan's order unless told otherwise.
  public init(
    limits: ScheduleLimits, policy: TierPolicy = .strictTiers, weights: StatusWeights = .standard
  ) {
    self.limits = limits
    self.policy = policy
    self.weights = weights
  }

  /// The schedule of the packages; the same for every order in which they are given.
  ///
  /// - Throws: `DR-605` to `DR-608` when the packages contradict themselves (``PackageGraph``).
  public func schedule(_ packages: [WorkPackage]) throws(UserError) -> Schedule {
    let graph = try PackageGraph(ordered(packages))
    var ledger = Ledger(limits: limits)
    var open = MinimumHeap<Int>()
    for root in graph.roots where graph.packages[root].feasible { open.insert(root) }
    var scheduled: [ScheduledPackage] = []
    var isScheduled = [Bool](repeating: false, count: graph.packages.count)
    while let next = open.popMinimum() {
      let package = graph.packages[next]
      // The money only shrinks, so a package passed over once can never be afforded later.
      guard package.costYuan <= ledger.leftYuan else { continue }
      scheduled.append(ledger.pay(package))
      isScheduled[next] = true
      for follower in graph.followers[next] where graph.packages[follower].feasible {
        open.insert(follower)
      }
    }
    return Schedule(
      limits: limits, policy: policy, weights: weights, packages: scheduled,
      unscheduled: unscheduled(graph, isScheduled: isScheduled), quarters: ledger.closed())
  }

  /// The packages in order of preference, so that an index is a rank.
  private func ordered(_ packages: [WorkPackage]) throws(UserError) -> [WorkPackage] {
    for package in packages { try PackageGraph.check(package) }
    let strict = policy == .strictTiers
    let keyed = packages.map {
      (tier: strict ? $0.tier : 0, value: PackageValue(of: $0, weights: weights), package: $0)
    }
    return keyed.sorted { one, other in
      let oneIsFree = one.value.costYuan == 0
      if oneIsFree != (other.value.costYuan == 0) { return oneIsFree }
      if one.tier != other.tier { return one.tier < other.tier }
      if one.value.isGreater(than: other.value) { return true }
      if other.value.isGreater(than: one.value) { return false }
      return one.package.id < other.package.id
    }.map(\.package)
  }

  private func unscheduled(_ graph: PackageGraph, isScheduled: [Bool]) -> [UnscheduledPackage] {
    graph.packages.indices.filter { !isScheduled[$0] }.map { index in
      let package = graph.packages[index]
      let reason: UnscheduledReason =
        !package.feasible
        ? .notFeasible : graph.isBlocked[index] ? .prerequisite : .budgetExhausted
      return UnscheduledPackage(package: package, reason: reason)
    }.sorted { $0.package.id < $1.package.id }
  }
}
