import Territory

/// Judges readiness by the gates and weights of a book.
public struct ReadinessRule: Sendable {
  /// Gates and weights.
  public let book: ReadinessBook
  /// Reason of a place that is feasible because the policy asks for all of its kind.
  public static let askedByPolicy = "asked-by-policy"

  /// Reasons by which gates shut a place, in the gates' order.
  public static let refusals = [
    GateFinding.tooFar, GateFinding.noPower, GateFinding.noCommitment,
    GateFinding.commitmentUnknown,
  ]

  /// A rule by a book.
  public init(_ book: ReadinessBook) { self.book = book }

  /// Cities are always feasible: the policy asks for all of them. Signals without data are left out
  /// and the others' weights scaled up.
  public func assess(_ facts: ReadinessFacts) -> Readiness {
    let gates = [
      GateFinding.backhaul(facts, book.gates), .power(facts, book.gates),
      .localCommitment(facts, book.gates),
    ]
    let refusals = gates.compactMap(\.refusal)
    let isAsked = facts.kind == .city
    let scores = ReadinessSignal.allCases.map { signal in
      SignalScore(
        signal: signal, weight: book.weights[signal].value, score: score(signal, facts))
    }
    return Readiness(
      feasible: isAsked || refusals.isEmpty, priority: scores.priority,
      reasons: (isAsked ? [Self.askedByPolicy] : []) + refusals + reasons(scores, facts),
      backhaul: facts.backhaul, waitsFor: facts.waitsFor, way: facts.way, gates: gates,
      scores: scores, signals: facts.signals)
  }

  /// Signals that speak for the place, then those that are not known.
  private func reasons(_ scores: [SignalScore], _ facts: ReadinessFacts) -> [String] {
    var speaking = scores.filter(\.speaks).map(\.signal.rawValue)
    var unknown = scores.filter(\.isMissing).map(\.signal.rawValue)
    if book.weights.equity.value > 0 {
      for (key, fact) in [("border", facts.signals.border), ("assisted", facts.signals.assisted)] {
        if fact == true { speaking.append(key) }
        if fact == nil { unknown.append(key) }
      }
    }
    return speaking + unknown.map { "unknown:" + $0 }
  }

  private func score(_ signal: ReadinessSignal, _ facts: ReadinessFacts) -> Double? {
    switch signal {
    case .seatPopulation: min(1, Double(facts.population) / book.fullScores.seatPopulation.value)
    case .traffic: facts.signals.traffic
    case .shareableSitesAndFibre: nearness(facts)
    case .industry: facts.signals.industry
    case .transport: facts.signals.transport
    case .scenic: facts.signals.scenic
    case .localSupport: facts.signals.localSupport
    case .equity: equity(facts)
    }
  }

  /// 1 with stations of its own, else what its own link leaves of the longest route that may be.
  private func nearness(_ facts: ReadinessFacts) -> Double {
    if facts.existingStations > 0 { return 1 }
    // Without a link and without stations there is no place to hang on anywhere.
    let route = facts.backhaul?.routeMetres ?? (facts.isReachable ? 0 : .infinity)
    let limit = book.gates.backhaulKilometres.value * 1000
    return limit > 0 ? max(0, 1 - route / limit) : 0
  }

  /// Mean of those parts that are known: no mere town, on the border, assisted.
  private func equity(_ facts: ReadinessFacts) -> Double {
    let parts = [facts.kind != .townSeat, facts.signals.border, facts.signals.assisted]
      .compactMap { $0 }
    return Double(parts.count { $0 }) / Double(parts.count)
  }
}
