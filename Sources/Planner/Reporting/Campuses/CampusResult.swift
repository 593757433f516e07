public import Scheduling
public import Siting
public import Territory

/// When public cells reach a campus.
public enum PublicReach: Hashable, Sendable {
  /// They do already, or that is taken as given.
  case already
  /// Once a package of its settlement is finished.
  case from(Quarter)
  /// Not inside the horizon.
  case never
}

/// What a run found out about one campus.
public struct CampusOutcome: Sendable {
  /// What it needs.
  public let finding: CampusFinding
  /// Id of the settlement whose cells reach it; nil where none was looked for.
  public let settlement: String?
  /// When they do.
  public let reach: PublicReach
  /// Its package in the schedule; nil where none is scheduled.
  public let scheduled: ScheduledPackage?

  /// An outcome.
  public init(
    finding: CampusFinding, settlement: String? = nil, reach: PublicReach = .already,
    scheduled: ScheduledPackage? = nil
  ) {
    self.finding = finding
    self.settlement = settlement
    self.reach = reach
    self.scheduled = scheduled
  }

  /// When a scenario can run; nil where it never does inside the horizon.
  public func enabled(_ scenario: ScenarioFinding) -> PublicReach {
    switch scenario.verdict {
    case .yes: return reach
    case .missing, .no:
      guard scenario.isMet, let scheduled else { return .never }
      return .from(scheduled.finish)
    }
  }
}

/// Campuses of a run with what they need.
public struct CampusResult: Sendable {
  /// Industries and scenarios.
  public let book: IndustryBook
  /// Name of the TDD pattern of the campuses' own cells.
  public let pattern: String
  /// Units.
  public let gazetteer: Gazetteer
  /// By id of the campus.
  public let outcomes: [CampusOutcome]
  /// What was mended.
  public let repairs: [CampusRepair]
  /// Of an estimate; else empty.
  public let employment: [IndustryEmployment]
  /// Whether the run schedules.
  public let isScheduled: Bool
  /// Packages of the campuses, those that cannot be built too.
  public let packages: [WorkPackage]

  /// A result.
  public init(
    book: IndustryBook, pattern: String, gazetteer: Gazetteer, outcomes: [CampusOutcome],
    set: CampusSet, isScheduled: Bool = false, packages: [WorkPackage] = []
  ) {
    self.book = book
    self.pattern = pattern
    self.gazetteer = gazetteer
    self.outcomes = outcomes
    repairs = set.repairs
    employment = set.employment
    self.isScheduled = isScheduled
    self.packages = packages
  }

  /// Whether the campuses are estimated.
  public var isEstimated: Bool { outcomes.contains { $0.finding.campus.dataKind == .estimated } }
}

/// Campuses by verdict.
struct VerdictTally: Hashable {
  var yes = 0
  var missing = 0
  var no = 0

  mutating func add(_ verdict: ScenarioVerdict) {
    switch verdict {
    case .yes: yes += 1
    case .missing: missing += 1
    case .no: no += 1
    }
  }

  var total: Int { yes + missing + no }
}

/// Campuses by industry and scenario.
struct CampusMatrix {
  private struct Key: Hashable {
    let industry: String
    let scenario: String
  }

  private var tallies: [Key: VerdictTally] = [:]
  private var all = VerdictTally()
  /// Ids of industries that have campuses, in the book's order.
  let industries: [String]

  init(_ result: CampusResult) {
    var present: Set<String> = []
    for outcome in result.outcomes {
      let industry = outcome.finding.campus.industry
      present.insert(industry)
      for scenario in outcome.finding.scenarios {
        let key = Key(industry: industry, scenario: scenario.scenario)
        tallies[key, default: VerdictTally()].add(scenario.verdict)
        all.add(scenario.verdict)
      }
    }
    industries = result.book.industries.map(\.id).filter(present.contains)
  }

  var total: VerdictTally { all }

  func tally(_ industry: String, _ scenario: String) -> VerdictTally {
    tallies[Key(industry: industry, scenario: scenario)] ?? VerdictTally()
  }
}
