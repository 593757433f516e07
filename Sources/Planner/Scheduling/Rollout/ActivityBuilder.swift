import Geometry
import Siting
import Territory

/// Makes one activity of one package.
struct ActivityBuilder {
  let package: RolloutPackage
  let covering: CoveringLimits.Part
  let value: RolloutValue
  let steps: PackageSteps
  /// What it takes from the grid.
  private let grid: PowerUse
  /// What it is worth by its finish, where that does not depend on how it is built.
  private let service: [Double]?

  init(
    _ package: RolloutPackage, _ covering: CoveringLimits.Part, _ value: RolloutValue,
    _ steps: PackageSteps
  ) {
    self.package = package
    self.covering = covering
    self.value = value
    self.steps = steps
    grid = PowerUse(package, .grid, value)
    service = value.serviceByFinish(package.work)
  }

  private var work: WorkPackage { package.work }

  func activity(prerequisites: [Int], fixed: ActivityStart?) throws(UserError) -> ScheduleActivity {
    if let history = package.history {
      return try historic(history, prerequisites: prerequisites)
    }
    var modes: [ActivityMode] = []
    let paces = paces()
    for supply in try supplies() {
      for pace in paces { modes.append(mode(supply, pace)) }
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

  /// How the package may be powered: as it says, else from the grid and by whatever else of the book a limit or the
  /// objective could make worth its price.
  private func supplies() throws(UserError) -> [PowerSupply] {
    if package.supplies.isEmpty {
      return PowerSupply.allCases.filter {
        $0 == .grid || (isSavingWorthAsking && value.book.offers($0, to: work.kind))
      }
    }
    for supply in package.supplies where value.book.figures(supply) == nil {
      throw UserError(
        "DR-647", .badData, at: work.id,
        "its mode \(supply.rawValue) has no figures in the limits book",
        remedy: "give the book a section for it, or the package another mode")
    }
    return PowerSupply.allCases.filter(package.supplies.contains)
  }

  private var isSavingWorthAsking: Bool {
    guard work.energyKilowattHoursPerYear > 0 else { return false }
    return value.objective == .carbon || value.objective == .cost
      || covering.limits.contains { $0.kind.isPersistent }
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
    for limit in covering.limits where !limit.resource.isPersistent && isMeant(limit.kind) {
      let pace = (isLean ? limit.leanestQuarter : limit.meanQuarter) * share
      guard pace > 0 else { continue }
      quarters = max(quarters, Double(amount(limit.kind, grid)) / pace)
    }
    // Few lengths, as the relaxation prices packages of one length together.
    let length = Self.lengths.first { Double($0) >= quarters } ?? .max
    return max(1, min(value.periods, length))
  }

  private static let lengths = [1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 32, 40, 48, 64, 80, 96]

  private func amount(_ kind: LimitedKind, _ use: PowerUse) -> Int {
    let whole =
      switch kind {
      case .capex: use.costYuan
      case .opex: (use.opexYuanPerYear + 3) / 4
      case .crewDays: work.crewDays
      case .equipment(nil), .stations: work.stations
      case .equipment(let band?): work.equipment[band] ?? 0
      case .energy: (use.energyKilowattHoursPerYear + 3) / 4
      case .permits: work.newSites
      }
    return whole * Int(LimitExpansion.unit(kind))
  }

  func mode(_ supply: PowerSupply, _ plan: PackageSteps.Plan) -> ActivityMode {
    let power = PowerUse(package, supply, value)
    let uses = covering.kinds.map { kind, resources in
      ResourceUse(
        resources: resources, amount: amount(kind, power),
        shares: kind.isPersistent
          ? [] : kind == .permits ? plan.permitShares : plan.buildShares)
    }
    return ActivityMode(
      name: supply.rawValue, durationPeriods: plan.quarters,
      uses: uses.filter { $0.amount > 0 },
      valueByFinish: service
        ?? value.byFinish(package.work, power, payments: plan.buildShares))
  }
}
