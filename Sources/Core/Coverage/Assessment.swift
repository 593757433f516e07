public import Radio
public import Territory

/// A standard's criteria for one kind of settlement, with the layers that they need.
public struct Assessment: Sendable {
  /// In the standard's order: by status, then as written.
  public let criteria: [Item]
  /// Distinct layers of the criteria, in order of first use.
  public let layers: [CoverageLayer]

  /// One criterion, ready to be measured.
  public struct Item: Hashable, Sendable {
    /// What is measured.
    public let criterion: CriterionKind
    /// Status that asks for it.
    public let status: CoverageStatus
    /// Index into `layers`; nil for criteria that need none.
    public let layer: Int?
    /// What must be reached, in the criterion's unit.
    public let threshold: Double
    /// SS-SINR that counts, where the criterion asks for one.
    public let sinrDB: Double?

    /// Whether more stations meet it, wherever they stand.
    var countsStations: Bool { criterion == .reach || criterion == .stationsPer10k }
  }

  /// Whether a criterion asks for what is received, beyond who serves.
  public var needsSurface: Bool {
    criteria.contains { $0.criterion == .sinrShare || $0.criterion == .leadRatio }
  }

  init(criteria: [Item], layers: [CoverageLayer]) {
    self.criteria = criteria
    self.layers = layers
  }

  /// A standard's criteria for one kind of settlement.
  public init(_ standard: Standard, kind: SettlementKind) {
    var layers: [CoverageLayer] = []
    var items: [Item] = []
    for rule in standard.rules(for: kind) {
      for criterion in rule.criteria {
        var layer: Int?
        if let wanted = criterion.layer {
          layer = layers.firstIndex(of: wanted) ?? layers.count
          if layer == layers.count { layers.append(wanted) }
        }
        items.append(
          Item(
            criterion: criterion.criterion, status: rule.status, layer: layer,
            threshold: criterion.threshold.value, sinrDB: criterion.sinrDB?.value))
      }
    }
    criteria = items
    self.layers = layers
  }

  /// Highest status that the standard defines for the kind: what a plan aims at.
  public var target: CoverageStatus { criteria.map(\.status).max() ?? .none }

  /// Statuses that the standard defines for the kind, rising.
  public var statuses: [CoverageStatus] {
    CoverageStatus.allCases.filter { status in criteria.contains { $0.status == status } }
  }

  /// Measures every criterion and finds the status: the highest whose criteria, and those of every
  /// status below it, all pass.
  ///
  /// - Parameter stationShare: part of the published stations per 10 000 residents (all operators)
  ///   that the group has to carry.
  /// - Parameter surface: what is received; a criterion of SINR is at 0 without it.
  /// - Parameter sinrDB: SS-SINR that service needs, for the figures of the signal.
  /// - Parameter load: capacity and demand; a criterion of the lead ratio is at 0 without it.
  public func audit(
    _ state: CoverageState, group: NetworkGroup, stationShare: Double,
    surface: SurfaceSummary? = nil, sinrDB: Double = -3, load: CapacityLoad? = nil
  ) -> SettlementAudit {
    let measures = Measures(stationShare: stationShare, surface: surface, load: load)
    let settlement = state.place.settlement
    let results = criteria.map { item in
      let (value, unit) = measure(item, state, measures)
      return CriterionResult(
        criterion: item.criterion.rawValue, status: item.status, value: value,
        threshold: item.threshold, unit: unit)
    }
    var status = CoverageStatus.none
    for candidate in statuses {
      guard results.allSatisfy({ $0.status != candidate || $0.passed }) else { break }
      status = candidate
    }
    return SettlementAudit(
      settlement: settlement.id, group: group, status: status, results: results,
      stations: state.stations, outdoorShare: share(.outdoor, state),
      indoorShare: share(.indoor, state), gridPoints: state.place.grid.cellCount,
      signal: surface.map {
        SignalFigures(
          $0, cells: state.place.grid.cellCount, sinrDB: sinrDB,
          unknownCells: state.unknownCells,
          stationsBeyondModels: state.stationsBeyondModels)
      }, load: load)
  }

  /// Whether a criterion that counts stations, of a status up to the target, is still short.
  public func needsStations(
    _ state: CoverageState, for target: CoverageStatus, _ stationShare: Double
  ) -> Bool {
    criteria.contains { item in
      item.countsStations && item.status <= target
        && measure(item, state, Measures(stationShare: stationShare)).0 < item.threshold
    }
  }

  /// Stations that criteria of a status up to the target, which count them, are short of.
  public func missingStations(
    _ state: CoverageState, for target: CoverageStatus, _ stationShare: Double
  ) -> Int {
    func isShort(_ more: Int) -> Bool {
      var probe = state
      probe.stations += more
      probe.servingStations += more
      return needsStations(probe, for: target, stationShare)
    }
    var low = 0
    var high = 1
    guard isShort(0) else { return 0 }
    while isShort(high) { (low, high) = (high, 2 * high) }
    while high - low > 1 {
      let middle = (low + high) / 2
      if isShort(middle) { low = middle } else { high = middle }
    }
    return high
  }

  private func measure(
    _ item: Item, _ state: CoverageState, _ measures: Measures
  ) -> (Double, String) {
    switch item.criterion {
    case .outdoorShare, .indoorShare:
      return (item.layer.map { state.masks[$0].share } ?? 0, "1")
    case .stationsPer10k:
      let residents = Double(max(state.place.settlement.population, 1))
      // One division, so that a count that is just enough is not lost to rounding.
      return (Double(state.stations * 10_000) / (measures.stationShare * residents), "1/10k")
    case .sinrShare:
      let cells = state.place.grid.cellCount
      return (measures.surface?.share(sinrAtLeastDB: item.sinrDB ?? 0, cells: cells) ?? 0, "1")
    case .leadRatio:
      // Without demand any network is ahead of it.
      guard let load = measures.load else { return (0, "1") }
      return (load.lead.ratio ?? item.threshold, "1")
    case .reach:
      return (Double(state.servingStations), "stations")
    }
  }

  /// What a state is measured with besides itself.
  private struct Measures {
    let stationShare: Double
    var surface: SurfaceSummary?
    var load: CapacityLoad?
  }

  /// Share of the strictest layer of a place, 0 where the standard has none.
  private func share(_ place: CoverageLayer.Place, _ state: CoverageState) -> Double {
    layers.indices.filter { layers[$0].place == place }.map { state.masks[$0].share }.min() ?? 0
  }
}
