public import Geometry
public import Radio
import Territory

extension ReachBook {
  /// Tabulates every configuration of the band book in every morphology.
  ///
  /// The model is that of the morphology's scenario, or the next that accepts the carrier and the height
  /// (`ModelChoice`).
  ///
  /// - Parameters:
  ///   - heightsMetres: heights of antennas besides those of the morphologies.
  ///   - corrections: what measurements add to the models, by morphology and band.
  /// - Throws: DR-302, DR-305, DR-361, DR-364 and DR-366 for figures that a budget or every model refuses.
  public init(
    bands: BandBook, morphologies: MorphologyBook, layers: [CoverageLayer],
    heightsMetres: Set<Int> = [], corrections: [CalibrationGroup: PathLossCorrection] = [:]
  ) throws(UserError) {
    var reaches: [Key: StationReach] = [:]
    var refused: Set<Key> = []
    for configuration in bands.configurations {
      guard let band = bands.band(configuration.band) else { continue }
      let stations = try StationReaches(bands, configuration, band, layers, corrections)
      for entry in morphologies.morphologies {
        func key(_ height: Int?) -> Key {
          Key(
            configuration: configuration.name, morphology: entry.morphology, heightMetres: height)
        }
        let own = entry.baseStationHeightMetres.value
        reaches[key(nil)] = try stations.reach(entry, heightMetres: own)
        for height in heightsMetres where Double(height) != own {
          do throws(UserError) {
            reaches[key(height)] = try stations.reach(entry, heightMetres: Double(height))
          } catch {
            guard error.code == "DR-366" else { throw error }
            refused.insert(key(height))
          }
        }
      }
    }
    self.init(layers: layers, reaches: reaches, refused: refused)
  }
}

/// Reaches of one configuration.
private struct StationReaches {
  let band: Band
  let budget: LinkBudget
  let pattern: SectorPattern
  let capacity: CellCapacity
  let layers: [CoverageLayer]
  let corrections: [CalibrationGroup: PathLossCorrection]
  /// Largest loss by layer: of the downlink at its threshold, of the uplink at its rate.
  let downlinksDB: [Double]
  let uplinksDB: [Double]

  init(
    _ bands: BandBook, _ configuration: AntennaConfiguration, _ band: Band,
    _ layers: [CoverageLayer], _ corrections: [CalibrationGroup: PathLossCorrection]
  ) throws(UserError) {
    self.band = band
    self.corrections = corrections
    self.layers = layers
    budget = try bands.budget(configuration, band)
    pattern = try configuration.pattern()
    capacity = try bands.capacity(configuration, band)
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
    let chosen = try entry.choice(
      carrierGHz: band.centreGHz.value, heightMetres: heightMetres
    ).first
    let group = CalibrationGroup(morphology: entry.morphology, band: band.name)
    let model: any MacroPathLossModel =
      corrections[group].map { CorrectedPathLoss(model: chosen.model, correction: $0) }
      ?? chosen.model
    let above = heightMetres - MorphologyEntry.userHeightMetres
    let sector = ServiceProbability.Sector(pattern, heightDifferenceMetres: above)
    let services = layers.indices.map { index in
      let layer = layers[index]
      return ServiceProbability(
        model: model, maximumLossDB: min(downlinksDB[index], uplinksDB[index]),
        place: layer.place == .outdoor
          ? .outdoors : .indoors(highLossShare: entry.highLossBuildingShare.value),
        sector: sector)
    }
    let contours = zip(services, layers).map {
      ServiceContour($0, probability: $1.pointProbability)
    }
    let carrier = CarrierLevel(
      band: band.name,
      level: try SectorLevel(
        model: model, budget: budget, pattern: pattern, heightDifferenceMetres: above,
        limitMetres: model.validDistanceMetres.upperBound),
      noiseDBm: budget.noisePerResourceElementDBm, model: chosen.name, capacity: capacity,
      uplinkLessDownlinkDB: zip(uplinksDB, downlinksDB).map { $0 - $1 },
      thresholdsDBm: layers.map(\.thresholdDBm), services: services,
      terrain: TerrainRule.applies(to: entry.scenario)
        ? try terrain(entry, heightMetres: heightMetres, depth: model.maximumIndoorDepthMetres)
        : nil)
    return StationReach(pattern: pattern, contours: contours, carrier: carrier)
  }

  /// The carrier by P.1812; nil above its 6 GHz, where TR 38.901 answers.
  private func terrain(
    _ entry: MorphologyEntry, heightMetres: Double, depth: Double
  ) throws(UserError) -> TerrainService? {
    let carrier = band.centreGHz.value
    guard carrier <= 6 else { return nil }
    let model = try P1812(
      carrierGHz: carrier, transmitterHeightMetres: heightMetres,
      receiverHeightMetres: MorphologyEntry.userHeightMetres, climate: RadioClimate())
    let deviation = model.locationDeviationDB(
      receiverClutterMetres: TerrainRule.clutterMetres(entry.morphology))
    let inside = EntryLoss(
      tr38901: carrier, highLossShare: entry.highLossBuildingShare.value,
      maximumDepthMetres: depth)
    return TerrainService(
      model: model, boresightDBm: budget.ssRSRP(lossDB: 0),
      layers: layers.indices.map { index in
        TerrainLayer(
          maximumLossDB: min(downlinksDB[index], uplinksDB[index]),
          pointProbability: layers[index].pointProbability, deviationDB: deviation,
          entry: layers[index].place == .outdoor ? .outdoors : inside)
      })
  }
}
