import Coverage
import Geometry
import Radio
import Reporting
import Siting
import Synchronization
import Territory

/// What `site --region` is asked to do, read and checked: the people without service of a region's
/// settlements, and the candidates of a plan.
struct RegionTask {
  let scene: Scene
  let group: NetworkGroup
  let covering: RegionCovering
  let problem: CoveringProblem
  let solver: CoveringSolver

  /// The last tenth of a percent can take longer than all before it.
  private static let usualGap = 0.001
  /// Visits of each entry of the coverage, and what a small problem is allowed.
  private static let usualVisits = 2000.0
  private static let leastMillions = 200.0

  init(_ options: SiteCommand) throws(UserError) {
    let threads = options.threads ?? Processors.count
    try SiteTask.check(threads, options)
    let goal = try SiteTask.goal(options, sites: nil)
    let settings = try options.region.settings(options, threads: threads)
    let progress = Progress(language: settings.language)
    progress.begin(.stageRead, total: 0)
    scene = try Scene(settings)
    let present = try PresentNetwork(scene, progress: progress, timer: StageTimer())
    let supply = try scene.supply(beside: present.networks)
    group = settings.groups.first ?? .mobile
    let planner = scene.planner(
      group, engine: present.engine, supply, effort: SitingEffort())
    progress.begin(.stageSiting, total: 0)
    covering = try RegionCovering(
      try Self.demands(planner, present, in: options.region.layer?.place, threads: threads))
    problem = try covering.problem(goal)
    let entries = Double(problem.layers.reduce(0) { $0 + $1.entryCount })
    solver = CoveringSolver(
      gap: options.gap ?? Self.usualGap,
      effort: options.effort ?? max(Self.leastMillions, Self.usualVisits * entries / 1e6),
      timeLimitSeconds: options.timeLimit, threads: threads)
    progress.end()
  }

  /// What each settlement lacks, in the places' order.
  ///
  /// - Throws: DR-594 where the standard has no such layer for any of them, DR-595 for more than can be
  ///   solved at once.
  private static func demands(
    _ planner: SettlementPlanner, _ present: PresentNetwork, in layer: CoverageLayer.Place?,
    threads: Int
  ) throws(UserError) -> [SettlementDemand] {
    guard let network = present.networks.first else { return [] }
    let places = present.places
    // Past the limit the rest need not be looked at; whether it is passed does not depend on the order.
    let entries = Atomic<Int>(0)
    let demands = ConcurrentMap.map(count: places.count, threads: threads) { index in
      guard entries.load(ordering: .relaxed) <= RegionCovering.mostEntries else {
        return nil as SettlementDemand?
      }
      let demand = planner.demand(places[index], network: network, in: layer)
      entries.wrappingAdd(demand?.entryCount ?? 0, ordering: .relaxed)
      return demand
    }
    guard entries.load(ordering: .relaxed) <= RegionCovering.mostEntries else {
      throw UserError(
        "DR-595", .badData, at: "--region",
        "there are more than \(RegionCovering.mostEntries / 1_000_000) million pairs of a candidate and a cell "
          + "that it would serve",
        remedy: "ask about fewer settlements, or a coarser --grid")
    }
    let found = demands.compactMap { $0 }
    guard !found.isEmpty else {
      throw UserError(
        "DR-594", .badData, at: "--layer, --standard",
        "the standard has no \(layer.map { $0.rawValue + " " } ?? "")layer for these settlements",
        remedy: "give another layer or standard")
    }
    return found
  }
}
