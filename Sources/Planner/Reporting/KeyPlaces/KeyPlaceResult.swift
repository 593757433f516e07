public import Coverage
public import Radio

/// What an audit found at key places.
public struct KeyPlaceResult: Sendable {
  /// What a standard asks of key places.
  public let rule: PointRule
  /// Findings of each group, in the same order of places.
  public let groups: [(group: NetworkGroup, findings: [KeyPlaceFinding])]
  /// Adcode of the county of each place's first key point; nil where no county is drawn.
  public let counties: [String?]
  /// Key places of the file outside the regions asked for.
  public let leftOut: Int

  /// A result.
  public init(
    rule: PointRule, groups: [(group: NetworkGroup, findings: [KeyPlaceFinding])],
    counties: [String?], leftOut: Int
  ) {
    self.rule = rule
    self.groups = groups
    self.counties = counties
    self.leftOut = leftOut
  }
}
