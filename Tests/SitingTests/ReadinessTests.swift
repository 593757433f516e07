import Siting
import Territory
import Testing

@Suite struct ReadinessTests {
  private let rule = ReadinessRule(PlanWorld.readiness)

  private func facts(
    _ kind: SettlementKind, _ population: Int, metres: Double, stations: Int = 0
  ) -> Readiness {
    rule.assess(
      ReadinessFacts(
        kind: kind, population: population, backhaulMetres: metres, existingStations: stations))
  }

  @Test func theGateIsTheRouteNotTheStraightLine() {
    // Limit 30 km, detour 1.5: 20 km straight is just feasible.
    #expect(facts(.townSeat, 5000, metres: 20_000).feasible)
    let far = facts(.townSeat, 5000, metres: 20_001)
    #expect(!far.feasible)
    #expect(far.reasons.first == "backhaul-too-far")
    #expect(facts(.townSeat, 5000, metres: 10_000).fibreMetres == 15_000)
  }

  @Test func citiesAreAlwaysFeasible() {
    #expect(facts(.city, 500_000, metres: .infinity).feasible)
    #expect(facts(.city, 500_000, metres: .infinity).fibreMetres == 0)
  }

  @Test func unknownSignalsAreLeftOutAndNamed() {
    // Known: population (0.2), sites and fibre (0.2), equity (0.1); all full for this county seat.
    let full = facts(.countySeat, 50_000, metres: 0, stations: 10)
    #expect(abs(full.priority - 1) < 1e-12)
    #expect(full.reasons.filter { $0.hasPrefix("unknown:") }.count == 3)
    // A town of half the population: (0.2 * 0.5 + 0.2 * 1) / 0.5.
    let town = facts(.townSeat, 25_000, metres: 0, stations: 1)
    #expect(abs(town.priority - 0.6) < 1e-12)
  }

  @Test func nearerIsBetterAndMorePeopleAreBetter() {
    #expect(
      facts(.townSeat, 5000, metres: 2000).priority > facts(.townSeat, 5000, metres: 9000).priority)
    #expect(
      facts(.townSeat, 9000, metres: 2000).priority > facts(.townSeat, 5000, metres: 2000).priority)
  }
}
