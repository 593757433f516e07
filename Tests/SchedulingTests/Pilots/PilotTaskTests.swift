import Coverage
import Geometry
import Radio
import Scheduling
import Siting
import TestSupport
import Territory
import Testing

/// What pilots ask of a plan's packages.
@Suite struct PilotTaskTests {
  private static func chain(feasible: Bool = true) -> [RolloutPackage] {
    [
      PilotMaking.rollout("s", people: 10, to: .reached, feasible: feasible),
      PilotMaking.rollout("s", people: 10, to: .deep, after: "s/mobile/reached"),
    ]
  }

  @Test func theLowestPackageThatGivesTheStatusIsNeeded() throws {
    let tasks = try PilotMaking.tasks(Self.chain())
    for (status, id) in [
      (CoverageStatus.reached, "s/mobile/reached"), (.continuous, "s/mobile/deep"),
      (.deep, "s/mobile/deep"),
    ] {
      let task = try tasks.task(
        PilotMaking.pilot("p", at: "s", by: 1, status: status), at: PilotMaking.site("s"))
      #expect(task.needed == [id] && task.packages == [id] && task.groups == [.mobile])
    }
  }

  @Test func ownWorkWaitsForEveryGroup() throws {
    var other = PilotMaking.rollout("s", people: 10)
    other = RolloutPackage(
      WorkPackage(
        id: "s/unicom/deep", settlement: "s", settlementName: "s", kind: .city,
        provinceAdcode: "330000", group: .unicom, from: .none, to: .deep, stations: 1, newSites: 0,
        costYuan: 1, energyKilowattHoursPerYear: 0, fibreMetres: 0, crewDays: 0,
        populationServed: 1, prerequisite: nil, feasible: true, priority: 0, reasons: []))
    let packages = Self.chain() + [other]
    let work = PilotWork(
      stations: 4, newSites: 1, costYuan: 50, energyKilowattHoursPerYear: 1000, crewDays: 7)
    let task = try PilotMaking.tasks(packages, groups: [.mobile, .unicom]).task(
      PilotMaking.pilot("p", at: "s", by: 3, work: work), at: PilotMaking.site("s"))
    #expect(task.needed == ["s/mobile/deep", "s/unicom/deep"])
    #expect(task.own?.opexYuanPerYear == 500 && task.own?.populationServed == 0)
    #expect(task.own?.to == CoverageStatus.none && task.own?.newSites == 1)
    let serving = packages.serving([task])
    let own = try #require(serving.last)
    #expect(own.work.prerequisite == "s/mobile/deep")
    #expect(own.furtherPrerequisites == ["s/unicom/deep"])
    for package in serving {
      let isDated = task.packages.contains(package.work.id)
      #expect(package.deadline == (isDated ? PilotMaking.quarter(3) : nil))
      #expect(package.comesFirst == isDated)
    }
  }

  @Test func theEarlierOfTwoDatesHolds() throws {
    var packages = Self.chain()
    packages[1].deadline = PilotMaking.quarter(2)
    let finder = try PilotMaking.tasks(packages)
    let tasks = try [3, 1].map { due in
      try finder.task(
        PilotMaking.pilot("p\(due)", at: "s", by: due), at: PilotMaking.site("s"))
    }
    #expect(packages.serving([tasks[0]])[1].deadline == PilotMaking.quarter(2))
    #expect(packages.serving(tasks)[1].deadline == PilotMaking.quarter(1))
    #expect(packages.serving(tasks)[0].deadline == nil)
    #expect(packages.serving([]) == packages)
  }

  @Test func whatCannotBeIsRefused() throws {
    let good = try PilotMaking.tasks(Self.chain())
    let shut = try PilotMaking.tasks(Self.chain(feasible: false))
    let cases: [(PilotTasks, Pilot, String, String)] = [
      (good, PilotMaking.pilot("p", at: "s", by: -1), "DR-929", "2020Q4 lies before"),
      (good, PilotMaking.pilot("p", at: "s", by: 4), "DR-929", "2022Q1 lies after"),
      (good, PilotMaking.pilot("p", at: "else", by: 1), "DR-930", "no choice of stations"),
      (shut, PilotMaking.pilot("p", at: "s", by: 1), "DR-930", "s/mobile/reached"),
      (good, PilotMaking.pilot("p", at: "s", by: 1, group: .unicom), "DR-931", "unicom"),
    ]
    for (tasks, pilot, code, words) in cases {
      guard case .settlement(let id) = pilot.place else { continue }
      let site = try PilotMaking.site(id)
      let error = try #require(userError { try tasks.task(pilot, at: site) })
      #expect(error.code == code && error.place == "pilots.csv:2", "\(error)")
      #expect(error.problem.contains(words) && error.problem.contains("'p'"), "\(error)")
    }
  }
}
