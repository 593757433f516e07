public import Geometry

/// UMi street canyon: base stations below the roofs (TR 38.901 Table 7.4.1-1).
public struct UrbanMicroStreetCanyon: MacroPathLossModel, Hashable {
  /// Centre frequency of the carrier.
  public let carrierGHz: Double
  /// Antenna of the base station above ground.
  public let baseStationHeightMetres: Double
  /// Antenna of the user above ground.
  public let userHeightMetres: Double
  /// Range of the formulas.
  public let validDistanceMetres = 10.0...5000.0
  /// Horizontal distance at which the loss with line of sight turns steeper.
  public let breakpointMetres: Double

  /// Deviation of shadow fading without line of sight, from the table.
  public let nonLineOfSightShadowingDB = 7.82
  /// Deviation of shadow fading for users in buildings (Table 7.5-6).
  public let indoorShadowingDB = 7.0
  /// Largest depth of users in buildings (clause 7.4.3.1).
  public let maximumIndoorDepthMetres = 25.0

  /// - Parameters:
  ///   - carrierGHz: 0.5 to 100.
  ///   - baseStationHeightMetres: 3 to 25. The TR's figures come from 10 m.
  ///   - userHeightMetres: 1.5 to 22.5.
  /// - Throws: DR-301 for a parameter outside its range.
  public init(
    carrierGHz: Double, baseStationHeightMetres: Double = 10, userHeightMetres: Double = 1.5,
    speedOfLight: Double = SpeedOfLight.rounded
  ) throws(UserError) {
    try requireParameter("carrier", of: "UMi", carrierGHz, in: 0.5...100, unit: "GHz")
    try requireParameter(
      "base station height", of: "UMi", baseStationHeightMetres, in: 3...25, unit: "m")
    try requireParameter("user height", of: "UMi", userHeightMetres, in: 1.5...22.5, unit: "m")
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
    guard ground > breakpointMetres else { return 32.4 + 21 * log10(path) + carrier }
    let atBreak =
      breakpointMetres * breakpointMetres + heightDifferenceMetres * heightDifferenceMetres
    return 32.4 + 40 * log10(path) + carrier - 9.5 * log10(atBreak)
  }

  /// Median loss without line of sight, dB.
  public func nonLineOfSightLossDB(distance2DMetres: Double) -> Double {
    let ground = max(distance2DMetres, validDistanceMetres.lowerBound)
    let path = distance3DMetres(ground, heightDifferenceMetres: heightDifferenceMetres)
    let obstructed =
      22.4 + 35.3 * log10(path) + 21.3 * log10(carrierGHz) - 0.3 * (userHeightMetres - 1.5)
    return max(lineOfSightLossDB(distance2DMetres: ground), obstructed)
  }

  /// Probability of line of sight, 0 to 1 (Table 7.4.2-1).
  public func lineOfSightProbability(distance2DMetres ground: Double) -> Double {
    guard ground > 18 else { return 1 }
    return 18 / ground + exp(-ground / 36) * (1 - 18 / ground)
  }

  /// Deviation of shadow fading with line of sight, dB.
  public func lineOfSightShadowingDB(distance2DMetres: Double) -> Double { 4 }
}
