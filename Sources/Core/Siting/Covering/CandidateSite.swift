/// A place where a site may be.
public struct CandidateSite: Hashable, Sendable {
  /// What is already settled about a candidate.
  public enum Status: String, CaseIterable, Sendable {
    /// Chosen if it helps.
    case free
    /// Stands already: always chosen, costs nothing and does not count.
    case existing
    /// Must be chosen, counts and costs.
    case required
    /// Must not be chosen.
    case forbidden

    /// Whether the candidate is chosen whatever it brings.
    var isSettledIn: Bool { self == .existing || self == .required }
  }

  /// Cost in any unit, from 0 up.
  public let cost: Double
  /// What is settled.
  public let status: Status
  /// Of the candidates with the same number at most one is chosen, existing and required ones
  /// included; nil for a candidate on its own.
  public let exclusiveGroup: Int?

  /// A candidate.
  public init(cost: Double = 1, status: Status = .free, exclusiveGroup: Int? = nil) {
    self.cost = cost
    self.status = status
    self.exclusiveGroup = exclusiveGroup
  }
}
