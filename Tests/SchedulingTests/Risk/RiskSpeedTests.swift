import Foundation
import Scheduling
import TestSupport
import Testing

/// How fast a country's schedule is carried out: run with DEEPREACH_RISK_SPEED=1, which prints executions a second.
@Suite struct RiskSpeedTests {
  private static let isAsked = ProcessInfo.processInfo.environment["DEEPREACH_RISK_SPEED"] != nil
  private static let packages = 100_000
  private static let periods = 20

  @Test(.enabled(if: isAsked)) func aCountryIsCarriedOutOften() throws {
    let problem = try country()
    let kinds: [LimitedKind] =
      [.capex] + [LimitedKind](repeating: .crewDays, count: 31)
      + [.equipment(band: nil)] + [LimitedKind](repeating: .energy, count: 31)
      + [LimitedKind](repeating: .permits, count: 31)
    // A schedule that keeps everything: what comes of starts that follow precedence alone in a certain world.
    var depth = [Int](repeating: 0, count: problem.activities.count)
    for (index, activity) in problem.activities.enumerated() {
      depth[index] = activity.prerequisites.map { depth[$0] + 2 }.max() ?? 0
    }
    let loose = depth.map { ActivityStart(mode: 0, period: $0) }
    let planned = RiskSimulation(problem, starts: loose, book: RiskBook()).trace(0).starts
      .map { $0.map { ActivityStart(mode: 0, period: $0) } }
    let timings = problem.activities.map { activity in
      RiskTiming(days: [7, activity.modes[0].durationPeriods > 1 ? 45 : 20, 8, 30, 14])
    }
    let simulation = RiskSimulation(
      problem, starts: planned, book: Self.book, kinds: kinds, timings: timings, money: 0)
    let goals = (0..<3).map { kind in
      RiskGoal(
        activities: problem.activities.indices.filter { $0 % 3 == kind && planned[$0] != nil },
        by: 10)
    }
    for threads in [1, 2] {
      let clock = ContinuousClock.now
      let tally = simulation.run(executions: 64, goals: goals, threads: threads)
      let span = ContinuousClock.now - clock
      let seconds = Double(span.components.seconds) + Double(span.components.attoseconds) * 1e-18
      print(
        "\(planned.count { $0 != nil }) packages, \(threads) threads: \(64 / seconds) executions/s,",
        "late \(tally.lateness.reduce(0, +) / 64), unfinished \(tally.unfinished / 64)")
      #expect(tally.executions == 64)
    }
  }

  private static let book = RiskBook(
    durations: RiskStep.allCases.map {
      RiskBook.Duration(step: $0, multiplier: RiskMaking.triangular(0.8, 1, 2, correlation: 0.2))
    },
    supply: ["equipment", "crew-days", "permits"].map {
      RiskBook.Supply(
        resource: $0, multiplier: RiskMaking.triangular(0.6, 1, 1.1, correlation: 0.5))
    }, cost: RiskMaking.lognormal(0.88, 1.25, correlation: 0.5))

  /// Chains of three statuses; money, crews, radios, electricity and permits of 31 provinces.
  private func country() throws -> SchedulingProblem {
    var random = SeededGenerator(seed: 1)
    let periods = Self.periods
    let years = (0..<periods).map { $0 / 4 }
    func quarterly(_ name: String, _ amount: Int, keep: Int = 0) -> LimitedResource {
      LimitedResource(
        name: name, accountOfPeriod: Array(0..<periods),
        capacity: [Int](repeating: amount, count: periods), carryOverCap: keep)
    }
    let provinces = 0..<31
    let resources =
      [quarterly("budget", 40_000_000_000, keep: .max)]
      + provinces.map { quarterly("crews/\($0)", 8_000_000) }
      + [quarterly("radios", 60_000_000, keep: .max)]
      + provinces.map { province in
        LimitedResource(
          name: "electricity/\(province)", accountOfPeriod: years,
          capacity: (1...5).map { $0 * 400_000_000 }, isPersistent: true)
      } + provinces.map { quarterly("permits/\($0)", 100_000) }
    let activities = (0..<Self.packages).map { index in
      let stations = Int.random(in: 1...20, using: &random)
      let province = index / 3 % 31
      let isLong = Int.random(in: 0...9, using: &random) == 0
      let shares = isLong ? [300_000, 700_000] : [ResourceUse.whole]
      func use(_ resource: Int, _ amount: Int) -> ResourceUse {
        ResourceUse(resources: [resource], amount: amount, shares: shares)
      }
      return RiskMaking.activity(
        "\(index / 3)/mobile/\(index % 3)", after: index % 3 > 0 ? [index - 1] : [],
        periods: periods, duration: shares.count,
        uses: [
          use(0, stations * 600_000), use(1 + province, stations * 4600),
          use(32, stations * 1000),
          ResourceUse(resources: [33 + province], amount: stations * 8300, shares: []),
          use(64 + province, isLong ? 1000 : 0),
        ])
    }
    return try SchedulingProblem(periods: periods, activities: activities, resources: resources)
  }
}
