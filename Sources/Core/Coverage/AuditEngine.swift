public import Geometry
public import Radio
public import Territory

/// Audits settlements: what a network serves there, by a standard.
public struct AuditEngine: Sendable {
  /// How far configurations serve.
  public let reach: ReachBook
  /// Part of the published station density that one group has to carry, 0 to 1.
  public let stationShare: Double
  /// What interference does; nil where SS-SINR is not looked at.
  public let interference: Interference?
  /// What capacity is held against; nil where it is not looked at.
  public let busyHour: BusyHour?
  private var assessments: [SettlementKind: Assessment]

  /// How far outside a footprint a station still counts as standing there.
  public static let belongingMetres = 200.0

  /// What of the network is looked at.
  public enum Depth: Sendable {
    /// What the standard asks for.
    case asNeeded
    /// Received levels, SS-SINR and limiting links as well.
    case full
  }

  /// An engine for one standard.
  public init(
    standard: Standard, reach: ReachBook, stationShare: Double,
    interference: Interference? = nil, busyHour: BusyHour? = nil
  ) {
    self.reach = reach
    self.stationShare = stationShare
    self.interference = interference
    self.busyHour = busyHour
    assessments = Self.assessments(standard)
  }

  /// The same engine by another standard, whose layers must be among those that its reach book knows.
  public func judging(by standard: Standard) -> AuditEngine {
    var engine = self
    engine.assessments = Self.assessments(standard)
    return engine
  }

  private static func assessments(_ standard: Standard) -> [SettlementKind: Assessment] {
    Dictionary(
      uniqueKeysWithValues: SettlementKind.allCases.map {
        ($0, Assessment(standard, kind: $0))
      })
  }

  /// The standard's criteria for a kind of settlement.
  public func assessment(for kind: SettlementKind) -> Assessment {
    assessments[kind] ?? Assessment(criteria: [], layers: [])
  }

  /// What the sites of an index serve at a place. Every site whose signal reaches the footprint
  /// counts, whichever settlement it stands in.
  public func state(
    of place: AssessedPlace, network: SiteIndex, depth: Depth = .asNeeded
  ) -> CoverageState {
    var (state, sites) = prepared(place, network, depth)
    var reaches = reaches(place)
    for entry in sites.entries {
      let site = network.sites[entry.index]
      if entry.isOwn { state.stations += site.configurations.count }
      for configuration in site.configurations {
        guard let station = reaches.reach(configuration, of: site) else {
          state.stationsBeyondModels += entry.isOwn ? 1 : 0
          continue
        }
        state.add(station, at: entry.placement, isOwn: entry.isOwn, site: entry.index)
        if entry.isOwn || station.touches(place.grid, from: entry.placement) {
          state.servingStations += 1
        }
      }
    }
    return state
  }

  /// The same over terrain, where the rule applies to a station.
  ///
  /// - Throws: what the heights' files throw.
  public func state(
    of place: AssessedPlace, network: SiteIndex, terrain: TerrainRule, depth: Depth = .full
  ) throws(UserError) -> CoverageState {
    var (state, sites) = prepared(place, network, depth)
    var reaches = reaches(place)
    let distance = max(sites.distanceMetres, state.surface?.reachMetres ?? 0)
    var ground: PlaceGround?
    for entry in sites.entries {
      let site = network.sites[entry.index]
      if entry.isOwn { state.stations += site.configurations.count }
      for configuration in site.configurations {
        guard let station = reaches.reach(configuration, of: site) else {
          state.stationsBeyondModels += entry.isOwn ? 1 : 0
          continue
        }
        guard let service = station.reach.carrier?.terrain else {
          state.add(station, at: entry.placement, isOwn: entry.isOwn, site: entry.index)
          if entry.isOwn || station.touches(place.grid, from: entry.placement) {
            state.servingStations += 1
          }
          continue
        }
        if ground == nil {
          ground = try PlaceGround(
            terrain.elevation, place: place, marginMetres: distance,
            clutterMetres: TerrainRule.clutterMetres(place.settlement.morphology))
        }
        guard let heights = ground else { continue }
        let serves = try state.add(
          station, service, at: entry.placement, isOwn: entry.isOwn, site: entry.index,
          over: heights, withinMetres: distance)
        if entry.isOwn || serves { state.servingStations += 1 }
      }
    }
    return state
  }

