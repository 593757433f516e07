/// How the kinds of settlement compete for money.
public enum TierPolicy: String, Codable, CaseIterable, Sendable {
  /// Cities before county seats before town seats: a lower tier starts only with money that the
  /// tiers above leave. The order of the national plan: first deep coverage of cities, then
  /// extension to counties and towns.
  case strictTiers = "strict-tiers"
  /// Value per yuan alone decides.
  case valueOnly = "value-only"
}
