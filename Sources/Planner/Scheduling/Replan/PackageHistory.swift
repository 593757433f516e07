public import Territory

/// What really happened of a package that was begun: it stands where it is, whatever the limits say.
public struct PackageHistory: Hashable, Sendable {
  /// Quarter in which it was begun.
  public let started: Quarter
  /// Last quarter that it was built in, or is now expected to be; nil where nobody knows.
  public let finished: Quarter?
  /// How it was built; nil for as planned.
  public let mode: String?
  /// Whole yuan that it cost, or is now expected to cost, in all; nil for as planned.
  public let costYuan: Int?
  /// First quarter that is still open: what is under way does not finish before it.
  public let asOf: Quarter
}

/// Where the schedule before had a package, and what it costs to move it from there.
public struct PriorPlace: Hashable, Sendable {
  /// First and last quarter; nil where it was left out.
  public let span: ClosedRange<Quarter>?
  /// How it was to be built; empty where the schedule does not say.
  public let mode: String
  /// Payments from its start on; empty where the schedule does not say.
  public let payments: [Payment]
  /// What a quarter of move costs, as a share of what that quarter changes in its own worth.
  public internal(set) var moveShare: Double

  /// Quarters that it was to take; nil where it was left out.
  var quarters: Int? { span.map { $0.upperBound.index - $0.lowerBound.index + 1 } }
}
