import Coverage
import Geometry
import Scheduling
import Siting
import Territory
import Testing

/// Worlds whose schedule is known without a computer.
struct SchedulerTests {
  private func schedule(
    _ packages: [WorkPackage], quarters: Int, budgetYuan: Int, policy: TierPolicy = .strictTiers
  ) throws -> Schedule {
    try Scheduler(limits: limits(quarters: quarters, budgetYuan: budgetYuan), policy: policy)
      .schedule(packages)
  }

  @Test func nothingToDoCarriesEverything() throws {
    let schedule = try schedule([], quarters: 3, budgetYuan: 10)
    #expect(schedule.quarters.map(\.carriedOutYuan) == [10, 20, 30])
    #expect(schedule.quarters.map(\.carriedInYuan) == [0, 10, 20])
    #expect(schedule.packages.isEmpty)
  }

  @Test func largePackageIsPaidOverQuarters() throws {
    let schedule = try schedule(
      [package("a", costYuan: 25, stations: 4)], quarters: 4, budgetYuan: 10)
    let entry = try #require(schedule.packages.first)
    #expect(entry.payments.map(\.yuan) == [10, 10, 5])
    #expect(entry.start == Quarter("2021Q1"))
    #expect(entry.finish == Quarter("2021Q3"))
    #expect(schedule.quarters.map(\.stationsFinished) == [0, 0, 4, 0])
    #expect(schedule.quarters.map { $0.populationRaised[.deep] } == [0, 0, 1000, 0])
    #expect(schedule.quarters.map(\.carriedOutYuan) == [0, 0, 5, 15])
  }

  @Test func packageThatEndsWithTheMoneyEndsThatQuarter() throws {
    let schedule = try schedule(
      [package("a", costYuan: 10), package("b", costYuan: 10)], quarters: 2, budgetYuan: 10)
    #expect(schedule.packages.map(\.start.description) == ["2021Q1", "2021Q2"])
    #expect(schedule.packages.map(\.finish.description) == ["2021Q1", "2021Q2"])
    #expect(schedule.packages.allSatisfy { $0.payments.count == 1 })
  }

  @Test func tiersComeBeforeValue() throws {
    let packages = [
      package("town", kind: .townSeat, costYuan: 10, population: 90_000),
      package("county", kind: .countySeat, costYuan: 10, population: 9000),
      package("city", kind: .city, costYuan: 10, population: 9),
    ]
    let strict = try schedule(packages, quarters: 1, budgetYuan: 30)
    #expect(strict.packages.map(\.package.id) == ["city", "county", "town"])
    let open = try schedule(packages, quarters: 1, budgetYuan: 30, policy: .valueOnly)
    #expect(open.packages.map(\.package.id) == ["town", "county", "city"])
  }

  @Test func equalValueFallsToTheId() throws {
    let packages = ["c", "a", "b"].map { package($0, costYuan: 10) }
    let schedule = try schedule(packages, quarters: 1, budgetYuan: 30)
    #expect(schedule.packages.map(\.package.id) == ["a", "b", "c"])
  }

  @Test func followerWaitsForItsPrerequisite() throws {
    let packages = [
      package("a2", costYuan: 1, population: 1_000_000, after: "a1"),
      package("a1", costYuan: 10, population: 1), package("b", costYuan: 10, population: 500),
    ]
    let schedule = try schedule(packages, quarters: 3, budgetYuan: 10)
    #expect(schedule.packages.map(\.package.id) == ["b", "a1", "a2"])
    #expect(schedule.packages.map(\.start.description) == ["2021Q1", "2021Q2", "2021Q3"])
  }

  @Test func whatIsLeftOutSaysWhy() throws {
    let packages = [
      package("blocked", costYuan: 1, after: "barred"),
      package("barred", costYuan: 1, feasible: false),
      package("dear", costYuan: 21), package("later", costYuan: 1, after: "dear"),
      package("blocked-twice", costYuan: 1, after: "blocked"),
    ]
    let schedule = try schedule(packages, quarters: 2, budgetYuan: 10)
    #expect(schedule.packages.isEmpty)
    #expect(
      schedule.unscheduled.map { "\($0.package.id) \($0.reason.rawValue)" } == [
        "barred not-feasible", "blocked prerequisite", "blocked-twice prerequisite",
        "dear budget-exhausted", "later budget-exhausted",
      ])
  }

  /// A package that could not be finished is not begun; its money goes to those that can.
  @Test func doesNotBeginWhatItCannotFinish() throws {
    let packages = [
      package("dear", costYuan: 15, population: 1_000_000),
      package("small", kind: .townSeat, costYuan: 10, population: 1),
    ]
    let schedule = try schedule(packages, quarters: 1, budgetYuan: 10)
    #expect(schedule.packages.map(\.package.id) == ["small"])
  }

  @Test func freePackageNeedsNoMoney() throws {
    let packages = [
      package("a", costYuan: 10), package("free", kind: .townSeat, costYuan: 0, after: "a"),
    ]
    let schedule = try schedule(packages, quarters: 1, budgetYuan: 10)
    let free = try #require(schedule.packages.last)
    #expect(free.package.id == "free")
    #expect(free.payments.isEmpty)
    #expect(free.finish == Quarter("2021Q1"))
  }

  @Test func refusesContradictions() throws {
    let worlds: [(String, [WorkPackage])] = [
      ("DR-605", [package("a", costYuan: -1)]),
      ("DR-605", [package("a", costYuan: 1, priority: .nan)]),
      ("DR-605", [package("a", costYuan: 1, priority: 1.5)]),
      ("DR-606", [package("a", costYuan: 1), package("a", costYuan: 2)]),
      ("DR-607", [package("a", costYuan: 1, after: "z")]),
      ("DR-608", [package("a", costYuan: 1, after: "b"), package("b", costYuan: 1, after: "a")]),
    ]
    for (code, packages) in worlds {
      let error = #expect(throws: UserError.self) {
        _ = try schedule(packages, quarters: 1, budgetYuan: 1)
      }
      #expect(error?.code == code)
    }
  }
}
