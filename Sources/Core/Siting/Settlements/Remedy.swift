public import Coverage
public import Radio

/// The cheapest stations found that close a failing criterion of a settlement, or all of them, with what is
/// proven of the choice.
public struct Remedy: Sendable {
  /// Id of the settlement.
  public let settlement: String
  /// Whose network.
  public let group: NetworkGroup
  /// The criterion as the network stands; nil for all that keep the settlement from the standard's highest
  /// status.
  public let failing: CriterionResult?
  /// Stations to build.
  public let stations: Int
  /// Masts and rooftops among them that are new.
  public let newSites: Int
  /// Whole yuan, the link to the settlement included.
  public let costYuan: Int
  /// What is proven of the stations' cost; nil where nothing could be built.
  public let proof: SitingProof?
  /// Criterion that all candidates together do not meet, with what they would give; nil where the remedy
  /// closes what is failing.
  public let unmet: CriterionResult?

  /// What a plan, made for the criterion alone or for the whole standard, comes to.
  public init(_ plan: SettlementPlan, for failing: CriterionResult?) {
    settlement = plan.before.settlement
    group = plan.before.group
    self.failing = failing
    stations = plan.packages.reduce(0) { $0 + $1.stations }
    newSites = plan.packages.reduce(0) { $0 + $1.newSites }
    costYuan = plan.packages.reduce(0) { $0 + $1.costYuan }
    proof = plan.proof
    let missing = plan.after.results.first { !$0.passed }
    unmet = plan.unmet ?? missing
  }

  /// Whether what is failing is closed.
  public var isClosed: Bool { unmet == nil }
}
