import Coverage
import Geometry
import Radio
import Siting
import Territory

/// What the books mean for a run.
extension Scene {
  /// SS-SINR below which interference, not power, is what a point lacks: the practice of drive tests.
  static let serviceSINRDB = -3.0

  /// The engine that audits by the run's standard.
  ///
  /// - Parameter heightsMetres: heights of a register's antennas, whole metres.
  func engine(heightsMetres: Set<Int>) throws(UserError) -> AuditEngine {
    var layers: [CoverageLayer] = []
    for kind in SettlementKind.allCases {
      for layer in Assessment(standard, kind: kind).layers where !layers.contains(layer) {
        layers.append(layer)
      }
    }
    let points = [
      keyPlaces.isEmpty ? nil : standard.keyPlaces, lines.isEmpty ? nil : standard.lines,
    ]
    for layer in points.compactMap({ $0?.layer }) where !layers.contains(layer) {
      layers.append(layer)
    }
    let reach = try ReachBook(
      bands: books.bands, morphologies: books.morphologies, layers: layers,
      heightsMetres: heightsMetres, corrections: corrections)
    return AuditEngine(
      standard: standard, reach: reach, stationShare: books.stations.shareOfGroup.value,
      interference: Interference(
        neighbourLoad: books.bands.neighbourLoad.value, sinrDB: Self.serviceSINRDB),
      busyHour: BusyHour(demand: books.demand, quarter: settings.from))
  }

  /// Candidates, prices and forbidden areas that the planner brought; nil for the lattice alone. Fibre is
  /// where stations stand.
  func supply(beside networks: [SiteIndex]) throws(UserError) -> CandidateSupply? {
    guard settings.candidatesPath != nil || forbidden != nil else { return nil }
    return try CandidateSupply(
      candidates, forbidden: forbidden,
      pricing: CandidatePricing(
        costs: books.costs, nodes: FibreNodes(networks.flatMap { $0.sites.map(\.position) }),
        routeDetour: books.readiness.routeDetour.value),
      usesLattice: !settings.candidatesOnly)
  }

  /// What plans a group's sites.
  func planner(
    _ group: NetworkGroup, engine: AuditEngine, _ supply: CandidateSupply?,
    effort: SitingEffort
  ) -> SettlementPlanner {
    SettlementPlanner(
      engine: engine, group: group, setups: books.plannerSetups(group),
      pricing: PackagePricing(costs: books.costs), effort: effort, supply: supply)
  }

  /// What a network is at a place, with all that audits look at; over terrain where heights are given.
  func state(
    of place: AssessedPlace, network: SiteIndex, engine: AuditEngine
  ) throws(UserError) -> CoverageState {
    guard let terrain else { return engine.state(of: place, network: network, depth: .full) }
    return try engine.state(of: place, network: network, terrain: terrain)
  }

  /// The user's register of sites; nil without one.
  func register() throws(UserError) -> [Site]? {
    guard let path = settings.sitesPath else { return nil }
    let table = try CSVTable(name: path, bytes: InputFile.bytes(at: path))
    let file = SiteFile(
      configurations: books.bands.groupByConfiguration, crs: settings.sitesCrs)
    return try file.sites(in: table)
  }

  /// The group's published stations at the end of the quarter before the plan, and their spread over
  /// all settlements of the country.
  func modelledCounts(_ group: NetworkGroup) -> (total: Int, counts: [Int]) {
    let published = books.stations.count(before: settings.from)?.stations.value ?? 0
    let total = Int((published * books.stations.shareOfGroup.value).rounded())
    let allocation = StationAllocation(
      weights: books.stations.weights, regionShares: books.stations.regionShares)
    return (
      total,
      allocation.counts(total: total, over: records, region: gazetteer.regionByProvince)
    )
  }

  /// Settlements that are not asked for but near enough to reach into one that is: their stations
  /// count, so that a region's audit is the country's.
  func halo() -> [Int] {
    guard selected.count < records.count, settings.sitesPath == nil else { return [] }
    func bucket(_ position: Coordinate) -> (Int, Int) {
      (Int((position.x * 10).rounded(.down)), Int((position.y * 10).rounded(.down)))
    }
    var taken = [Bool](repeating: false, count: records.count)
    var near: Set<Int> = []
    for index in selected {
      taken[index] = true
      for (seat, _) in records[index].seats {
        let (column, row) = bucket(seat.position)
        for dx in -1...1 { for dy in -1...1 { near.insert((column + dx) * 10_000 + row + dy) } }
      }
    }
    return records.indices.filter { index in
      !taken[index]
        && records[index].seats.contains {
          let (column, row) = bucket($0.seat.position)
          return near.contains(column * 10_000 + row)
        }
    }
  }

  /// Name of the run's folder where none is given.
  var defaultName: String {
    guard regions.isEmpty else { return regions.joined(separator: "-") }
    return geodata.country?.code.lowercased() ?? "china"
  }

  /// The published yearly investment over four quarters, scaled by the region's share of settlement
  /// residents and by the groups' share of stations.
  var publishedBudgetYuanPerQuarter: Int {
    let all = records.reduce(0) { $0 + $1.population }
    let own = selected.reduce(0) { $0 + records[$1].population }
    let share = Double(own) / Double(max(all, 1))
    let groups = Double(settings.groups.count) * books.stations.shareOfGroup.value
    let year = books.costs.publishedInvestmentYuanPerYear.value
    return max(1, Int((year / 4 * share * groups).rounded()))
  }
}
