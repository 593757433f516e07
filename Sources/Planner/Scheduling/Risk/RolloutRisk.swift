public import Geometry
import Siting
import Territory

extension RolloutScheduler {
  /// Carries a schedule of this scheduler's out in drawn worlds.
  ///
  /// - Parameters:
  ///   - packages: those that were scheduled, with their dates.
  ///   - replan: what had happened before; what has begun by then is not drawn.
  ///   - executions: how many worlds, 1 or more.
  ///   - seed: what they are drawn from.
  /// - Throws: `DR-676` when the book of limits does not say what is uncertain.
  public func risk(
    of schedule: Schedule, _ packages: [RolloutPackage], replan: Replan? = nil, executions: Int,
    seed: UInt64
  ) throws(UserError) -> ScheduleRisk {
    let risk = try book.requiredRisk()
    let all =
      [budget()]
      + LimitExpansion(from: limits.from, periods: limits.quarterCount, shares: shares)
      .limits(book.limits)
    let rollout = try problem(RolloutOrder(known(packages, replan)).packages, all)
    let starts = rollout.packages.map { schedule.starts[$0.work.id] }
    let steps = PackageSteps(durations: book.durations)
    let timings = rollout.packages.indices.map { index in
      let modes = rollout.problem.activities[index].modes
      return steps.timing(rollout.packages[index], mode: modes[starts[index]?.mode ?? 0])
    }
    let simulation = RiskSimulation(
      rollout.problem, starts: starts, book: risk, kinds: all.map(\.kind), timings: timings,
      tiers: rollout.packages.map(\.work.tier), money: 0, seed: seed)
    let aims = RiskAims(schedule, rollout.packages, deadlines: book.deadlines ?? [])
    let tally = simulation.run(
      executions: executions,
      goals: aims.entries.map { RiskGoal(activities: $0.activities, by: period($0.by)) },
      threads: threads)
    return summary(schedule, tally, aims.entries, all.map(\.resource.name), risk, seed)
  }

  /// A date as a period: what lies behind the horizon is its end, what lies before it none.
  private func period(_ quarter: Quarter) -> Int {
    min(max(-1, quarter.index - limits.from.index), limits.quarterCount - 1)
  }

  private func summary(
    _ schedule: Schedule, _ tally: RiskTally, _ entries: [RiskAims.Entry], _ names: [String],
    _ book: RiskBook, _ seed: UInt64
  ) -> ScheduleRisk {
    func cause(_ index: Int) -> ScheduleRisk.Cause {
      index < RiskTimingTable.steps
        ? .step(RiskStep.allCases[index]) : .limit(names[index - RiskTimingTable.steps])
    }
    let late = tally.lateness.reduce(0, +)
    let executions = Double(max(1, tally.executions))
    let rows = entries.enumerated().map { index, entry in
      let misses = tally.misses[index]
      // The first of equal ones.
      let most = misses.indices.max { misses[$0] == misses[$1] ? $0 > $1 : misses[$0] < misses[$1] }
      return ScheduleRisk.Row(
        aim: entry.aim, packages: entry.activities.count, leftOut: entry.leftOut,
        planned: entry.planned, by: entry.by,
        chance: tally.chance(index, by: period(entry.by)),
        percentiles: ScheduleRisk.percents.map { percent in
          tally.period(index, percent: percent).map { limits.from.advanced(by: $0) }
        }, driver: most.flatMap { misses[$0] > 0 ? cause($0) : nil })
    }
    let order = tally.lateness.indices.filter { tally.lateness[$0] > 0 }.sorted {
      (tally.lateness[$1], $0) < (tally.lateness[$0], $1)
    }
    return ScheduleRisk(
      executions: tally.executions, seed: seed, book: book, packages: schedule.packages.count,
      meanUnfinished: Double(tally.unfinished) / executions,
      meanLate: Double(late) / executions, rows: rows,
      drivers: order.map {
        ScheduleRisk.Driver(
          cause: cause($0), count: tally.lateness[$0],
          share: Double(tally.lateness[$0]) / Double(max(1, late)))
      },
      spend: schedule.quarters.enumerated().map { period, account in
        ScheduleRisk.Spend(
          quarter: account.quarter, plannedYuan: account.spentYuan,
          percentileYuan: ScheduleRisk.spendPercents.map { tally.spent(period, percent: $0) })
      })
  }
}

extension LimitBook {
  /// What is uncertain.
  ///
  /// - Throws: `DR-676` when the book does not say it.
  @discardableResult public func requiredRisk() throws(UserError) -> RiskBook {
    guard let risk else {
      throw UserError(
        "DR-676", .badData, at: "--simulate", "the book of limits has no section 'risk'",
        remedy: "say there what is uncertain, as geodata/books/limits.yaml does")
    }
    return risk
  }
}
