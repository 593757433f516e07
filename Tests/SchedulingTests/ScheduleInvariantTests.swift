import Coverage
import Geometry
import Scheduling
import Siting
import Territory
import TestSupport
import Testing

/// What must hold of every schedule, over many random worlds.
struct ScheduleInvariantTests {
  private func withEverySchedule(_ check: (Schedule, RandomWorld, UInt64) throws -> Void) throws {
    for seed in 0..<400 as Range<UInt64> {
      let world = try RandomWorld(seed: seed)
      for policy in TierPolicy.allCases {
        let schedule = try Scheduler(limits: world.limits, policy: policy).schedule(world.packages)
        try check(schedule, world, seed)
      }
    }
  }

  @Test func moneyAddsUpInEveryQuarter() throws {
    try withEverySchedule { schedule, world, seed in
      #expect(schedule.quarters.map(\.quarter) == world.limits.quarters, "seed \(seed)")
      var carried = 0
      for account in schedule.quarters {
        let paid = schedule.packages.flatMap(\.payments).filter { $0.quarter == account.quarter }
          .reduce(0) { $0 + $1.yuan }
        #expect(account.spentYuan == paid, "seed \(seed)")
        #expect(account.carriedInYuan == carried, "seed \(seed)")
        #expect(paid <= world.limits.budgetYuanPerQuarter + carried, "seed \(seed)")
        carried += world.limits.budgetYuanPerQuarter - paid
        #expect(account.carriedOutYuan == carried, "seed \(seed)")
      }
    }
  }

  @Test func everyPackageIsPaidOnceAndWhole() throws {
    try withEverySchedule { schedule, world, seed in
      for entry in schedule.packages {
        #expect(entry.payments.reduce(0) { $0 + $1.yuan } == entry.package.costYuan, "seed \(seed)")
        #expect(entry.payments.allSatisfy { $0.yuan > 0 }, "seed \(seed)")
        let times = entry.payments.map(\.quarter.index)
        #expect(times == times.indices.map { entry.start.index + $0 }, "seed \(seed)")
        #expect(times.isEmpty || times.last == entry.finish.index, "seed \(seed)")
      }
      let ids = schedule.packages.map(\.package.id) + schedule.unscheduled.map(\.package.id)
      #expect(ids.sorted() == world.packages.map(\.id).sorted(), "seed \(seed)")
    }
  }

  @Test func prerequisitesFinishBeforeAndGatesHold() throws {
    try withEverySchedule { schedule, _, seed in
      var finished: [String: Quarter] = [:]
      for entry in schedule.packages {
        #expect(entry.package.feasible, "seed \(seed)")
        if let name = entry.package.prerequisite {
          let before = try #require(finished[name], "seed \(seed)")
          #expect(before <= entry.start, "seed \(seed)")
        }
        finished[entry.package.id] = entry.finish
      }
    }
  }

  @Test func quartersCountWhatFinishesInThem() throws {
    try withEverySchedule { schedule, _, seed in
      for account in schedule.quarters {
        let done = schedule.packages.filter { $0.finish == account.quarter }.map(\.package)
        #expect(account.finishedPackages == done.map(\.id), "seed \(seed)")
        #expect(account.stationsFinished == done.reduce(0) { $0 + $1.stations }, "seed \(seed)")
        for status in CoverageStatus.allCases {
          let people = done.filter { $0.to == status }.reduce(0) { $0 + $1.populationServed }
          #expect(account.populationRaised[status] == people, "seed \(seed)")
        }
      }
    }
  }

  /// Money is left at a quarter's end only if no package could still be built with all that is left.
  @Test func moneyIsNotLeftIdle() throws {
    try withEverySchedule { schedule, world, seed in
      let done = Set(schedule.packages.map(\.package.id))
      let left = world.limits.totalBudgetYuan - schedule.spentYuan
      for entry in schedule.unscheduled where entry.package.feasible {
        let isOpen = entry.package.prerequisite.map(done.contains) ?? true
        #expect(!isOpen || entry.package.costYuan > left, "seed \(seed)")
        #expect((entry.reason == .budgetExhausted) || !isOpen, "seed \(seed)")
      }
      if let last = schedule.packages.flatMap(\.payments).map(\.quarter).max() {
        for account in schedule.quarters where account.quarter < last {
          #expect(account.carriedOutYuan == 0, "seed \(seed)")
        }
      }
    }
  }

  /// When a package of a lower tier begins, no package of a tier above is open and affordable.
  @Test func lowerTiersTakeOnlyWhatIsLeft() throws {
    for seed in 0..<400 as Range<UInt64> {
      let world = try RandomWorld(seed: seed)
      let schedule = try Scheduler(limits: world.limits).schedule(world.packages)
      var left = world.limits.totalBudgetYuan
      var begun: Set<String> = []
      for entry in schedule.packages {
        for other in world.packages
        where other.feasible && !begun.contains(other.id) && other.kind < entry.package.kind
          && other.costYuan <= left && entry.package.costYuan > 0
        {
          let isOpen = other.prerequisite.map(begun.contains) ?? true
          #expect(!isOpen, "seed \(seed): \(entry.package.id) began before \(other.id)")
        }
        begun.insert(entry.package.id)
        left -= entry.package.costYuan
      }
    }
  }

  @Test func orderOfInputDoesNotMatter() throws {
    for seed in 0..<100 as Range<UInt64> {
      let world = try RandomWorld(seed: seed)
      let scheduler = Scheduler(limits: world.limits)
      var generator = SeededGenerator(seed: seed + 1000)
      let shuffled = world.packages.shuffled(using: &generator)
      #expect(
        try scheduler.schedule(world.packages) == scheduler.schedule(shuffled), "seed \(seed)")
    }
  }
}
