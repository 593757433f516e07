public import Coverage
public import Radio
public import Territory

/// Whether a place rose or fell.
public enum ChangeDirection: String, CaseIterable, Sendable {
  /// Its status is higher than before.
  case rose
  /// Its status is lower.
  case fell
  /// The same status, other values.
  case same
  /// Only the later audit has it.
  case added
  /// Only the earlier audit has it.
  case removed
}

/// Sites near a place that differ between two registers.
public struct SiteChanges: Hashable, Sendable {
  /// Only in the later one.
  public var added = 0
  /// Only in the earlier one.
  public var removed = 0
  /// In both, with another position, height, sectors or configurations.
  public var changed = 0

  /// Nothing differs yet.
  public init() {}

  var isEmpty: Bool { added == 0 && removed == 0 && changed == 0 }
}

/// A criterion of a place in two audits.
public struct CriterionChange: Hashable, Sendable {
  /// What it asks the status of.
  public let status: CoverageStatus
  /// Which.
  public let criterion: CriterionKind
  /// Value and threshold before; nil where the standard had no such criterion.
  public let before: Pair?
  /// Value and threshold after.
  public let after: Pair?
  /// Whether both standards measure the same thing by it; nil where that cannot be known.
  public let isSameMeasure: Bool?

  /// A value with its threshold.
  public struct Pair: Hashable, Sendable {
    /// As measured by the audit.
    public let value: Double
    /// That it is held against.
    public let threshold: Double
    /// Whether it is reached.
    public var passed: Bool { value >= threshold }
  }
}

/// What became of one settlement in one group's network.
public struct PlaceChange: Sendable {
  /// Id of the settlement.
  public let settlement: String
  /// Its name.
  public let name: String
  /// Its kind.
  public let kind: SettlementKind
  /// Adcode of the province.
  public let province: String
  /// Adcode of the prefecture; empty without one.
  public let prefecture: String
  /// Adcode of the county; empty without one.
  public let county: String
  /// Whose network.
  public let group: NetworkGroup
  /// Residents, before and after.
  public let population: (before: Int?, after: Int?)
  /// Stations, before and after.
  public let stations: (before: Int?, after: Int?)
  /// Status, before and after.
  public let status: (before: CoverageStatus?, after: CoverageStatus?)
  /// Whether the highest status asked for is reached, before and after.
  public let passes: (before: Bool, after: Bool)
  /// Status of the values before under the later standard; nil where that cannot be told.
  public let underNewStandard: CoverageStatus?
  /// Criteria of either standard.
  public let criteria: [CriterionChange]
  /// What is not the same for this place, besides the standard.
  public let factors: [ChangeFactor]
  /// Sites near the place; nil where both registers are not there to be looked at.
  public let sites: SiteChanges?

  /// Which way it went.
  public var direction: ChangeDirection {
    guard let old = status.before else { return .added }
    guard let new = status.after else { return .removed }
    return new > old ? .rose : new < old ? .fell : .same
  }

  /// Whether a value, threshold or status is another.
  public var isChanged: Bool {
    direction != .same || criteria.contains { $0.before != $0.after }
  }

  /// Steps that the standard alone makes; nil where it cannot be told apart.
  public var standardSteps: Int? {
    guard let old = status.before, let underNewStandard else { return nil }
    return underNewStandard.rank - old.rank
  }

  /// Steps that remain.
  public var otherSteps: Int? {
    guard let new = status.after, let underNewStandard else { return nil }
    return new.rank - underNewStandard.rank
  }

  /// Causes in words of the file: `standard`, a factor, several joined by `+` where they cannot be told
  /// apart, `unknown` where nothing recorded differs; of two steps, both, with `;` between.
  public var cause: String {
    guard status.before != nil, status.after != nil, isChanged else { return "" }
    let rest = factors.map(\.rawValue).joined(separator: "+")
    guard let standardSteps, let otherSteps else {
      return (["standard"] + (rest.isEmpty ? [] : [rest])).joined(separator: "+")
    }
    let hasOtherValues = criteria.contains {
      $0.before.map(\.value) != $0.after.map(\.value) && $0.isSameMeasure != false
    }
    var causes: [String] = []
    let hasOtherThresholds = criteria.contains {
      $0.before.map(\.threshold) != $0.after.map(\.threshold)
    }
    if standardSteps != 0 || (direction == .same && hasOtherThresholds) {
      causes.append("standard")
    }
    if otherSteps != 0 || (direction == .same && hasOtherValues) {
      causes.append(rest.isEmpty ? "unknown" : rest)
    }
    return causes.joined(separator: ";")
  }
}
