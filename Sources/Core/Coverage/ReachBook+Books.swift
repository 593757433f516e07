public import Geometry
public import Radio
import Territory

extension ReachBook {
  /// Tabulates every configuration of the band book in every morphology.
  ///
  /// - Parameter heightsMetres: heights of antennas besides those of the morphologies; one that a model
  ///   refuses has the reach of the morphology's own height.
  /// - Throws: DR-301 and DR-302 for figures that a model or the link budget refuses.
  public init(
    bands: BandBook, morphologies: MorphologyBook, layers: [CoverageLayer],
    heightsMetres: Set<Int> = []
  ) throws(UserError) {
    var reaches: [Key: StationReach] = [:]
    for configuration in bands.configurations {
      guard let band = bands.band(configuration.band) else { continue }
      let stations = try StationReaches(bands, configuration, band, layers)
      for entry in morphologies.morphologies {
        func key(_ height: Int?) -> Key {
          Key(
            configuration: configuration.name, morphology: entry.morphology, heightMetres: height)
        }
        let own = entry.baseStationHeightMetres.value
        reaches[key(nil)] = try stations.reach(entry, heightMetres: own)
        for height in heightsMetres where Double(height) != own {
          if let reach = try? stations.reach(entry, heightMetres: Double(height)) {
            reaches[key(height)] = reach
          }
        }
      }
    }
    self.init(layers: layers, reaches: reaches)
  }
}

/// Reaches of one configuration.
private struct StationReaches {
  let band: Band
  let budget: LinkBudget
  let pattern: SectorPattern
  let layers: [CoverageLayer]
  /// Largest loss by layer: of the downlink at its threshold, of the uplink at its rate.
  let downlinksDB: [Double]
  let uplinksDB: [Double]

  init(
    _ bands: BandBook, _ configuration: AntennaConfiguration, _ band: Band,
    _ layers: [CoverageLayer]
  ) throws(UserError) {
    self.band = band
    self.layers = layers
    budget = try bands.budget(configuration, band)
    pattern = try configuration.pattern()
    let uplink = try bands.uplink(configuration, band)
    let budget = budget
    downlinksDB = layers.map { budget.maximumLossDB(thresholdDBm: $0.thresholdDBm) }
    uplinksDB = layers.map { layer in
      guard let rate = layer.uplinkMbps else { return .infinity }
      return uplink.maximumLossDB(edgeRateMbps: rate) ?? -.infinity
    }
  }

  func reach(
    _ entry: MorphologyEntry, heightMetres: Double
  ) throws(UserError) -> StationReach {
    let model = try entry.model(carrierGHz: band.centreGHz.value, heightMetres: heightMetres)
    let above = heightMetres - MorphologyEntry.userHeightMetres
    let sector = ServiceProbability.Sector(pattern, heightDifferenceMetres: above)
    let contours = layers.indices.map { index in
      let layer = layers[index]
      let service = ServiceProbability(
        model: model, maximumLossDB: min(downlinksDB[index], uplinksDB[index]),
        place: layer.place == .outdoor
          ? .outdoors : .indoors(highLossShare: entry.highLossBuildingShare.value),
        sector: sector)
      return ServiceContour(service, probability: layer.pointProbability)
    }
    let carrier = CarrierLevel(
      band: band.name,
      level: try SectorLevel(
        model: model, budget: budget, pattern: pattern, heightDifferenceMetres: above,
        limitMetres: model.validDistanceMetres.upperBound),
      noiseDBm: budget.noisePerResourceElementDBm, model: entry.scenario.rawValue,
      uplinkLessDownlinkDB: zip(uplinksDB, downlinksDB).map { $0 - $1 },
      thresholdsDBm: layers.map(\.thresholdDBm))
    return StationReach(pattern: pattern, contours: contours, carrier: carrier)
  }
}
