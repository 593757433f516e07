import Coverage
import Geometry
import Scheduling
import Siting
import Territory
import TestSupport
import Testing

/// Schedules of packages whose answer is known, or that an older scheduler can make too.
@Suite struct RolloutSchedulerTests {
  @Test func refusesContradictions() throws {
    let worlds: [(String, [WorkPackage])] = [
      ("DR-605", [package("a", costYuan: -1)]),
      ("DR-605", [package("a", costYuan: 1, priority: .nan)]),
      ("DR-606", [package("a", costYuan: 1), package("a", costYuan: 2)]),
      ("DR-607", [package("a", costYuan: 1, after: "z")]),
      ("DR-608", [package("a", costYuan: 1, after: "b"), package("b", costYuan: 1, after: "a")]),
    ]
    let scheduler = try BookMaking().scheduler(quarters: 2, budgetYuan: 10)
    for (code, packages) in worlds {
      let error = userError { try scheduler.schedule(packages.map(RolloutPackage.init)) }
      #expect(error?.code == code)
    }
    var further = RolloutPackage(package("a", costYuan: 1))
    further.furtherPrerequisites = ["z"]
    #expect(userError { try scheduler.schedule([further]) }?.code == "DR-607")
    further.furtherPrerequisites = ["a"]
    #expect(userError { try scheduler.schedule([further]) }?.code == "DR-608")
    var fixed = RolloutPackage(package("a", costYuan: 1))
    fixed.startFixed = Quarter(year: 2030, quarter: 1)
    #expect(userError { try scheduler.schedule([fixed]) }?.code == "DR-645")
  }

  /// Whatever days the steps take, payments are the whole cost, in quarters that the package is built in.
  @Test func partsOfAPackageSumToTheWhole() throws {
    var random = SeededGenerator(seed: 1)
    for seed in 0..<150 {
      var making = BookMaking()
      making.days = (0..<6).map { _ in
        Bool.random(using: &random) ? 0 : Double.random(in: 0...120, using: &random)
      }
      making.limits = [
        "name: permits, resource: permits, of: nation, per: quarter, amount: "
          + BookMaking.amount("100"),
        "name: crews, resource: crew-days, of: nation, per: quarter, amount: "
          + BookMaking.amount("100"),
      ]
      let cost = Int.random(in: 1...3000, using: &random)
      let schedule = try making.scheduler(quarters: 16, budgetYuan: 1000)
        .schedule([RolloutPackage(package("a", costYuan: cost))])
      let entry = try #require(schedule.packages.first, "\(seed): \(making.days), \(cost)")
      #expect(entry.paidYuan == cost, "\(seed)")
      #expect(entry.payments.allSatisfy { entry.start <= $0.quarter && $0.quarter <= entry.finish })
      if cost <= 250 {
        let total = making.days[0] + making.days[1] + making.days[3...].reduce(0, +)
        let longest = Int((total / (365.25 / 4)).rounded(.up))
        let quarters = entry.finish.index - entry.start.index + 1
        #expect(quarters == max(1, longest) || making.days[4] < 1, "\(seed): \(making.days)")
      }
    }
  }

  /// A budget that n packages of one cost break by a quarter must give n * cost / (quarters * budget).
  @Test func theLimitInConflictIsNamedWithWhatItMustGive() throws {
    for (count, cost, quarters, budget) in [(12, 20, 2, 100), (50, 7, 3, 90), (9, 24, 1, 100)] {
      var making = BookMaking()
      making.limits = [
        "name: crews, resource: crew-days, of: nation, per: quarter, amount: "
          + BookMaking.amount("1e6")
      ]
      let scheduler = try making.scheduler(quarters: 8, budgetYuan: budget)
      let packages = (0..<count).map { index in
        var package = RolloutPackage(package("p\(index)", costYuan: cost))
        package.deadline = scheduler.limits.from.advanced(by: quarters - 1)
        return package
      }
      let error = try #require(userError { try scheduler.schedule(packages) })
      #expect(error.code == "DR-646")
      let text = "\(error)"
      #expect(text.contains("budget must give") && !text.contains("crews must"), "\(text)")
      let words = text.split(separator: "budget must give ").last ?? ""
      let percent = try #require(Double(words.prefix { $0 != " " }), "\(text)")
      let factor = Double(count * cost) / Double(quarters * budget)
      #expect(abs(1 + percent / 100 - factor) <= 0.01 * factor, "\(text), \(factor)")
    }
  }

  /// Dates that no limit has anything to do with are no limit's fault.
  @Test func deadlinesWithoutTimeBlameNoLimit() throws {
    var making = BookMaking()
    making.days[4] = 200
    let scheduler = try making.scheduler(quarters: 8, budgetYuan: 1000)
    var late = RolloutPackage(package("a", costYuan: 1))
    late.deadline = scheduler.limits.from
    let error = try #require(userError { try scheduler.schedule([late]) })
    #expect(error.code == "DR-646" && "\(error)".contains("whatever the limits"), "\(error)")
  }

  /// With money alone and packages of a quarter the new schedule can do all that the old one does.
  @Test func isWorthAtLeastWhatTheGreedyOrderIs() throws {
    var better = 0
    for seed in 0..<60 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let budget = Int.random(in: 60...200, using: &random)
      let works = (0..<Int.random(in: 1...30, using: &random)).map { index in
        package(
          "p\(index)", to: index % 2 == 0 ? .deep : .reached,
          costYuan: Int.random(in: 1...min(60, budget), using: &random),
          population: Int.random(in: 0...5000, using: &random),
          priority: Double(Int.random(in: 0...4, using: &random)) / 4)
      }
      let scheduler = try BookMaking().scheduler(
        quarters: Int.random(in: 1...8, using: &random), budgetYuan: budget,
        effort: ScheduleEffort(gap: 0, placements: 30000))
      let old = try Scheduler(limits: scheduler.limits, policy: .valueOnly).schedule(works)
      let new = try scheduler.schedule(works.map(RolloutPackage.init))
      let oldValue = service(old)
      let newValue = service(new)
      let proof = try #require(new.proof)
      #expect(newValue >= oldValue * (1 - 1e-9), "seed \(seed): \(newValue), \(oldValue)")
      #expect(abs(proof.value - newValue) <= 1e-9 * max(1, newValue), "seed \(seed)")
      #expect(proof.bound >= oldValue * (1 - 1e-9), "seed \(seed)")
      if newValue > oldValue * (1 + 1e-9) { better += 1 }
    }
    #expect(better > 10)
  }

  /// Discounted person-quarters by status and priority, by the words of the documentation: a year's
  /// interest of 8 %, in the year by quarters of it.
  private func service(_ schedule: Schedule) -> Double {
    let first = schedule.limits.from.index
    let last = schedule.limits.until.index
    return schedule.packages.reduce(0) { sum, entry in
      let work = entry.package
      let weight: Double = work.to == .deep ? 3 : work.to == .continuous ? 2 : 1
      var quarters = 0.0
      for quarter in entry.finish.index...last {
        var year = 1.0
        for _ in 0..<(quarter - first) / 4 { year /= 1.08 }
        quarters += year / (1 + Double((quarter - first) % 4) / 4 * 0.08)
      }
      return sum + Double(work.populationServed) * weight * (0.5 + work.priority) * quarters
    }
  }
}
