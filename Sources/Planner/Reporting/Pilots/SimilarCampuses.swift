#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import Coverage
import Geometry
import Radio
public import Scheduling
import Siting
public import Territory

/// A campus like a pilot's.
public struct SimilarCampus: Sendable {
  /// Which.
  public let outcome: CampusOutcome
  /// The campus that it is held against.
  public let model: CampusOutcome
  /// Quarter in which its network stands; nil where it stands already.
  public let quarter: Quarter?
  /// Share of the scenarios of both industries that only one of them uses, 0 to 1; 0 for the same industry.
  public let industry: Double
  /// Terminals over those of the pilot's campus.
  public let times: Double
  /// Steps between the present statuses at their settlements, each in its campus' group; nil where one is not known.
  public let statusSteps: Int?
  /// Difference of the readiness of their settlements; nil where one is not known.
  public let readiness: Double?
  /// Years that its network comes after the pilot.
  public let years: Double
  /// Sum of the differences by their weights.
  public let distance: Double
}

/// Ranks the campuses of a plan by how near they are to a pilot's: those whose network stands within the plan, and that
/// hold no pilot of its kind.
public struct SimilarCampuses: Sendable {
  private let pilots: PilotResult
  private let campuses: CampusResult
  private let start: Quarter?
  private let settlements: [String: SettlementOutcome]

