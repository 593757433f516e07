public import Coverage

/// How much work the choice of sites may take. The result depends on it, never on threads or the clock,
/// except where the time limit ends the work.
public struct SitingEffort: Sendable {
  /// What a plan asks for where nothing is said.
  public static let usualGap = 0.005
  /// What a plan allows where nothing is said.
  public static let usualVisits = 1000.0

  /// Relative gap at which a settlement's choice is good enough, 0 to 1; 0 asks for a proof.
  public let gap: Double
  /// How often each entry of a settlement's coverage (a cell that a candidate serves; cells that the
  /// same candidates serve are one) may be visited.
  public let visits: Double
  /// When the work has to end; settlements after it get the first choice and a first bound.
  public let deadline: ContinuousClock.Instant?

  /// A gap, an effort and a guard.
  public init(
    gap: Double = SitingEffort.usualGap, visits: Double = SitingEffort.usualVisits,
    deadline: ContinuousClock.Instant? = nil
  ) {
    self.gap = gap
    self.visits = visits
    self.deadline = deadline
  }

  /// Seconds that are left, 0 or more; nil without a deadline.
  var secondsLeft: Double? {
    deadline.map { deadline in
      let left = ContinuousClock.now.duration(to: deadline).components
      return max(0, Double(left.seconds) + Double(left.attoseconds) * 1e-18)
    }
  }
}

/// What is proven of the sites chosen for one settlement in one group: yuan of the stations that take it
/// to a status, and a bound that no choice among the same candidates and carriers can go below.
///
/// The bound is that of the covering problem (coverage of every criterion up to the status, and stations
/// that must be there); SS-SINR and capacity can only ask for more. The link to the settlement is not
/// part of either.
public struct SitingProof: Hashable, Sendable {
  /// Status that the choice reaches.
  public let status: CoverageStatus
  /// Yuan of the stations of all packages up to it, without the link to the settlement.
  public let costYuan: Double
  /// Proven: no choice costs less.
  public let boundYuan: Double
  /// Yuan of the greedy choice, for comparison.
  public let greedyYuan: Double
  /// Why the work ended.
  public let stop: CoveringStop
  /// Stations that were added because SS-SINR or the lead ratio fell short of what coverage alone asks.
  public let repairStations: Int
  /// Millions of entries of the coverage that have been visited.
  public let effort: Double

  /// A proof.
  public init(
    status: CoverageStatus, costYuan: Double, boundYuan: Double, greedyYuan: Double,
    stop: CoveringStop, repairStations: Int, effort: Double
  ) {
    self.status = status
    self.costYuan = costYuan
    self.boundYuan = min(boundYuan, costYuan)
    self.greedyYuan = greedyYuan
    self.stop = stop
    self.repairStations = repairStations
    self.effort = effort
  }

  /// Distance between cost and bound, as a share of the cost; 0 where nothing has to be built.
  public var gap: Double { costYuan > 0 ? (costYuan - boundYuan) / costYuan : 0 }
}
