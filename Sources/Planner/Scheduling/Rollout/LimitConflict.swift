import Territory
import Geometry
import Siting

/// Which limits keep what has a deadline from being built in time, and by how much each must give.
struct LimitConflict {
  let scheduler: RolloutScheduler
  let packages: [RolloutPackage]
  /// What is settled, by id.
  private let settled: [String: Settled]

  /// How something is built already: its mode under all limits, as fewer limits leave other modes.
  private struct Settled {
    let mode: ActivityMode
    let period: Int
  }

  init(
    scheduler: RolloutScheduler, packages: [RolloutPackage], fixed: [String: ActivityStart],
    limits: [LimitExpansion.Limit]
  ) throws(UserError) {
    self.scheduler = scheduler
    self.packages = packages
    let whole = try scheduler.problem(packages, limits, fixed: fixed).problem
    var settled: [String: Settled] = [:]
    for activity in whole.activities {
      guard let start = fixed[activity.id] else { continue }
      settled[activity.id] = Settled(mode: activity.modes[start.mode], period: start.period)
    }
    self.settled = settled
  }

  /// The error that says so.
  func error(_ limits: [LimitExpansion.Limit], isProven: Bool) throws(UserError) -> UserError {
    let dated = packages.filter { $0.deadline != nil }
    let first = dated.min {
      ($0.deadline?.index ?? 0, $0.work.id) < ($1.deadline?.index ?? 0, $1.work.id)
    }
    let place = first.map { "\($0.work.id) and \(dated.count - 1) others" } ?? "deadlines"
    guard isProven else {
      return UserError(
        "DR-646", .badData, at: place,
        "no schedule was found that keeps all deadlines; none was shown impossible either",
        remedy: "ask for more --schedule-effort, or give later deadlines")
    }
    let conflict = try smallest(limits)
    guard !conflict.isEmpty else {
      return UserError(
        "DR-646", .badData, at: place,
        "durations and what must come before leave no time for all deadlines, whatever the limits",
        remedy: "give later deadlines, or start earlier")
    }
    var words: [String] = []
    for index in conflict {
      let factor = try relief(index, among: conflict, limits)
      words.append(
        factor.map {
          "\(limits[index].resource.name) must give \(Self.percent($0 - 1)) more at least"
        }
          ?? "\(limits[index].resource.name) alone cannot give enough")
    }
    return UserError(
      "DR-646", .badData, at: place,
      "the deadlines cannot all be kept under: \(words.joined(separator: "; "))",
      remedy: "raise one of these limits by what it must give, or give later deadlines")
  }

  private static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded(.up))
    return "\(tenths / 10).\(tenths % 10) %"
  }

  /// A set of limits that is proven to conflict and of which none can be spared: one alone where one is
  /// enough, else by taking out one after the other.
  private func smallest(_ limits: [LimitExpansion.Limit]) throws(UserError) -> [Int] {
    if try isImpossible([], limits) { return [] }
    for index in limits.indices where try isImpossible([index], limits) { return [index] }
    var kept = Array(limits.indices)
    for index in limits.indices {
      let rest = kept.filter { $0 != index }
      if try isImpossible(rest, limits) { kept = rest }
    }
    return kept
  }

  /// The least factor on one limit with which the conflict is no longer proven; nil when none up to 1000 is.
  private func relief(
    _ index: Int, among conflict: [Int], _ limits: [LimitExpansion.Limit]
  ) throws(UserError) -> Double? {
    var low = 1.0
    var high = 2.0
    while try isImpossible(conflict, limits, scaling: index, by: high) {
      low = high
      high *= 2
      if high > 1000 { return nil }
    }
    for _ in 0..<12 {
      let middle = (low + high) / 2
      if try isImpossible(conflict, limits, scaling: index, by: middle) {
        low = middle
      } else {
        high = middle
      }
    }
    return high
  }

  private func isImpossible(
    _ kept: [Int], _ limits: [LimitExpansion.Limit], scaling scaled: Int? = nil,
    by factor: Double = 1
  ) throws(UserError) -> Bool {
    let own = kept.map { index in
      index == scaled ? limits[index].scaled(by: factor) : limits[index]
    }
    let free = try scheduler.problem(packages, own).problem
    let problem = try SchedulingProblem(
      periods: free.periods,
      activities: free.activities.map { activity in
        settled[activity.id].map { activity.settled($0.mode, $0.period, keeping: kept) } ?? activity
      }, resources: free.resources)
    return ScheduleSolver(effort: scheduler.effort, threads: scheduler.threads)
      .isImpossible(problem)
  }
}

extension ScheduleActivity {
  /// The activity with no choice but one, which takes from some of all limits.
  fileprivate func settled(
    _ mode: ActivityMode, _ period: Int, keeping limits: [Int]
  ) -> ScheduleActivity {
    let uses = mode.uses.compactMap { use -> ResourceUse? in
      let resources = use.resources.compactMap { limits.firstIndex(of: $0) }
      return resources.isEmpty
        ? nil : ResourceUse(resources: resources, amount: use.amount, shares: use.shares)
    }
    return ScheduleActivity(
      id: id, prerequisites: prerequisites, earliestStart: earliestStart,
      latestFinish: latestFinish, isMandatory: isMandatory,
      fixed: ActivityStart(mode: 0, period: period),
      modes: [
        ActivityMode(
          name: mode.name, durationPeriods: mode.durationPeriods, uses: uses,
          valueByFinish: mode.valueByFinish)
      ])
  }
}

extension LimitExpansion.Limit {
  func scaled(by factor: Double) -> LimitExpansion.Limit {
    LimitExpansion.Limit(
      resource: LimitedResource(
        name: resource.name, accountOfPeriod: resource.accountOfPeriod,
        capacity: resource.capacity.map { Int((Double($0) * factor).rounded()) },
        carryOverCap: resource.carryOverCap, isPersistent: resource.isPersistent),
      kind: kind, province: province, group: group, except: except, ruleName: ruleName)
  }
}

extension ScheduleSolver {
  /// Whether what is mandatory is proven not to fit: a point for each that is done in time, and a bound on
  /// the points that is less than their number.
  func isImpossible(_ problem: SchedulingProblem) -> Bool {
    let points = Double(problem.activities.count { $0.isMandatory })
    let relaxed = problem.activities.map { activity in
      ScheduleActivity(
        id: activity.id, prerequisites: activity.prerequisites,
        earliestStart: activity.earliestStart, latestFinish: activity.latestFinish,
        fixed: activity.fixed,
        modes: activity.modes.map { mode in
          ActivityMode(
            name: mode.name, durationPeriods: mode.durationPeriods, uses: mode.uses,
            valueByFinish: mode.valueByFinish.map { _ in activity.isMandatory ? 1 : 0 })
        })
    }
    guard
      let bare = try? SchedulingProblem(
        periods: problem.periods, activities: relaxed, resources: problem.resources)
    else { return false }
    let enough = points - 1e-6 * max(1, points)
    var ascent = DualAscent(ScheduleDual(ScheduleModel(bare), threads: threads))
    ascent.run(evaluations: effort.evaluations, until: enough)
    return ascent.best.bound < enough
  }
}
