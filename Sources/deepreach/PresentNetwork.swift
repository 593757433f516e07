import Coverage
import Geometry
import Radio
import Reporting
import Siting
import Territory

/// The network that a run starts from, and what it serves at the settlements asked for.
struct PresentNetwork: Sendable {
  let engine: AuditEngine
  /// Places asked for, in the records' order.
  let places: [AssessedPlace]
  /// Network by group of the settings.
  let networks: [SiteIndex]
  /// Audits by group, in the places' order.
  let audits: [[SettlementAudit]]
  let readiness: [Readiness]
  let kind: DataKind
  /// Published stations that the model spread, by group; empty with a register.
  let publishedStations: [Int]

  init(
    _ scene: Scene, progress: Progress, timer: StageTimer
  ) throws(UserError) {
    let settings = scene.settings
    let register = try scene.register()
    engine = try scene.engine(
      heightsMetres: Set((register ?? []).map { ReachBook.rounded(heightMetres: $0.heightMetres) })
        .union(CandidateSupply.heightsMetres(scene.candidates))
        .union(scene.books.choiceHeightsMetres))
    let indices = scene.selected + scene.halo()
    progress.begin(.stageNetwork, total: indices.count)
    let all = try timer.measure("footprints") { () throws(UserError) in
      try Self.places(scene, indices, progress)
    }
    places = Array(all.prefix(scene.selected.count))
    kind = register == nil ? .modelled : .measured
    var published: [Int] = []
    var networks: [SiteIndex] = []
    var counts: [[Int]] = []
    for group in settings.groups {
      let national = register == nil ? scene.modelledCounts(group) : (total: 0, counts: [])
      if register == nil { published.append(national.total) }
      counts.append(national.counts)
      networks.append(
        timer.measure("network " + group.rawValue) {
          SiteIndex(
            register?.filter { $0.group == group }
              ?? Self.modelledSites(scene, group, all, indices.map { national.counts[$0] }))
        })
    }
    self.networks = networks
    publishedStations = published
    progress.begin(.stageAudit, total: places.count * settings.groups.count)
    let (engine, places) = (engine, places)
    audits = try timer.measure("audit") { () throws(UserError) in
      try Self.audits(scene, engine, places, networks, progress)
    }
    readiness = SettlementReadiness(scene: scene, audits: audits, counts: counts).readiness()
  }

  private static func places(
    _ scene: Scene, _ indices: [Int], _ progress: Progress
  ) throws(UserError) -> [AssessedPlace] {
    let builder = SettlementBuilder(gazetteer: scene.gazetteer, boundaries: scene.boundaries)
    let records = scene.records
    let cell = Double(scene.settings.cellMetres)
    return try ConcurrentMap.map(count: indices.count, threads: scene.settings.threads) {
      (index) throws(UserError) in
      defer { progress.advance() }
      return AssessedPlace(try builder.settlement(records[indices[index]]), cellMetres: cell)
    }
  }

  private static func modelledSites(
    _ scene: Scene, _ group: NetworkGroup, _ places: [AssessedPlace], _ counts: [Int]
  ) -> [Site] {
    let setups = scene.books.modelledSetups(group)
    return ConcurrentMap.map(count: places.count, threads: scene.settings.threads) {
      index -> [Site] in
      guard let setup = setups[places[index].settlement.morphology] else { return [] }
      return ModelledNetwork(group: group, setup: setup).sites(
        stations: counts[index], at: places[index])
    }.flatMap { $0 }
  }

  private static func audits(
    _ scene: Scene, _ engine: AuditEngine, _ places: [AssessedPlace], _ networks: [SiteIndex],
    _ progress: Progress
  ) throws(UserError) -> [[SettlementAudit]] {
    var audits: [[SettlementAudit]] = []
    for (group, network) in zip(scene.settings.groups, networks) {
      audits.append(
        try ConcurrentMap.map(count: places.count, threads: scene.settings.threads) {
          (index) throws(UserError) in
          defer { progress.advance() }
          return engine.audit(
            try scene.state(of: places[index], network: network, engine: engine), group: group)
        })
    }
    return audits
  }
}
