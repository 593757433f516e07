import Scheduling
import TestSupport

/// Random scheduling problems: everything the engine allows, much of it at once and much of it absurd.
struct RandomProblem {
  var periods = 1...8
  var activities = 1...12
  var modes = 1...3
  /// Zero turns fixed starts, or mandatory activities, off; else one in so many.
  var fixedOneIn = 12
  var mandatoryOneIn = 9
  /// Largest amounts, one is drawn a problem.
  var amounts = [2, 9, 60, 4000]

  func problem(seed: UInt64) throws -> SchedulingProblem {
    var draw = Draw(shape: self, random: SeededGenerator(seed: seed))
    return try draw.problem()
  }
}

private struct Draw {
  let shape: RandomProblem
  var random: SeededGenerator
  var periods = 1
  var greatest = 1
  var count = 1

  init(shape: RandomProblem, random: SeededGenerator) {
    self.shape = shape
    self.random = random
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &random) }

  mutating func one(in many: Int) -> Bool { many > 0 && number(1...many) == 1 }

  mutating func problem() throws -> SchedulingProblem {
    periods = number(shape.periods)
    count = number(shape.activities)
    greatest = shape.amounts[number(0...shape.amounts.count - 1)]
    let tightness = Double(number(1...12)) / 10
    let resources = (0..<number(0...4)).map { resource($0, tightness) }
    // Nothing, trees, or anything without a circle.
    let precedence = number(0...2)
    let style = number(0...3)
    var activities: [ScheduleActivity] = []
    for index in 0..<count {
      activities.append(activity(index, precedence, style, resources))
    }
    return try SchedulingProblem(periods: periods, activities: activities, resources: resources)
  }

  private mutating func resource(_ index: Int, _ tightness: Double) -> LimitedResource {
    let isPersistent = one(in: 3)
    let isYearly = one(in: isPersistent ? 2 : 3)
    let shift = number(0...3)
    var accounts = (0..<periods).map { isYearly ? ($0 + shift) / 4 : $0 }
    if one(in: 8) { accounts = accounts.map { _ in 0 } }
    let fair = Double(greatest * count) * tightness
    let share = isPersistent || accounts.last == 0 ? fair : fair / Double(periods)
    let capacity = accounts.indices.map { _ in
      one(in: 6) ? 0 : number(0...max(1, Int(share * (isPersistent && isYearly ? 4 : 1))))
    }
    let caps = [0, 0, number(0...max(1, Int(share))), .max]
    return LimitedResource(
      name: "r\(index)", accountOfPeriod: accounts.map { $0 - (accounts.first ?? 0) },
      capacity: capacity, carryOverCap: caps[number(0...3)], isPersistent: isPersistent)
  }

  private mutating func activity(
    _ index: Int, _ precedence: Int, _ style: Int, _ resources: [LimitedResource]
  ) -> ScheduleActivity {
    var before: Set<Int> = []
    if index > 0, precedence > 0, !one(in: 3) {
      for _ in 0..<(precedence == 1 ? 1 : number(1...3)) { before.insert(number(0...index - 1)) }
    }
    let modes = (0..<number(shape.modes)).map { _ in mode(style, resources) }
    var fixed: ActivityStart?
    if one(in: shape.fixedOneIn) {
      let mode = number(0...modes.count - 1)
      let latest = periods - modes[mode].durationPeriods
      if latest >= 0 { fixed = ActivityStart(mode: mode, period: number(0...latest)) }
    }
    return ScheduleActivity(
      id: "a\(index)", prerequisites: before.sorted(),
      earliestStart: one(in: 4) ? number(0...periods - 1) : 0,
      latestFinish: one(in: 4) ? number(0...periods) : .max,
      isMandatory: one(in: shape.mandatoryOneIn), fixed: fixed, modes: modes)
  }

  private mutating func mode(_ style: Int, _ resources: [LimitedResource]) -> ActivityMode {
    let duration = one(in: 2) ? 1 : number(1...min(4, periods + 1))
    let uses = (0..<number(0...3)).compactMap { _ in use(duration, resources) }
    return ActivityMode(
      durationPeriods: duration, uses: uses, valueByFinish: values(one(in: 4) ? 3 : style))
  }

  /// Service that is worth less the later it starts, costs that fall, nothing, or anything.
  private mutating func values(_ style: Int) -> [Double] {
    let weight = Double(number(0...200)) / 4
    return (0..<periods).map { finish in
      switch style {
      case 0: weight * Double(periods - finish)
      case 1: weight * Double(finish - periods)
      case 2: weight
      default: Double(number(-100...300)) / 8
      }
    }
  }

  private mutating func use(_ duration: Int, _ resources: [LimitedResource]) -> ResourceUse? {
    let persistent = one(in: 3)
    let fitting = resources.indices.filter { resources[$0].isPersistent == persistent }
    guard !fitting.isEmpty else { return nil }
    // Two uses of a mode may well draw on one resource.
    let chosen = Array(fitting.shuffled(using: &random).prefix(number(1...2)))
    let amount = one(in: 8) ? 0 : number(0...greatest)
    return ResourceUse(
      resources: chosen, amount: amount, shares: persistent ? [] : shares(duration))
  }

  private mutating func shares(_ duration: Int) -> [Int] {
    var cuts = (1..<duration).map { _ in one(in: 4) ? 0 : number(0...ResourceUse.whole) }.sorted()
    cuts.append(ResourceUse.whole)
    return cuts.indices.map { cuts[$0] - ($0 > 0 ? cuts[$0 - 1] : 0) }
  }
}
