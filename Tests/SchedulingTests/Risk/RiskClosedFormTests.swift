import Radio
import Scheduling
import Territory
import Testing

/// Chances that are known beforehand.
@Suite struct RiskClosedFormTests {
  private static let executions = 20_000
  private static let quarterDays = 365.25 / 4

  /// Within five standard errors and what the levels of own luck leave.
  private func isNear(_ found: RiskChance, _ chance: Double) -> Bool {
    let error = (chance * (1 - chance) / Double(found.executions)).squareRoot()
    return abs(found.value - chance) <= 5 * error + 1.0 / 4096
  }

  /// Packages of a quarter each that wait for each other, their building of so many days uncertain.
  private func chain(
    _ count: Int, days: Double, _ multiplier: RiskDistribution
  ) throws -> RiskTally {
    let periods = 3 * count
    let problem = try SchedulingProblem(
      periods: periods,
      activities: (0..<count).map {
        RiskMaking.activity("p\($0)", after: $0 > 0 ? [$0 - 1] : [], periods: periods)
      }, resources: [])
    let simulation = RiskSimulation(
      problem, starts: (0..<count).map { ActivityStart(mode: 0, period: $0) },
      book: RiskBook(durations: [RiskBook.Duration(step: .build, multiplier: multiplier)]),
      timings: [RiskTiming](repeating: RiskTiming(days: [0, 0, 0, days, 0]), count: count))
    return simulation.run(
      executions: Self.executions, goals: [RiskGoal(activities: [count - 1], by: count - 1)])
  }

  @Test func onePackageIsInTimeAsOftenAsItsTriangleSays() throws {
    for (low, mode, high, days) in [
      (0.5, 1.0, 2.0, 80.0), (0.9, 0.95, 1.5, 75), (0.2, 1.1, 1.3, 85), (1, 1, 3, 60),
    ] {
      let tally = try chain(1, days: days, RiskMaking.triangular(low, mode, high))
      let chance = RiskMaking.cumulative(low, mode, high, at: Self.quarterDays / days)
      #expect(chance > 0.05 && chance < 0.99)
      #expect(isNear(tally.chance(0, by: 0), chance), "\(tally.chance(0, by: 0)), \(chance)")
    }
  }

  @Test func onePackageIsInTimeAsOftenAsItsLognormalSays() throws {
    for (low, high, days) in [(0.7, 1.6, 70.0), (0.5, 2.5, 80), (1, 1.3, 85)] {
      let tally = try chain(1, days: days, RiskMaking.lognormal(low, high, correlation: 0.4))
      var (below, above) = (-8.0, 8.0)
      for _ in 0..<60 {
        let score = (below + above) / 2
        let value = RiskMaking.lognormal(low, high).quantile(score)
        if value < Self.quarterDays / days { below = score } else { above = score }
      }
      let score = below
      let chance = NormalDistribution.cumulative(score)
      #expect(isNear(tally.chance(0, by: 0), chance), "\(tally.chance(0, by: 0)), \(chance)")
    }
  }

  @Test func twoInAChainMultiplyUnlessTheyShareTheirLuck() throws {
    let chance = RiskMaking.cumulative(0.5, 1, 2, at: Self.quarterDays / 80)
    let own = try chain(2, days: 80, RiskMaking.triangular(0.5, 1, 2))
    #expect(isNear(own.chance(0, by: 1), chance * chance))
    #expect(isNear(own.chance(0, by: 2), 1 - (1 - chance) * (1 - chance)))
    #expect(own.chance(0, by: 3).value == 1)
    let shared = try chain(2, days: 80, RiskMaking.triangular(0.5, 1, 2, correlation: 1))
    #expect(isNear(shared.chance(0, by: 1), chance))
    #expect(isNear(shared.chance(0, by: 2), chance))
    #expect(shared.chance(0, by: 3).value == 1)
    // Whoever is late is late by the building alone.
    #expect(own.misses[0][3] == own.executions - own.chance(0, by: 1).met)
  }

