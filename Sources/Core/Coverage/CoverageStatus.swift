/// Status of a settlement by a standard, in rising order.
public enum CoverageStatus: String, Codable, CaseIterable, Sendable, Comparable {
  /// No service that the standard counts.
  case none
  /// 通达: there is a station, or its signal, at the place.
  case reached
  /// 连续覆盖: outdoors without gaps.
  case continuous
  /// 深度覆盖: outdoors and inside buildings.
  case deep

  /// 0 none, 1 reached, 2 continuous, 3 deep.
  public var rank: Int {
    switch self {
    case .none: 0
    case .reached: 1
    case .continuous: 2
    case .deep: 3
    }
  }

  /// Orders by rank.
  public static func < (one: CoverageStatus, other: CoverageStatus) -> Bool {
    one.rank < other.rank
  }
}
