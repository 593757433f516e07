import Coverage
import Geometry
import Radio
import Scheduling
import Siting
import TestSupport
import Territory
import Testing

/// Days and costs of decisions, worked out by hand.
@Suite struct DecisionTests {
  /// 7 days of survey, 20 of permits (45 with masts), 8 of power, 30 of building, 14 of tuning.
  private static let days: [Double] = [7, 20, 45, 8, 30, 14]

  private func work(
    _ id: String, people: Int = 1000, newSites: Int = 0, fibre: Int = 0, costYuan: Int = 10,
    after: String? = nil, stations: Int = 2
  ) -> WorkPackage {
    WorkPackage(
      id: id, settlement: "330921", settlementName: id, kind: .countySeat,
      provinceAdcode: "330000", group: .mobile, from: .none, to: .deep, stations: stations,
      newSites: newSites, costYuan: costYuan, energyKilowattHoursPerYear: 0, fibreMetres: fibre,
      crewDays: 0, populationServed: people, prerequisite: after, feasible: true, priority: 0.5,
      reasons: [])
  }

  private func decisions(
    _ packages: [RolloutPackage], quarters: Int = 8, states: String = "", budgetYuan: Int = 1000,
    pilots: [PilotTask] = []
  ) throws -> [Decision] {
    var making = BookMaking()
    making.days = Self.days
    let scheduler = try making.scheduler(quarters: quarters, budgetYuan: budgetYuan)
    let book = try GateBook.read(path: Geodata.locate().path(GateBook.file))
    let file = try GateFile(
      name: "g.csv", bytes: Array("settlement,gate,state,date\n\(states)".utf8), gates: book.gates,
      places: ["330921", "p"])
    return try scheduler.decisions(
      of: scheduler.schedule(packages), packages, pilots: pilots, states: file, book: book
    ).decisions
  }

  private func day(_ decisions: [Decision], _ gate: String) -> [String] {
    decisions.first { $0.gate.name == gate }.map {
      [$0.applyBy.description, $0.decideBy.description]
    } ?? []
  }

