public import Geometry
public import Territory

/// Bands and antenna configurations.
public struct BandBook: Codable, Sendable {
  /// Carriers.
  public let bands: [Band]
  /// Radios and antennas.
  public let configurations: [AntennaConfiguration]
  /// Loss by the user's body.
  public let bodyLossDB: Figure
  /// Of the handset.
  public let noiseFigureDB: Figure
  /// Of the handset.
  public let userPowerDBm: Figure
  /// Rise of the noise floor at the base station by users of other cells.
  public let uplinkInterferenceMarginDB: Figure
  /// Load of the cells that interfere, 0 to 1.
  public let neighbourLoad: Figure

  /// Reads the book and checks its figures, and that configurations name bands there are.
  ///
  /// - Throws: the reader's errors, DR-310 for an unknown band, DR-362 for a figure outside its range
  ///   or shares of uplink and downlink that are more than the time there is, DR-388 for a name that
  ///   stands twice.
  public static func read(
    path: String, changes: [FigureChange] = []
  ) throws(UserError) -> BandBook {
    let book = try BookReader.read(BandBook.self, path: path, changes: changes)
    for configuration in book.configurations where book.band(configuration.band) == nil {
      throw UserError(
        "DR-310", .badData, at: "\(path): \(configuration.name)",
        "band '\(configuration.band)' is not in the book",
        remedy: "name one of: \(book.bands.map(\.name).joined(separator: ", "))")
    }
    try book.checkNames(path: path)
    try book.checkRanges(path: path)
    return book
  }

  /// A band by name.
  public func band(_ name: String) -> Band? { bands.first { $0.name == name } }

  /// A configuration by name.
  public func configuration(_ name: String) -> AntennaConfiguration? {
    configurations.first { $0.name == name }
  }

  /// Group of each configuration.
  public var groupByConfiguration: [String: NetworkGroup] {
    var groups: [String: NetworkGroup] = [:]
    for configuration in configurations {
      groups[configuration.name] = band(configuration.band)?.group
    }
    return groups
  }

  /// Link budget of a configuration.
  ///
  /// - Throws: DR-302 for a figure outside its range.
  public func budget(
    _ configuration: AntennaConfiguration, _ band: Band
  ) throws(UserError) -> LinkBudget {
    try LinkBudget(
      conductedPowerWatts: configuration.conductedPowerWatts.value,
      resourceBlocks: Int(band.resourceBlocks.value),
      subcarrierSpacingKHz: band.subcarrierSpacingKHz.value,
      ssbGainDBi: configuration.ssbGainDBi.value, feederLossDB: configuration.feederLossDB.value,
      bodyLossDB: bodyLossDB.value, noiseFigureDB: noiseFigureDB.value)
  }

  /// Uplink budget of a configuration.
  ///
  /// - Throws: DR-361 for a figure outside its range.
  public func uplink(
    _ configuration: AntennaConfiguration, _ band: Band
  ) throws(UserError) -> UplinkBudget {
    try UplinkBudget(
      userPowerDBm: userPowerDBm.value, receiveGainDBi: configuration.receiveGainDBi.value,
      feederLossDB: configuration.feederLossDB.value, bodyLossDB: bodyLossDB.value,
      noiseFigureDB: configuration.receiveNoiseFigureDB.value,
      interferenceMarginDB: uplinkInterferenceMarginDB.value,
      subcarrierSpacingKHz: band.subcarrierSpacingKHz.value,
      resourceBlocks: Int(band.resourceBlocks.value), timeShare: band.uplinkShare.value)
  }

  /// Downlink capacity of one of a configuration's cells, over the resource blocks of the carrier.
  ///
  /// - Throws: DR-364 for a figure outside its range.
  public func capacity(
    _ configuration: AntennaConfiguration, _ band: Band
  ) throws(UserError) -> CellCapacity {
    try CellCapacity(
      bandwidthMHz: band.resourceBlocks.value * 12 * band.subcarrierSpacingKHz.value / 1000,
      downlinkShare: band.downlinkShare.value,
      spatialMultiplexing: configuration.spatialMultiplexing.value)
  }
}
