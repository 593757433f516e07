public import Territory

/// What is proven of a schedule.
public struct ScheduleProof: Hashable, Sendable {
  /// One tier's part, or all of it where value alone decides.
  public struct Stage: Hashable, Sendable {
    /// Packages that the stage decided on.
    public let packages: Int
    /// What the schedule is worth with the tiers up to this one, in the objective's unit.
    public let value: Double
    /// Proven: no schedule of these tiers, the earlier ones as they stand, is worth more.
    public let bound: Double
    /// What ended the search.
    public let end: ScheduleEnd
    /// Evaluations of the bound.
    public let evaluations: Int
  }

  /// What was maximised.
  public let objective: RolloutObjective
  /// In order of the tiers.
  public let stages: [Stage]

  /// What the schedule is worth: of costs and carbon the negative.
  public var value: Double { stages.last?.value ?? 0 }

  /// The value, and what each stage's bound leaves above what it reached. With one stage a bound on every
  /// schedule; with more on every schedule with the earlier tiers as they stand, stage by stage.
  public var bound: Double {
    stages.reduce(value) { $0 + max(0, $1.bound - $1.value) }
  }

  /// How far the value can lie below the bound, as a share of it.
  public var gap: Double {
    bound > value ? (bound - value) / max(abs(bound), .leastNormalMagnitude) : 0
  }
}

/// One limit in one of its accounts.
public struct LimitAccount: Hashable, Sendable {
  /// The limit's name, with the group or province that it is for.
  public let limit: String
  /// Of what.
  public let kind: LimitedKind
  /// Group or province that it is for; nil for all.
  public let part: String?
  /// First quarter of the account.
  public let from: Quarter
  /// Last quarter of the account.
  public let until: Quarter
  /// How much there is, in the resource's unit; without what earlier accounts left.
  public let amount: Double
  /// What the account before left of it, as far as it may be kept.
  public let carriedIn: Double
  /// How much the schedule takes.
  public let used: Double
  /// How much of that campuses' networks take.
  public let usedByCampuses: Double
  /// What one unit more would bring at most, in the objective's unit: the shadow price.
  public let price: Double

  /// Share of what there is, with what was kept, that is taken; above 1 where history has taken more.
  public var use: Double {
    let all = amount + carriedIn
    return all > 0 ? used / all : used > 0 ? 1 : 0
  }
}
