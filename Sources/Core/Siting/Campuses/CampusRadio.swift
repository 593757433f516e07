public import Geometry
public import Radio
public import Territory

/// A cell of a campus where its terminals all get one scenario's rates.
public struct CampusCell: Hashable, Sendable {
  /// To its edge.
  public let radiusMetres: Double
  /// What it carries in the uplink.
  public let uplinkMbps: Double
  /// What it carries in the downlink.
  public let downlinkMbps: Double

  /// A cell.
  public init(radiusMetres: Double, uplinkMbps: Double, downlinkMbps: Double) {
    self.radiusMetres = radiusMetres
    self.uplinkMbps = uplinkMbps
    self.downlinkMbps = downlinkMbps
  }

  /// Of a hexagon of that radius.
  public var squareMetres: Double { 1.5 * 3.0.squareRoot() * radiusMetres * radiusMetres }
}

/// What cells of a campus and public cells do for each scenario, in one group and by one TDD pattern: worked out once
/// for all campuses.
public struct CampusRadio: Sendable {
  /// Name of the band of the campus' cells.
  public let band: String
  /// A head in a hall, by scenario; none for one that no head carries.
  public let indoor: [String: CampusCell]
  /// A sector of a station outside, by scenario.
  public let outdoor: [String: CampusCell]
  /// Scenarios that one of the carriers of a public mast carries at its edge into halls.
  public let macroIndoor: Set<String>
  /// Scenarios that one of them carries at its edge outside.
  public let macroOutdoor: Set<String>
  /// A public sector, its carriers together, whose terminals are all in halls.
  public let macroIndoorCell: CampusCell
  /// A public sector, its carriers together, whose terminals are all outside.
  public let macroOutdoorCell: CampusCell

  /// - Throws: DR-920 for a band, configuration or kind of hall that there is not; the errors of the models for
  ///   figures out of range.
  public init(
    book: IndustryBook, bands: BandBook, group: NetworkGroup, pattern: TDDPattern
  ) throws(UserError) {
    let radio = book.radio
    guard let name = radio.dedicatedBand[group.rawValue], let band = bands.band(name),
      let names = radio.macro.configurations[group.rawValue], !names.isEmpty,
      names.allSatisfy({ bands.configuration($0) != nil }),
      let clutter = IndoorFactory.Clutter(rawValue: radio.hall.clutter)
    else {
      throw UserError(
        "DR-920", .badData, at: IndustryBook.file,
        "band, configuration or clutter of \(group.rawValue) is not in the books",
        remedy: "name bands and configurations of books/bands.yaml, and SL, DL, SH or DH")
    }
    self.band = name
    let parts = CampusRadioParts(radio: radio, bands: bands)
    let hall = EdgeReach(
      model: try IndoorFactory(
        carrierGHz: band.centreGHz.value,
        baseStationHeightMetres: radio.hall.headHeightMetres.value, clutter: clutter,
        clutterDensity: radio.hall.density.value, clutterSizeMetres: radio.hall.sizeMetres.value,
        clutterHeightMetres: radio.hall.clutterHeightMetres.value),
      edgeProbability: radio.coverageProbability.value)
    let yard = EdgeReach(
      model: try UrbanMicroStreetCanyon(
        carrierGHz: band.centreGHz.value, baseStationHeightMetres: radio.outdoor.heightMetres.value),
      edgeProbability: radio.coverageProbability.value)
    indoor = Self.cells(book.scenarios, try parts.indoor(band, pattern), hall)
    outdoor = Self.cells(book.scenarios, try parts.outdoor(band, pattern), yard)
    var macros: [MacroAccess] = []
    for configuration in names.compactMap({ bands.configuration($0) }) {
      guard let band = bands.band(configuration.band) else { continue }
      macros.append(
        try MacroAccess(radio: radio, carrier: parts.macro(configuration, band), band: band))
    }
    macroIndoor = Set(macros.flatMap { $0.scenarios(book.scenarios, indoors: true) })
    macroOutdoor = Set(macros.flatMap { $0.scenarios(book.scenarios, indoors: false) })
    macroIndoorCell = MacroAccess.together(macros.map { $0.cell(indoors: true) })
    macroOutdoorCell = MacroAccess.together(macros.map { $0.cell(indoors: false) })
  }

