public import Geometry

/// InF: base station and user in the same factory hall (TR 38.901 Table 7.4.1-1).
public struct IndoorFactory: PathLossModel, Hashable {
  /// How cluttered the hall is and whether the base station stands above the clutter.
  public enum Clutter: String, Codable, CaseIterable, Sendable {
    case sparseLow = "SL"
    case denseLow = "DL"
    case sparseHigh = "SH"
    case denseHigh = "DH"
  }

  /// Centre frequency of the carrier.
  public let carrierGHz: Double
  /// Antenna of the base station above ground.
  public let baseStationHeightMetres: Double
  /// Antenna of the user above ground.
  public let userHeightMetres: Double
  /// Kind of hall.
  public let clutter: Clutter
  /// Share of the floor that clutter covers, between 0 and 1.
  public let clutterDensity: Double
  /// Typical size of the clutter.
  public let clutterSizeMetres: Double
  /// Height of the clutter above ground.
  public let clutterHeightMetres: Double
  /// Range of the formulas.
  public let validDistanceMetres = 1.0...600.0

  /// - Parameters:
  ///   - carrierGHz: 0.5 to 100.
  ///   - baseStationHeightMetres: 1 to 25, above the clutter for SH and DH.
  ///   - userHeightMetres: 0.5 to 10, below the clutter for SH and DH.
  ///   - clutterDensity: 0.01 to 0.99; the TR calls less than 0.4 sparse.
  ///   - clutterSizeMetres: typical size of the clutter; 10 m where sparse and 2 m where dense.
  /// - Throws: DR-301 for a parameter outside its range.
  public init(
    carrierGHz: Double, baseStationHeightMetres: Double, userHeightMetres: Double = 1.5,
    clutter: Clutter, clutterDensity: Double, clutterSizeMetres: Double,
    clutterHeightMetres: Double
  ) throws(UserError) {
    try requireParameter("carrier", of: "InF", carrierGHz, in: 0.5...100, unit: "GHz")
    try requireParameter(
      "base station height", of: "InF", baseStationHeightMetres, in: 1...25, unit: "m")
    try requireParameter("user height", of: "InF", userHeightMetres, in: 0.5...10, unit: "m")
    try requireParameter("clutter density", of: "InF", clutterDensity, in: 0.01...0.99, unit: "1")
    try requireParameter("clutter size", of: "InF", clutterSizeMetres, in: 0.1...100, unit: "m")
    let above = clutter == .sparseHigh || clutter == .denseHigh
    try requireParameter(
      "clutter height", of: "InF", clutterHeightMetres,
      in: above && baseStationHeightMetres > userHeightMetres
        ? userHeightMetres.nextUp...baseStationHeightMetres : 0...25, unit: "m")
    self.carrierGHz = carrierGHz
    self.baseStationHeightMetres = baseStationHeightMetres
    self.userHeightMetres = userHeightMetres
    self.clutter = clutter
    self.clutterDensity = clutterDensity
    self.clutterSizeMetres = clutterSizeMetres
    self.clutterHeightMetres = clutterHeightMetres
  }

  private func decade(_ ground: Double) -> Double {
    log10(
      distance3DMetres(
        max(ground, validDistanceMetres.lowerBound),
        heightDifferenceMetres: baseStationHeightMetres - userHeightMetres))
  }

  /// Median loss with line of sight, dB.
  public func lineOfSightLossDB(distance2DMetres: Double) -> Double {
    31.84 + 21.5 * decade(distance2DMetres) + 19 * log10(carrierGHz)
  }

  /// Median loss without line of sight, dB.
  public func nonLineOfSightLossDB(distance2DMetres: Double) -> Double {
    let path = decade(distance2DMetres)
    let carrier = 20 * log10(carrierGHz)
    let clear = lineOfSightLossDB(distance2DMetres: distance2DMetres)
    let sparse = max(33 + 25.5 * path + carrier, clear)
    switch clutter {
    case .sparseLow: return sparse
    case .denseLow: return max(18.6 + 35.7 * path + carrier, sparse)
    case .sparseHigh: return max(32.4 + 23 * path + carrier, clear)
    case .denseHigh: return max(33.63 + 21.9 * path + carrier, clear)
    }
  }

  /// Probability of line of sight, 0 to 1 (Table 7.4.2-1).
  public func lineOfSightProbability(distance2DMetres: Double) -> Double {
    var scale = -clutterSizeMetres / log(1 - clutterDensity)
    if clutter == .sparseHigh || clutter == .denseHigh {
      scale *=
        (baseStationHeightMetres - userHeightMetres) / (clutterHeightMetres - userHeightMetres)
    }
    return exp(-max(distance2DMetres, 0) / scale)
  }

  /// Deviation of shadow fading with line of sight, dB.
  public func lineOfSightShadowingDB(distance2DMetres: Double) -> Double { 4.3 }

  /// Deviation of shadow fading without line of sight, from the table.
  public var nonLineOfSightShadowingDB: Double {
    switch clutter {
    case .sparseLow: 5.7
    case .denseLow: 7.2
    case .sparseHigh: 5.9
    case .denseHigh: 4.0
    }
  }
}
