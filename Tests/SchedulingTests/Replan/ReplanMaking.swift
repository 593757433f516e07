import Geometry
import Scheduling
import Siting
import Territory

/// A rollout of which only what matters is given, and its planning anew.
struct ReplanMaking {
  var making = BookMaking()
  var quarters = 8
  var budgetYuan = 1000
  var policy = TierPolicy.valueOnly
  var objective = RolloutObjective.service
  var threads = 1
  var packages: [RolloutPackage] = []
  var asOf = 2
  var committedQuarters = 2
  var moveCost: Double? = 0.5
  /// Rows behind the header `id,started,finished,mode,cost_yuan`.
  var happened: [String] = []

  /// The quarter of a number, 1 for the horizon's first.
  static func quarter(_ number: Int) -> Quarter {
    Quarter(year: 2021, quarter: 1).advanced(by: number - 1)
  }

  /// A package that takes a quarter unless told otherwise.
  mutating func add(
    _ id: String, costYuan: Int, population: Int = 1000, after: String? = nil, earliest: Int? = nil,
    quarters: Int = 1, deadline: Int? = nil, kind: SettlementKind = .city
  ) {
    var one = RolloutPackage(
      package(id, kind: kind, costYuan: costYuan, population: population, after: after))
    one.earliest = earliest.map(Self.quarter)
    one.deadline = deadline.map(Self.quarter)
    one.durationQuarters = quarters
    packages.append(one)
  }

  /// A row of what has happened.
  mutating func happen(
    _ id: String, _ started: Int, _ finished: Int? = nil, costYuan: Int? = nil
  ) {
    let finish = finished.map { "\(Self.quarter($0))" } ?? ""
    happened.append(
      "\(id),\(Self.quarter(started)),\(finish),,\(costYuan.map { "\($0)" } ?? "")")
  }

  /// A chain and two that have nothing to do with it.
  static func chain() -> ReplanMaking {
    var world = ReplanMaking()
    world.add("a", costYuan: 10)
    world.add("b", costYuan: 10, after: "a")
    world.add("c", costYuan: 10, after: "b")
    world.add("d", costYuan: 10)
    world.add("e", costYuan: 10, earliest: 4)
    return world
  }

  func scheduler(budgetYuan: Int? = nil) throws -> RolloutScheduler {
    let common = try making.scheduler(
      quarters: quarters, budgetYuan: budgetYuan ?? self.budgetYuan, policy: policy)
    return RolloutScheduler(
      limits: common.limits, book: common.book, policy: policy, objective: objective,
      shares: common.shares, rates: common.rates,
      effort: ScheduleEffort(gap: 0, evaluations: 200, placements: 10000), threads: threads)
  }

  func actuals() throws -> RolloutActuals {
    let text = (["id,started,finished,mode,cost_yuan"] + happened).joined(separator: "\n")
    return try RolloutActuals(name: "done.csv", bytes: Array(text.utf8))
  }

  func replan(of before: Schedule) throws -> Replan {
    try Replan(
      asOf: Self.quarter(asOf), committedQuarters: committedQuarters, moveCost: moveCost,
      actuals: actuals(), previous: PreviousSchedule(before))
  }

  /// The schedule before.
  func before() throws -> Schedule { try scheduler().schedule(packages) }

  /// The schedule after.
  func after(_ before: Schedule, budgetYuan: Int? = nil) throws -> Schedule {
    try scheduler(budgetYuan: budgetYuan).schedule(packages, replan: replan(of: before))
  }
}

extension Schedule {
  /// First and last quarter of a package as numbers, 1 for the horizon's first; nil where it is left out.
  func place(_ id: String) -> [Int]? {
    packages.first { $0.package.id == id }.map {
      [$0.start.index - limits.from.index + 1, $0.finish.index - limits.from.index + 1]
    }
  }

  /// What became of a package.
  func move(_ id: String) -> ScheduleMove? { moves?.moves.first { $0.id == id } }
}
