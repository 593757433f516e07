import Coverage
import Geometry
import Radio
import Scheduling
import Siting
import TestSupport
import Territory
import Testing

/// Pilots of campuses: their own network, and their settlement's where a status is asked.
@Suite struct PilotCampusTests {
  private static func packages(feasible: Bool = true) -> [RolloutPackage] {
    let campus = RolloutPackage(
      WorkPackage(
        id: "campus/c/mobile", settlement: "campus/c", settlementName: "c", kind: .townSeat,
        provinceAdcode: "330000", group: .mobile, from: .none, to: .none, stations: 1, newSites: 0,
        costYuan: 100, energyKilowattHoursPerYear: 0, fibreMetres: 0, crewDays: 0,
        populationServed: 3000, prerequisite: "s/mobile/continuous", feasible: true,
        priority: 0.5, reasons: [], purpose: .campus))
    return [
      PilotMaking.rollout(
        "s", people: 10, kind: .countySeat, to: .continuous, feasible: feasible),
      PilotMaking.rollout(
        "s", people: 10, kind: .countySeat, to: .deep, after: "s/mobile/continuous"), campus,
    ]
  }

  private static func pilot(
    by index: Int = 3, status: CoverageStatus = .none, group: NetworkGroup? = nil,
    work: PilotWork? = nil
  ) -> Pilot {
    PilotMaking.pilot("p", at: "s", by: index, status: status, group: group, work: work)
      .at(.campus("c"))
  }

  private static func site(
    enabled: Int = 2, scenarios: Int = 3, package: String? = "campus/c/mobile",
    bringer: String? = "s/mobile/continuous", isServed: Bool = true,
    group: NetworkGroup = .mobile
  ) throws -> PilotSite {
    PilotSite(
      try PlaneWorld.square(sideMetres: 1000, id: "s", kind: .countySeat),
      campus: PilotCampus(
        id: "c", name: "园区", group: group, scenarios: scenarios, enabled: enabled,
        package: package, bringer: bringer, isServed: isServed))
  }

  @Test func itsOwnNetworkIsNeededAndItsSettlementsWhereAsked() throws {
    let tasks = try PilotMaking.tasks(Self.packages(), groups: [.mobile, .unicom])
    let alone = try tasks.task(Self.pilot(), at: Self.site())
    #expect(alone.needed == ["campus/c/mobile"] && alone.groups == [.mobile])
    let both = try tasks.task(Self.pilot(status: .deep), at: Self.site())
    #expect(both.needed == ["campus/c/mobile", "s/mobile/deep"])
    // What brings the public cells is what gives the status: once is enough.
    let bringer = try tasks.task(
      Self.pilot(status: .continuous), at: Self.site(package: nil))
    #expect(bringer.needed == ["s/mobile/continuous"])
    let work = try tasks.task(
      Self.pilot(status: .deep, work: PilotWork(stations: 1, costYuan: 9)), at: Self.site())
    #expect(work.own?.prerequisite == "campus/c/mobile" && work.own?.group == .mobile)
    #expect(work.packages == ["campus/c/mobile", "s/mobile/deep", "pilot/p"])
  }

  @Test func whatStandsIsMet() throws {
    let tasks = try PilotMaking.tasks(Self.packages())
    let task = try tasks.task(Self.pilot(by: -5), at: Self.site(package: nil, bringer: nil))
    #expect(task.isMet)
  }

  /// Behind the settlements a campus would come last; its pilot comes before the city.
  @Test func itComesBeforeTheTiers() throws {
    let packages = Self.packages() + [PilotMaking.rollout("city", people: 9000)]
    let scheduler = try PilotMaking.scheduler(quarters: 4, policy: .strictTiers)
    let task = try PilotMaking.tasks(packages).task(Self.pilot(by: 1), at: Self.site())
    let piloted = try PilotSchedule([task], among: packages, by: scheduler)
    let finishes = Dictionary(
      piloted.schedule.packages.map { ($0.package.id, $0.finish) }, uniquingKeysWith: { $1 })
    #expect(finishes["s/mobile/continuous"] == PilotMaking.quarter(0))
    #expect(finishes["campus/c/mobile"] == PilotMaking.quarter(1))
    #expect(finishes["city/mobile/deep"] == PilotMaking.quarter(2))
    let result = try piloted.result(PilotMaking.book())
    #expect(result.outcomes.map(\.state) == [.planned])
    // 27 000 a quarter wait for two.
    let first = try #require(result.price?.firstTier)
    let lost = 27_000 * (PilotMaking.discount(0) + PilotMaking.discount(1))
    #expect(abs(first.found - lost) < 1e-6 && first.low <= lost + 1e-6 && lost <= first.high + 1e-6)
  }

  @Test func whatCannotBeIsRefused() throws {
    let good = try PilotMaking.tasks(Self.packages())
    let shut = try PilotMaking.tasks(Self.packages(feasible: false))
    let cases: [(PilotTasks, Pilot, PilotSite, String, String)] = [
      (good, Self.pilot(), try Self.site(enabled: 0), "DR-957", "any of the 3 scenarios"),
      (good, Self.pilot(), try Self.site(enabled: 0, scenarios: 0), "DR-957", "no scenario"),
      (good, Self.pilot(), try Self.site(isServed: false), "DR-957", "never come"),
      (good, Self.pilot(group: .mobile), try Self.site(group: .unicom), "DR-958", "unicom"),
      (good, Self.pilot(by: -1), try Self.site(), "DR-929", "lies before"),
      (shut, Self.pilot(), try Self.site(), "DR-930", "s/mobile/continuous"),
    ]
    for (tasks, pilot, site, code, words) in cases {
      let error = try #require(userError { try tasks.task(pilot, at: site) })
      #expect(error.code == code && error.place == "pilots.csv:2", "\(error)")
      #expect(error.problem.contains(words) && error.problem.contains("'p'"), "\(error)")
    }
  }
}
