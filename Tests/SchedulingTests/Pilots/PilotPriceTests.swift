import Coverage
import Geometry
import Radio
import Scheduling
import Siting
import TestSupport
import Territory
import Testing

/// What the dates of pilots cost, in worlds where that is known: every quarter pays for one package.
@Suite struct PilotPriceTests {
  /// Without the date the larger place comes first; with it the smaller one does, and the larger waits a quarter.
  @Test func aDateCostsWhatItMakesWait() throws {
    let packages = [
      PilotMaking.rollout("small", people: 1000), PilotMaking.rollout("large", people: 3000),
    ]
    let scheduler = try PilotMaking.scheduler(quarters: 2)
    let task = try PilotMaking.tasks(packages).task(
      PilotMaking.pilot("p", at: "small", by: 0), at: PilotMaking.site("small"))
    #expect(task.needed == ["small/mobile/deep"] && task.own == nil)
    let piloted = try PilotSchedule([task], among: packages, by: scheduler)
    let result = try piloted.result(PilotMaking.book())
    // 3 for deep coverage: 9000 wait a quarter, 3000 do not.
    let price = try #require(result.price)
    #expect(abs(price.found - 6000) < 1e-6 && price.isProven)
    #expect(price.low <= 6000 + 1e-6 && 6000 - 1e-6 <= price.high && price.low >= 0)
    #expect(result.outcomes.map(\.price) == [price])
    #expect(result.outcomes.map(\.state) == [.planned])
    #expect(result.outcomes.first?.quarter == PilotMaking.first)
    #expect(result.displaced.map(\.package) == ["large/mobile/deep"])
    #expect(result.displaced.first?.now == PilotMaking.quarter(1).index)
    #expect(abs((result.displaced.first?.lost ?? 0) - 9000) < 1e-6)
  }

