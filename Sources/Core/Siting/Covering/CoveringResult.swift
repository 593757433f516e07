/// Why the work on a covering problem ended.
public enum CoveringStop: String, Sendable {
  /// The choice is proven to be optimal.
  case optimal
  /// No choice does what is asked, as at most one site of a group may be chosen: that is proven.
  case impossible
  /// The gap that was asked for is proven.
  case gap
  /// The effort that was allowed is spent.
  case effort
  /// The time that was allowed is over: the result cannot be repeated.
  case time
}

/// A choice of sites and what is proven of it.
public struct CoveringResult: Sendable {
  /// Chosen candidates in ascending order, existing and required ones included.
  public let chosen: [Int]
  /// Weight covered where weight is maximised, price of the chosen sites where that is minimised.
  public let objective: Double
  /// What no choice can surpass: an upper bound of the weight, a lower bound of the price.
  public let bound: Double
  /// Whether the choice does what is asked. Only groups can keep it from that: the choice is then
  /// as far as the search came, which by itself does not say that there is none.
  public let isReached: Bool
  /// Covered weight of each layer.
  public let coveredWeights: [Double]
  /// Cost of the chosen sites; existing ones cost nothing.
  public let cost: Double
  /// Why the work ended.
  public let stop: CoveringStop
  /// Millions of entries of the coverage that have been visited.
  public let effort: Double

  /// Distance between objective and bound, as a share of the bound where weight is maximised and of
  /// the objective where price is minimised (the larger of the two in either case); infinite where
  /// the choice does not do what is asked.
  public var gap: Double {
    guard isReached else { return .infinity }
    let larger = max(abs(objective), abs(bound))
    return larger > 0 ? abs(bound - objective) / larger : 0
  }

  /// Whether the same problem and options give the same result again, on any number of threads.
  public var isRepeatable: Bool { stop != .time }
}
