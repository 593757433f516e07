import Coverage
import Geometry
import Scheduling
import Siting
import Territory
import TestSupport
import Testing

/// Risk of schedules of packages under books.
@Suite struct RolloutRiskTests {
  private func scheduler(
    _ making: BookMaking, risk: String, quarters: Int, budgetYuan: Int,
    objective: RolloutObjective = .service, policy: TierPolicy = .strictTiers
  ) throws -> RolloutScheduler {
    let plain = try making.scheduler(quarters: quarters, budgetYuan: budgetYuan)
    return RolloutScheduler(
      limits: plain.limits, book: try RiskMaking.book(making, risk: risk), policy: policy,
      objective: objective, shares: plain.shares, rates: plain.rates, effort: plain.effort)
  }

  /// All that can be drawn, of one distribution.
  private func risk(_ multiplier: String) -> String {
    let steps = RiskStep.allCases.map { "{step: \($0.rawValue), multiplier: \(multiplier)}" }
    let supply = ["capex", "crew-days", "stations"].map {
      "{resource: \($0), multiplier: \(multiplier)}"
    }
    return """
      risk:
        durations: [\(steps.joined(separator: ", "))]
        supply: [\(supply.joined(separator: ", "))]
        cost: \(multiplier)

      """
  }

  /// Whatever days the steps take and however limits stretch the building, worlds in which nothing changes are
  /// the plan.
  @Test func worldsAsPlannedKeepEveryDate() throws {
    let nearly = RiskMaking.yaml("triangular", low: "0.9999999999999", mode: "1", high: "1")
    var rows = 0
    for seed in 0..<60 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      var making = BookMaking()
      making.days = (0..<6).map { _ in Double.random(in: 0...70, using: &random) }
      making.limits = [
        "name: masts, resource: stations, of: nation, per: quarter, amount: "
          + BookMaking.amount("\(Int.random(in: 5...30, using: &random))")
      ]
      let world = try RandomWorld(seed: seed)
      let scheduler = try scheduler(
        making, risk: risk(nearly), quarters: 12,
        budgetYuan: Int.random(in: 20...200, using: &random),
        objective: seed % 2 == 0 ? .service : .earliest,
        policy: seed % 2 == 0 ? .strictTiers : .valueOnly)
      let packages = world.packages.map { RolloutPackage($0) }
      let schedule = try scheduler.schedule(packages)
      let result = try scheduler.risk(of: schedule, packages, executions: 5, seed: seed)
      #expect(result.meanLate == 0 && result.drivers.isEmpty, "seed \(seed)")
      for row in result.rows {
        rows += 1
        #expect(row.chance.value == 1 && row.driver == nil, "seed \(seed)")
        #expect(row.percentiles == [row.planned, row.planned, row.planned], "seed \(seed)")
      }
      for spend in result.spend {
        #expect(spend.percentileYuan == [Int](repeating: spend.plannedYuan, count: 3))
      }
    }
    #expect(rows > 100)
  }

  @Test func datesOfTheBookAndOfPackagesAreAsked() throws {
    var making = BookMaking()
    making.days = [0, 0, 0, 0, 80, 0]
    making.deadlines = "{settlements: city, status: deep, by: 2021Q2}"
    let triangle = RiskMaking.yaml("triangular", low: "0.5", mode: "1", high: "2")
    let scheduler = try scheduler(
      making, risk: "risk:\n  durations: [{step: build, multiplier: \(triangle)}]\n", quarters: 8,
      budgetYuan: 1000)
    var packages = [
      package("a", costYuan: 10), package("b", kind: .townSeat, to: .reached, costYuan: 10),
      package("c", kind: .townSeat, costYuan: 100_000),
    ].map { RolloutPackage($0) }
    packages[1].deadline = scheduler.limits.from
    let dated = packages.dated(by: scheduler.book.deadlines ?? [])
    let schedule = try scheduler.schedule(dated)
    let result = try scheduler.risk(of: schedule, dated, executions: 2000, seed: 3)
    #expect(
      result.rows.map(\.aim) == [
        .target(.city, .deep), .target(.townSeat, .reached), .deadline(.city, .deep),
        .package("b"),
      ])
    let quarter = scheduler.limits.from
    #expect(result.rows.map(\.by) == [quarter, quarter, quarter.advanced(by: 1), quarter])
    let chance = RiskMaking.cumulative(0.5, 1, 2, at: 365.25 / 4 / 80)
    for index in [0, 1, 3] {
      #expect(abs(result.rows[index].chance.value - chance) < 0.05)
      #expect(result.rows[index].driver == .step(.build))
    }
    #expect(result.rows[2].chance.value == 1 && result.rows[2].driver == nil)
    #expect(result.drivers.map(\.cause) == [.step(.build)])
    #expect(result.drivers.first?.share == 1)
    #expect(result.packages == 2)
  }

  /// A limit that seldom has what the plan reckons with is what makes packages late.
  @Test func aScarceLimitIsNamed() throws {
    var making = BookMaking()
    making.limits = [
      "name: masts, resource: stations, of: nation, per: quarter, amount: "
        + BookMaking.amount("10")
    ]
    let triangle = RiskMaking.yaml("triangular", low: "0.5", mode: "0.7", high: "1.2")
    let scheduler = try scheduler(
      making, risk: "risk:\n  supply: [{resource: stations, multiplier: \(triangle)}]\n",
      quarters: 12, budgetYuan: 1000)
    let packages = (0..<20).map { RolloutPackage(package("p\($0)", costYuan: 10, stations: 2)) }
    let schedule = try scheduler.schedule(packages)
    let result = try scheduler.risk(of: schedule, packages, executions: 200, seed: 1)
    #expect(result.drivers.first?.cause == .limit("masts"))
    #expect(result.rows.first?.driver == .limit("masts"))
    #expect(result.rows.first?.chance.value ?? 1 < 0.1)
  }

  @Test func aBookThatIsSilentIsRefused() throws {
    let scheduler = try BookMaking().scheduler(quarters: 2, budgetYuan: 10)
    let packages = [RolloutPackage(package("a", costYuan: 1))]
    let schedule = try scheduler.schedule(packages)
    let error = userError {
      try scheduler.risk(of: schedule, packages, executions: 1, seed: 1)
    }
    #expect(error?.code == "DR-676")
  }
}
