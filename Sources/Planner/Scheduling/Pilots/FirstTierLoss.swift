import Geometry
import Territory

/// What pilots cost the first of strict tiers, proven: how much less the packages that are decided on first without
/// them can be worth at best once their dates hold.
///
/// With strict tiers the bound of the first one holds for every schedule, as no tier stands above it; those of the
/// others hold for the tiers above as they stand, so that nothing is proven of their losses. What pilots add to the
/// first tier must be built by its dates and is worth its least at least, which comes off the bound with them.
public struct FirstTierLoss: Hashable, Sendable {
  /// Between the two schedules that were found, in the objective's unit; 0 where the one with pilots is the better.
  public let found: Double
  /// The least that it can be.
  public let low: Double
  /// The most that it can be.
  public let high: Double

  /// - Parameters:
  ///   - without: worth of the first tier in the schedule without the pilots, with its bound.
  ///   - with: worth of the same packages in the schedule with them.
  ///   - withBound: bound of the first tier with them, what they add to it among it.
  ///   - least: the least that what they add can be worth.
  init(without: (value: Double, bound: Double), with: Double, withBound: Double, least: Double) {
    // Every schedule with the dates is one without them.
    found = max(0, without.value - with)
    low = max(0, without.value - (withBound - least))
    high = max(0, without.bound - with)
  }
}

extension RolloutScheduler {
  /// What a schedule's first tier loses to the dates of pilots; nil without strict tiers, where one tier decides on all,
  /// and where the pilots' first tier is another than the plan's.
  ///
  /// - Parameters:
  ///   - bare: the schedule of the packages without pilots.
  ///   - schedule: that of those with them.
  func firstTierLoss(
    from bare: Schedule, _ plain: [RolloutPackage], to schedule: Schedule,
    _ serving: [RolloutPackage]
  ) throws(UserError) -> FirstTierLoss? {
    guard policy == .strictTiers, objective != .earliest, let without = bare.proof,
      let with = schedule.proof, max(without.stages.count, with.stages.count) > 1,
      let first = without.stages.first, let withFirst = with.stages.first
    else { return nil }
    let (own, all) = (try firstTier(plain), try firstTier(serving))
    guard own.ids.isSubset(of: all.ids) else { return nil }
    var least = 0.0
    let added = all.ids.subtracting(own.ids)
    for activity in try problem(all.packages, allLimits, allowed: added).problem.activities {
      let last = max(0, min(activity.latestFinish, limits.quarterCount - 1))
      let values = activity.modes.flatMap { $0.valueByFinish.prefix(last + 1) }
      least += values.min() ?? 0
    }
    return FirstTierLoss(
      without: (try worth(bare, own), first.bound),
      with: try worth(schedule, (own.ids, all.packages)), withBound: withFirst.bound, least: least)
  }

  /// Ids of the packages that are decided on first, with all packages in order.
  private func firstTier(
    _ packages: [RolloutPackage]
  ) throws(UserError) -> (ids: Set<String>, packages: [RolloutPackage]) {
    let order = try RolloutOrder(packages)
    let unpriced = order.packages.map { package in
      var package = package
      package.prior = nil
      return package
    }
    let stages = RolloutStages(order: order, packages: unpriced)
    return (Set(stages.tiers(policy).first ?? []), unpriced)
  }

  private func worth(
    _ schedule: Schedule, _ tier: (ids: Set<String>, packages: [RolloutPackage])
  ) throws(UserError) -> Double {
    var sum = CompensatedSum()
    let problem = try problem(tier.packages, allLimits, allowed: tier.ids).problem
    for activity in problem.activities {
      guard let start = schedule.starts[activity.id], activity.modes.indices.contains(start.mode)
      else { continue }
      let mode = activity.modes[start.mode]
      sum.add(mode.valueByFinish[start.period + mode.durationPeriods - 1])
    }
    return sum.value
  }
}
