public import Coverage
public import Radio
public import Scheduling
public import Siting
public import Territory

/// What a run found out about one settlement in one network group.
public struct GroupOutcome: Sendable {
  /// The audit of the network as it stands.
  public let before: SettlementAudit
  /// Highest status by the end of the schedule; the present one where nothing is scheduled.
  public let plannedStatus: CoverageStatus
  /// Quarter in which it is reached; nil where it does not rise.
  public let quarter: Quarter?
  /// Criterion that no choice of candidates meets; nil where the target can be reached.
  public let unmet: CriterionResult?
  /// What is proven of the sites chosen; nil where none are.
  public let proof: SitingProof?

  /// An outcome of one group.
  public init(
    before: SettlementAudit, plannedStatus: CoverageStatus, quarter: Quarter?,
    unmet: CriterionResult?, proof: SitingProof? = nil
  ) {
    self.before = before
    self.plannedStatus = plannedStatus
    self.quarter = quarter
    self.unmet = unmet
    self.proof = proof
  }
}

/// What a run found out about one settlement.
public struct SettlementOutcome: Sendable {
  /// Which settlement.
  public let settlement: Settlement
  /// Its conditions.
  public let readiness: Readiness
  /// One for each group of the run, in the groups' order.
  public let groups: [GroupOutcome]

  /// An outcome of all groups.
  public init(settlement: Settlement, readiness: Readiness, groups: [GroupOutcome]) {
    self.settlement = settlement
    self.readiness = readiness
    self.groups = groups
  }

  /// Lowest status over the groups: a resident is served whichever network the phone is on.
  public var status: CoverageStatus { groups.map(\.before.status).min() ?? .none }
  /// Lowest planned status over the groups.
  public var plannedStatus: CoverageStatus { groups.map(\.plannedStatus).min() ?? .none }
  /// Quarter in which the last group has risen; nil where the planned status is the present one.
  public var quarter: Quarter? {
    plannedStatus > status
      ? groups.filter { $0.plannedStatus == plannedStatus || $0.quarter != nil }
        .compactMap(\.quarter).max() : nil
  }
  /// What keeps the group that is furthest behind from the next status.
  public var failing: CriterionResult? {
    groups.first { $0.before.status == status }?.before.failing
  }
}

/// A group's part of the stations published for the country at a date.
public struct PublishedStations: Hashable, Sendable {
  /// Which group.
  public let group: NetworkGroup
  /// The group's part.
  public let stations: Int
  /// Year and month, `2020-12`.
  public let date: String

  /// A published count.
  public init(group: NetworkGroup, stations: Int, date: String) {
    self.group = group
    self.stations = stations
    self.date = date
  }
}

/// Everything that a run's outputs are made of.
public struct PlanResult: Sendable {
  /// Name of the standard.
  public let standard: String
  /// Groups of the run.
  public let groups: [NetworkGroup]
  /// All units.
  public let gazetteer: Gazetteer
  /// Adcodes of the regions asked for; empty for the whole country.
  public let regions: [String]
  /// Kind of the network the plan starts from.
  public let networkKind: DataKind
  /// By kind of settlement, then id.
  public let settlements: [SettlementOutcome]
  /// By group, settlement, status; empty in an audit.
  public let packages: [WorkPackage]
  /// Nil in an audit.
  public let schedule: Schedule?
  /// Sites of the present network at the settlements asked for.
  public let existingSites: [Site]
  /// In the packages' order; empty in an audit.
  public let plannedSites: [PlannedSite]
  /// Published counts that the modelled network was made from; empty with a register of sites.
  public let publishedStations: [PublishedStations]
  /// Candidates that plans of several settlements have taken.
  public let sharedCandidates: [SharedCandidate]
  /// How surely the schedule keeps its dates; nil where that was not simulated.
  public var risk: ScheduleRisk?
  /// Pilots; nil where none were given.
  public var pilots: PilotResult?
  /// Decisions that the schedule waits for; nil where they were not asked for.
  public var decisions: DecisionList?
  /// Where demand outgrows the network; empty in an audit.
  public var warnings: [EarlyWarning] = []
  /// Campuses with what they need; nil where none were asked for.
  public var campuses: CampusResult?
  /// Power, back-up and carbon of the new stations; nil where that was not asked for.
  public var power: GreenResult?
  /// What the plan does for key places; nil where none were brought.
  public var keyPlaces: PlannedKeyPlaces?

  /// A result.
  public init(
    standard: String, groups: [NetworkGroup], gazetteer: Gazetteer, regions: [String],
    networkKind: DataKind, settlements: [SettlementOutcome], packages: [WorkPackage],
    schedule: Schedule?, existingSites: [Site], plannedSites: [PlannedSite],
    publishedStations: [PublishedStations], sharedCandidates: [SharedCandidate] = []
  ) {
    self.standard = standard
    self.groups = groups
    self.gazetteer = gazetteer
    self.regions = regions
    self.networkKind = networkKind
    self.settlements = settlements
    self.packages = packages
    self.schedule = schedule
    self.existingSites = existingSites
    self.plannedSites = plannedSites
    self.publishedStations = publishedStations
    self.sharedCandidates = sharedCandidates
  }

  /// Whether a unit is part of what was asked for.
  public func includes(_ adcode: String) -> Bool {
    regions.isEmpty || gazetteer.lineage(of: adcode).contains { regions.contains($0) }
  }
}
