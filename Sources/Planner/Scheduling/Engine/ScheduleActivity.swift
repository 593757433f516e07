/// What an activity takes of some limited resources in one of its modes.
public struct ResourceUse: Hashable, Sendable {
  /// Parts in a million that make up the whole of an amount.
  public static let whole = 1_000_000

  /// Indices of the limited resources it takes from, each the full amount: a payment counts against
  /// the country's, the group's and the province's money at once. Either all are persistent or none.
  public let resources: [Int]
  /// How much in all; of persistent resources how much in every period after the finish.
  public let amount: Int
  /// How the amount lies over the activity's periods, in parts of ``whole`` that sum to it; empty for
  /// persistent resources.
  public let shares: [Int]

  /// A use; amounts from 0 to ``greatestAmount``.
  public init(resources: [Int], amount: Int, shares: [Int]) {
    self.resources = resources
    self.amount = amount
    self.shares = shares
  }

  /// Largest amount: its parts in a million stay inside an integer.
  public static let greatestAmount = 9_000_000_000_000

  /// What falls into the period so many after the start: whole units that sum exactly to the amount.
  func quantity(_ period: Int) -> Int {
    var before = 0
    for index in 0..<period { before += shares[index] }
    return amount * (before + shares[period]) / Self.whole - amount * before / Self.whole
  }
}

/// One way to do an activity: its time, what it takes, what it is worth.
public struct ActivityMode: Hashable, Sendable {
  /// For people; distinguishes the modes of one activity.
  public let name: String
  /// Whole periods from the start to the finish, 1 or more.
  public let durationPeriods: Int
  /// What it takes.
  public let uses: [ResourceUse]
  /// What it is worth when it finishes in each period of the horizon, in the objective's unit; may
  /// be negative.
  public let valueByFinish: [Double]

  /// A mode.
  public init(
    name: String = "", durationPeriods: Int, uses: [ResourceUse], valueByFinish: [Double]
  ) {
    self.name = name
    self.durationPeriods = durationPeriods
    self.uses = uses
    self.valueByFinish = valueByFinish
  }
}

/// When and how an activity is done.
public struct ActivityStart: Hashable, Sendable {
  /// Index of the mode.
  public let mode: Int
  /// Period in which it starts, 0 is the horizon's first.
  public let period: Int

  /// A start.
  public init(mode: Int, period: Int) {
    self.mode = mode
    self.period = period
  }
}

/// A work package as the engine sees it.
public struct ScheduleActivity: Hashable, Sendable {
  /// Unique in its problem.
  public let id: String
  /// Indices of activities that must have finished in a period before it starts.
  public let prerequisites: [Int]
  /// First period it may start in.
  public let earliestStart: Int
  /// Last period it may finish in.
  public let latestFinish: Int
  /// Whether a schedule without it is no schedule.
  public let isMandatory: Bool
  /// The start that is fixed, when there is no choice left: done or committed.
  public let fixed: ActivityStart?
  /// One or more.
  public let modes: [ActivityMode]

  /// An activity.
  public init(
    id: String, prerequisites: [Int] = [], earliestStart: Int = 0, latestFinish: Int = .max,
    isMandatory: Bool = false, fixed: ActivityStart? = nil, modes: [ActivityMode]
  ) {
    self.id = id
    self.prerequisites = prerequisites
    self.earliestStart = earliestStart
    self.latestFinish = latestFinish
    self.isMandatory = isMandatory
    self.fixed = fixed
    self.modes = modes
  }
}

/// A resource of which there is only so much.
public struct LimitedResource: Hashable, Sendable {
  /// Unique in its problem, for people.
  public let name: String
  /// The account that each period of the horizon is booked on: its own, or one that the periods of a
  /// year share. Rises from 0 by 0 or 1.
  public let accountOfPeriod: [Int]
  /// How much there is in each account, whole units.
  public let capacity: [Int]
  /// How much of what an account leaves may be kept for the next: 0 nothing.
  public let carryOverCap: Int
  /// Whether what an activity takes is taken in every period after its finish (electricity) and not
  /// while it is done (money).
  public let isPersistent: Bool

  /// A limited resource.
  public init(
    name: String, accountOfPeriod: [Int], capacity: [Int], carryOverCap: Int = 0,
    isPersistent: Bool = false
  ) {
    self.name = name
    self.accountOfPeriod = accountOfPeriod
    self.capacity = capacity
    self.carryOverCap = carryOverCap
    self.isPersistent = isPersistent
  }
}
