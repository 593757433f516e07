import Siting
import Territory
import TestSupport
import Testing

@Suite struct ReadinessTests {
  private let rule = ReadinessRule(PlanWorld.readiness)

  private func facts(
    _ kind: SettlementKind, _ population: Int, metres: Double, stations: Int = 0
  ) -> Readiness {
    rule.assess(
      ReadinessFacts(
        kind: kind, population: population, backhaul: Self.link(metres),
        isReachable: Self.isReachable(metres), existingStations: stations))
  }

  private static let backhaul = BackhaulRule(
    fibreYuanPerMetre: 40, detour: 1.5, microwaveYuanPerHop: 0, microwaveMetres: 0,
    routeLimitMetres: 30_000)

  private static func link(_ metres: Double) -> BackhaulLink? {
    metres > 0 && metres.isFinite ? backhaul.link(to: 0, metres: metres) : nil
  }

  private static func isReachable(_ metres: Double) -> Bool {
    metres == 0 || (link(metres).map(backhaul.allows) ?? false)
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

  @Test func withoutPowerOnlyPlacesThatHaveAStationAreFeasible() {
    let dark = ReadinessRule(
      ReadinessBook(
        gates: .init(
          backhaulKilometres: PlanWorld.figure(30), powerAvailable: PlanWorld.figure(0)),
        routeDetour: PlanWorld.readiness.routeDetour, weights: PlanWorld.readiness.weights,
        fullScorePopulation: PlanWorld.readiness.fullScorePopulation))
    func judged(_ kind: SettlementKind, metres: Double, stations: Int) -> Readiness {
      dark.assess(
        ReadinessFacts(
          kind: kind, population: 5000, backhaul: Self.link(metres),
          isReachable: Self.isReachable(metres), existingStations: stations))
    }
    #expect(judged(.townSeat, metres: 1000, stations: 0).reasons.first == "no-power")
    #expect(!judged(.townSeat, metres: 1000, stations: 0).feasible)
    #expect(judged(.townSeat, metres: 0, stations: 1).feasible)
    #expect(judged(.city, metres: 1000, stations: 0).feasible)
    // Both gates may fail; each is named.
    let both = judged(.countySeat, metres: .infinity, stations: 0)
    #expect(Array(both.reasons.prefix(2)) == ["backhaul-too-far", "no-power"])
    #expect(both.fibreMetres == 0)
  }

  @Test(arguments: 0..<40) func theScoreStaysBetweenZeroAndOne(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let kinds = SettlementKind.allCases
    let readiness = facts(
      kinds[Int.random(in: 0..<kinds.count, using: &random)],
      Int.random(in: 0...3_000_000, using: &random),
      metres: Double.random(in: 0...200_000, using: &random),
      stations: Int.random(in: 0...2, using: &random))
    #expect((0...1).contains(readiness.priority))
  }

  @Test func onlyTheProportionsOfWeightsCount() {
    func priority(_ scale: Double) -> Double {
      func weight(_ value: Double) -> Figure { PlanWorld.figure(value * scale) }
      let book = ReadinessBook(
        gates: PlanWorld.readiness.gates, routeDetour: PlanWorld.readiness.routeDetour,
        weights: .init(
          seatPopulation: weight(0.2), shareableSitesAndFibre: weight(0.2), traffic: weight(0.2),
          industryAndTransport: weight(0.2), localSupport: weight(0.1), equity: weight(0.1)),
        fullScorePopulation: PlanWorld.readiness.fullScorePopulation)
      return ReadinessRule(book).assess(
        ReadinessFacts(
          kind: .townSeat, population: 12_000, backhaul: Self.link(4000), isReachable: true,
          existingStations: 0)
      ).priority
    }
    #expect(abs(priority(1) - priority(7)) < 1e-12)
    #expect(priority(1) > 0)
    #expect(priority(0) == 0)
  }

  @Test func nearerIsBetterAndMorePeopleAreBetter() {
    #expect(
      facts(.townSeat, 5000, metres: 2000).priority > facts(.townSeat, 5000, metres: 9000).priority)
    #expect(
      facts(.townSeat, 9000, metres: 2000).priority > facts(.townSeat, 5000, metres: 2000).priority)
  }
}
