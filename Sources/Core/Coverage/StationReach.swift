import Geometry
public import Radio

/// What one configuration at one height does in one morphology: how far it serves, layer by layer, and
/// what it puts on the cells around.
public struct StationReach: Sendable {
  /// Pattern of its sectors.
  public let pattern: SectorPattern
  /// Contour by layer, in the order of the layers asked for.
  public let contours: [ServiceContour]
  /// What it transmits; nil where only contours are known.
  public let carrier: CarrierLevel?

  /// A reach.
  public init(pattern: SectorPattern, contours: [ServiceContour], carrier: CarrierLevel? = nil) {
    self.pattern = pattern
    self.contours = contours
    self.carrier = carrier
  }

  /// The same with some of the layers, by index, in their order.
  func selecting(_ layers: [Int]) -> StationReach {
    StationReach(
      pattern: pattern, contours: layers.map { contours[$0] },
      carrier: carrier?.selecting(layers))
  }

  /// The largest radius of any layer.
  public var widestMetres: Double { contours.map(\.widestMetres).max() ?? 0 }

  /// The reach of a site whose sectors face somewhere.
  public func facing(_ sectors: SectorLayout) -> SectorReach {
    SectorReach(reach: self, antenna: SectorAntenna(pattern, sectors))
  }
}

/// A carrier's level against distance, and what it is received over.
public struct CarrierLevel: Sendable {
  /// Band: carriers of one band interfere with each other.
  public let band: String
  /// SS-RSRP and vertical pattern against distance.
  public let level: SectorLevel
  /// Thermal noise in a resource element, receiver included.
  public let noiseDBm: Double
  /// Name of the path loss model: `uma`, `umi` or `rma`.
  public let model: String
  /// What one of its cells carries, by the efficiencies it meets.
  public let capacity: CellCapacity
  /// Largest path loss of the uplink at the edge rate less that of the downlink at the threshold, dB;
  /// below 0 the uplink gives out first. By layer, in the order of the layers asked for.
  public let uplinkLessDownlinkDB: [Double]
  /// SS-RSRP that the layers ask for, dBm.
  public let thresholdsDBm: [Double]
  /// Probability of service by layer, by TR 38.901.
  public let services: [ServiceProbability]
  /// How it is received over terrain; nil where its scenario keeps TR 38.901.
  public let terrain: TerrainService?

  /// A carrier.
  public init(
    band: String, level: SectorLevel, noiseDBm: Double, model: String, capacity: CellCapacity,
    uplinkLessDownlinkDB: [Double], thresholdsDBm: [Double],
    services: [ServiceProbability] = [], terrain: TerrainService? = nil
  ) {
    self.band = band
    self.level = level
    self.noiseDBm = noiseDBm
    self.model = model
    self.capacity = capacity
    self.uplinkLessDownlinkDB = uplinkLessDownlinkDB
    self.thresholdsDBm = thresholdsDBm
    self.services = services
    self.terrain = terrain
  }

  /// The same carrier where another model gives its levels.
  func renamed(_ model: String) -> CarrierLevel {
    CarrierLevel(
      band: band, level: level, noiseDBm: noiseDBm, model: model, capacity: capacity,
      uplinkLessDownlinkDB: uplinkLessDownlinkDB, thresholdsDBm: thresholdsDBm,
      services: services, terrain: terrain)
  }

  func selecting(_ layers: [Int]) -> CarrierLevel {
    CarrierLevel(
      band: band, level: level, noiseDBm: noiseDBm, model: model, capacity: capacity,
      uplinkLessDownlinkDB: layers.map { uplinkLessDownlinkDB[$0] },
      thresholdsDBm: layers.map { thresholdsDBm[$0] },
      services: services.isEmpty ? [] : layers.map { services[$0] },
      terrain: terrain?.selecting(layers))
  }
}

extension CarrierLevel {
  /// Name of the model over terrain.
  static let terrainModel = "p1812"

  /// Probability of service in a layer at an offset from the site; 0 without services.
  ///
  /// - Parameters:
  ///   - levelDBm: SS-RSRP there, which holds what P.1812 said.
  ///   - offset: metres east and north of the site's foot.
  func probability(
    layer: Int, levelDBm: Double, offset: Coordinate, _ antenna: SectorAntenna
  ) -> Double {
    if model == Self.terrainModel, let terrain {
      return terrain.probability(layer: layer, levelDBm: levelDBm)
    }
    guard layer < services.count else { return 0 }
    return services[layer].probability(
      atMetres: (offset.x * offset.x + offset.y * offset.y).squareRoot(),
      horizontalLossDB: antenna.horizontalLossDB(east: offset.x, north: offset.y))
  }
}

/// A reach with the directions that the sectors face: what a station is, apart from its place.
public struct SectorReach: Sendable {
  /// How far, by layer.
  public let reach: StationReach
  /// The sectors.
  public let antenna: SectorAntenna

  /// Whether a station at a place serves a cell of a grid in any layer.
  public func touches(_ grid: CoverageGrid, from placement: SitePlacement) -> Bool {
    reach.contours.indices.contains { footprint($0, at: placement).touches(grid) }
  }

  /// The footprint in a layer of a station at a place.
  public func footprint(_ layer: Int, at placement: SitePlacement) -> SiteFootprint {
    SiteFootprint(placement: placement, antenna: antenna, contour: reach.contours[layer])
  }
}
