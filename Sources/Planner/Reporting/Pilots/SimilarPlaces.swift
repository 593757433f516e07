#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import Coverage
import Radio
public import Scheduling
import Siting
public import Territory

/// A place like a pilot's.
public struct SimilarPlace: Sendable {
  /// Which.
  public let outcome: SettlementOutcome
  /// Quarter in which it has the pilot's status; nil where it has it already.
  public let quarter: Quarter?
  /// Residents over those of the pilot's place.
  public let times: Double
  /// Steps between the kinds of settlement.
  public let kindSteps: Int
  /// Steps between the morphologies.
  public let morphologySteps: Int
  /// Difference of the scores of readiness.
  public let readiness: Double
  /// Difference of the signal that the pilot's kind goes by; nil where none does, or one is not known.
  public let signal: Double?
  /// Years that it waits for the status after the pilot stands.
  public let years: Double
  /// Sum of the differences by their weights.
  public let distance: Double
}

/// Ranks the places of a plan by how near they are to a pilot's: those that have its status within the plan and hold
/// no pilot of its kind.
public struct SimilarPlaces: Sendable {
  private struct Key: Hashable {
    let settlement: String
    let group: NetworkGroup
  }

  private let result: PlanResult
  private let pilots: PilotResult
  private let finishes: [Key: [(to: CoverageStatus, finish: Quarter)]]

  /// Of a plan with pilots.
  public init(_ result: PlanResult, _ pilots: PilotResult) {
    self.result = result
    self.pilots = pilots
    var finishes: [Key: [(to: CoverageStatus, finish: Quarter)]] = [:]
    for entry in result.schedule?.packages ?? [] {
      finishes[Key(settlement: entry.package.settlement, group: entry.package.group), default: []]
        .append((entry.package.to, entry.finish))
    }
    self.finishes = finishes
  }

  /// The nearest places, nearest first; equal ones by id. None for a pilot on a campus, which is held against campuses.
  public func ranked(_ outcome: PilotOutcome) -> [SimilarPlace] {
    let site = outcome.task.site.settlement
    guard outcome.task.site.campus == nil else { return [] }
    guard let own = result.settlements.first(where: { $0.settlement.id == site }) else { return [] }
    let kind = outcome.task.pilot.kind
    let taken = Set(
      pilots.outcomes.filter { $0.task.pilot.kind == kind && $0.task.site.campus == nil }.map(
        \.task.site.settlement))
    let stands = outcome.quarter ?? result.schedule?.limits.from
    let places = result.settlements.compactMap { other -> SimilarPlace? in
      guard !taken.contains(other.settlement.id) else { return nil }
      return place(other, beside: own, outcome.task, stands: stands)
    }
    // By whole millionths: the last digit of a logarithm hangs on the machine.
    func order(_ place: SimilarPlace) -> (Int, String) {
      (Int((place.distance * 1e6).rounded()), place.outcome.settlement.id)
    }
    return Array(
      places.sorted { order($0) < order($1) }.prefix(Int(pilots.book.places.value)))
  }

  private func place(
    _ other: SettlementOutcome, beside own: SettlementOutcome, _ task: PilotTask, stands: Quarter?
  ) -> SimilarPlace? {
    guard case (let quarter, true) = quarter(other, task) else { return nil }
    let (here, there) = (own.settlement, other.settlement)
    let times = Double(max(1, there.population)) / Double(max(1, here.population))
    let kinds = abs(here.kind.tier - there.kind.tier)
    let morphologies = abs(Self.index(here.morphology) - Self.index(there.morphology))
    let readiness = abs(own.readiness.priority - other.readiness.priority)
    let signal = Self.signal(task.pilot.kind).flatMap { path -> Double? in
      guard let mine = own.readiness.signals[keyPath: path],
        let theirs = other.readiness.signals[keyPath: path]
      else { return nil }
      return abs(mine - theirs)
    }
    let quarters = quarter.flatMap { quarter in stands.map { quarter.index - $0.index } } ?? 0
    let years = Double(max(0, quarters)) / 4
    let book = pilots.book
    let distance =
      book.perDoubling.value * abs(log2(times)) + book.perKind.value * Double(kinds)
      + book.perMorphology.value * Double(morphologies) + book.perReadiness.value * readiness
      + book.perSignal.value * (signal ?? 0) + book.perYear.value * years
    return SimilarPlace(
      outcome: other, quarter: quarter, times: times, kindSteps: kinds,
      morphologySteps: morphologies, readiness: readiness, signal: signal, years: years,
      distance: distance)
  }

  /// When all of a pilot's groups have its status at a place; nil for now, and whether they ever have.
  private func quarter(_ place: SettlementOutcome, _ task: PilotTask) -> (Quarter?, Bool) {
    var last: Quarter?
    for group in place.groups where task.groups.contains(group.before.group) {
      guard group.before.status < task.pilot.status else { continue }
      let key = Key(settlement: place.settlement.id, group: group.before.group)
      let finish = (finishes[key] ?? []).filter { $0.to >= task.pilot.status }.map(\.finish).min()
      guard let finish else { return (nil, false) }
      last = max(last ?? finish, finish)
    }
    return (last, true)
  }

  private static func index(_ morphology: Morphology) -> Int {
    Morphology.allCases.firstIndex(of: morphology) ?? 0
  }

  /// The signal that says whether a place is like a kind of pilot's.
  static func signal(_ kind: PilotKind) -> KeyPath<ReadinessSignals, Double?>? {
    switch kind {
    case .port: \.transport
    case .mine, .park: \.industry
    case .scenicArea: \.scenic
    case .hospital, .school, .other: nil
    }
  }

  /// What speaks for a place and against it, in words.
  static func reasons(_ place: SimilarPlace, _ kind: PilotKind, _ language: Language) -> [String] {
    var words = [
      PilotWords.times.text(language, [DecimalText.fixed(place.times, decimals: 2)]),
      (place.kindSteps == 0 ? PilotWords.sameKind : .otherKind).text(language),
      place.morphologySteps == 0
        ? PilotWords.sameMorphology.text(language)
        : PilotWords.otherMorphology.text(language, [String(place.morphologySteps)]),
      PilotWords.readiness.text(language, [DecimalText.fixed(place.readiness, decimals: 2)]),
    ]
    if signal(kind) != nil {
      words.append(
        place.signal.map {
          PilotWords.signal.text(language, [DecimalText.fixed($0, decimals: 2)])
        } ?? PilotWords.signalUnknown.text(language))
    }
    words.append(
      place.years > 0
        ? PilotWords.wait.text(language, [DecimalText.fixed(place.years, decimals: 2)])
        : PilotWords.already.text(language))
    return words
  }
}
