public import Radio

/// One carrier of a site, as it enters a surface.
public struct Transmitter: Sendable {
  /// Where the site stands.
  public let placement: SitePlacement
  /// Its sectors.
  public let antenna: SectorAntenna
  /// What it transmits.
  public let carrier: CarrierLevel
  /// Whether the site stands at the settlement that is looked at.
  public let isOwn: Bool
  /// Index of its site in the network; −1 for one that is only planned.
  public let site: Int

  /// A transmitter.
  public init(
    placement: SitePlacement, antenna: SectorAntenna, carrier: CarrierLevel, isOwn: Bool,
    site: Int = -1
  ) {
    self.placement = placement
    self.antenna = antenna
    self.carrier = carrier
    self.isOwn = isOwn
    self.site = site
  }
}
