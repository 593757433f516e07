/// What gives out first at a point, as the signal falls.
public enum LimitingLink: String, CaseIterable, Codable, Sendable {
  /// SS-RSRP of the best server.
  case downlink
  /// Rate of the uplink at the user's full power.
  case uplink
  /// SS-SINR: other cells' load.
  case interference
  /// No cell is received at all.
  case none

  /// Number in rasters: 1 downlink, 2 uplink, 3 interference, 0 none.
  public var code: UInt8 {
    switch self {
    case .none: 0
    case .downlink: 1
    case .uplink: 2
    case .interference: 3
    }
  }

  /// The link with the least margin; on equal margins the first of downlink, uplink, interference.
  public static func least(
    downlinkDB: Double, uplinkDB: Double, interferenceDB: Double
  ) -> LimitingLink {
    if downlinkDB <= uplinkDB, downlinkDB <= interferenceDB { return .downlink }
    return uplinkDB <= interferenceDB ? .uplink : .interference
  }
}
