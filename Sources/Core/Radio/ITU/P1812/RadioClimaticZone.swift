/// Radio-climatic zone of a point of a path (Recommendation ITU-R P.1812, Table 1).
///
/// The raw values are those of the ITU-R data banks.
public enum RadioClimaticZone: UInt8, CaseIterable, Sendable {
  /// Sea and other large bodies of water (a circle of 100 km across).
  case sea = 1
  /// Land beside the sea up to 100 m above it and at most 50 km inland.
  case coastalLand = 3
  /// All other land.
  case inland = 4

  /// Whether the point is on land.
  public var isLand: Bool { self != .sea }
}
