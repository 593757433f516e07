public import Coverage
public import Radio

/// What an audit found along lines.
public struct LineResult: Sendable {
  /// What a standard asks of a line.
  public let rule: PointRule
  /// Findings of each group, in the same order of lines; lines outside the regions asked for are left out.
  public let groups: [(group: NetworkGroup, findings: [LineFinding])]
  /// Lines of the file outside the regions asked for.
  public let leftOut: Int

  /// A result.
  public init(
    rule: PointRule, groups: [(group: NetworkGroup, findings: [LineFinding])], leftOut: Int
  ) {
    self.rule = rule
    self.groups = groups
    self.leftOut = leftOut
  }
}
