public import Geometry
public import Radio
public import Territory

/// The strongest server at a place, as a model has it.
public struct ServerLevel: Hashable, Sendable {
  /// SS-RSRP, dBm.
  public let levelDBm: Double
  /// Horizontal distance to its mast, m.
  public let distanceMetres: Double
  /// Name of its band.
  public let band: String
  /// Index of its site.
  public let site: Int
  /// What it leads the carriers of all other sites by, dB; infinite where nothing else arrives.
  public let leadDB: Double
}

/// Predicts the strongest server of a register at places, as `SitePrediction` and `MastCoverage` do on grids.
public struct ServerPrediction: Sendable {
  /// A site's carrier in one morphology.
  private struct Carrier: Sendable {
    let band: String
    let propagation: MastPropagation
    let antenna: MastAntenna
    let budget: LinkBudget
  }

  private struct Key: Hashable {
    let configuration: String
    let heightMetres: Double
    let sectors: SectorLayout
    let morphology: Morphology
  }

  /// Farther sites are not looked at: beyond it no model of TR 38.901 is stated.
  public static let reachMetres = 5000.0

  private let index: SiteIndex
  private let placements: [SitePlacement]
  private let carriers: [Key: Carrier]
  /// Carriers, with their heights, that no model takes.
  public let refused: Int

  /// - Parameters:
  ///   - sites: a register, of one network group.
  ///   - bands: figures of configurations.
  ///   - morphologies: scenarios.
  ///   - wanted: morphologies that are asked for.
  ///   - model: which; `p1812` needs heights and is none of them.
  ///   - onlyBand: carriers of this band alone; nil for all.
  /// - Throws: DR-302 and DR-305 for figures that a budget or pattern refuses, DR-908 for `p1812`.
  public init(
    _ sites: [Site], bands: BandBook, morphologies: MorphologyBook, wanted: Set<Morphology>,
    model: PredictionModel, onlyBand: String? = nil
  ) throws(UserError) {
    guard model != .terrain else {
      throw UserError(
        "DR-908", .usage, at: "--model", "p1812 cannot be tuned: it is made for every mast anew",
        remedy: "give auto, uma, umi, rma or free-space")
    }
    index = SiteIndex(sites)
    placements = sites.map { SitePlacement(at: $0.position) }
    var carriers: [Key: Carrier] = [:]
    var refused: Set<Key> = []
    for site in sites {
      for name in site.configurations {
        guard let configuration = bands.configuration(name),
          let band = bands.band(configuration.band), onlyBand == nil || onlyBand == band.name
        else { continue }
        for entry in morphologies.morphologies where wanted.contains(entry.morphology) {
          let key = Key(
            configuration: name, heightMetres: site.heightMetres, sectors: site.sectors,
            morphology: entry.morphology)
          guard carriers[key] == nil, !refused.contains(key) else { continue }
          let radio = try MastRadio(configuration, band, bands)
          guard
            let propagation = try? model.propagation(
              scenario: entry.scenario, carrierGHz: radio.carrierGHz,
              mastHeightMetres: site.heightMetres,
              userHeightMetres: MorphologyEntry.userHeightMetres)
          else {
            refused.insert(key)
            continue
          }
          carriers[key] = Carrier(
            band: band.name, propagation: propagation,
            antenna: MastAntenna(radio.pattern, site.sectors), budget: try radio.budget())
        }
      }
    }
    self.carriers = carriers
    self.refused = refused.count
  }

  /// The strongest server at a place on the national Albers plane; nil where nothing arrives.
  public func strongest(at plane: Coordinate, _ morphology: Morphology) -> ServerLevel? {
    // A metre more for the frames of two places, which differ by a ten-thousandth.
    let near = index.near(
      BoundingBox(minX: plane.x, minY: plane.y, maxX: plane.x, maxY: plane.y),
      withinMetres: Self.reachMetres * 1.001 + 1)
    var best: (level: Double, distance: Double, band: String, site: Int)?
    var second = -Double.infinity
    for site in near {
      let offset = placements[site].offset(of: plane)
      let distance = (offset.x * offset.x + offset.y * offset.y).squareRoot()
      guard distance <= Self.reachMetres,
        let own = strongest(index.sites[site], offset, morphology)
      else { continue }
      if let known = best, own.level <= known.level {
        second = max(second, own.level)
        continue
      }
      second = best?.level ?? second
      best = (own.level, distance, own.band, site)
    }
    return best.map {
      ServerLevel(
        levelDBm: $0.level, distanceMetres: $0.distance, band: $0.band, site: $0.site,
        leadDB: $0.level - second)
    }
  }

  /// The strongest carrier of one site.
  private func strongest(
    _ site: Site, _ offset: Coordinate, _ morphology: Morphology
  ) -> (level: Double, band: String)? {
    var best: (level: Double, band: String)?
    for name in site.configurations {
      let key = Key(
        configuration: name, heightMetres: site.heightMetres, sectors: site.sectors,
        morphology: morphology)
      let row = LocalRow(start: offset, step: Coordinate(x: 0, y: 0), count: 1)
      guard let carrier = carriers[key],
        let point = try? carrier.propagation.points(along: row).first, point.state == .computed
      else { continue }
      let pattern = carrier.antenna.lossDB(
        towards: offset,
        heightDifferenceMetres: carrier.propagation.heightDifferenceMetres(at: offset))
      let level = carrier.budget.ssRSRP(lossDB: Double(point.lossDB) + pattern)
      if level > best?.level ?? -.infinity { best = (level, carrier.band) }
    }
    return best
  }
}
