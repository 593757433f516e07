public import Geometry

/// Path loss over a profile of the ground (Recommendation ITU-R P.1812-6 and -7): line of sight,
/// diffraction by the delta-Bullington method, scatter, ducting, and the spread over places.
///
/// Clutter comes in through the profile's surface heights; do not add P.2108 to it. Entry into
/// buildings is not contained: add `BuildingEntryLossP2109`.
public struct P1812: Sendable {
  /// Centre frequency of the carrier, 0.03 to 6.
  public let carrierGHz: Double
  /// Transmitting antenna above ground, 1 to 3000.
  public let transmitterHeightMetres: Double
  /// Receiving antenna above ground, 1 to 3000.
  public let receiverHeightMetres: Double
  /// Of both antennas.
  public let polarisation: Polarisation
  /// Share of an average year in which the loss is not exceeded, 1 to 50.
  public let timePercent: Double
  /// Share of the places in which the loss is not exceeded, 1 to 99.
  public let locationPercent: Double
  /// Side of the square the places lie in, 1 to 1000.
  public let resolutionMetres: Double
  /// The air over the path.
  public let climate: RadioClimate
  /// What follows from the rest.
  let constants: P1812Constants

  /// Lengths of path the Recommendation is stated for.
  public static let validDistanceKilometres = 0.25...3000.0
  /// Speed of light, m/s, which the wavelength takes.
  private static let speedOfLight = 2.998e8

  /// - Throws: DR-333 for a parameter outside its range.
  public init(
    carrierGHz: Double, transmitterHeightMetres: Double, receiverHeightMetres: Double,
    polarisation: Polarisation = .vertical, timePercent: Double = 50,
    locationPercent: Double = 50, resolutionMetres: Double = 100, climate: RadioClimate
  ) throws(UserError) {
    func check(
      _ name: String, _ value: Double, _ range: ClosedRange<Double>, _ unit: String
    ) throws(UserError) {
      try requireParameter(name, of: "P.1812", value, in: range, unit: unit, code: "DR-333")
    }
    try check("carrier", carrierGHz, 0.03...6, "GHz")
    try check("transmitter height", transmitterHeightMetres, 1...3000, "m")
    try check("receiver height", receiverHeightMetres, 1...3000, "m")
    try check("share of the time", timePercent, 1...50, "%")
    try check("share of the places", locationPercent, 1...99, "%")
    try check("resolution", resolutionMetres, 1...1000, "m")
    self.carrierGHz = carrierGHz
    self.transmitterHeightMetres = transmitterHeightMetres
    self.receiverHeightMetres = receiverHeightMetres
    self.polarisation = polarisation
    self.timePercent = timePercent
    self.locationPercent = locationPercent
    self.resolutionMetres = resolutionMetres
    self.climate = climate
    constants = P1812Constants(
      carrierGHz: carrierGHz, polarisation: polarisation, timePercent: timePercent,
      climate: climate)
  }

  /// Basic transmission loss between isotropic antennas, dB.
  ///
  /// - Throws: DR-333 for a path outside `validDistanceKilometres`.
  public func lossDB(over profile: PathProfile) throws(UserError) -> Double {
    try requireParameter(
      "path length", of: "P.1812", profile.lengthKilometres, in: Self.validDistanceKilometres,
      unit: "km", code: "DR-333")
    return lossDB(overPath: profile)
  }

  /// The same over any form of path whose length is checked.
  func lossDB(overPath path: some P1812Path) -> Double {
    let parts = P1812Parts(self, path)
    let spread =
      locationPercent == 50
      ? 0
      : -InverseComplementaryNormal.approximate(locationPercent / 100)
        * LocationVariability.deviationDB(
          carrierGHz: carrierGHz, resolutionMetres: resolutionMetres,
          receiverHeightMetres: receiverHeightMetres,
          clutterMetres: path.receiverClutterMetres)
    return max(parts.lineOfSightDB, parts.medianLossDB + spread)
  }

  /// Field strength of a transmitter of 1 kW effective radiated power for a loss, dB(µV/m)
  /// (equation 70).
  public func fieldStrengthDB(lossDB: Double) -> Double {
    199.36 + 20 * log10(carrierGHz) - lossDB
  }

  var wavelengthMetres: Double { Self.speedOfLight / (carrierGHz * 1e9) }
}
