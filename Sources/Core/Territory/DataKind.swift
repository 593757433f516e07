/// Where a figure comes from. Carried beside every figure into the reports: nothing modelled is
/// printed as if it had been surveyed.
public enum DataKind: String, Codable, CaseIterable, Sendable, Comparable {
  /// Published by the office responsible for it (census, ministry).
  case official
  /// Observed: a survey, a measurement, a register of real sites.
  case measured
  /// Derived from official or measured figures by a stated rule.
  case estimated
  /// Made by a model where nothing was known.
  case modelled

  private var rank: Int {
    switch self {
    case .official: 0
    case .measured: 1
    case .estimated: 2
    case .modelled: 3
    }
  }

  /// Orders by how far a figure is from what was published or observed.
  public static func < (one: DataKind, other: DataKind) -> Bool { one.rank < other.rank }
}
