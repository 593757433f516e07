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

  /// How a package is built.
  static let gridMode = "grid"
  static let savingMode = "energy-saving"
  static let modeNames = [gridMode, savingMode]

  /// What the engine's values are above those with the cost of moves.
  var offset: Double { moveCosts.reduce(0) { $0 + ($1?.leftOut ?? 0) } }

  /// - Throws: `DR-645` for a fixed start that the horizon does not hold, and the problem's own errors.
  init(
    _ ordered: [RolloutPackage], limits: [LimitExpansion.Limit], value: RolloutValue,
    steps: PackageSteps, fixed: [String: ActivityStart], allowed: Set<String>? = nil
  ) throws(UserError) {
    self.limits = limits
    var kept: [RolloutPackage] = []
    var activities: [ScheduleActivity] = []
    var moveCosts: [MoveCost?] = []
    var index: [String: Int] = [:]
    for package in ordered where allowed?.contains(package.work.id) ?? true {
      index[package.work.id] = kept.count
      kept.append(package)
      let builder = ActivityBuilder(package, limits, value, steps)
      let activity = try builder.activity(
        prerequisites: package.prerequisites.compactMap { index[$0] }.sorted(),
        fixed: fixed[package.work.id])
      let moveCost = MoveCost(package, activity, from: value.from)
      activities.append(moveCost?.applied(to: activity) ?? activity)
      moveCosts.append(moveCost)
    }
    packages = kept
    self.moveCosts = moveCosts
    wished =
      kept.contains { $0.prior?.span != nil }
      ? zip(kept, activities).map { $0.prior?.start(of: $1, from: value.from) } : []
    problem = try SchedulingProblem(
      periods: value.periods, activities: activities, resources: limits.map(\.resource))
  }
}

/// Makes one activity of one package.
struct ActivityBuilder {
  let package: RolloutPackage
  let limits: [LimitExpansion.Limit]
  let value: RolloutValue
  let steps: PackageSteps

  init(
    _ package: RolloutPackage, _ limits: [LimitExpansion.Limit], _ value: RolloutValue,
    _ steps: PackageSteps
  ) {
    self.package = package
    self.limits = limits.enumerated().filter { $0.element.covers(package) }.map(\.element)
    indices = limits.indices.filter { limits[$0].covers(package) }
    self.value = value
    self.steps = steps
  }

  /// Of the package's limits among all.
  let indices: [Int]

  private var work: WorkPackage { package.work }

  func activity(prerequisites: [Int], fixed: ActivityStart?) throws(UserError) -> ScheduleActivity {
    if let history = package.history {
      return try historic(history, prerequisites: prerequisites)
    }
    var modes: [ActivityMode] = []
    let paces = paces()
    for name in RolloutProblem.modeNames
    where package.modes.isEmpty || package.modes.contains(name) {
      guard name == RolloutProblem.gridMode || package.modes.contains(name) || isSavingWorthAsking
      else { continue }
      for pace in paces { modes.append(mode(name, pace)) }
    }
    var start = fixed
    if let quarter = package.startFixed {
      start = ActivityStart(mode: 0, period: quarter.index - value.from.index)
      let longest = value.periods - (start?.period ?? 0)
      guard let mode = modes.first, start?.period ?? -1 >= 0, mode.durationPeriods <= longest else {
        throw UserError(
          "DR-645", .badData, at: work.id, "its fixed start \(quarter) does not fit the horizon",
          remedy: "start the horizon earlier or end it later")
      }
    }
    return ScheduleActivity(
      id: work.id, prerequisites: prerequisites,
      earliestStart: max(0, (package.earliest?.index ?? 0) - value.from.index),
      latestFinish: package.deadline.map { $0.index - value.from.index } ?? .max,
      isMandatory: package.deadline != nil, fixed: start, modes: modes)
  }

