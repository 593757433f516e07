public import Siting
public import Territory

/// Who has to decide what of a scheduled package, by when, and what a delay costs.
public struct Decision: Hashable, Sendable {
  /// What is decided, and by whom.
  public let gate: DecisionGate
  /// Package that waits for it.
  public let work: WorkPackage
  /// Last quarter of its building.
  public let finish: Quarter
  /// How far it is, and since when.
  public let entry: GateFile.Entry
  /// Day by which the application must be in, so that the lead time ends in time.
  public let applyBy: CivilDay
  /// Day by which it must be decided for the package's finish to hold.
  public let decideBy: CivilDay
  /// Day on which it is to be expected: the application's, or else the horizon's first, and the lead time; nil where
  /// it is granted.
  public let expected: CivilDay?
  /// What a month of delay beyond ``decideBy`` costs, in the objective's unit: an estimate.
  public let monthCost: Double
  /// Further packages that would move.
  public let moved: Int
  /// The first date that the package, or what moves with it, must keep and a quarter's delay would break.
  public let breaks: Quarter?
  /// Pilots whose dates hang on the package.
  public let pilots: [String]

  /// Days by which the decision is expected too late; 0 where it is in time or granted.
  public var daysLate: Int { expected.map { max(0, $0.number - decideBy.number) } ?? 0 }
}

/// All decisions that a schedule waits for.
public struct DecisionList: Sendable {
  /// By day, then by cost, the dearest first, then by package and gate.
  public let decisions: [Decision]
  /// What the objective counts.
  public let objective: RolloutObjective
  /// The departments' names.
  public let book: GateBook
}
