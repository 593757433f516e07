public import Geometry

/// RMa: high masts over low, open building (TR 38.901 Table 7.4.1-1).
///
/// Beyond the breakpoint the loss with line of sight starts from the first formula at a path of just
/// the breakpoint distance, which is how ns-3 and Sionna read the TR (pycraf adds the height
/// difference to it; 0.01 dB at most).
public struct RuralMacro: MacroPathLossModel, Hashable {
  /// Centre frequency of the carrier.
  public let carrierGHz: Double
  /// Antenna of the base station above ground.
  public let baseStationHeightMetres: Double
  /// Antenna of the user above ground.
  public let userHeightMetres: Double
  /// Mean height of buildings.
  public let buildingHeightMetres: Double
  /// Mean width of streets.
  public let streetWidthMetres: Double
  /// The TR states the loss with line of sight up to 10 km, the one without up to 5 km.
  public let validDistanceMetres = 10.0...5000.0
  /// Horizontal distance at which the loss with line of sight turns steeper.
  public let breakpointMetres: Double

  /// Deviation of shadow fading without line of sight, from the table.
  public let nonLineOfSightShadowingDB = 8.0
  /// Deviation of shadow fading for users in buildings (Table 7.5-6).
  public let indoorShadowingDB = 8.0
  /// Largest depth of users in buildings (clause 7.4.3.1).
  public let maximumIndoorDepthMetres = 10.0

  /// - Parameters:
  ///   - carrierGHz: 0.5 to 30.
  ///   - baseStationHeightMetres: 10 to 150.
  ///   - userHeightMetres: 1 to 10.
  ///   - buildingHeightMetres: mean height of buildings, 5 to 50.
  ///   - streetWidthMetres: mean width of streets, 5 to 50.
  /// - Throws: DR-301 for a parameter outside its range.
  public init(
    carrierGHz: Double, baseStationHeightMetres: Double = 35, userHeightMetres: Double = 1.5,
    buildingHeightMetres: Double = 5, streetWidthMetres: Double = 20,
    speedOfLight: Double = SpeedOfLight.rounded
  ) throws(UserError) {
    try requireParameter("carrier", of: "RMa", carrierGHz, in: 0.5...30, unit: "GHz")
    try requireParameter(
      "base station height", of: "RMa", baseStationHeightMetres, in: 10...150, unit: "m")
    try requireParameter("user height", of: "RMa", userHeightMetres, in: 1...10, unit: "m")
    try requireParameter("building height", of: "RMa", buildingHeightMetres, in: 5...50, unit: "m")
    try requireParameter("street width", of: "RMa", streetWidthMetres, in: 5...50, unit: "m")
    self.carrierGHz = carrierGHz
    self.baseStationHeightMetres = baseStationHeightMetres
    self.userHeightMetres = userHeightMetres
    self.buildingHeightMetres = buildingHeightMetres
    self.streetWidthMetres = streetWidthMetres
    breakpointMetres =
      2 * Double.pi * baseStationHeightMetres * userHeightMetres * carrierGHz * 1e9 / speedOfLight
  }

  private var heightDifferenceMetres: Double { baseStationHeightMetres - userHeightMetres }

  private func lossBeforeBreakDB(pathMetres path: Double) -> Double {
    let clutter = pow(buildingHeightMetres, 1.72)
    return 20 * log10(40 * Double.pi * path * carrierGHz / 3)
      + min(0.03 * clutter, 10) * log10(path) - min(0.044 * clutter, 14.77)
      + 0.002 * log10(buildingHeightMetres) * path
  }

  /// Median loss with line of sight, dB.
  public func lineOfSightLossDB(distance2DMetres: Double) -> Double {
    let ground = max(distance2DMetres, validDistanceMetres.lowerBound)
    let path = distance3DMetres(ground, heightDifferenceMetres: heightDifferenceMetres)
    guard ground > breakpointMetres else { return lossBeforeBreakDB(pathMetres: path) }
    return lossBeforeBreakDB(pathMetres: breakpointMetres) + 40 * log10(path / breakpointMetres)
  }

  /// Median loss without line of sight, dB.
  public func nonLineOfSightLossDB(distance2DMetres: Double) -> Double {
    let ground = max(distance2DMetres, validDistanceMetres.lowerBound)
    let path = distance3DMetres(ground, heightDifferenceMetres: heightDifferenceMetres)
    let ratio = buildingHeightMetres / baseStationHeightMetres
    let mast = log10(baseStationHeightMetres)
    let user = log10(11.75 * userHeightMetres)
    let obstructed =
      161.04 - 7.1 * log10(streetWidthMetres) + 7.5 * log10(buildingHeightMetres)
      - (24.37 - 3.7 * ratio * ratio) * mast + (43.42 - 3.1 * mast) * (log10(path) - 3)
      + 20 * log10(carrierGHz) - (3.2 * user * user - 4.97)
    return max(lineOfSightLossDB(distance2DMetres: ground), obstructed)
  }

  /// Probability of line of sight, 0 to 1 (Table 7.4.2-1).
  public func lineOfSightProbability(distance2DMetres ground: Double) -> Double {
    ground > 10 ? exp(-(ground - 10) / 1000) : 1
  }

  /// Deviation of shadow fading with line of sight, dB.
  public func lineOfSightShadowingDB(distance2DMetres: Double) -> Double {
    distance2DMetres > breakpointMetres ? 6 : 4
  }
}
