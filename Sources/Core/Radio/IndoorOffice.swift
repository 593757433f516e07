public import Geometry

/// InH: base station and user on the same office floor (TR 38.901 Table 7.4.1-1).
public struct IndoorOffice: PathLossModel, Hashable {
  /// How far the floor is divided by walls.
  public enum Layout: String, Codable, CaseIterable, Sendable {
    case mixed
    case open
  }

  /// Centre frequency of the carrier.
  public let carrierGHz: Double
  /// Antenna of the base station above ground.
  public let baseStationHeightMetres: Double
  /// Antenna of the user above ground.
  public let userHeightMetres: Double
  /// How far the floor is divided.
  public let layout: Layout
  /// Range of the formulas.
  public let validDistanceMetres = 1.0...150.0
  /// Deviation of shadow fading without line of sight, from the table.
  public let nonLineOfSightShadowingDB = 8.03

  /// - Parameters:
  ///   - carrierGHz: 0.5 to 100.
  ///   - baseStationHeightMetres: 1 to 10; the TR's figures come from 3 m.
  ///   - userHeightMetres: 1 to 10.
  /// - Throws: DR-301 for a parameter outside its range.
  public init(
    carrierGHz: Double, baseStationHeightMetres: Double = 3, userHeightMetres: Double = 1.5,
    layout: Layout = .mixed
  ) throws(UserError) {
    try requireParameter("carrier", of: "InH", carrierGHz, in: 0.5...100, unit: "GHz")
    try requireParameter(
      "base station height", of: "InH", baseStationHeightMetres, in: 1...10, unit: "m")
    try requireParameter("user height", of: "InH", userHeightMetres, in: 1...10, unit: "m")
    self.carrierGHz = carrierGHz
    self.baseStationHeightMetres = baseStationHeightMetres
    self.userHeightMetres = userHeightMetres
    self.layout = layout
  }

  private func pathMetres(_ ground: Double) -> Double {
    distance3DMetres(
      max(ground, validDistanceMetres.lowerBound),
      heightDifferenceMetres: baseStationHeightMetres - userHeightMetres)
  }

  /// Median loss with line of sight, dB.
  public func lineOfSightLossDB(distance2DMetres: Double) -> Double {
    32.4 + 17.3 * log10(pathMetres(distance2DMetres)) + 20 * log10(carrierGHz)
  }

  /// Median loss without line of sight, dB.
  public func nonLineOfSightLossDB(distance2DMetres: Double) -> Double {
    let obstructed = 17.3 + 38.3 * log10(pathMetres(distance2DMetres)) + 24.9 * log10(carrierGHz)
    return max(lineOfSightLossDB(distance2DMetres: distance2DMetres), obstructed)
  }

  /// Probability of line of sight, 0 to 1 (Table 7.4.2-1).
  public func lineOfSightProbability(distance2DMetres ground: Double) -> Double {
    switch layout {
    case .mixed:
      if ground <= 1.2 { return 1 }
      if ground < 6.5 { return exp(-(ground - 1.2) / 4.7) }
      return 0.32 * exp(-(ground - 6.5) / 32.6)
    case .open:
      if ground <= 5 { return 1 }
      if ground <= 49 { return exp(-(ground - 5) / 70.8) }
      return 0.54 * exp(-(ground - 49) / 211.7)
    }
  }

  /// Deviation of shadow fading with line of sight, dB.
  public func lineOfSightShadowingDB(distance2DMetres: Double) -> Double { 3 }
}
