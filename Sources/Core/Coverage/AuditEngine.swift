import Geometry
public import Radio
public import Territory

/// Audits settlements: what a network serves there, by a standard.
public struct AuditEngine: Sendable {
  /// How far configurations serve.
  public let reach: ReachBook
  /// Part of the published station density that one group has to carry, 0 to 1.
  public let stationShare: Double
  private let assessments: [SettlementKind: Assessment]

  /// How far outside a footprint a station still counts as standing there.
  public static let belongingMetres = 200.0

  /// An engine for one standard.
  public init(standard: Standard, reach: ReachBook, stationShare: Double) {
    self.reach = reach
    self.stationShare = stationShare
    assessments = Dictionary(
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
  public func state(of place: AssessedPlace, network: SiteIndex) -> CoverageState {
    let assessment = assessment(for: place.settlement.kind)
    var state = CoverageState(place, layers: assessment.layers)
    let morphology = place.settlement.morphology
    let widest = max(
      reach.widestMetres(morphology, assessment.layers), Self.belongingMetres)
    for index in network.near(place.grid.albersBounds, withinMetres: widest) {
      let site = network.sites[index]
      let position = network.positions[index]
      let frame = Albers.china.localFrame(at: site.position)
      let near = Disc(center: position, radiusMetres: Self.belongingMetres, frame: frame)
      let belongs =
        site.settlement == nil
        ? near.touches(place.grid) : site.settlement == place.settlement.id
      if belongs { state.stations += site.configurations.count }
      for configuration in site.configurations {
        let radii = reach.radiiMetres(configuration, morphology, assessment.layers)
        let widest = Disc(center: position, radiusMetres: radii.max() ?? 0, frame: frame)
        if belongs || widest.touches(place.grid) { state.servingStations += 1 }
        state.add(radiiMetres: radii, at: position, frame: frame)
      }
    }
    return state
  }

  /// The audit of a state.
  public func audit(_ state: CoverageState, group: NetworkGroup) -> SettlementAudit {
    assessment(for: state.place.settlement.kind).audit(
      state, group: group, stationShare: stationShare)
  }
}