  private func reaches(_ place: AssessedPlace) -> ReachCache {
    ReachCache(
      reach, morphology: place.settlement.morphology,
      layers: assessment(for: place.settlement.kind).layers)
  }

  /// An empty state, and the sites that may matter to it.
  private func prepared(
    _ place: AssessedPlace, _ network: SiteIndex, _ depth: Depth
  ) -> (CoverageState, NearbySites) {
    let assessment = assessment(for: place.settlement.kind)
    let widest = max(
      reach.widestMetres(place.settlement.morphology, assessment.layers), Self.belongingMetres)
    var sites = NearbySites(place, network, withinMetres: widest)
    var surface: NetworkSurface?
    if interference != nil, depth == .full || assessment.needsSurface {
      let distance = NetworkSurface.reachMetres(
        sites: sites.ownCount, areaSquareMetres: place.grid.areaSquareMetres)
      surface = NetworkSurface(place.grid, reachMetres: distance)
      if distance > widest { sites = NearbySites(place, network, withinMetres: distance) }
    }
    return (CoverageState(place, layers: assessment.layers, surface: surface), sites)
  }

  /// The audit of a state.
  public func audit(_ state: CoverageState, group: NetworkGroup) -> SettlementAudit {
    let summary = state.surface.flatMap { surface in
      interference.map { SurfaceSummary(surface, $0, layer: 0) }
    }
    let settlement = state.place.settlement
    let load = summary.flatMap { summary in
      busyHour?.load(
        capacityMbps: summary.capacityMbps, residents: settlement.population, group: group)
    }
    return assessment(for: settlement.kind).audit(
      state, group: group, stationShare: stationShare, surface: summary,
      sinrDB: interference?.sinrDB ?? -3, load: load)
  }
}

/// Sites of a network that may matter to a place.
private struct NearbySites {
  struct Entry {
    /// Of the network's sites.
    let index: Int
    let placement: SitePlacement
    /// Whether it stands at the place.
    let isOwn: Bool
  }

  var entries: [Entry] = []
  var ownCount = 0
  let distanceMetres: Double

  init(_ place: AssessedPlace, _ network: SiteIndex, withinMetres distance: Double) {
    distanceMetres = distance
    // The plane stretches true metres along the parallel or the meridian.
    let scale = place.frame.parallelScale
    let margin = distance * max(scale, 1 / scale)
    for index in network.near(place.grid.albersBounds, withinMetres: margin) {
      let site = network.sites[index]
      let placement = SitePlacement(
        position: network.positions[index], frame: Albers.china.localFrame(at: site.position))
      let isOwn =
        site.settlement.map { $0 == place.settlement.id }
        ?? Disc(
          center: placement.position, radiusMetres: AuditEngine.belongingMetres,
          frame: placement.frame
        ).touches(place.grid)
      ownCount += isOwn ? 1 : 0
      entries.append(Entry(index: index, placement: placement, isOwn: isOwn))
    }
  }
}

/// Reaches of the stations of one place: few differ.
private struct ReachCache {
  private struct Key: Hashable {
    let configuration: String
    let heightMetres: Int
    let sectors: SectorLayout
  }

  private let book: ReachBook
  private let morphology: Morphology
  private let layers: [CoverageLayer]
  private var known: [Key: SectorReach?] = [:]

  init(_ book: ReachBook, morphology: Morphology, layers: [CoverageLayer]) {
    self.book = book
    self.morphology = morphology
    self.layers = layers
  }

  /// Nil for a configuration that is not in the book.
  mutating func reach(_ configuration: String, of site: Site) -> SectorReach? {
    let key = Key(
      configuration: configuration,
      heightMetres: ReachBook.rounded(heightMetres: site.heightMetres),
      sectors: site.sectors)
    if let found = known[key] { return found }
    let reach = book.reach(
      configuration, morphology, heightMetres: site.heightMetres, layers: layers)
    let facing = reach?.facing(site.sectors)
    known[key] = .some(facing)
    return facing
  }
}