  private static func cells(
    _ scenarios: [IndustryScenario], _ carrier: CampusCarrier, _ reach: EdgeReach
  ) -> [String: CampusCell] {
    var cells: [String: CampusCell] = [:]
    for scenario in scenarios {
      guard
        let loss = carrier.maximumLossDB(
          uplinkMbps: scenario.uplinkMbps.value, downlinkMbps: scenario.downlinkMbps.value),
        let radius = reach.radiusMetres(maximumLossDB: loss)
      else { continue }
      let losses = CampusCarrier.losses(reach, radiusMetres: radius)
      cells[scenario.id] = CampusCell(
        radiusMetres: radius, uplinkMbps: carrier.uplinkMbps(lossesDB: losses),
        downlinkMbps: carrier.downlinkMbps(lossesDB: losses))
    }
    return cells
  }
}

/// Carriers of the book's figures.
struct CampusRadioParts {
  let radio: CampusRadioFigures
  let bands: BandBook

  func indoor(_ band: Band, _ pattern: TDDPattern) throws(UserError) -> CampusCarrier {
    try carrier(
      band, power: radio.indoor.powerWatts, gain: radio.indoor.gainDBi,
      receiveGain: radio.indoor.gainDBi, noise: radio.indoor.noiseFigureDB,
      shares: (pattern.downlinkShare, pattern.uplinkShare),
      layers: (radio.indoor.downlinkLayers, radio.indoor.layers))
  }

  func outdoor(_ band: Band, _ pattern: TDDPattern) throws(UserError) -> CampusCarrier {
    try carrier(
      band, power: radio.outdoor.powerWatts, gain: radio.outdoor.gainDBi,
      receiveGain: radio.outdoor.receiveGainDBi, noise: radio.outdoor.noiseFigureDB,
      shares: (pattern.downlinkShare, pattern.uplinkShare),
      layers: (radio.outdoor.downlinkLayers, radio.outdoor.layers))
  }

  /// The public network keeps its own pattern.
  func macro(
    _ configuration: AntennaConfiguration, _ band: Band
  ) throws(UserError) -> CampusCarrier {
    try carrier(
      band, power: configuration.conductedPowerWatts, gain: configuration.ssbGainDBi,
      receiveGain: configuration.receiveGainDBi, noise: configuration.receiveNoiseFigureDB,
      shares: (band.downlinkShare, band.uplinkShare),
      layers: (configuration.spatialMultiplexing, configuration.spatialMultiplexing))
  }

  private func carrier(
    _ band: Band, power: Figure, gain: Figure, receiveGain: Figure, noise: Figure,
    shares: (down: Figure, up: Figure), layers: (down: Figure, up: Figure)
  ) throws(UserError) -> CampusCarrier {
    let blocks = Int(band.resourceBlocks.value)
    let spacing = band.subcarrierSpacingKHz.value
    return CampusCarrier(
      uplink: try UplinkBudget(
        userPowerDBm: radio.terminalPowerDBm.value, receiveGainDBi: receiveGain.value,
        noiseFigureDB: noise.value, interferenceMarginDB: bands.uplinkInterferenceMarginDB.value,
        subcarrierSpacingKHz: spacing, resourceBlocks: blocks, timeShare: shares.up.value),
      downlink: try LinkBudget(
        conductedPowerWatts: power.value, resourceBlocks: blocks, subcarrierSpacingKHz: spacing,
        ssbGainDBi: gain.value, interferenceMarginDB: bands.uplinkInterferenceMarginDB.value,
        noiseFigureDB: bands.noiseFigureDB.value),
      bandwidthMHz: Double(blocks) * 12 * spacing / 1000, downlinkShare: shares.down.value,
      terminalLayers: max(1, Int(radio.terminalLayers.value)), uplinkLayers: layers.up.value,
      downlinkLayers: layers.down.value, rsrpDBm: radio.rsrpDBm.value)
  }
}
