import Siting
public import Territory

/// What became of a pilot.
public enum PilotState: String, Sendable {
  /// Its settlement has the status already, and it builds nothing itself.
  case met
  /// It stands by its date.
  case planned
  /// It stands after its date, as what has happened leaves no other way.
  case late
  /// It does not stand within the plan, for the same reason.
  case missed
}

/// A pilot in a schedule.
public struct PilotOutcome: Hashable, Sendable {
  /// What it asked.
  public let task: PilotTask
  /// Whether and when it stands.
  public let state: PilotState
  /// Last quarter of its building; nil where it is met already or missed.
  public let quarter: Quarter?
  /// What its date costs the rest of the plan, all other pilots in their place; nil where there are too many to ask
  /// one by one, or where no schedule was found without it.
  public let price: PilotPrice?

  init(_ task: PilotTask, _ schedule: Schedule, price: PilotPrice?) {
    self.task = task
    self.price = task.isMet ? .nothing : price
    let finishes = Dictionary(
      schedule.packages.map { ($0.package.id, $0.finish) }, uniquingKeysWith: { $1 })
    let own = task.packages.map { finishes[$0] }
    guard !task.isMet else {
      state = .met
      quarter = nil
      return
    }
    guard own.allSatisfy({ $0 != nil }), let last = own.compactMap(\.self).max() else {
      state = .missed
      quarter = nil
      return
    }
    quarter = last
    state = last <= task.pilot.by ? .planned : .late
  }
}

/// All pilots of a plan.
public struct PilotResult: Sendable {
  /// What the packages of a kind of settlement, or of campuses, are worth less; below 0 where they are worth more.
  public struct KindLoss: Hashable, Sendable {
    /// Which kind; nil for campuses.
    public let kind: SettlementKind?
    /// In the objective's unit.
    public let lost: Double
  }

  /// In the order of the file.
  public let outcomes: [PilotOutcome]
  /// What the dates of all of them together cost the rest; nil where no schedule was found without them.
  public let price: PilotPrice?
  /// What the objective counts.
  public let objective: RolloutObjective
  /// Packages that they make later or push out, the greatest loss first.
  public let displaced: [PilotDisplacement]
  /// How far the first stages of the two schedules together may lie below their bounds, in the objective's unit; 0
  /// without the schedule that they are held against.
  public let firstStageSlack: Double
  /// What the packages of each kind of settlement are worth less, campuses last, in the objective's unit.
  public let byKind: [KindLoss]
  /// Weights by which similar places are ranked.
  public let book: PilotBook
}
