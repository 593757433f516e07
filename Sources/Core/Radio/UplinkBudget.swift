public import Geometry

/// From the handset's power to a rate at the base station (PUSCH).
///
/// The user spreads its power over the resource blocks it is given. More blocks make a rate cheaper
/// until the efficiency's least SINR is reached; then they only add noise.
public struct UplinkBudget: Hashable, Sendable {
  /// Power of the handset: 23 dBm usually, 26 dBm with high power (power classes 3 and 2).
  public let userPowerDBm: Double
  /// Gain of the base station's traffic beam towards the user, array included, dBi.
  public let receiveGainDBi: Double
  /// Loss between antenna and radio unit.
  public let feederLossDB: Double
  /// Loss by the body of whoever holds the handset.
  public let bodyLossDB: Double
  /// Noise figure of the base station.
  public let noiseFigureDB: Double
  /// Rise of the noise floor at the base station by users of other cells.
  public let interferenceMarginDB: Double
  /// Width of a resource element.
  public let subcarrierSpacingKHz: Double
  /// Of the carrier: the most that one user can be given.
  public let resourceBlocks: Int
  /// Share of the time that the uplink has: 1 with FDD.
  public let timeShare: Double
  /// What is carried at an SINR.
  public let efficiency: SpectralEfficiency

  /// Where a rate is still just carried.
  public struct Edge: Hashable, Sendable {
    /// Largest loss between the antennas, dB.
    public let maximumLossDB: Double
    /// Resource blocks that the user is given for it.
    public let resourceBlocks: Int
    /// SINR in them.
    public let sinrDB: Double
  }

  /// - Parameters:
  ///   - userPowerDBm: -40 to 40.
  ///   - receiveGainDBi: -10 to 40.
  ///   - feederLossDB: 0 to 20.
  ///   - bodyLossDB: 0 to 20.
  ///   - noiseFigureDB: 0 to 20.
  ///   - interferenceMarginDB: 0 to 30.
  ///   - subcarrierSpacingKHz: 15, 30 or 60.
  ///   - resourceBlocks: of the carrier, 11 to 275 (TS 38.104 Table 5.3.2-1).
  ///   - timeShare: 0.01 to 1.
  /// - Throws: DR-361 for a parameter outside its range.
  public init(
    userPowerDBm: Double = 23, receiveGainDBi: Double, feederLossDB: Double = 0,
    bodyLossDB: Double = 0, noiseFigureDB: Double = 3.5, interferenceMarginDB: Double = 0,
    subcarrierSpacingKHz: Double, resourceBlocks: Int, timeShare: Double,
    efficiency: SpectralEfficiency = .uplinkTR38803
  ) throws(UserError) {
    func check(_ name: String, _ value: Double, _ range: ClosedRange<Double>, _ unit: String)
      throws(UserError)
    {
      try requireParameter(
        name, of: "uplink budget", value, in: range, unit: unit, code: "DR-361")
    }
    try check("user power", userPowerDBm, -40...40, "dBm")
    try check("receive gain", receiveGainDBi, -10...40, "dBi")
    try check("feeder loss", feederLossDB, 0...20, "dB")
    try check("body loss", bodyLossDB, 0...20, "dB")
    try check("noise figure", noiseFigureDB, 0...20, "dB")
    try check("interference margin", interferenceMarginDB, 0...30, "dB")
    try check("subcarrier spacing", subcarrierSpacingKHz, 15...60, "kHz")
    try check("resource blocks", Double(resourceBlocks), 11...275, "RB")
    try check("uplink share of time", timeShare, 0.01...1, "of the time")
    self.userPowerDBm = userPowerDBm
    self.receiveGainDBi = receiveGainDBi
    self.feederLossDB = feederLossDB
    self.bodyLossDB = bodyLossDB
    self.noiseFigureDB = noiseFigureDB
    self.interferenceMarginDB = interferenceMarginDB
    self.subcarrierSpacingKHz = subcarrierSpacingKHz
    self.resourceBlocks = resourceBlocks
    self.timeShare = timeShare
    self.efficiency = efficiency
  }

  /// Largest loss between the antennas at which a user is carried a rate, over the best choice of
  /// resource blocks, dB; nil when the whole carrier at its largest efficiency cannot carry it.
  ///
  /// The rate is a mean over time, so that TDD sends faster in its share of the time. A rate that is
  /// not above 0 asks nothing and has no edge: nil.
  public func maximumLossDB(edgeRateMbps: Double) -> Double? {
    edge(rateMbps: edgeRateMbps)?.maximumLossDB
  }

  /// As `maximumLossDB`, with the allocation; the fewer blocks of two equal choices.
  public func edge(rateMbps: Double) -> Edge? {
    guard rateMbps > 0 else { return nil }
    var best: Edge?
    for blocks in 1...resourceBlocks {
      let hertz = allocatedHertz(blocks)
      guard let sinr = efficiency.requiredSINRDB(bitsPerHertz: rateMbps * 1e6 / (hertz * timeShare))
      else { continue }
      let loss = maximumLossDB(sinrDB: sinr, resourceBlocks: blocks)
      if let best, best.maximumLossDB >= loss { continue }
      best = Edge(maximumLossDB: loss, resourceBlocks: blocks, sinrDB: sinr)
    }
    return best
  }

  /// Largest rate behind a loss between the antennas, over all choices of resource blocks, Mbps.
  public func rateMbps(lossDB: Double) -> Double {
    var best = 0.0
    for blocks in 1...resourceBlocks {
      // The loss at 0 dB less the loss there is.
      let sinr = maximumLossDB(sinrDB: 0, resourceBlocks: blocks) - lossDB
      let rate =
        efficiency.bitsPerHertz(sinrDB: sinr) * allocatedHertz(blocks) * timeShare / 1e6
      best = max(best, rate)
    }
    return best
  }

  private func allocatedHertz(_ blocks: Int) -> Double {
    Double(blocks) * 12 * subcarrierSpacingKHz * 1000
  }

  /// Loss at which the user's power, spread over blocks, makes an SINR (thermal noise at 290 K).
  private func maximumLossDB(sinrDB: Double, resourceBlocks blocks: Int) -> Double {
    let noise = -174 + 10 * log10(allocatedHertz(blocks)) + noiseFigureDB + interferenceMarginDB
    return userPowerDBm + receiveGainDBi - feederLossDB - bodyLossDB - noise - sinrDB
  }
}
