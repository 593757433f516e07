public import Geometry
public import Territory

/// A carrier: band, width, numerology.
public struct Band: Codable, Hashable, Sendable {
  /// 3GPP name, `n78`.
  public let name: String
  /// Who holds the spectrum.
  public let group: NetworkGroup
  /// Duplex, `TDD` or `FDD`.
  public let duplex: String
  /// Centre of the downlink carrier.
  public let centreGHz: Figure
  /// Width of the carrier.
  public let bandwidthMHz: Figure
  /// 15 or 30.
  public let subcarrierSpacingKHz: Figure
  /// Resource blocks (TS 38.104 Table 5.3.2-1).
  public let resourceBlocks: Figure
}

/// Radio and antenna of one carrier on a site: one station as the ministry counts them.
public struct AntennaConfiguration: Codable, Hashable, Sendable {
  /// `n78-64T64R`.
  public let name: String
  /// Name of its band.
  public let band: String
  /// All transmit chains together.
  public let conductedPowerWatts: Figure
  /// Gain of the best SSB beam.
  public let ssbGainDBi: Figure
  /// Between radio and antenna.
  public let feederLossDB: Figure
  /// Electric power of the station without traffic, three sectors and baseband.
  public let idlePowerKilowatts: Figure
  /// Electric power at full load.
  public let fullPowerKilowatts: Figure
  /// Radio equipment, three sectors.
  public let equipmentYuan: Figure

  /// A configuration.
  public init(
    name: String, band: String, conductedPowerWatts: Figure, ssbGainDBi: Figure,
    feederLossDB: Figure, idlePowerKilowatts: Figure, fullPowerKilowatts: Figure,
    equipmentYuan: Figure
  ) {
    self.name = name
    self.band = band
    self.conductedPowerWatts = conductedPowerWatts
    self.ssbGainDBi = ssbGainDBi
    self.feederLossDB = feederLossDB
    self.idlePowerKilowatts = idlePowerKilowatts
    self.fullPowerKilowatts = fullPowerKilowatts
    self.equipmentYuan = equipmentYuan
  }

  /// Electric power at a load of 0 to 1, linear between idle and full.
  public func meanPowerKilowatts(load: Double) -> Double {
    idlePowerKilowatts.value + (fullPowerKilowatts.value - idlePowerKilowatts.value) * load
  }
}

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

  /// Reads the book and checks that configurations name bands there are.
  ///
  /// - Throws: the reader's errors, DR-310 for an unknown band.
  public static func read(path: String) throws(UserError) -> BandBook {
    let book = try BookReader.read(BandBook.self, path: path)
    for configuration in book.configurations where book.band(configuration.band) == nil {
      throw UserError(
        "DR-310", .badData, at: "\(path): \(configuration.name)",
        "band '\(configuration.band)' is not in the book",
        remedy: "name one of: \(book.bands.map(\.name).joined(separator: ", "))")
    }
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
}