  /// One quarter, 2021-01-01 to 03-31: the steps after each gate are counted back from its end.
  @Test func daysAreCountedBackFromTheEndOfTheLastQuarter() throws {
    let found = try decisions([RolloutPackage(work("a"))])
    #expect(
      Set(found.map(\.gate.name)) == [
        "site-access", "tower-sharing", "power-connection", "environmental-notice", "frequency",
      ])
    // 8 + 30 + 14 days before 04-01 is 02-08, 30 + 14 is 02-16, 14 is 03-18.
    #expect(day(found, "site-access") == ["2021-01-19", "2021-02-08"])
    #expect(day(found, "tower-sharing") == ["2021-01-25", "2021-02-08"])
    #expect(day(found, "power-connection") == ["2021-02-08", "2021-02-16"])
    #expect(day(found, "frequency") == ["2021-02-18", "2021-03-18"])
    #expect(found.map(\.decideBy) == found.map(\.decideBy).sorted())
    #expect(found.allSatisfy { $0.daysLate == 0 && $0.entry.state == .open && $0.breaks == nil })
  }

  /// A new mast takes 104 days and so two quarters, and asks for what a shared site does not.
  @Test func newMastsAndFibreAskForMore() throws {
    let found = try decisions([RolloutPackage(work("a", newSites: 2, fibre: 500))])
    #expect(day(found, "new-mast") == ["2021-03-26", "2021-05-10"])
    #expect(day(found, "road-opening") == ["2021-05-03", "2021-05-18"])
    #expect(!found.contains { $0.gate.name == "tower-sharing" })
    #expect(found.count == 6)
    #expect(try decisions([RolloutPackage(work("a", stations: 0))]).isEmpty)
  }

  /// Building that limits stretch begins as planned: on the first day that survey and permits leave.
  @Test func stretchedBuildingLeavesNoRoom() throws {
    let found = try decisions(
      [RolloutPackage(work("a", costYuan: 1000))], budgetYuan: 300)
    let finish = try #require(found.first?.finish)
    #expect(finish.index - PilotMaking.first.index >= 3)
    // 7 + 20 days after 01-01, 8 more for the building, and tuning before the end.
    #expect(day(found, "site-access").last == "2021-01-28")
    #expect(day(found, "power-connection").last == "2021-02-05")
    let end = CivilDay(firstOf: finish.advanced(by: 1)).advanced(by: -14)
    #expect(day(found, "frequency").last == end.description)
  }

  /// A month costs a third of a quarter of 1000 people's service at weight 3, and of what follows at once.
  @Test func aMonthOfDelayCostsAThirdOfAQuarter() throws {
    var late = RolloutPackage(work("late", people: 5000, after: "b"))
    late.earliest = PilotMaking.quarter(3)
    let packages = [
      RolloutPackage(work("a", people: 1000)), RolloutPackage(work("b", people: 2000, after: "a")),
      late,
    ]
    let found = try decisions(packages)
    let d = (0..<8).map(PilotMaking.discount)
    for (id, cost, moved) in [
      ("a", (3000 * d[0] + 6000 * d[1]) / 3, 1), ("b", 6000 * d[1] / 3, 0),
      ("late", 15_000 * d[3] / 3, 0),
    ] {
      let own = found.filter { $0.work.id == id }
      #expect(own.count == 5)
      #expect(own.allSatisfy { abs($0.monthCost - cost) < 1e-6 && $0.moved == moved }, "\(id)")
    }
    // In the last quarter a quarter's delay loses the quarter's service: nothing comes after it.
    let last = try decisions([RolloutPackage(work("a"))], quarters: 1)
    #expect(last.allSatisfy { abs($0.monthCost - 1000) < 1e-6 })
  }

  @Test func whatIsAppliedForIsExpectedAfterItsLeadTime() throws {
    let packages = [RolloutPackage(work("a"))]
    let found = try decisions(
      packages,
      states: """
        330921,site-access,applied,2021-02-01
        330921,frequency,granted,2021-01-02
        330921,power-connection,applied,2020-12-01

        """)
    func own(_ gate: String) throws -> Decision {
      try #require(found.first { $0.gate.name == gate })
    }
    // 20 days after 02-01 is 02-21, 13 after 02-08.
    #expect(try own("site-access").expected?.description == "2021-02-21")
    #expect(try own("site-access").daysLate == 13)
    #expect(try own("power-connection").daysLate == 0)
    #expect(try own("power-connection").expected?.description == "2020-12-09")
    #expect(try own("frequency").expected == nil && own("frequency").daysLate == 0)
    // Not applied for: as if on the horizon's first day.
    #expect(try own("tower-sharing").expected?.description == "2021-01-15")
  }

  /// A date that the delay would break is named, with the pilots that hang on it; their own work has states of its own.
  @Test func datesAndPilotsThatHangOnADecisionAreNamed() throws {
    let packages = [RolloutPackage(work("330921/mobile/deep"))]
    let finder = PilotTasks(
      packages: packages.map(\.work), statuses: [:], groups: [.mobile],
      limits: try limits(quarters: 8, budgetYuan: 1000), yuanPerKilowattHour: 0.5)
    let task = try finder.task(
      PilotMaking.pilot("p", at: "330921", by: 1, work: PilotWork(stations: 1, costYuan: 5)),
      at: PilotMaking.site("330921", kind: .countySeat))
    let found = try decisions(
      packages.serving([task]), states: "p,frequency,granted,\n", pilots: [task])
    let (own, needed) = (
      found.filter { $0.work.id == "pilot/p" }, found.filter { $0.work.id != "pilot/p" }
    )
    #expect(own.count == 5 && needed.count == 5)
    #expect(found.allSatisfy { $0.pilots == ["p"] })
    #expect(own.allSatisfy { $0.breaks == PilotMaking.quarter(1) && $0.monthCost == 0 })
    // It has a quarter to spare, but what waits for it has not.
    #expect(needed.allSatisfy { $0.moved == 1 && $0.breaks == PilotMaking.quarter(1) })
    #expect(own.filter { $0.entry.state == .granted }.map(\.gate.name) == ["frequency"])
    #expect(needed.allSatisfy { $0.entry.state == .open })
  }
}
