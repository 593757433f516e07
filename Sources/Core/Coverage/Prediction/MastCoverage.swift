public import Geometry
public import Radio

/// What users get from one mast: a prediction of losses with radio, antennas and buildings.
public struct MastCoverage: Sendable {
  /// Losses.
  public let prediction: SitePrediction
  /// Antennas.
  public let antenna: MastAntenna
  /// Down.
  public let budget: LinkBudget
  /// Up.
  public let uplink: UplinkBudget
  /// What buildings add.
  public let entry: EntryLoss
  /// Share of the time that the downlink has, times the width of its resource blocks in MHz.
  public let downlinkMHz: Double
  /// Largest loss on the boresight at which SS-RSRP is what is required, dB.
  public let maximumDownlinkLossDB: Double
  /// Largest loss on the boresight at which the uplink carries the rate required, dB; nil where the
  /// whole carrier cannot.
  public let maximumUplinkLossDB: Double?
  private let uplinkRates: LossTable

  /// - Parameters:
  ///   - prediction: losses.
  ///   - radio: figures.
  ///   - layout: where the sectors face.
  ///   - entry: what buildings add.
  ///   - requiredRSRPDBm: SS-RSRP that counts as service.
  ///   - requiredUplinkMbps: rate of the uplink that does.
  /// - Throws: DR-302 and DR-361 for figures outside the budgets' ranges.
  public init(
    _ prediction: SitePrediction, radio: MastRadio, layout: SectorLayout, entry: EntryLoss,
    requiredRSRPDBm: Double, requiredUplinkMbps: Double
  ) throws(UserError) {
    self.prediction = prediction
    self.entry = entry
    antenna = MastAntenna(radio.pattern, layout)
    let budget = try radio.budget()
    let uplink = try radio.uplink()
    self.budget = budget
    self.uplink = uplink
    downlinkMHz = radio.occupiedMHz * radio.downlinkShare
    maximumDownlinkLossDB = budget.maximumLossDB(thresholdDBm: requiredRSRPDBm)
    maximumUplinkLossDB = uplink.maximumLossDB(edgeRateMbps: requiredUplinkMbps)
    uplinkRates = LossTable(uplink.rateMbps(lossDB:))
  }

  /// Largest loss on the boresight at which both links hold, dB; minus infinity where the uplink never
  /// does.
  public var maximumLossDB: Double { min(maximumDownlinkLossDB, maximumUplinkLossDB ?? -.infinity) }

  /// A quantity of all cells, row by row from the north-west; NaN, and 255 among links, where no
  /// loss is known.
  public func samples(_ quantity: PredictionQuantity, threads: Int = 1) -> RasterSamples {
    if quantity == .limitingLink {
      let code = LimitingLink.least(
        downlinkDB: maximumDownlinkLossDB, uplinkDB: maximumUplinkLossDB ?? -.infinity,
        interferenceDB: .infinity
      ).code
      return .uint8(
        prediction.map(none: 255, threads: threads) { _, _ in code }, noData: 255)
    }
    return .float32(values(quantity, threads: threads))
  }

  /// A quantity of all cells as numbers.
  public func values(_ quantity: PredictionQuantity, threads: Int = 1) -> [Float] {
    prediction.map(none: Float.nan, threads: threads) { point, offset in
      Float(value(quantity, point, offset))
    }
  }

  private func value(
    _ quantity: PredictionQuantity, _ point: PointLoss, _ offset: Coordinate
  ) -> Double {
    let path = Double(point.lossDB)
    guard quantity != .pathLoss else { return path }
    let pattern = antenna.lossDB(
      towards: offset,
      heightDifferenceMetres: prediction.propagation.heightDifferenceMetres(at: offset))
    let loss = path + pattern
    switch quantity {
    case .pathLoss: return path
    case .rsrp: return budget.ssRSRP(lossDB: loss)
    case .snr: return budget.ssSINR(lossDB: loss)
    case .uplinkRate: return uplinkRates.value(atLossDB: loss)
    case .downlinkRate:
      return SpectralEfficiency.downlinkTR38803.bitsPerHertz(
        sinrDB: budget.ssSINR(lossDB: loss)) * downlinkMHz
    case .outdoorProbability:
      return probability(.outdoors, point, offset, maximumLossDB: maximumLossDB - pattern)
    case .indoorProbability:
      return probability(entry, point, offset, maximumLossDB: maximumLossDB - pattern)
    case .limitingLink:
      return maximumDownlinkLossDB <= maximumUplinkLossDB ?? -.infinity ? 1 : 2
    }
  }

  private func probability(
    _ entry: EntryLoss, _ point: PointLoss, _ offset: Coordinate, maximumLossDB: Double
  ) -> Double {
    guard let mixture = prediction.propagation.mixture(of: point, at: offset) else { return .nan }
    return entry.probability(mixture, maximumLossDB: maximumLossDB)
  }
}

/// A function of the loss that takes long, at steps of a twentieth of a decibel and straight between.
private struct LossTable: Sendable {
  private static let firstDB = 40.0
  private static let lastDB = 240.0
  private static let stepsPerDB = 20.0
  private let entries: [Double]

  init(_ function: (Double) -> Double) {
    let count = Int((Self.lastDB - Self.firstDB) * Self.stepsPerDB)
    entries = (0...count).map { function(Self.firstDB + Double($0) / Self.stepsPerDB) }
  }

  func value(atLossDB loss: Double) -> Double {
    let position = (min(max(loss, Self.firstDB), Self.lastDB) - Self.firstDB) * Self.stepsPerDB
    let index = min(Int(position), entries.count - 2)
    return entries[index] + (position - Double(index)) * (entries[index + 1] - entries[index])
  }
}
