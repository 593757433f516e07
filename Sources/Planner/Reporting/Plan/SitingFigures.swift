import Geometry
import Radio
public import Siting

/// What is proven of the sites of a whole run: sums over settlements and groups.
public struct SitingFigures: Hashable, Sendable {
  /// Yuan of the stations chosen, without links to settlements.
  public private(set) var costYuan = 0.0
  /// Proven: no choice among the same candidates and carriers costs less, each settlement paying for its
  /// own; sites that several share are in it as often as in the cost.
  public private(set) var boundYuan = 0.0
  /// Yuan of the greedy choices, for comparison.
  public private(set) var greedyYuan = 0.0
  /// Choices by why the work on them ended.
  public private(set) var stops: [CoveringStop: Int] = [:]
  /// Stations that SS-SINR or the lead ratio asked for beyond coverage.
  public private(set) var repairStations = 0
  /// Millions of entries of the coverage that have been visited.
  public private(set) var effort = 0.0
  /// Candidates that plans of several settlements have taken: their sites are counted in each.
  public let sharedCandidates: [SharedCandidate]

  /// The figures of some proofs.
  public init(
    _ proofs: some Sequence<SitingProof>, sharedCandidates: [SharedCandidate] = []
  ) {
    self.sharedCandidates = sharedCandidates
    for proof in proofs {
      costYuan += proof.costYuan
      boundYuan += proof.boundYuan
      greedyYuan += proof.greedyYuan
      stops[proof.stop, default: 0] += 1
      repairStations += proof.repairStations
      effort += proof.effort
    }
  }

  /// The figures of a run.
  public init(_ result: PlanResult) {
    self.init(
      result.settlements.lazy.flatMap(\.groups).compactMap(\.proof),
      sharedCandidates: result.sharedCandidates)
  }

  /// Distance between cost and bound as a share of the cost; 0 where nothing is built.
  public var gap: Double { costYuan > 0 ? (costYuan - boundYuan) / costYuan : 0 }
  /// What the greedy choices cost more, as a share of their cost.
  public var saving: Double { greedyYuan > 0 ? (greedyYuan - costYuan) / greedyYuan : 0 }
  /// Whether the same inputs give the same choices again.
  public var isRepeatable: Bool { stops[.time, default: 0] == 0 }
  /// Yuan that are counted for sites of shared candidates beyond the first time.
  public var repeatedSiteYuan: Double {
    sharedCandidates.reduce(0) { $0 + $1.repeatedYuan }
  }
  /// Choices in all.
  public var choices: Int { stops.values.reduce(0, +) }

  var value: JSONValue {
    [
      "cost_yuan": .rounded(costYuan, decimals: 0), "bound_yuan": .rounded(boundYuan, decimals: 0),
      "gap": .rounded(gap, decimals: 6), "greedy_yuan": .rounded(greedyYuan, decimals: 0),
      "stops": .object(
        JSONObject(
          [CoveringStop.optimal, .gap, .effort, .time].map {
            ($0.rawValue, .int(stops[$0, default: 0]))
          })),
      "repair_stations": .int(repairStations), "effort_millions": .rounded(effort, decimals: 3),
      "repeatable": .bool(isRepeatable),
      "repeated_site_yuan": .rounded(repeatedSiteYuan, decimals: 0),
      "shared_candidates": .array(sharedCandidates.map(Self.value)),
    ]
  }

  private static func value(_ shared: SharedCandidate) -> JSONValue {
    [
      "candidate": .string(shared.id), "group": .string(shared.group.rawValue),
      "settlements": .array(shared.settlements.map { .string($0) }),
      "site_yuan": .rounded(shared.siteYuan, decimals: 0),
    ]
  }
}