  /// Work that serves nobody takes one quarter's money: all that comes after waits a quarter, and the last falls out.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func workOfItsOwnCostsExactlyWhatItDisplaces(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let quarters = Int.random(in: 1...6, using: &random)
    let count = quarters + Int.random(in: 0...2, using: &random)
    let due = Int.random(in: 0..<quarters, using: &random)
    let people = (0..<count).map { _ in Int.random(in: 1...50, using: &random) * 100 }
    let packages = people.enumerated().map { PilotMaking.rollout("s\($0)", people: $1) }
    // It has the status already; only its own work is left.
    let tasks = try PilotMaking.tasks(
      packages, quarters: quarters, statuses: [PilotTasks.Place("met", .mobile): .deep])
    let task = try tasks.task(
      PilotMaking.pilot("p", at: "met", by: due, work: PilotWork(stations: 1, costYuan: 100)),
      at: PilotMaking.site("met"))
    #expect(task.needed.isEmpty && task.own?.id == "pilot/p" && task.own?.prerequisite == nil)
    let scheduler = try PilotMaking.scheduler(quarters: quarters)
    let piloted = try PilotSchedule([task], among: packages, by: scheduler)
    let result = try piloted.result(PilotMaking.book())
    let sorted = people.sorted(by: >)
    let expected = (due..<quarters).reduce(0.0) {
      $0 + Double(sorted[$1]) * 3 * PilotMaking.discount($1)
    }
    let price = try #require(result.price)
    #expect(abs(price.found - expected) < 1e-6 * max(1, expected), "\(price), \(expected)")
    #expect(price.low <= expected + 1e-6 && expected - 1e-6 <= price.high && price.isProven)
    #expect(result.outcomes.first?.quarter == PilotMaking.quarter(due))
    let lost = result.displaced.reduce(0) { $0 + $1.lost }
    #expect(lost >= expected - 1e-6 && (result.displaced.isEmpty || lost > 0))
  }

  /// Two works in one world: each alone costs what it displaces with the other in its place.
  @Test func eachAloneIsPricedBesideTheOthers() throws {
    let packages = (0..<3).map { PilotMaking.rollout("s\($0)", people: 1000 * (3 - $0)) }
    let tasks = try PilotMaking.tasks(
      packages, quarters: 3, statuses: [PilotTasks.Place("met", .mobile): .deep])
    let work = PilotWork(stations: 1, costYuan: 100)
    let both = try [("early", 0), ("late", 2)].map { id, due in
      try tasks.task(
        PilotMaking.pilot(id, at: "met", by: due, work: work), at: PilotMaking.site("met"))
    }
    let scheduler = try PilotMaking.scheduler(quarters: 3)
    let result = try PilotSchedule(both, among: packages, by: scheduler).result(PilotMaking.book())
    let d = (0..<3).map(PilotMaking.discount)
    let without = 9000 * (d[0] + d[1] + d[2]) + 6000 * (d[1] + d[2]) + 3000 * d[2]
    let with = 9000 * (d[1] + d[2])
    let onlyLate = 9000 * (d[0] + d[1] + d[2]) + 6000 * (d[1] + d[2])
    let onlyEarly = 9000 * (d[1] + d[2]) + 6000 * d[2]
    #expect(abs((result.price?.found ?? 0) - (without - with)) < 1e-6)
    #expect(abs((result.outcomes[0].price?.found ?? 0) - (onlyLate - with)) < 1e-6)
    #expect(abs((result.outcomes[1].price?.found ?? 0) - (onlyEarly - with)) < 1e-6)
  }

  /// A campus is no town: what it loses stands apart, behind the settlements.
  @Test func campusesLoseApart() throws {
    let campus = RolloutPackage(
      WorkPackage(
        id: "campus/c/mobile", settlement: "campus/c", settlementName: "c", kind: .townSeat,
        provinceAdcode: "330000", group: .mobile, from: .none, to: .none, stations: 1, newSites: 0,
        costYuan: 100, energyKilowattHoursPerYear: 0, fibreMetres: 0, crewDays: 0,
        populationServed: 3000, prerequisite: nil, feasible: true, priority: 0.5, reasons: [],
        purpose: .campus))
    let packages = [PilotMaking.rollout("town", people: 1, kind: .townSeat), campus]
    let task = try PilotMaking.tasks(packages).task(
      PilotMaking.pilot("p", at: "town", by: 0), at: PilotMaking.site("town", kind: .townSeat))
    let result = try PilotSchedule(
      [task], among: packages, by: PilotMaking.scheduler(quarters: 2)
    ).result(PilotMaking.book())
    #expect(result.displaced.map(\.package) == ["campus/c/mobile"])
    #expect(result.byKind.map(\.kind) == [.townSeat, nil])
    let losses = result.byKind.map(\.lost)
    #expect(losses[0] < 0 && losses[1] > 0)
    #expect(abs(losses[0] + losses[1] - (result.price?.found ?? 0)) < 1e-6)
  }

  /// A town's pilot goes before the city, whose tier would come first; the price says that it proves no more.
  @Test func pilotsComeBeforeTheTiers() throws {
    let piloted = try PilotMaking.townBeforeCity()
    #expect(piloted.schedule.packages.map(\.package.settlement) == ["town", "city"])
    let result = try piloted.result(PilotMaking.book())
    #expect(result.byKind.map(\.kind) == [.city, .townSeat])
    #expect(abs((result.byKind.first?.lost ?? 0) - 3000) < 1e-6)
    #expect(abs((result.byKind.last?.lost ?? 0) + 300) < 1e-6)
    let price = try #require(result.price)
    #expect(abs(price.found - 2700) < 1e-6 && !price.isProven)
    #expect(price.low <= 2700 && 2700 <= price.high)
  }

  @Test func whatIsMetCostsNothingAndMovesNothing() throws {
    let packages = (0..<3).map { PilotMaking.rollout("s\($0)", people: 1000 * (3 - $0)) }
    let tasks = try PilotMaking.tasks(
      packages, statuses: [PilotTasks.Place("met", .mobile): .deep])
    // Its date is past, which is no fault of what stands already.
    let task = try tasks.task(
      PilotMaking.pilot("p", at: "met", by: -9), at: PilotMaking.site("met"))
    #expect(task.isMet)
    let scheduler = try PilotMaking.scheduler(quarters: 4)
    let piloted = try PilotSchedule([task], among: packages, by: scheduler)
    #expect(try piloted.schedule == scheduler.schedule(packages) && piloted.bare == nil)
    let result = try piloted.result(PilotMaking.book())
    #expect(result.price == .nothing && result.displaced.isEmpty)
    #expect(result.outcomes.map(\.state) == [.met] && result.outcomes[0].quarter == nil)
    #expect(result.outcomes[0].price == .nothing)
  }

  @Test func datesThatCannotBeKeptNameThePilots() throws {
    let packages = (0..<3).map { PilotMaking.rollout("s\($0)", people: 1000) }
    let finder = try PilotMaking.tasks(packages)
    let tasks = try (0..<3).map { index in
      try finder.task(
        PilotMaking.pilot("p\(index)", at: "s\(index)", by: 1), at: PilotMaking.site("s\(index)"))
    }
    let scheduler = try PilotMaking.scheduler(quarters: 4)
    let error = try #require(
      userError { try PilotSchedule(tasks, among: packages, by: scheduler) })
    #expect(error.code == "DR-646")
    #expect(error.problem.contains("budget must give"), "\(error)")
    #expect(error.problem.contains("p0 by 2021Q2, p1 by 2021Q2, p2 by 2021Q2"), "\(error)")
    // Two of them fit.
    let two = Array(tasks.prefix(2))
    let fitting = try PilotSchedule(two, among: packages, by: scheduler)
    #expect(fitting.schedule.packages.count == 3)
  }

  /// With costs as the aim nothing is built without a date, and the price is all that the pilot costs.
  @Test func withCostAsTheAimAPilotCostsItsMoney() throws {
    let packages = [PilotMaking.rollout("s", people: 1000), PilotMaking.rollout("t", people: 9)]
    let task = try PilotMaking.tasks(packages).task(
      PilotMaking.pilot("p", at: "s", by: 3), at: PilotMaking.site("s"))
    let scheduler = try PilotMaking.scheduler(quarters: 4, objective: .cost)
    let piloted = try PilotSchedule([task], among: packages, by: scheduler)
    let result = try piloted.result(PilotMaking.book())
    #expect(piloted.schedule.packages.map(\.package.settlement) == ["s"])
    #expect(abs((result.price?.found ?? 0) - 100 * PilotMaking.discount(3)) < 1e-6)
  }

  /// A date that the plan keeps anyway moves nothing and costs nothing where the plan is within the gap asked for.
  @Test(arguments: 0..<4 as Range<UInt64>) func aDateKeptAnywayMovesNothing(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let packages = (0..<90).map { index in
      PilotMaking.rollout("s\(index)", people: Int.random(in: 1...900, using: &random) * 10)
    }
    let scheduler = try BookMaking().scheduler(
      quarters: 12, budgetYuan: 630, effort: ScheduleEffort(gap: 0.02, placements: 2000))
    let before = try scheduler.schedule(packages)
    #expect(try #require(before.proof).gap <= 0.02)
    let kept = before.packages[before.packages.count / 2]
    let task = try PilotMaking.tasks(packages, quarters: 12).task(
      PilotMaking.pilot(
        "p", at: kept.package.settlement, by: kept.finish.index - PilotMaking.first.index),
      at: PilotMaking.site(kept.package.settlement))
    let piloted = try PilotSchedule([task], among: packages, by: scheduler)
    func places(_ schedule: Schedule) -> [String] {
      schedule.packages.map { "\($0.package.id) \($0.start) \($0.finish)" }
    }
    let moved = Set(places(piloted.schedule)).symmetricDifference(places(before))
    #expect(moved.isEmpty)
    #expect(try piloted.result(PilotMaking.book()).price?.found == 0)
  }
}
