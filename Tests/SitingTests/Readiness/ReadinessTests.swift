import Siting
import Territory
import TestSupport
import Testing

/// The priority in closed form, and the gate of backhaul.
@Suite struct ReadinessTests {
  private let rule = ReadinessRule(PlanWorld.readiness)

  private func facts(
    _ kind: SettlementKind, _ population: Int, metres: Double, stations: Int = 0,
    signals: ReadinessSignals = ReadinessSignals()
  ) -> Readiness {
    rule.assess(
      ReadinessFacts(
        kind: kind, population: population, backhaul: Self.link(metres),
        isReachable: Self.isReachable(metres), existingStations: stations,
        signals: signals))
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

  @Test func citiesAreAlwaysFeasibleAndSaySo() {
    let far = facts(.city, 500_000, metres: .infinity)
    #expect(far.feasible)
    #expect(far.fibreMetres == 0)
    #expect(far.reasons.prefix(2) == ["asked-by-policy", "backhaul-too-far"])
    #expect(far[.backhaul]?.passes == false)
  }

  @Test func unknownSignalsAreLeftOutAndNamed() {
    // Known: population (0.2), sites and fibre (0.2), equity (0.1); all full for this county seat.
    let full = facts(.countySeat, 50_000, metres: 0, stations: 10)
    #expect(abs(full.priority - 1) < 1e-12)
    #expect(
      full.reasons.filter { $0.hasPrefix("unknown:") } == [
        "unknown:traffic", "unknown:industry", "unknown:transport", "unknown:scenic",
        "unknown:local-support", "unknown:border", "unknown:assisted",
      ])
    // A town of half the population: (0.2 * 0.5 + 0.2 * 1) / 0.5.
    let town = facts(.townSeat, 25_000, metres: 0, stations: 1)
    #expect(abs(town.priority - 0.6) < 1e-12)
  }

  @Test func theScoreOfEverythingKnownIsTheWeightedSum() {
    var signals = ReadinessSignals()
    signals.traffic = 0.5
    signals.industry = 0.25
    signals.transport = 1
    signals.scenic = 0
    signals.localSupport = 0.75
    signals.border = true
    signals.assisted = false
    let town = facts(.townSeat, 10_000, metres: 10_000, signals: signals)
    // Population 0.2, traffic 0.5, route 15 of 30 km 0.5, and of equity one of three parts.
    let sum =
      0.2 * 0.2 + 0.2 * 0.5 + 0.2 * 0.5 + 0.1 * 0.25 + 0.05 * 1 + 0.05 * 0 + 0.1 * 0.75
      + 0.1 / 3
    #expect(abs(town.priority - sum) < 1e-12)
    #expect(
      town.reasons == [
        "traffic", "shareable-sites-and-fibre", "transport", "local-support", "border",
      ])
    #expect(abs(town.scores.priority - sum) < 1e-12)
  }

  @Test func onlyTheProportionsOfWeightsCount() {
    func priority(_ scale: Double) -> Double {
      ReadinessRule(PlanWorld.readiness(scale: scale)).assess(
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
