public import Coverage
public import Territory

/// How surely a schedule keeps its dates and its money, as a simulation shows it.
public struct ScheduleRisk: Hashable, Sendable {
  /// What has to be finished by when.
  public enum Aim: Hashable, Sendable {
    /// Everything of a kind of settlement and status that is in the schedule, by the planned last finish.
    case target(SettlementKind, CoverageStatus)
    /// Everything of a kind of settlement up to a status, by a date of the book.
    case deadline(SettlementKind, CoverageStatus)
    /// One package, by a date of its own.
    case package(String)
  }

  /// What makes things late.
  public enum Cause: Hashable, Sendable {
    /// A step that takes longer.
    case step(RiskStep)
    /// A limit without room; its name.
    case limit(String)
  }

  /// An aim and how surely it is kept.
  public struct Row: Hashable, Sendable {
    /// What has to be finished.
    public let aim: Aim
    /// Packages in it that are in the schedule.
    public let packages: Int
    /// Packages of the same kind and status that the schedule leaves out: the chance says nothing of them.
    public let leftOut: Int
    /// When the schedule finishes the last of them.
    public let planned: Quarter
    /// When they have to be finished.
    public let by: Quarter
    /// The chance that they are.
    public let chance: RiskChance
    /// Quarters by which they were finished in 50, 80 and 95 of 100 executions; nil beyond the horizon.
    public let percentiles: [Quarter?]
    /// What most often made the last of them late, where the date was missed; nil where it never was.
    public let driver: Cause?
  }

  /// How often something made a package late.
  public struct Driver: Hashable, Sendable {
    /// What did.
    public let cause: Cause
    /// Late packages of all executions that it explains.
    public let count: Int
    /// Their share of all late packages, 0 to 1.
    public let share: Double
  }

  /// The money of a quarter.
  public struct Spend: Hashable, Sendable {
    /// Which quarter.
    public let quarter: Quarter
    /// As planned, whole yuan.
    public let plannedYuan: Int
    /// What 10, 50 and 90 of 100 executions did not exceed, whole yuan.
    public let percentileYuan: [Int]
  }

  /// Per cent of the executions that ``Row/percentiles`` are for.
  public static let percents = [50, 80, 95]
  /// Per cent of the executions that ``Spend/percentileYuan`` is for.
  public static let spendPercents = [10, 50, 90]

  /// How many executions.
  public let executions: Int
  /// What the random numbers come from.
  public let seed: UInt64
  /// What was drawn.
  public let book: RiskBook
  /// Packages in the schedule.
  public let packages: Int
  /// Packages that were not finished inside the horizon, in the mean of the executions.
  public let meanUnfinished: Double
  /// Late packages, in the mean of the executions.
  public let meanLate: Double
  /// Targets, then deadlines of the book, then packages.
  public let rows: [Row]
  /// The most frequent first.
  public let drivers: [Driver]
  /// All quarters, in order of time.
  public let spend: [Spend]
}