  /// Whether a limit or the objective could make energy-saving features worth their price.
  private var isSavingWorthAsking: Bool {
    guard value.book.savingShare.value > 0, work.energyKilowattHoursPerYear > 0 else {
      return false
    }
    return value.objective == .carbon || value.objective == .cost
      || limits.contains { $0.kind.isPersistent }
  }

  /// Steps at the fastest pace the limits leave, at the fastest that their leanest quarter leaves, and at
  /// two that leave room for others.
  func paces() -> [PackageSteps.Plan] {
    var plans: [PackageSteps.Plan] = []
    let least = value.book.greatestShareOfLimit.value
    for (share, isLean) in [(1, false), (1, true), (least.squareRoot(), false), (least, false)] {
      let plan = steps.plan(
        work, buildQuarters: quarters(share, isLean) { $0 != .permits },
        permitQuarters: quarters(share, isLean) { $0 == .permits },
        quarters: package.durationQuarters)
      if !plans.contains(plan) { plans.append(plan) }
    }
    return plans
  }

  /// Quarters in which the limits of some kinds give what the package needs.
  private func quarters(_ share: Double, _ isLean: Bool, _ isMeant: (LimitedKind) -> Bool) -> Int {
    var quarters = 1.0
    for limit in limits where !limit.resource.isPersistent && isMeant(limit.kind) {
      let pace = (isLean ? limit.leanestQuarter : limit.meanQuarter) * share
      guard pace > 0 else { continue }
      quarters = max(quarters, Double(amount(limit.kind, saving: false)) / pace)
    }
    // Few lengths, as the relaxation prices packages of one length together.
    let length = Self.lengths.first { Double($0) >= quarters } ?? .max
    return max(1, min(value.periods, length))
  }

  private static let lengths = [1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 32, 40, 48, 64, 80, 96]

  private func amount(_ kind: LimitedKind, saving: Bool) -> Int {
    let whole =
      switch kind {
      case .capex: costYuan(saving)
      case .opex:
        (max(0, work.opexYuanPerYear - (saving ? savedYuan : 0)) + 3) / 4
      case .crewDays: work.crewDays
      case .equipment(nil), .stations: work.stations
      case .equipment(let band?): work.equipment[band] ?? 0
      case .energy: (energy(saving) + 3) / 4
      case .permits: work.newSites
      }
    return whole * Int(LimitExpansion.unit(kind))
  }

  private func costYuan(_ saving: Bool) -> Int {
    // What it really cost has everything in it.
    work.costYuan
      + (saving && package.history?.costYuan == nil
        ? Int((Double(work.stations) * value.book.savingYuanPerStation.value).rounded()) : 0)
  }

  private func energy(_ saving: Bool) -> Int {
    saving
      ? Int(
        (Double(work.energyKilowattHoursPerYear) * (1 - value.book.savingShare.value)).rounded())
      : work.energyKilowattHoursPerYear
  }

  private var savedYuan: Int {
    Int((Double(energy(false) - energy(true)) * value.yuanPerKilowattHour).rounded())
  }

  func mode(_ name: String, _ plan: PackageSteps.Plan) -> ActivityMode {
    let saving = name == RolloutProblem.savingMode
    // Limits of one kind are taken from together.
    var resources: [LimitedKind: [Int]] = [:]
    var kinds: [LimitedKind] = []
    for (index, limit) in zip(indices, limits) {
      if resources[limit.kind] == nil { kinds.append(limit.kind) }
      resources[limit.kind, default: []].append(index)
    }
    let uses = kinds.map { kind in
      ResourceUse(
        resources: resources[kind] ?? [], amount: amount(kind, saving: saving),
        shares: kind.isPersistent
          ? [] : kind == .permits ? plan.permitShares : plan.buildShares)
    }
    return ActivityMode(
      name: name, durationPeriods: plan.quarters, uses: uses.filter { $0.amount > 0 },
      valueByFinish: value.byFinish(
        package, costYuan: costYuan(saving), energy: energy(saving), payments: plan.buildShares))
  }
}
