public import Geometry

/// UMa: base stations above the roofs of a city (TR 38.901 Table 7.4.1-1).
///
/// The effective environment height is taken as 1 m for all users. That is exact up to 13 m of user
/// height; above, the TR draws it at random, and 1 m gives the lower loss.
public struct UrbanMacro: MacroPathLossModel, Hashable {
  /// Centre frequency of the carrier.
  public let carrierGHz: Double
  /// Antenna of the base station above ground.
  public let baseStationHeightMetres: Double
  /// Antenna of the user above ground.
  public let userHeightMetres: Double
  /// Lowest antenna of a base station that is still a macro site's.
  static let lowestBaseStationMetres = 10.0
  /// Range of the formulas.
  public let validDistanceMetres = 10.0...5000.0
  /// Horizontal distance at which the loss with line of sight turns steeper.
  public let breakpointMetres: Double

  /// Deviation of shadow fading without line of sight, from the table.
  public let nonLineOfSightShadowingDB = 6.0
  /// Deviation of shadow fading for users in buildings (Table 7.5-6).
  public let indoorShadowingDB = 7.0
  /// Largest depth of users in buildings (clause 7.4.3.1).
  public let maximumIndoorDepthMetres = 25.0

  /// - Parameters:
  ///   - carrierGHz: 0.5 to 100.
  ///   - baseStationHeightMetres: 10 to 150. The TR's figures come from 25 m; other heights enter the
  ///     distance and the breakpoint only.
  ///   - userHeightMetres: 1.5 to 22.5.
  /// - Throws: DR-301 for a parameter outside its range.
  public init(
    carrierGHz: Double, baseStationHeightMetres: Double = 25, userHeightMetres: Double = 1.5,
    speedOfLight: Double = SpeedOfLight.rounded
  ) throws(UserError) {
    try requireParameter("carrier", of: "UMa", carrierGHz, in: 0.5...100, unit: "GHz")
    try requireParameter(
      "base station height", of: "UMa", baseStationHeightMetres,
      in: Self.lowestBaseStationMetres...150, unit: "m")
    try requireParameter("user height", of: "UMa", userHeightMetres, in: 1.5...22.5, unit: "m")
    self.carrierGHz = carrierGHz
    self.baseStationHeightMetres = baseStationHeightMetres
    self.userHeightMetres = userHeightMetres
    breakpointMetres =
      4 * (baseStationHeightMetres - 1) * (userHeightMetres - 1) * carrierGHz * 1e9 / speedOfLight
  }

  private var heightDifferenceMetres: Double { baseStationHeightMetres - userHeightMetres }

  /// Median loss with line of sight, dB.
  public func lineOfSightLossDB(distance2DMetres: Double) -> Double {
    let ground = max(distance2DMetres, validDistanceMetres.lowerBound)
    let path = distance3DMetres(ground, heightDifferenceMetres: heightDifferenceMetres)
    let carrier = 20 * log10(carrierGHz)
    guard ground > breakpointMetres else { return 28 + 22 * log10(path) + carrier }
    let atBreak =
      breakpointMetres * breakpointMetres + heightDifferenceMetres * heightDifferenceMetres
    return 28 + 40 * log10(path) + carrier - 9 * log10(atBreak)
  }

  /// Median loss without line of sight, dB.
  public func nonLineOfSightLossDB(distance2DMetres: Double) -> Double {
    let ground = max(distance2DMetres, validDistanceMetres.lowerBound)
    let path = distance3DMetres(ground, heightDifferenceMetres: heightDifferenceMetres)
    let obstructed =
      13.54 + 39.08 * log10(path) + 20 * log10(carrierGHz) - 0.6 * (userHeightMetres - 1.5)
    return max(lineOfSightLossDB(distance2DMetres: ground), obstructed)
  }

  /// Probability of line of sight, 0 to 1 (Table 7.4.2-1).
  public func lineOfSightProbability(distance2DMetres ground: Double) -> Double {
    guard ground > 18 else { return 1 }
    let street = 18 / ground + exp(-ground / 63) * (1 - 18 / ground)
    guard userHeightMetres > 13 else { return street }
    let rise = pow((userHeightMetres - 13) / 10, 1.5)
    return street * (1 + rise * 1.25 * pow(ground / 100, 3) * exp(-ground / 150))
  }

  /// Deviation of shadow fading with line of sight, dB.
  public func lineOfSightShadowingDB(distance2DMetres: Double) -> Double { 4 }
}
