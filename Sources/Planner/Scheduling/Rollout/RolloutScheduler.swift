public import Geometry
import Siting
import Territory

/// Schedules work packages under all limits of a book, and proves how close to the best it is.
///
/// With strict tiers the kinds of settlement are scheduled one after the other, each with what the ones
/// before leave: the bound of a tier holds for the tiers above as they stand.
public struct RolloutScheduler: Sendable {
  /// Horizon and money.
  public let limits: ScheduleLimits
  /// Other limits, durations and weights.
  public let book: LimitBook
  /// How kinds of settlement compete.
  public let policy: TierPolicy
  /// What rises are worth.
  public let weights: StatusWeights
  /// What the schedule is best in.
  public let objective: RolloutObjective
  /// Whose residents the book's amounts are for.
  public let shares: ResidentShares
  /// What the packages' demand and electricity come to.
  public let rates: RolloutRates
  /// When to stop.
  public let effort: ScheduleEffort
  /// Threads; the result does not depend on it.
  public let threads: Int

  /// A scheduler.
  public init(
    limits: ScheduleLimits, book: LimitBook, policy: TierPolicy = .strictTiers,
    weights: StatusWeights = .standard, objective: RolloutObjective = .service,
    shares: ResidentShares, rates: RolloutRates, effort: ScheduleEffort = ScheduleEffort(),
    threads: Int = 1
  ) {
    self.limits = limits
    self.book = book
    self.policy = policy
    self.weights = weights
    self.objective = objective
    self.shares = shares
    self.rates = rates
    self.effort = effort
    self.threads = threads
  }

  /// Name of the limit that `--budget` and the published investment make.
  public static let budgetName = "budget"

  /// Schedules packages.
  ///
  /// - Throws: `DR-605` to `DR-608` as ``PackageGraph`` does; `DR-645` for a fixed start outside the
  ///   horizon; `DR-646` when what has a deadline does not fit the limits, with the limits in conflict;
  ///   `DR-670` to `DR-674` for a replanning that contradicts the packages or the horizon.
  public func schedule(
    _ packages: [RolloutPackage], replan: Replan? = nil
  ) throws(UserError) -> Schedule {
    let moveShare = moveShare(replan)
    let order = try RolloutOrder(known(packages, replan))
    let all = allLimits
    var dated = order.packages
    var committed: [String: ActivityStart] = [:]
    if replan != nil {
      dated = try withoutMissedDates(dated, all)
      committed = try CommittedStage(scheduler: self, limits: all).starts(dated)
      dated = try withoutMissedDates(dated, all, fixed: committed)
    }
    if objective == .earliest { dated = try earliest(dated, all, fixed: committed) }
    var stages = RolloutStages(order: order, packages: dated, committed: committed)
    for tier in stages.tiers(policy) {
      try stages.solve(tier, self, all)
    }
    return try ScheduleAssembly(
      scheduler: self, order: order, limits: all, stages: stages, replan: replan,
      moveShare: moveShare
    ).schedule()
  }

  /// The money, the limits of the book, and what they keep for some provinces.
  var allLimits: [LimitExpansion.Limit] {
    let expansion = LimitExpansion(
      from: limits.from, periods: limits.quarterCount, shares: shares)
    let whole = [budget()] + expansion.limits(book.limits)
    return whole + expansion.reserved(book.minimumShares ?? [], of: whole)
  }

  /// Packages as they stand once what has happened is laid over them.
  func known(
    _ packages: [RolloutPackage], _ replan: Replan?
  ) throws(UserError) -> [RolloutPackage] {
    try replan?.packages(packages, in: limits, moveShare: moveShare(replan)) ?? packages
  }

  private func moveShare(_ replan: Replan?) -> Double {
    replan?.moveCost ?? book.moveCost?.value ?? LimitBook.usualMoveCost
  }

  func problem(
    _ packages: [RolloutPackage], _ limits: [LimitExpansion.Limit],
    fixed: [String: ActivityStart] = [:], allowed: Set<String>? = nil,
    objective: RolloutObjective? = nil
  ) throws(UserError) -> RolloutProblem {
    let value = RolloutValue(
      objective: objective ?? self.objective, from: self.limits.from,
      periods: self.limits.quarterCount, weights: weights, book: book,
      yuanPerKilowattHour: rates.yuanPerKilowattHour,
      kilogramsPerKilowattHour: rates.kilogramsPerKilowattHour,
      demandGrowth: rates.demandGrowth(self.limits.quarterCount), leadBand: rates.leadBand)
    return try RolloutProblem(
      packages, limits: limits, value: value, steps: PackageSteps(durations: book.durations),
      fixed: fixed, allowed: allowed, threads: threads)
  }

  /// New money of each quarter, whole yuan: the same, or by the book's weights of the years.
  var budgets: [Int] {
    let periods = limits.quarterCount
    guard let weights = book.budgetWeights, let last = weights.last else {
      return [Int](repeating: limits.budgetYuanPerQuarter, count: periods)
    }
    let own = (0..<periods).map { $0 / 4 < weights.count ? weights[$0 / 4] : last }
    let all = own.reduce(0, +)
    var sum = 0.0
    var spread = 0
    return own.map { weight in
      sum += weight
      let until = Int((Double(limits.totalBudgetYuan) * sum / all).rounded())
      defer { spread = until }
      return until - spread
    }
  }

  /// The money of every quarter, all of which may be kept.
  func budget() -> LimitExpansion.Limit {
    let periods = limits.quarterCount
    return LimitExpansion.Limit(
      resource: LimitedResource(
        name: Self.budgetName, accountOfPeriod: Array(0..<periods),
        capacity: budgets,
        carryOverCap: .max),
      kind: .capex, province: nil, group: nil, ruleName: Self.budgetName)
  }

  /// Packages with the earliest common deadline that the limits are found to allow.
  private func earliest(
    _ packages: [RolloutPackage], _ limits: [LimitExpansion.Limit],
    fixed: [String: ActivityStart]
  ) throws(UserError) -> [RolloutPackage] {
    var low = 0
    var high = self.limits.quarterCount
    var found: [RolloutPackage]?
    while low < high {
      let middle = (low + high) / 2
      let dated = packages.due(by: self.limits.from.advanced(by: middle))
      let solution = ScheduleSolver(effort: effort, threads: threads).solve(
        try problem(dated, limits, fixed: fixed, objective: .service).problem)
      if solution.starts.isEmpty {
        low = middle + 1
      } else {
        found = dated
        high = middle
      }
    }
    return found ?? packages
  }
}

/// What money, carbon and demand of a schedule hang on beside the limits.
public struct RolloutRates: Hashable, Sendable {
  /// Price of electricity.
  public let yuanPerKilowattHour: Double
  /// Carbon of the country's grid.
  public let kilogramsPerKilowattHour: Double
  /// Busy-hour demand at the end of each quarter over the first's; the last holds on. Empty for no growth.
  public let demand: [Double]
  /// Band of the lead ratio.
  public let leadBand: ClosedRange<Double>

  /// Rates.
  public init(
    yuanPerKilowattHour: Double, kilogramsPerKilowattHour: Double, demand: [Double],
    leadBand: ClosedRange<Double>
  ) {
    self.yuanPerKilowattHour = yuanPerKilowattHour
    self.kilogramsPerKilowattHour = kilogramsPerKilowattHour
    self.demand = demand
    self.leadBand = leadBand
  }

  func demandGrowth(_ periods: Int) -> [Double] {
    (0..<periods).map { demand.isEmpty ? 1 : demand[min($0, demand.count - 1)] }
  }
}
