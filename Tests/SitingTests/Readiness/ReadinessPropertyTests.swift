import Siting
import Territory
import TestSupport
import Testing

/// What holds of every book and place: more never lowers, unknown ones do not meddle.
@Suite struct ReadinessPropertyTests {
  private static let raised: [@Sendable (inout ReadinessSignals) -> Void] = [
    { $0.traffic = $0.traffic.map { min(1, $0 + 0.3) } },
    { $0.industry = $0.industry.map { min(1, $0 + 0.3) } },
    { $0.transport = $0.transport.map { min(1, $0 + 0.3) } },
    { $0.scenic = $0.scenic.map { min(1, $0 + 0.3) } },
    { $0.localSupport = $0.localSupport.map { min(1, $0 + 0.3) } },
    { $0.border = $0.border.map { _ in true } },
    { $0.assisted = $0.assisted.map { _ in true } },
  ]

  private func share(_ random: inout SeededGenerator) -> Double? {
    Bool.random(using: &random) ? Double.random(in: 0...1, using: &random) : nil
  }

  private func flag(_ random: inout SeededGenerator) -> Bool? {
    [nil, true, false].randomElement(using: &random) ?? nil
  }

  private func signals(_ random: inout SeededGenerator) -> ReadinessSignals {
    var signals = ReadinessSignals()
    signals.traffic = share(&random)
    signals.industry = share(&random)
    signals.transport = share(&random)
    signals.scenic = share(&random)
    signals.localSupport = share(&random)
    signals.border = flag(&random)
    signals.assisted = flag(&random)
    return signals
  }

  private func priority(
    _ signals: ReadinessSignals, population: Int, book: ReadinessBook = PlanWorld.readiness
  ) -> Double {
    ReadinessRule(book).assess(
      ReadinessFacts(
        kind: .townSeat, population: population, backhaul: nil, isReachable: true,
        existingStations: 0, signals: signals)
    ).priority
  }

  @Test(arguments: 0..<100) func moreOfASignalNeverLowersThePriority(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let own = signals(&random)
    let population = Int.random(in: 0...60_000, using: &random)
    let before = priority(own, population: population)
    #expect((0...1).contains(before))
    #expect(priority(own, population: population + 1000) >= before)
    for raise in Self.raised {
      var more = own
      raise(&more)
      #expect(priority(more, population: population) >= before - 1e-15)
    }
  }

  @Test(arguments: 0..<100) func aSignalUnknownEverywhereIsAsIfItHadNoWeight(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let full = PlanWorld.readiness
    let weights = full.weights
    let without = ReadinessBook(
      gates: full.gates, routeDetour: full.routeDetour,
      weights: ReadinessWeights(
        seatPopulation: weights.seatPopulation, traffic: PlanWorld.figure(0),
        shareableSitesAndFibre: weights.shareableSitesAndFibre, industry: weights.industry,
        transport: weights.transport, scenic: weights.scenic, localSupport: weights.localSupport,
        equity: weights.equity), fullScores: full.fullScores)
    var places: [(with: Double, without: Double)] = []
    for _ in 0..<20 {
      var own = signals(&random)
      own.traffic = nil
      let population = Int.random(in: 0...60_000, using: &random)
      places.append(
        (
          priority(own, population: population),
          priority(own, population: population, book: without)
        ))
    }
    #expect(places.allSatisfy { $0.with == $0.without })
  }

  /// A second way to the same number, from the published parts.
  @Test(arguments: 0..<100) func thePriorityIsTheMeanOfWhatTheScoresTell(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let judgement = ReadinessRule(PlanWorld.readiness).assess(
      ReadinessFacts(
        kind: SettlementKind.allCases.randomElement(using: &random) ?? .city,
        population: Int.random(in: 0...90_000, using: &random), backhaul: nil, isReachable: true,
        existingStations: Int.random(in: 0...2, using: &random), signals: signals(&random)))
    let known = judgement.scores.filter { $0.score != nil }
    let weight = known.map(\.weight).reduce(0, +)
    let sum = known.map { $0.weight * ($0.score ?? .nan) }.reduce(0, +)
    #expect(abs(judgement.priority - sum / weight) < 1e-12)
    #expect(known.allSatisfy { (0...1).contains($0.score ?? .nan) })
    for entry in judgement.scores {
      let key = entry.signal.rawValue
      #expect(judgement.reasons.contains(key) == ((entry.score ?? 0) >= 0.5))
      #expect(judgement.reasons.contains("unknown:" + key) == (entry.score == nil))
    }
  }
}