  /// Of a plan with pilots; nil without campuses.
  public init?(_ result: PlanResult, _ pilots: PilotResult) {
    guard let campuses = result.campuses else { return nil }
    self.pilots = pilots
    self.campuses = campuses
    start = result.schedule?.limits.from
    settlements = Dictionary(
      result.settlements.map { ($0.settlement.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The campus that a pilot is about, or is taken to be like: of the fitting industry the nearest of its settlement,
  /// else the nearest that is no farther than the book says; nil for pilots that no campus is like.
  public func model(_ outcome: PilotOutcome) -> CampusOutcome? {
    let task = outcome.task
    if let own = task.site.campus {
      return campuses.outcomes.first { $0.finding.campus.id == own.id }
    }
    let plane = Albers.china.project(task.site.position)
    let fitting = campuses.outcomes.compactMap {
      outcome -> (outcome: CampusOutcome, away: Int, metres: Double)? in
      guard Self.fits(outcome.finding.campus, task.pilot.kind) else { return nil }
      let other = Albers.china.project(outcome.finding.campus.position)
      let (x, y) = (other.x - plane.x, other.y - plane.y)
      let metres = (x * x + y * y).squareRoot()
      return (outcome, outcome.settlement == task.site.settlement ? 0 : 1, metres)
    }
    let nearest = fitting.min {
      ($0.away, $0.metres, $0.outcome.finding.campus.id)
        < ($1.away, $1.metres, $1.outcome.finding.campus.id)
    }
    guard let nearest else { return nil }
    let isNear = nearest.metres <= pilots.book.campusKilometres.value * 1000
    return nearest.away == 0 || isNear ? nearest.outcome : nil
  }

  /// Whether a campus is what pilots of a kind are about.
  private static func fits(_ campus: Campus, _ kind: PilotKind) -> Bool {
    switch kind {
    case .mine: campus.kind == .mine || campus.industry == "mining"
    case .port: campus.kind == .port || campus.industry == "port"
    case .park: campus.kind == .park || campus.kind == .cluster
    case .hospital, .school, .scenicArea, .other: false
    }
  }

  /// The nearest campuses, nearest first; equal ones by id. Empty for pilots that no campus is like.
  public func ranked(_ outcome: PilotOutcome) -> [SimilarCampus] {
    guard let model = self.model(outcome) else { return [] }
    let kind = outcome.task.pilot.kind
    var taken = Set(
      pilots.outcomes.filter { $0.task.pilot.kind == kind }.compactMap(\.task.site.campus?.id))
    taken.insert(model.finding.campus.id)
    let stands = outcome.quarter ?? start
    let found = campuses.outcomes.compactMap { other -> SimilarCampus? in
      guard !taken.contains(other.finding.campus.id) else { return nil }
      return campus(other, beside: model, stands: stands)
    }
    // By whole millionths: the last digit of a logarithm hangs on the machine.
    func order(_ campus: SimilarCampus) -> (Int, String) {
      (Int((campus.distance * 1e6).rounded()), campus.outcome.finding.campus.id)
    }
    return Array(found.sorted { order($0) < order($1) }.prefix(Int(pilots.book.places.value)))
  }

  private func campus(
    _ other: CampusOutcome, beside model: CampusOutcome, stands: Quarter?
  ) -> SimilarCampus? {
    guard case (let quarter, true) = Self.stands(other) else { return nil }
    let industry = self.industry(other.finding.campus.industry, model.finding.campus.industry)
    let times = Double(Self.terminals(other)) / Double(Self.terminals(model))
    let (here, there) = (status(model), status(other))
    let statusSteps = here.flatMap { here in there.map { abs($0.rank - here.rank) } }
    let (mine, theirs) = (self.readiness(model), self.readiness(other))
    let readiness = mine.flatMap { mine in theirs.map { abs($0 - mine) } }
    let quarters = quarter.flatMap { quarter in stands.map { quarter.index - $0.index } } ?? 0
    let years = Double(max(0, quarters)) / 4
    let book = pilots.book
    let distance =
      book.perIndustry.value * industry + book.perTerminalDoubling.value * abs(log2(times))
      + book.perStatus.value * Double(statusSteps ?? 0)
      + book.perReadiness.value * (readiness ?? 0) + book.perYear.value * years
    return SimilarCampus(
      outcome: other, model: model, quarter: quarter, industry: industry, times: times,
      statusSteps: statusSteps, readiness: readiness, years: years, distance: distance)
  }

  /// When a campus' network stands, nil for now, and whether it ever does and runs anything.
  private static func stands(_ outcome: CampusOutcome) -> (Quarter?, Bool) {
    guard outcome.finding.scenarios.contains(where: \.isMet) else { return (nil, false) }
    guard outcome.finding.configuration.parts.isEmpty else {
      return (outcome.scheduled?.finish, outcome.scheduled != nil)
    }
    switch outcome.reach {
    case .already: return (nil, true)
    case .from(let quarter): return (quarter, true)
    case .never: return (nil, false)
    }
  }

  /// Share of the scenarios that one of two industries uses and not the other.
  private func industry(_ one: String, _ other: String) -> Double {
    guard one != other else { return 0 }
    func scenarios(_ industry: String) -> Set<String> {
      Set(campuses.book.scenarios.filter { $0.industries.contains(industry) }.map(\.id))
    }
    let (mine, theirs) = (scenarios(one), scenarios(other))
    let all = mine.union(theirs).count
    return all == 0 ? 1 : 1 - Double(mine.intersection(theirs).count) / Double(all)
  }

  /// Terminals of all scenarios of a campus, 1 at least.
  static func terminals(_ outcome: CampusOutcome) -> Int {
    max(1, outcome.finding.scenarios.reduce(0) { $0 + $1.terminals })
  }

  private func status(_ outcome: CampusOutcome) -> CoverageStatus? {
    outcome.settlement.flatMap { settlements[$0] }?.groups
      .first { $0.before.group == outcome.finding.group }?.before.status
  }

  private func readiness(_ outcome: CampusOutcome) -> Double? {
    outcome.settlement.flatMap { settlements[$0] }?.readiness.priority
  }

  /// What speaks for a campus and against it, in words.
  func reasons(_ campus: SimilarCampus, _ language: Language) -> [String] {
    let (here, there) = (campus.model.finding.campus, campus.outcome.finding.campus)
    let industry =
      here.industry == there.industry
      ? SimilarCampusWords.sameIndustry.text(language)
      : SimilarCampusWords.otherIndustry.text(
        language,
        [
          name(there.industry, language), Amount.share(1 - campus.industry),
        ])
    let status = campus.statusSteps.map { steps in
      steps == 0
        ? SimilarCampusWords.sameStatus.text(language)
        : SimilarCampusWords.otherStatus.text(language, [String(steps)])
    }
    let readiness = campus.readiness.map {
      PilotWords.readiness.text(language, [DecimalText.fixed($0, decimals: 2)])
    }
    return [
      industry,
      SimilarCampusWords.times.text(language, [DecimalText.fixed(campus.times, decimals: 2)]),
      status ?? SimilarCampusWords.placeUnknown.text(language), readiness,
      campus.years > 0
        ? SimilarCampusWords.wait.text(language, [DecimalText.fixed(campus.years, decimals: 2)])
        : SimilarCampusWords.already.text(language),
    ].compactMap(\.self)
  }

  /// An industry's name in a language.
  func name(_ industry: String, _ language: Language) -> String {
    campuses.book.industries.first { $0.id == industry }.map {
      language == .chinese ? $0.zh : $0.en
    } ?? industry
  }
}
