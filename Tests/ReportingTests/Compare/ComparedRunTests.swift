import Coverage
import Geometry
import Reporting
import Territory
import TestSupport
import Testing

/// What a run is reduced to, checked by hand, and from a folder as from memory.
@Suite struct ComparedRunTests {
  private let runs: ComparedRuns

  init() throws { runs = try ComparedRuns() }

  private func quarter(_ text: String) throws -> Quarter { try #require(Quarter(text)) }

  @Test func placesReachTheirTargetsWhenTheMoneyIsThere() throws {
    let run = try ComparedRun(reading: runs.scratch.path("b400"))
    #expect(run.places.map(\.settlement) == ["330100", "330182", "330182200"])
    #expect(
      run.places.map(\.reach)
        == [.quarter(try quarter("2021Q2")), .quarter(try quarter("2022Q4")), .never])
    // The mobile network of the town is not feasible, whatever the other reaches.
    #expect(run.places.map(\.after) == [.deep, .deep, .none])
    #expect(run.places.map(\.before) == [.reached, .none, .none])
    #expect(run.places.allSatisfy { $0.target == .deep })
    #expect(try run.from == quarter("2021Q1"))
    #expect(try run.until == quarter("2023Q4"))
    #expect(run.spentYuan.reduce(0, +) == 2980)
    #expect(run.spentYuan.prefix(7).allSatisfy { $0 == 400 })
    #expect(run.targetResidents(at: try quarter("2021Q1")) == 0)
    #expect(run.targetResidents(at: try quarter("2021Q2")) == 500)
    #expect(run.targetResidents(at: try quarter("2022Q4")) == 700)
    #expect(run.spentYuan(by: try quarter("2020Q4")) == 0)
    #expect(run.spentYuan(by: try quarter("2021Q2")) == 800)
    #expect(run.spentYuan(by: try quarter("2030Q1")) == 2980)
  }

  @Test func measuresOfTheWholeRun() throws {
    let run = try ComparedRun(reading: runs.scratch.path("b100"))
    func value(_ measure: Measure) -> MeasureValue { measure.value(of: run) }
    #expect(value(.settlements(.city, .deep)) == .count(1))
    #expect(value(.settlements(.countySeat, .reached)) == .count(1))
    #expect(value(.settlements(.townSeat, .none)) == .count(1))
    #expect(value(.targetResidents) == .people(500))
    #expect(value(.packages) == .count(5))
    #expect(value(.packagesLeftOut) == .count(3))
    #expect(value(.stations) == .count(3 + 5 + 1 + 2 + 1))
    #expect(value(.costYuan) == .yuan(3080))
    #expect(value(.spentYuan) == .yuan(980))
    #expect(value(.lastReach(.city)) == .reach(.quarter(try quarter("2022Q4"))))
    #expect(value(.lastReach(.countySeat)) == .reach(.never))
    // 500 of 800 residents are in the city.
    #expect(value(.halfOfResidents) == .reach(.quarter(try quarter("2022Q4"))))
    #expect(Set(Measure.all.map(\.key)).count == Measure.all.count)
  }

  @Test func aRunInMemoryIsTheRunInItsFolder() throws {
    for budget in [1, 10, 37, 100, 250, 400, 5000] {
      let plan = TinyPlan(budgetYuan: budget)
      try runs.write(plan, to: "run")
      var read = try ComparedRun(reading: runs.scratch.path("run"))
      // The manifest of the tiny plan has no project.
      #expect(read.standard == "")
      read.label = "x"
      let made = try #require(ComparedRun(plan.result(), label: "x"))
      #expect(read.places == made.places)
      #expect(read.spentYuan == made.spentYuan && read.from == made.from)
      for measure in Measure.all {
        #expect(measure.value(of: read) == measure.value(of: made), "\(budget) \(measure.key)")
      }
    }
  }

  @Test func anAuditIsNoPlan() throws {
    #expect(ComparedRun(try TinyPlan(hasSchedule: false).result(), label: "") == nil)
  }

  @Test func whatIsSoFromTheStartComesBeforeAnyQuarter() throws {
    let first = try quarter("2021Q1")
    #expect(Reach.start < .quarter(first) && .quarter(first) < Reach.never)
    #expect(Reach.start.holds(at: first) && !Reach.never.holds(at: first))
    #expect(Reach.quarter(first).holds(at: first))
    #expect(!Reach.quarter(first.advanced(by: 1)).holds(at: first))
  }
}
