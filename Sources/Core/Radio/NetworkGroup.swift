/// The two real network groups of the mainland: co-built networks, each planned on its own.
public enum NetworkGroup: String, Codable, CaseIterable, Sendable, Comparable {
  /// China Mobile with China Broadnet: n41 2.6 GHz in cities, n28 700 MHz outward.
  case mobile
  /// China Telecom with China Unicom: n78 3.5 GHz in cities, n1 2.1 GHz outward.
  case unicom

  /// mobile before unicom.
  public static func < (one: NetworkGroup, other: NetworkGroup) -> Bool {
    one == .mobile && other == .unicom
  }
}
