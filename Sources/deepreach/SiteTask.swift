import Geometry
import Siting

/// What `site` is asked to do, read and checked.
struct SiteTask {
  let problem: CoveringProblem
  let solver: CoveringSolver
  /// Of the candidates: ids and positions, where they come from files.
  let ids: [String]
  let positions: SitePoints?

  /// Visits of each entry where nothing is said, and millions of them at least.
  private static let usualVisits = 20_000.0
  private static let leastMillions = 10_000.0

  init(_ options: SiteCommand) throws(UserError) {
    let threads = options.threads ?? Processors.count
    try Self.check(threads, options)
    if let text = options.recipe {
      let recipe = try SiteRecipe(text)
      let layer = try CoverLayer(
        demand: recipe.demand, weights: recipe.weights, candidates: recipe.candidates,
        radius: options.radius ?? recipe.radius, threads: threads)
      solver = Self.solver(options, layer, threads)
      problem = try CoveringProblem(
        candidates: [CandidateSite](repeating: CandidateSite(), count: recipe.candidates.count),
        layers: [layer], goal: try Self.goal(options, sites: recipe.sites),
        positions: recipe.candidates)
      ids = (0..<recipe.candidates.count).map { "\($0 + 1)" }
      positions = nil
      return
    }
    let goal = try Self.goal(options, sites: nil)
    guard let path = options.demand, let radius = options.radius else {
      throw UserError(
        "DR-853", .usage, at: "--demand, --radius", "demand or radius is missing",
        remedy: "give --demand FILE and --radius R")
    }
    let demand = try SitePoints(path: path, isPlanar: options.planar)
    let weights = try demand.amounts("weight")
    let sites =
      try options.candidates.map { (path) throws(UserError) in
        try SitePoints(path: path, isPlanar: options.planar)
      } ?? demand
    let costs = try sites.amounts("cost")
    let statuses = try sites.statuses()
    let groups = sites.groups
    let layer = try CoverLayer(
      demand: demand.points, weights: weights, candidates: sites.points, radius: radius,
      threads: threads)
    solver = Self.solver(options, layer, threads)
    problem = try CoveringProblem(
      candidates: costs.indices.map {
        CandidateSite(cost: costs[$0], status: statuses[$0], exclusiveGroup: groups[$0])
      },
      layers: [layer], goal: goal, positions: sites.points)
    ids = sites.ids
    positions = sites
  }

  private static func solver(
    _ options: SiteCommand, _ layer: CoverLayer, _ threads: Int
  ) -> CoveringSolver {
    let usual = max(leastMillions, usualVisits * Double(layer.entryCount) / 1e6)
    return CoveringSolver(
      gap: options.gap ?? 0, effort: options.effort ?? usual,
      timeLimitSeconds: options.timeLimit, threads: threads)
  }

  static func check(_ threads: Int, _ options: SiteCommand) throws(UserError) {
    guard (1...256).contains(threads) else {
      throw UserError(
        "DR-802", .usage, at: "--threads", "\(threads)", remedy: "give 1 to 256")
    }
    let limits: [(String, Double?, ClosedRange<Double>)] = [
      ("--gap", options.gap, 0...1), ("--effort", options.effort, 1...1e9),
      ("--time-limit", options.timeLimit, 0...1e6),
    ]
    for (name, value, range) in limits {
      if let value, !range.contains(value) {
        throw UserError(
          "DR-854", .usage, at: name, "it is \(value)",
          remedy: "give \(range.lowerBound) to \(range.upperBound)")
      }
    }
  }

  static func goal(
    _ options: SiteCommand, sites: Int?
  ) throws(UserError) -> CoveringGoal {
    var goals: [CoveringGoal] = []
    if let sites = options.sites { goals.append(.mostWeight(sites: sites)) }
    if let budget = options.budget { goals.append(.mostWeightFor(budget: budget)) }
    if let cover = options.cover { goals.append(cover == 1 ? .everyDemand : .shares([cover])) }
    if goals.isEmpty, let sites { goals.append(.mostWeight(sites: sites)) }
    guard goals.count == 1 else {
      throw UserError(
        "DR-855", .usage, at: "--p, --budget, --cover", "\(goals.count) of them are given",
        remedy: "give one")
    }
    return goals[0]
  }
}
