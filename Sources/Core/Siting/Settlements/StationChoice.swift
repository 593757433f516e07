public import Radio

/// What a site can be given: carriers built together on one mast, at one height. A site is given at most
/// one of its choices, and so at most one carrier a band.
public struct StationChoice: Sendable {
  /// At least one, of different bands.
  public let carriers: [AntennaConfiguration]
  /// Height of the antennas above ground.
  public let heightMetres: Double

  /// A choice of carriers at a height.
  public init(_ carriers: [AntennaConfiguration], heightMetres: Double) {
    self.carriers = carriers
    self.heightMetres = heightMetres
  }
}