  /// A package that takes a whole quarter's supply waits for the first quarter that brings it.
  @Test func scarceSupplyIsWaitedFor() throws {
    let amount = 1_000_000
    let periods = 6
    func tally(_ correlation: Double) throws -> RiskTally {
      let problem = try SchedulingProblem(
        periods: periods,
        activities: [
          RiskMaking.activity(
            "p", periods: periods,
            uses: [ResourceUse(resources: [0], amount: amount, shares: [ResourceUse.whole])])
        ],
        resources: [
          LimitedResource(
            name: "radios", accountOfPeriod: Array(0..<periods),
            capacity: [Int](repeating: amount, count: periods))
        ])
      let supply = RiskBook.Supply(
        resource: "equipment",
        multiplier: RiskMaking.triangular(0.4, 0.8, 1.3, correlation: correlation))
      return RiskSimulation(
        problem, starts: [ActivityStart(mode: 0, period: 0)], book: RiskBook(supply: [supply]),
        kinds: [.equipment(band: nil)]
      ).run(executions: Self.executions, goals: [RiskGoal(activities: [0], by: 0)])
    }
    let short = RiskMaking.cumulative(0.4, 0.8, 1.3, at: 1)
    let own = try tally(0)
    let shared = try tally(1)
    var rest = 1.0
    for period in 0..<periods {
      rest *= short
      #expect(isNear(own.chance(0, by: period), 1 - rest), "\(period)")
      #expect(isNear(shared.chance(0, by: period), 1 - short), "\(period)")
    }
    #expect(own.unfinished == own.executions - own.chance(0, by: periods - 1).met)
    #expect(own.misses[0][5] == own.executions - own.chance(0, by: 0).met)
  }

  /// What may be kept of a supply makes up for what is missing: two quarters bring enough.
  @Test func whatIsKeptIsThereLater() throws {
    let problem = try SchedulingProblem(
      periods: 3,
      activities: [
        RiskMaking.activity(
          "p", periods: 3,
          uses: [ResourceUse(resources: [0], amount: 1000, shares: [ResourceUse.whole])])
      ],
      resources: [
        LimitedResource(
          name: "radios", accountOfPeriod: [0, 1, 2], capacity: [1000, 1000, 1000],
          carryOverCap: .max)
      ])
    let supply = RiskBook.Supply(
      resource: "equipment", multiplier: RiskMaking.triangular(0.5, 0.6, 0.9))
    let tally = RiskSimulation(
      problem, starts: [ActivityStart(mode: 0, period: 0)], book: RiskBook(supply: [supply]),
      kinds: [.equipment(band: nil)]
    ).run(executions: 500, goals: [RiskGoal(activities: [0], by: 0)])
    #expect(tally.chance(0, by: 0).met == 0)
    #expect(tally.chance(0, by: 1).met == 500)
  }

  /// A package that costs more than a quarter's money, none of which may be kept, is never built.
  @Test func costsThatOutgrowTheBudgetStopAPackage() throws {
    let problem = try SchedulingProblem(
      periods: 4,
      activities: [
        RiskMaking.activity(
          "p", periods: 4,
          uses: [ResourceUse(resources: [0], amount: 1_000_000, shares: [ResourceUse.whole])])
      ],
      resources: [
        LimitedResource(
          name: "budget", accountOfPeriod: [0, 1, 2, 3],
          capacity: [Int](repeating: 1_000_000, count: 4))
      ])
    for correlation in [0, 0.5, 1] {
      let tally = RiskSimulation(
        problem, starts: [ActivityStart(mode: 0, period: 0)],
        book: RiskBook(cost: RiskMaking.triangular(0.7, 0.9, 1.2, correlation: correlation)),
        money: 0
      ).run(executions: Self.executions, goals: [RiskGoal(activities: [0], by: 3)])
      let chance = RiskMaking.cumulative(0.7, 0.9, 1.2, at: 1)
      #expect(isNear(tally.chance(0, by: 0), chance))
      #expect(tally.chance(0, by: 0) == tally.chance(0, by: 3))
      // Those that were never built have paid nothing; the middle one is so much further up among the others.
      let median = tally.spent(0, percent: 50)
      let below = RiskMaking.cumulative(0.7, 0.9, 1.2, at: Double(median) / 1e6)
      #expect(abs(below - (0.5 - (1 - chance))) <= 0.02, "\(median)")
    }
  }
}

extension RiskDistribution {
  /// The quantile at a normal score, by the words of the documentation.
  fileprivate func quantile(_ score: Double) -> Double {
    let ratio = high.value / low.value
    // ratio to the power score / 3.29 by repeated square roots, not as the sources do it.
    var (power, exponent, base) = (1.0, abs(score) / 3.2897072539029444, ratio)
    for _ in 0..<Int(exponent) { power *= base }
    exponent -= exponent.rounded(.down)
    for _ in 0..<50 {
      base = base.squareRoot()
      exponent *= 2
      if exponent >= 1 {
        power *= base
        exponent -= 1
      }
    }
    return (low.value * high.value).squareRoot() * (score < 0 ? 1 / power : power)
  }
}
