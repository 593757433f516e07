public import Territory

/// A carrier: band, width, numerology.
public struct Band: Codable, Hashable, Sendable {
  /// 3GPP name, `n78`.
  public let name: String
  /// Who holds the spectrum.
  public let group: NetworkGroup
  /// Duplex, `TDD` or `FDD`.
  public let duplex: String
  /// Centre of the downlink carrier.
  public let centreGHz: Figure
  /// Width of the carrier; with FDD there is another one of that width for the uplink.
  public let bandwidthMHz: Figure
  /// 15 or 30.
  public let subcarrierSpacingKHz: Figure
  /// Resource blocks (TS 38.104 Table 5.3.2-1).
  public let resourceBlocks: Figure
  /// Share of the time that the downlink has, above 0 to 1.
  public let downlinkShare: Figure
  /// Share of the time that the uplink has, above 0 to 1; the rest are guard periods.
  public let uplinkShare: Figure
}
