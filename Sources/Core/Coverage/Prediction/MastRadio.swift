public import Geometry
public import Radio
import Territory

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Radio and antenna of a mast's cells: the book's figures of a configuration, free to be changed.
public struct MastRadio: Hashable, Sendable {
  /// Name of the configuration, or `omni`.
  public var name: String
  /// Centre frequency of the carrier.
  public var carrierGHz: Double
  /// All transmit chains together.
  public var conductedPowerWatts: Double
  /// Gain of the best SSB beam.
  public private(set) var ssbGainDBi: Double
  /// Gain of the traffic beam at reception.
  public private(set) var receiveGainDBi: Double
  /// Between radio and antenna.
  public var feederLossDB: Double
  /// By whoever holds the handset.
  public var bodyLossDB: Double
  /// Of the handset.
  public var userNoiseFigureDB: Double
  /// Of the handset.
  public var userPowerDBm: Double
  /// Of the base station's receiver.
  public var receiveNoiseFigureDB: Double
  /// Rise of the noise at the base station by users of other cells.
  public var uplinkInterferenceMarginDB: Double
  /// Width of a resource element.
  public var subcarrierSpacingKHz: Double
  /// Of the carrier.
  public var resourceBlocks: Int
  /// Share of the time that the downlink has.
  public var downlinkShare: Double
  /// Share of the time that the uplink has.
  public var uplinkShare: Double
  /// The sectors' pattern; nil for an antenna that radiates the same in every direction, also up and
  /// down.
  public var pattern: SectorPattern?

  /// The figures of a configuration.
  ///
  /// - Throws: DR-305 for a pattern outside its range.
  public init(
    _ configuration: AntennaConfiguration, _ band: Band, _ book: BandBook
  ) throws(UserError) {
    name = configuration.name
    carrierGHz = band.centreGHz.value
    conductedPowerWatts = configuration.conductedPowerWatts.value
    ssbGainDBi = configuration.ssbGainDBi.value
    receiveGainDBi = configuration.receiveGainDBi.value
    feederLossDB = configuration.feederLossDB.value
    bodyLossDB = book.bodyLossDB.value
    userNoiseFigureDB = book.noiseFigureDB.value
    userPowerDBm = book.userPowerDBm.value
    receiveNoiseFigureDB = configuration.receiveNoiseFigureDB.value
    uplinkInterferenceMarginDB = book.uplinkInterferenceMarginDB.value
    subcarrierSpacingKHz = band.subcarrierSpacingKHz.value
    resourceBlocks = Int(band.resourceBlocks.value)
    downlinkShare = band.downlinkShare.value
    uplinkShare = band.uplinkShare.value
    pattern = try configuration.pattern()
  }

  /// The same radio with an antenna that radiates the same in every direction, of 0 dBi.
  public func omnidirectional() -> MastRadio {
    var radio = self
    radio.name = "omni"
    radio.pattern = nil
    radio.ssbGainDBi = 0
    radio.receiveGainDBi = 0
    radio.feederLossDB = 0
    return radio
  }

  /// Another antenna: the gain of the SSB beam, and by as much more or less at reception.
  public mutating func setGain(_ gainDBi: Double) {
    receiveGainDBi += gainDBi - ssbGainDBi
    ssbGainDBi = gainDBi
  }

  /// Downlink budget.
  ///
  /// - Throws: DR-302 for a figure outside its range.
  public func budget() throws(UserError) -> LinkBudget {
    try LinkBudget(
      conductedPowerWatts: conductedPowerWatts, resourceBlocks: resourceBlocks,
      subcarrierSpacingKHz: subcarrierSpacingKHz, ssbGainDBi: ssbGainDBi,
      feederLossDB: feederLossDB, bodyLossDB: bodyLossDB, noiseFigureDB: userNoiseFigureDB)
  }

  /// Uplink budget.
  ///
  /// - Throws: DR-361 for a figure outside its range.
  public func uplink() throws(UserError) -> UplinkBudget {
    try UplinkBudget(
      userPowerDBm: userPowerDBm, receiveGainDBi: receiveGainDBi, feederLossDB: feederLossDB,
      bodyLossDB: bodyLossDB, noiseFigureDB: receiveNoiseFigureDB,
      interferenceMarginDB: uplinkInterferenceMarginDB,
      subcarrierSpacingKHz: subcarrierSpacingKHz, resourceBlocks: resourceBlocks,
      timeShare: uplinkShare)
  }

  /// Radiated power of the whole carrier on the SSB beam's boresight, dBm EIRP.
  public var radiatedDBm: Double {
    10 * log10(conductedPowerWatts * 1000) + ssbGainDBi - feederLossDB
  }

  /// Width of all resource blocks.
  public var occupiedMHz: Double { Double(resourceBlocks) * 12 * subcarrierSpacingKHz / 1000 }
}
