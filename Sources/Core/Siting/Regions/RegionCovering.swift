import Coverage
public import Geometry
import Territory

/// One covering problem over the settlements of a region: whom to serve first for a budget, or what share
/// of the people costs least. Settlements are independent of each other but for what they are asked
/// together, and for candidates of the planner's that serve several.
///
/// Demand are the people without service; what stands is fixed, and whom it serves counts in shares.
public struct RegionCovering: Sendable {
  /// Pairs of a candidate and a cell beyond which a region is too large to be solved at once.
  public static let mostEntries = 20_000_000

  /// What each settlement lacks.
  public let demands: [SettlementDemand]
  /// What could be built, by candidate of the problem: all that serve anybody, and those required.
  public let stations: [RegionStation]
  private let sites: [CandidateSite]
  private let layer: CoverLayer
  private let ranges: [Range<Int>]

  /// The problem of some settlements.
  ///
  /// - Throws: DR-596 where no candidate serves anybody.
  public init(_ demands: [SettlementDemand]) throws(UserError) {
    let parts = RegionAssembly(demands)
    self.demands = demands
    stations = parts.stations
    sites = parts.sites
    ranges = parts.ranges
    layer = try CoverLayer(
      parts.merger, rowOfDemand: parts.rowOfDemand, weights: parts.weights,
      candidateCount: parts.stations.count)
    guard !stations.isEmpty else {
      throw UserError(
        "DR-596", .badData, at: "--region",
        layer.demandCount == 0
          ? "everybody is served already" : "no candidate serves anybody without service",
        remedy: layer.demandCount == 0
          ? "ask for another region, layer or standard" : "give candidates with --candidates")
    }
  }

  /// Residents.
  public var people: Double { CompensatedSum.of(demands.lazy.map(\.people)) }
  /// Residents whom the network as it stands serves.
  public var servedPeople: Double { CompensatedSum.of(demands.lazy.map(\.servedPeople)) }
  /// Residents who are served if everything is built.
  public var reachablePeople: Double { servedPeople + CompensatedSum.of(layer.rowWeights) }

  /// Pairs of a candidate and an unserved cell that it would serve.
  public var entryCount: Int { demands.reduce(0) { $0 + $1.entryCount } }

  /// The problem with a goal.
  ///
  /// - Parameter goal: a share is one of all residents, those counted who are served already.
  /// - Throws: DR-597 for a share that all candidates together do not serve; DR-563, DR-564 and DR-568
  ///   as a covering problem does.
  public func problem(_ goal: CoveringGoal) throws(UserError) -> CoveringProblem {
    var own = goal
    switch goal {
    case .everyDemand:
      if layer.uncoverableCount > 0 { throw outOfReach(1) }
    case .shares(let shares):
      if let share = shares.first, (0...1).contains(share) {
        // What rounding makes of the people who are served already is not asked for.
        let missing = share * people * (1 - 1e-12) - servedPeople
        let unserved = layer.totalWeight
        guard missing <= reachablePeople - servedPeople else { throw outOfReach(share) }
        own = .shares([unserved > 0 ? min(1, max(0, missing / unserved)) : 0])
      }
    case .mostWeight, .mostWeightFor: break
    }
    return try CoveringProblem(
      candidates: sites, layers: [layer], goal: own,
      positions: CoverPoints(
        longitudes: stations.map(\.position.x), latitudes: stations.map(\.position.y)))
  }

  private func outOfReach(_ share: Double) -> UserError {
    let most = people > 0 ? reachablePeople / people : 1
    return UserError(
      "DR-597", .badData, at: "--cover",
      "all candidates together serve \(most) of the people, and \(share) is asked for",
      remedy: "ask for less, or give more candidates")
  }

  /// A problem of this region in free MPS, its columns named by settlement, candidate and choice.
  public func model(_ problem: CoveringProblem) -> CoveringModel {
    CoveringModel(problem, names: stations.map(\.name))
  }

  /// What a choice does at each settlement.
  public func services(of chosen: [Int]) -> [SettlementService] {
    let isCovered = layer.covered(by: chosen)
    var services = demands.indices.map { index in
      let demand = demands[index]
      let cells = ranges[index].reduce(0) { $0 + (isCovered[$1] ? 1 : 0) }
      return SettlementService(
        servedBefore: demand.servedPeople,
        servedAfter: Double(demand.servedCells + cells) * demand.peoplePerCell)
    }
    for index in chosen {
      let station = stations[index]
      services[station.settlement].masts += 1
      services[station.settlement].stations += station.carriers.count
      services[station.settlement].costYuan += station.costYuan
    }
    return services
  }
}

/// What a choice of a region's stations does at one settlement.
public struct SettlementService: Hashable, Sendable {
  /// Residents who are served as things stand.
  public let servedBefore: Double
  /// Residents who are served with the choice.
  public let servedAfter: Double
  /// Masts of the choice that belong to it.
  public internal(set) var masts = 0
  /// Stations on them.
  public internal(set) var stations = 0
  /// What they count.
  public internal(set) var costYuan = 0.0
}
