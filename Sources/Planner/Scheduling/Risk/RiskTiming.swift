import Siting
import Territory

/// How a package's quarters come from the days of its steps, so that they can be worked out for other days.
public struct RiskTiming: Hashable, Sendable {
  /// What fills whole quarters whatever the days.
  public enum Filled: Hashable, Sendable {
    /// Nothing: the days are added and rounded up.
    case nothing
    /// The building, as limits stretch it over so many quarters.
    case building(Int)
    /// All of it: so many quarters are given.
    case all(Int)
  }

  /// Days of each step, in the order of ``RiskStep/allCases``; 0 or more.
  public let days: [Double]
  /// What fills whole quarters.
  public let filled: Filled

  /// A timing.
  public init(days: [Double], filled: Filled = .nothing) {
    precondition(days.count == RiskStep.allCases.count, "\(days.count) steps")
    self.days = days
    self.filled = filled
  }

  /// Of an activity of which only its periods are known: its building fills them.
  public init(periods: Int) {
    self.init(days: [0, 0, 0, 1, 0], filled: .all(periods))
  }
}

extension PackageSteps {
  /// How the quarters of a package in one of its modes came about.
  func timing(_ package: RolloutPackage, mode: ActivityMode) -> RiskTiming {
    let work = package.work
    let permits =
      work.newSites > 0 ? durations.newMastPermitDays.value : durations.permitDays.value
    let days = [
      durations.surveyDays.value, permits, durations.powerDays.value,
      max(1, durations.buildDays.value), durations.optimiseDays.value,
    ]
    if package.durationQuarters != nil {
      return RiskTiming(days: days, filled: .all(mode.durationPeriods))
    }
    let plan = plan(work, buildQuarters: 1, quarters: nil)
    let isByDays =
      plan.quarters == mode.durationPeriods
      && mode.uses.allSatisfy { use in
        use.shares.isEmpty || use.shares == plan.buildShares || use.shares == plan.permitShares
      }
    let lead = Int(((days[0] + days[1] + days[2]) / Self.quarterDays).rounded(.down))
    return RiskTiming(
      days: days, filled: isByDays ? .nothing : .building(max(1, mode.durationPeriods - lead)))
  }
}

/// Timings laid out for the hot loop.
struct RiskTimingTable: Sendable {
  private(set) var days: [Double] = []
  /// Quarters that are filled; 0 for none.
  private var filled: [Int] = []
  private var isAllFilled: [Bool] = []
  private var indices: [RiskTiming: Int] = [:]

  static let steps = RiskStep.allCases.count

  /// A timing that does not come to the planned quarters says nothing of them, and neither does none.
  mutating func index(of timing: RiskTiming?, _ planned: Int) -> Int {
    guard let timing else { return index(of: RiskTiming(periods: planned)) }
    let index = index(of: timing)
    let asPlanned = [Double](repeating: 1, count: Self.steps)
    return quarters(index, asPlanned) == planned
      ? index : self.index(of: RiskTiming(periods: planned))
  }

  private mutating func index(of timing: RiskTiming) -> Int {
    if let known = indices[timing] { return known }
    let index = filled.count
    indices[timing] = index
    days += timing.days
    switch timing.filled {
    case .nothing: filled.append(0)
    case .building(let quarters), .all(let quarters): filled.append(quarters)
    }
    if case .all = timing.filled { isAllFilled.append(true) } else { isAllFilled.append(false) }
    return index
  }

  /// Quarters that a timing comes to under multipliers of its steps; 1 or more.
  func quarters(_ index: Int, _ multiplier: [Double]) -> Int {
    let base = index * Self.steps
    var drawn = 0.0
    guard !isAllFilled[index] else {
      // Whole quarters are all that is known; their time is stretched as that of the steps together.
      var planned = 0.0
      for step in 0..<Self.steps {
        planned += days[base + step]
        drawn += days[base + step] * multiplier[step]
      }
      let factor = planned > 0 ? drawn / planned : multiplier[3]
      return max(1, Int((Double(filled[index]) * factor).rounded()))
    }
    for step in 0..<3 { drawn += days[base + step] * multiplier[step] }
    if filled[index] > 0 {
      let lead = Int((drawn / PackageSteps.quarterDays).rounded(.down))
      return lead + max(1, Int((Double(filled[index]) * multiplier[3]).rounded()))
    }
    for step in 3..<Self.steps { drawn += days[base + step] * multiplier[step] }
    return max(1, Int((drawn / PackageSteps.quarterDays).rounded(.up)))
  }

  /// The step that adds most days.
  func slowest(_ index: Int, _ multiplier: [Double]) -> Int {
    let base = index * Self.steps
    var slowest = 3
    var most = -Double.infinity
    for step in 0..<Self.steps {
      let added = days[base + step] * (multiplier[step] - 1)
      if added > most {
        most = added
        slowest = step
      }
    }
    return slowest
  }
}
