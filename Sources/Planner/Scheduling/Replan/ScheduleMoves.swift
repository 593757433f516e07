public import Territory

/// What became of a package between two schedules.
public enum MoveKind: String, Codable, CaseIterable, Sendable {
  /// Built before the first open quarter.
  case done
  /// Begun before it, and not finished.
  case underWay = "under-way"
  /// Where it was.
  case kept
  /// Earlier than it was.
  case earlier
  /// Later than it was.
  case later
  /// In the schedule before, and not in this one.
  case dropped
  /// Left out before, and in this one.
  case added
  /// Unknown to the schedule before.
  case new
}

/// Why a package does not stand where it did.
public enum MoveReason: Hashable, Sendable {
  /// It was begun so many quarters later, and took so many more, than planned; negative for earlier and fewer.
  case ownDelay(start: Int, length: Int)
  /// It was to begin before the first open quarter, and did not.
  case notStarted
  /// Something that it waits for finishes too late or is not built; its id.
  case prerequisite(String)
  /// A limit has no room for it there any more.
  case limit(LimitShortage)
  /// Its dates, or the horizon, leave no room there.
  case dates
  /// There is room, but the schedule is worth more with it elsewhere, the cost of the move taken off.
  case worth
  /// It is not feasible any more, or waits for what is not.
  case notFeasible
  /// It is no package any more.
  case gone

  /// For tables.
  public var key: String {
    switch self {
    case .ownDelay: "own-delay"
    case .notStarted: "not-started"
    case .prerequisite: "prerequisite"
    case .limit: "limit"
    case .dates: "dates"
    case .worth: "worth"
    case .notFeasible: "not-feasible"
    case .gone: "gone"
    }
  }

  /// For tables: what it waits for, which limit is short by how much, how late it is; empty where there is no
  /// more to say.
  public var detail: String {
    switch self {
    case .ownDelay(let start, let length): "start \(start), length \(length)"
    case .prerequisite(let id): id
    case .limit(let shortage): shortage.text
    case .notStarted, .dates, .worth, .notFeasible, .gone: ""
    }
  }
}

/// A package in the schedule before and in this one.
public struct ScheduleMove: Hashable, Sendable {
  /// Id of the package.
  public let id: String
  /// Id of its settlement.
  public let settlement: String
  /// Name of its settlement, for people.
  public let name: String
  /// What became of it.
  public let kind: MoveKind
  /// Whether it was to begin so soon that it keeps its place where it can.
  public let isCommitted: Bool
  /// First and last quarter before; nil where it was left out or unknown.
  public let was: ClosedRange<Quarter>?
  /// First and last quarter now; nil where it is left out.
  public let now: ClosedRange<Quarter>?
  /// Why it does not stand where it did; nil where it does, or where there is nothing to explain.
  public let reason: MoveReason?

  /// Quarters by which it finishes later, or starts later where it finishes as before; negative for earlier. Nil
  /// where it is only in one of the schedules.
  public var quarters: Int? {
    guard let was, let now else { return nil }
    let finish = now.upperBound.index - was.upperBound.index
    return finish != 0 ? finish : now.lowerBound.index - was.lowerBound.index
  }
}

/// What moved between two schedules, and what that costs.
public struct ScheduleMoves: Hashable, Sendable {
  /// First quarter that was open.
  public let asOf: Quarter
  /// Quarters from then on that were committed.
  public let committedQuarters: Int
  /// What a quarter of move costs, as a share of what that quarter changes in a package's worth.
  public let moveShare: Double
  /// What all moves cost, in the objective's unit.
  public let cost: Double
  /// What the schedule is worth with that cost taken off.
  public let value: Double
  /// Every package that is in one of the schedules, in order of id.
  public let moves: [ScheduleMove]

  /// What the schedule is worth by itself.
  public var plainValue: Double { value + cost }

  /// How many packages became this.
  public func count(_ kind: MoveKind) -> Int { moves.count { $0.kind == kind } }

  /// How many are earlier or later.
  public var moved: Int { count(.earlier) + count(.later) }
  /// How many have begun.
  public var begun: Int { count(.done) + count(.underWay) }
}
