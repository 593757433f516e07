import Geometry
import Radio
import Siting
import Territory

/// Turns the engine's starts into a schedule for people.
struct ScheduleAssembly {
  let scheduler: RolloutScheduler
  let order: RolloutOrder
  let limits: [LimitExpansion.Limit]
  let stages: RolloutStages
  /// Nil where there was no schedule before.
  let replan: Replan?
  let moveShare: Double

  func schedule() throws(UserError) -> Schedule {
    // All of it in one problem, so that what stopped a package is looked for among all limits and packages.
    let rollout = try scheduler.problem(stages.packages, limits, fixed: [:])
    let starts = rollout.packages.map { stages.starts[$0.work.id] }
    let solution = ScheduleSolution(
      starts: starts, value: 0, bound: 0, end: .effort, prices: [], booked: [], evaluations: 0)
    let stopping = solution.stoppingLimits(rollout.problem)
    var scheduled: [ScheduledPackage] = []
    var left = order.left.map { UnscheduledPackage(package: $0.package, reason: $0.reason) }
    for (index, package) in rollout.packages.enumerated() {
      let stop = text(stopping[index], rollout)
      if let start = starts[index] {
        scheduled.append(
          entry(package, rollout.problem.activities[index].modes[start.mode], start, stop))
      } else {
        left.append(
          UnscheduledPackage(package: package.work, reason: .limit, stoppedBy: stop))
      }
    }
    scheduled.sort {
      ($0.start, $0.finish, $0.package.tier, $0.package.id)
        < ($1.start, $1.finish, $1.package.tier, $1.package.id)
    }
    var schedule = Schedule(
      limits: scheduler.limits, policy: scheduler.policy, weights: scheduler.weights,
      packages: scheduled, unscheduled: left.sorted { $0.package.id < $1.package.id },
      quarters: Ledger.accounts(
        of: scheduled, limits: scheduler.limits, budgets: scheduler.budgets))
    schedule.proof = proof
    schedule.starts = stages.starts
    schedule.limitAccounts = accounts(
      booked(rollout, starts), ofCampuses: booked(rollout, starts) { $0.purpose == .campus })
    schedule.moves = replan.map { replan in
      MoveFinder(assembly: self, rollout: rollout, solution: solution, replan: replan)
        .moves(value: schedule.proof?.value ?? 0)
    }
    return schedule
  }

  private func entry(
    _ package: RolloutPackage, _ mode: ActivityMode, _ start: ActivityStart, _ stop: String?
  ) -> ScheduledPackage {
    let first = scheduler.limits.from.advanced(by: start.period)
    var payments: [Payment] = []
    // The budget is the first limit, and all of a package's money counts against it.
    if let use = mode.uses.first(where: { $0.resources.contains(0) }) {
      for period in 0..<mode.durationPeriods {
        let yuan = use.quantity(period)
        if yuan > 0 { payments.append(Payment(quarter: first.advanced(by: period), yuan: yuan)) }
      }
    }
    return ScheduledPackage(
      package: package.work, start: first, finish: first.advanced(by: mode.durationPeriods - 1),
      payments: payments, mode: mode.name, stoppedBy: stop)
  }

  private func text(_ stop: StoppingLimit, _ rollout: RolloutProblem) -> String? {
    switch stop {
    case .nothing: return nil
    case .resource(let resource, let account, let missing):
      return shortage(resource, account, missing).text
    case .prerequisite(let activity): return "waits for \(rollout.packages[activity].work.id)"
    case .dates: return "no time left inside the horizon or before the deadline"
    case .value: return "worth less than nothing to the objective"
    }
  }

  /// A limit that is short, in the resource's own unit.
  func shortage(_ resource: Int, _ account: Int, _ missing: Int) -> LimitShortage {
    let limit = limits[resource]
    let period = limit.resource.accountOfPeriod.firstIndex(of: account) ?? 0
    return LimitShortage(
      limit: limit.resource.name, quarter: scheduler.limits.from.advanced(by: period),
      missing: Double(missing) / LimitExpansion.unit(limit.kind))
  }

  private var proof: ScheduleProof {
    ScheduleProof(
      objective: scheduler.objective,
      stages: zip(stages.solutions, stages.offsets).map { solution, offset in
        ScheduleProof.Stage(
          packages: solution.starts.count,
          value: solution.starts.isEmpty ? 0 : solution.value - offset,
          bound: solution.starts.isEmpty ? 0 : solution.bound - offset, end: solution.end,
          evaluations: solution.evaluations)
      })
  }

  /// What packages of some kind take, by limit and account.
  private func booked(
    _ rollout: RolloutProblem, _ starts: [ActivityStart?],
    _ isMeant: (WorkPackage) -> Bool = { _ in true }
  ) -> [[Int]] {
    var booked = limits.map { [Int](repeating: 0, count: $0.resource.capacity.count) }
    for (index, activity) in rollout.problem.activities.enumerated() {
      guard let start = starts[index], isMeant(rollout.packages[index].work) else { continue }
      let mode = activity.modes[start.mode]
      for use in mode.uses {
        ResourceAccounts.each(use, mode.durationPeriods, start.period, rollout.problem) {
          booked[$0][$1] += $2
        }
      }
    }
    return booked
  }

  /// Whether a hundredth of an account at least was free before a stage; what may be kept counts with what the
  /// accounts before have kept and those after need.
  private func isFree(
    _ limit: LimitExpansion.Limit, _ index: Int, _ account: Int, stage: Int
  ) -> Bool {
    guard stage > 0 else { return true }
    let capacity = limit.resource.capacity
    let booked = stages.solutions[stage - 1].booked[index]
    let cap = limit.resource.carryOverCap
    var kept = 0
    var free = Int.max
    for position in capacity.indices {
      let left = kept + capacity[position] - booked[position]
      if position == account || (position > account && cap > 0) { free = min(free, left) }
      kept = min(cap, max(0, left))
    }
    return Double(free) >= 0.01 * Double(capacity[account])
  }

  private func accounts(_ booked: [[Int]], ofCampuses: [[Int]]) -> [LimitAccount] {
    limits.indices.flatMap { index -> [LimitAccount] in
      let limit = limits[index]
      let unit = LimitExpansion.unit(limit.kind)
      var kept = 0
      return limit.resource.capacity.indices.map { account in
        let periods = limit.resource.accountOfPeriod
        let first = periods.firstIndex(of: account) ?? 0
        let last = periods.lastIndex(of: account) ?? first
        // The tier that feels a limit most, among those that found some of it: of what earlier ones have
        // used up any price is a bound, and so an absurd one too.
        let price =
          stages.solutions.indices.filter { isFree(limit, index, account, stage: $0) }
          .map { stages.solutions[$0].prices[index][account] }.max() ?? 0
        let carriedIn = kept
        let left = kept + limit.resource.capacity[account] - booked[index][account]
        kept = min(limit.resource.carryOverCap, max(0, left))
        return LimitAccount(
          limit: limit.resource.name, kind: limit.kind,
          part: limit.group?.rawValue ?? limit.province,
          from: scheduler.limits.from.advanced(by: first),
          until: scheduler.limits.from.advanced(by: last),
          amount: Double(limit.resource.capacity[account]) / unit,
          carriedIn: Double(carriedIn) / unit,
          used: Double(booked[index][account]) / unit,
          usedByCampuses: Double(ofCampuses[index][account]) / unit, price: price * unit)
      }
    }
  }
}
