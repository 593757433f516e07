public import Coverage
public import Siting
public import Territory

/// Money paid for one work package in one quarter.
public struct Payment: Hashable, Sendable {
  /// When it is paid.
  public let quarter: Quarter
  /// Whole yuan, more than 0.
  public let yuan: Int

  /// One payment.
  public init(quarter: Quarter, yuan: Int) {
    self.quarter = quarter
    self.yuan = yuan
  }
}

/// A work package with its time and its money.
public struct ScheduledPackage: Hashable, Sendable {
  /// What is built.
  public let package: WorkPackage
  /// Quarter of the first payment.
  public let start: Quarter
  /// Quarter in which it is fully paid and the settlement's status rises.
  public let finish: Quarter
  /// In order of time, one a quarter; they sum exactly to the package's cost. Empty when it costs
  /// nothing.
  public let payments: [Payment]
  /// How it is built; empty where there is only one way.
  public let mode: String
  /// What kept it from finishing earlier; nil where nothing did.
  public let stoppedBy: String?

  /// A package with its time and its money.
  public init(
    package: WorkPackage, start: Quarter, finish: Quarter, payments: [Payment], mode: String = "",
    stoppedBy: String? = nil
  ) {
    self.package = package
    self.start = start
    self.finish = finish
    self.payments = payments
    self.mode = mode
    self.stoppedBy = stoppedBy
  }

  /// Whole yuan paid: the package's cost, and what its mode adds.
  public var paidYuan: Int { payments.reduce(0) { $0 + $1.yuan } }
}

/// Why a work package is not in the schedule.
public enum UnscheduledReason: String, Codable, CaseIterable, Sendable {
  /// It fails a hard gate of readiness.
  case notFeasible = "not-feasible"
  /// A package that must come before can never be built, as it, or one before it, is not feasible.
  case prerequisite
  /// What is left of the money until the schedule's end does not pay for it, or for one before it.
  case budgetExhausted = "budget-exhausted"
  /// A limit leaves no room for it until the schedule's end.
  case limit
}

/// A work package that is not in the schedule.
public struct UnscheduledPackage: Hashable, Sendable {
  /// What is not built.
  public let package: WorkPackage
  /// Why not.
  public let reason: UnscheduledReason
  /// The limit that stopped it and by how much it is short; nil where no limit did.
  public let stoppedBy: String?

  /// A package and why it is left out.
  public init(package: WorkPackage, reason: UnscheduledReason, stoppedBy: String? = nil) {
    self.package = package
    self.reason = reason
    self.stoppedBy = stoppedBy
  }
}

/// People whose settlement's status rises, by the status it rises to.
public struct PopulationRaised: Hashable, Sendable {
  /// People newly `reached`.
  public private(set) var reached = 0
  /// People newly with `continuous` coverage.
  public private(set) var continuous = 0
  /// People newly with `deep` coverage.
  public private(set) var deep = 0

  /// Nobody.
  public init() {}

  /// People raised to the status; 0 for `none`.
  public subscript(status: CoverageStatus) -> Int {
    switch status {
    case .none: 0
    case .reached: reached
    case .continuous: continuous
    case .deep: deep
    }
  }

  mutating func add(_ population: Int, to status: CoverageStatus) {
    switch status {
    case .none: break
    case .reached: reached += population
    case .continuous: continuous += population
    case .deep: deep += population
    }
  }
}

/// The money and the results of one quarter: `carriedIn + budget = spent + carriedOut - overdrawn`.
public struct QuarterAccount: Hashable, Sendable {
  /// Which quarter.
  public let quarter: Quarter
  /// New money, whole yuan.
  public let budgetYuan: Int
  /// Money left by the quarter before, whole yuan.
  public let carriedInYuan: Int
  /// Money paid, whole yuan.
  public internal(set) var spentYuan = 0
  /// Ids of the packages that are finished, in order of finishing.
  public internal(set) var finishedPackages: [String] = []
  /// Stations of the finished packages.
  public internal(set) var stationsFinished = 0
  /// People of the finished packages.
  public internal(set) var populationRaised = PopulationRaised()

  init(quarter: Quarter, budgetYuan: Int, carriedInYuan: Int) {
    self.quarter = quarter
    self.budgetYuan = budgetYuan
    self.carriedInYuan = carriedInYuan
  }

  /// Money left for the next quarter, whole yuan, never below 0.
  public var carriedOutYuan: Int { max(0, carriedInYuan + budgetYuan - spentYuan) }
  /// What was paid beyond what there was, whole yuan: only what happened already can do that.
  public var overdrawnYuan: Int { max(0, spentYuan - carriedInYuan - budgetYuan) }
}

/// Work packages over quarters under a budget.
public struct Schedule: Hashable, Sendable {
  /// What it had to keep to.
  public let limits: ScheduleLimits
  /// How kinds of settlement competed.
  public let policy: TierPolicy
  /// What the rises were worth.
  public let weights: StatusWeights
  /// In the order in which they are begun.
  public let packages: [ScheduledPackage]
  /// The rest, in order of id.
  public let unscheduled: [UnscheduledPackage]
  /// One account a quarter, all quarters, in order of time.
  public let quarters: [QuarterAccount]
  /// What is proven of it; nil where nothing is.
  public internal(set) var proof: ScheduleProof?
  /// All limits with what is taken of them, in the order of the book.
  public internal(set) var limitAccounts: [LimitAccount] = []
  /// What moved since the schedule before; nil where there was none.
  public internal(set) var moves: ScheduleMoves?
  /// Mode and first period of each package by id, as the engine chose them; empty without it.
  public internal(set) var starts: [String: ActivityStart] = [:]

  /// Whole yuan paid over all quarters.
  public var spentYuan: Int { quarters.reduce(0) { $0 + $1.spentYuan } }

  /// Stations finished over all quarters.
  public var stationsFinished: Int { quarters.reduce(0) { $0 + $1.stationsFinished } }
}
