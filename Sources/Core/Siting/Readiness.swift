public import Territory

/// The conditions of a settlement (有条件): whether it can be built now, and how much speaks for it.
/// Two separate outputs.
public struct Readiness: Hashable, Sendable {
  /// Every hard gate is passed.
  public let feasible: Bool
  /// Weighted score of the signals that are known, 0 to 1.
  public let priority: Double
  /// Keys of the message catalogue: gates failed, then signals that speak for it, then unknown ones.
  public let reasons: [String]
  /// New link to the place that it hangs on; nil where it has backhaul.
  public let backhaul: BackhaulLink?
  /// Id of the settlement that it hangs on, where that one needs a new link itself: it must come first.
  public let waitsFor: String?

  /// A judgement by its parts.
  public init(
    feasible: Bool, priority: Double, reasons: [String], backhaul: BackhaulLink? = nil,
    waitsFor: String? = nil
  ) {
    self.feasible = feasible
    self.priority = priority
    self.reasons = reasons
    self.backhaul = backhaul
    self.waitsFor = waitsFor
  }

  /// New fibre along the modelled route; 0 where the link is microwave or there is none.
  public var fibreMetres: Int {
    guard let backhaul, backhaul.medium == .fibre else { return 0 }
    return Int(backhaul.routeMetres.rounded())
  }
}

/// What is known of a settlement before its readiness is judged.
public struct ReadinessFacts: Hashable, Sendable {
  /// City, county seat or town seat.
  public let kind: SettlementKind
  /// Residents.
  public let population: Int
  /// New link that it needs; nil with stations of its own.
  public let backhaul: BackhaulLink?
  /// Whether every link on its way to a place with stations passes the gate.
  public let isReachable: Bool
  /// Id of the settlement that has to be linked first.
  public let waitsFor: String?
  /// Stations that stand at the settlement, of any group.
  public let existingStations: Int

  /// What is known of a settlement.
  public init(
    kind: SettlementKind, population: Int, backhaul: BackhaulLink?, isReachable: Bool,
    waitsFor: String? = nil, existingStations: Int
  ) {
    self.kind = kind
    self.population = population
    self.backhaul = backhaul
    self.isReachable = isReachable
    self.waitsFor = waitsFor
    self.existingStations = existingStations
  }
}

/// Judges readiness by the gates and weights of a book.
public struct ReadinessRule: Sendable {
  /// Gates and weights.
  public let book: ReadinessBook

  /// A rule by a book.
  public init(_ book: ReadinessBook) { self.book = book }

  /// Cities are always feasible: the policy asks for all of them. Signals without data are left out
  /// and the others' weights scaled up.
  public func assess(_ facts: ReadinessFacts) -> Readiness {
    // Without a link and without stations there is no place to hang on anywhere.
    let route = facts.backhaul?.routeMetres ?? (facts.isReachable ? 0 : .infinity)
    var gates: [String] = []
    if facts.kind != .city {
      if !facts.isReachable { gates.append("backhaul-too-far") }
      if facts.existingStations == 0, book.gates.powerAvailable.value < 1 {
        gates.append("no-power")
      }
    }
    let signals = signals(facts, routeMetres: route)
    let known = signals.compactMap { signal in signal.score.map { (signal.weight, $0) } }
    let weight = known.reduce(0) { $0 + $1.0 }
    let score = known.reduce(0) { $0 + $1.0 * $1.1 }
    let speaking = signals.filter { ($0.score ?? 0) >= 0.5 }.map(\.key)
    let unknown = signals.filter { $0.score == nil && $0.weight > 0 }.map { "unknown:" + $0.key }
    return Readiness(
      feasible: gates.isEmpty, priority: weight > 0 ? score / weight : 0,
      reasons: gates + speaking + unknown,
      backhaul: facts.backhaul, waitsFor: facts.waitsFor)
  }

  private struct Signal {
    let key: String
    let weight: Double
    let score: Double?
  }

  private func signals(_ facts: ReadinessFacts, routeMetres: Double) -> [Signal] {
    let weights = book.weights
    let limit = book.gates.backhaulKilometres.value * 1_000
    let nearness = max(0, 1 - routeMetres / limit)
    let shareable = facts.existingStations > 0 ? 1 : nearness
    let equity = facts.kind == .townSeat ? 0.0 : 1.0
    return [
      Signal(
        key: "seat-population", weight: weights.seatPopulation.value,
        score: min(1, Double(facts.population) / book.fullScorePopulation.value)),
      Signal(
        key: "shareable-sites-and-fibre", weight: weights.shareableSitesAndFibre.value,
        score: shareable),
      Signal(key: "traffic", weight: weights.traffic.value, score: nil),
      Signal(
        key: "industry-and-transport", weight: weights.industryAndTransport.value, score: nil),
      Signal(key: "local-support", weight: weights.localSupport.value, score: nil),
      Signal(key: "equity", weight: weights.equity.value, score: equity),
    ]
  }
}
