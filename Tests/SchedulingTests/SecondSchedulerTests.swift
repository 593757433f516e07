import Coverage
import Geometry
import Scheduling
import Siting
import Territory
import TestSupport
import Testing

/// A second scheduler, written another way: money is one long tape of yuan, quarter `q` being the
/// piece from `q * budget` to `(q + 1) * budget`, and each package is a stretch of the tape. The
/// best package is searched among all of them at every step.
private struct TapeScheduler {
  let limits: ScheduleLimits
  let policy: TierPolicy

  func lines(_ packages: [WorkPackage]) -> [String] {
    let budget = limits.budgetYuanPerQuarter
    var position = 0
    var done: Set<String> = []
    var lines: [String] = []
    while let best = best(packages, done: done, leftYuan: budget * limits.quarterCount - position) {
      let end = position + best.costYuan
      var line = best.id
      for quarter in 0..<limits.quarterCount {
        let yuan = min(end, (quarter + 1) * budget) - max(position, quarter * budget)
        if yuan > 0 { line += " \(limits.from.advanced(by: quarter))=\(yuan)" }
      }
      line += " done \(limits.from.advanced(by: max(0, (end + budget - 1) / budget - 1)))"
      lines.append(line)
      done.insert(best.id)
      position = end
    }
    return lines
  }

  private func best(_ packages: [WorkPackage], done: Set<String>, leftYuan: Int) -> WorkPackage? {
    packages.filter { package in
      package.feasible && !done.contains(package.id) && package.costYuan <= leftYuan
        && (package.prerequisite.map(done.contains) ?? true)
    }.min { comesFirst($0, $1) }
  }

  /// Exact in floating point: the worlds' costs and people are small.
  private func comesFirst(_ one: WorkPackage, _ other: WorkPackage) -> Bool {
    if (one.costYuan == 0) != (other.costYuan == 0) { return one.costYuan == 0 }
    if policy == .strictTiers, one.kind != other.kind { return one.kind < other.kind }
    let here = worth(one) * Double(other.costYuan)
    let there = worth(other) * Double(one.costYuan)
    return here != there ? here > there : one.id < other.id
  }

  private func worth(_ package: WorkPackage) -> Double {
    Double(package.populationServed * package.to.rank) * (0.5 + package.priority)
  }
}

struct SecondSchedulerTests {
  @Test(arguments: TierPolicy.allCases)
  func twoSchedulersAgree(policy: TierPolicy) throws {
    for seed in 0..<600 as Range<UInt64> {
      let world = try RandomWorld(seed: seed)
      let schedule = try Scheduler(limits: world.limits, policy: policy).schedule(world.packages)
      let lines = schedule.packages.map { entry in
        entry.package.id + entry.payments.map { " \($0.quarter)=\($0.yuan)" }.joined()
          + " done \(entry.finish)"
      }
      let expected = TapeScheduler(limits: world.limits, policy: policy).lines(world.packages)
      #expect(lines == expected, "seed \(seed)")
    }
  }

  /// 100,000 packages in chains of three: far more than the country has.
  @Test(.timeLimit(.minutes(1)))
  func schedulesAHundredThousand() throws {
    var generator = SeededGenerator(seed: 1)
    let packages = (0..<100_000).map { index in
      package(
        "\(index)", kind: SettlementKind.allCases[index / 3 % 3],
        costYuan: Int.random(in: 1...1_000_000, using: &generator),
        population: Int.random(in: 1...100_000, using: &generator),
        after: index % 3 == 0 ? nil : "\(index - 1)")
    }
    let schedule = try Scheduler(limits: limits(quarters: 20, budgetYuan: 1_000_000_000))
      .schedule(packages)
    #expect(schedule.packages.count + schedule.unscheduled.count == packages.count)
    #expect(schedule.spentYuan <= 20_000_000_000)
    #expect(schedule.spentYuan > 19_000_000_000)
  }
}
