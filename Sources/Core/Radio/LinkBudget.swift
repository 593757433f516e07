public import Geometry

/// From the power at the antenna port to the SS-RSRP at the user.
public struct LinkBudget: Hashable, Sendable {
  /// Energy per resource element of the carrier at full load, before antenna and feeder, dBm.
  public let energyPerResourceElementDBm: Double
  /// Gain of the best SSB beam towards the user, dBi.
  public let ssbGainDBi: Double
  /// Loss between radio unit and antenna.
  public let feederLossDB: Double
  /// Loss by the body of whoever holds the handset.
  public let bodyLossDB: Double
  /// Rise of the noise floor by other cells. Counts in the SINR only: SS-RSRP is a received power.
  public let interferenceMarginDB: Double
  /// Width of a resource element.
  public let subcarrierSpacingKHz: Double
  /// Noise figure of the handset.
  public let noiseFigureDB: Double

  /// - Parameters:
  ///   - conductedPowerWatts: all transmit chains together, 0.01 to 10 000.
  ///   - resourceBlocks: of the carrier, 11 to 275 (TS 38.104 Table 5.3.2-1).
  ///   - subcarrierSpacingKHz: 15, 30 or 60.
  /// - Throws: DR-302 for a parameter outside its range.
  public init(
    conductedPowerWatts: Double, resourceBlocks: Int, subcarrierSpacingKHz: Double,
    ssbGainDBi: Double, feederLossDB: Double = 0, bodyLossDB: Double = 0,
    interferenceMarginDB: Double = 0, noiseFigureDB: Double = 7
  ) throws(UserError) {
    func check(_ name: String, _ value: Double, _ range: ClosedRange<Double>, _ unit: String)
      throws(UserError)
    {
      try requireParameter(
        name, of: "link budget", value, in: range, unit: unit, code: "DR-302")
    }
    try check("conducted power", conductedPowerWatts, 0.01...10_000, "W")
    try check("resource blocks", Double(resourceBlocks), 11...275, "RB")
    try check("subcarrier spacing", subcarrierSpacingKHz, 15...60, "kHz")
    try check("SSB gain", ssbGainDBi, -10...40, "dBi")
    try check("feeder loss", feederLossDB, 0...20, "dB")
    try check("body loss", bodyLossDB, 0...20, "dB")
    try check("interference margin", interferenceMarginDB, 0...30, "dB")
    try check("noise figure", noiseFigureDB, 0...20, "dB")
    energyPerResourceElementDBm =
      10 * log10(conductedPowerWatts * 1000) - 10 * log10(12 * Double(resourceBlocks))
    self.ssbGainDBi = ssbGainDBi
    self.feederLossDB = feederLossDB
    self.bodyLossDB = bodyLossDB
    self.interferenceMarginDB = interferenceMarginDB
    self.subcarrierSpacingKHz = subcarrierSpacingKHz
    self.noiseFigureDB = noiseFigureDB
  }

  /// Radiated power of one resource element of the SSB towards the user, dBm EIRP.
  public var radiatedPerResourceElementDBm: Double {
    energyPerResourceElementDBm + ssbGainDBi - feederLossDB
  }

  /// Thermal noise in one resource element at 290 K, receiver included, dBm.
  public var noisePerResourceElementDBm: Double {
    -174 + 10 * log10(subcarrierSpacingKHz * 1000) + noiseFigureDB
  }

  /// SS-RSRP behind a loss between the antennas, dBm.
  public func ssRSRP(lossDB: Double) -> Double {
    radiatedPerResourceElementDBm - bodyLossDB - lossDB
  }

  /// SS-SINR behind a loss between the antennas, dB.
  public func ssSINR(lossDB: Double) -> Double {
    ssRSRP(lossDB: lossDB) - noisePerResourceElementDBm - interferenceMarginDB
  }

  /// Largest loss between the antennas at which SS-RSRP is still at the threshold, dB (MAPL).
  public func maximumLossDB(thresholdDBm: Double) -> Double {
    radiatedPerResourceElementDBm - bodyLossDB - thresholdDBm
  }
}
