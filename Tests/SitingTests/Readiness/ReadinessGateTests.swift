import Siting
import Territory
import TestSupport
import Testing

/// What each gate finds, and that a place is feasible exactly when all let it pass.
@Suite struct ReadinessGateTests {
  private func judged(
    _ kind: SettlementKind = .townSeat, power: Double = 1, commitment: Double = 0,
    isReachable: Bool = true, stations: Int = 0, given: Bool? = nil, committed: Bool? = nil,
    way: BackhaulWay? = nil
  ) -> Readiness {
    var signals = ReadinessSignals()
    signals.power = given
    signals.localCommitment = committed
    return ReadinessRule(PlanWorld.readiness(power: power, commitment: commitment)).assess(
      ReadinessFacts(
        kind: kind, population: 5000, backhaul: nil, isReachable: isReachable,
        existingStations: stations, way: way, signals: signals))
  }

  @Test func withoutPowerOnlyPlacesThatHaveAStationAreFeasible() {
    let dark = judged(power: 0)
    #expect(!dark.feasible)
    #expect(dark.reasons.first == "no-power")
    #expect(dark[.power]?.value == nil)
    #expect(dark[.power]?.basis == .unknown)
    #expect(judged(power: 0, stations: 1).feasible)
    #expect(judged(power: 0, stations: 1)[.power]?.basis == .station)
    #expect(judged(.city, power: 0).feasible)
    // Both gates may fail; each is named.
    let both = judged(.countySeat, power: 0, isReachable: false)
    #expect(Array(both.reasons.prefix(2)) == ["backhaul-too-far", "no-power"])
    #expect(both.fibreMetres == 0)
  }

  @Test func whatTheUserSaysOfPowerGoesFirst() {
    #expect(judged(power: 0, given: true).feasible)
    #expect(!judged(power: 1, given: false).feasible)
    #expect(!judged(power: 1, stations: 3, given: false).feasible)
    #expect(judged(power: 1, given: false)[.power]?.value == 0)
    #expect(judged(power: 1)[.power]?.basis == .assumed)
  }

  @Test(arguments: [Bool?.none, true, false]) func commitmentThatIsNotAskedShutsNobody(
    committed: Bool?
  ) {
    let judgement = judged(committed: committed)
    #expect(judgement.feasible)
    #expect(judgement[.localCommitment]?.limit == 0)
    #expect(judgement[.localCommitment]?.value == committed.map { $0 ? 1 : 0 })
  }

  @Test func commitmentThatIsAskedMustBeKnownAndGiven() {
    #expect(judged(commitment: 1, committed: true).feasible)
    let refused = judged(commitment: 1, committed: false)
    #expect(!refused.feasible)
    #expect(refused.reasons.first == "no-local-commitment")
    let unknown = judged(commitment: 1)
    #expect(!unknown.feasible)
    #expect(unknown.reasons.first == "local-commitment-unknown")
    #expect(judged(.city, commitment: 1).feasible)
  }

  @Test func theGateOfBackhaulTellsTheLongestLinkOnTheWay() {
    let way = BackhaulWay(longestRouteMetres: 27_500, links: 3, sharedCostYuan: 1, parent: "p")
    #expect(judged(way: way)[.backhaul]?.value == 27.5)
    #expect(judged(way: way)[.backhaul]?.limit == 30)
    #expect(judged(stations: 1)[.backhaul]?.value == 0)
    #expect(judged(isReachable: false)[.backhaul]?.value == nil)
  }

  @Test(arguments: 0..<200) func feasibleExactlyWhenEveryGatePasses(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let kind = SettlementKind.allCases.randomElement(using: &random) ?? .city
    let judgement = judged(
      kind, power: Double(Int.random(in: 0...1, using: &random)),
      commitment: Double(Int.random(in: 0...1, using: &random)),
      isReachable: Bool.random(using: &random), stations: Int.random(in: 0...1, using: &random),
      given: [nil, true, false].randomElement(using: &random) ?? nil,
      committed: [nil, true, false].randomElement(using: &random) ?? nil)
    #expect(judgement.gates.map(\.gate) == ReadinessGate.allCases)
    #expect(judgement.feasible == (kind == .city || judgement.gates.allSatisfy(\.passes)))
    let refusals = judgement.gates.compactMap(\.refusal)
    #expect(refusals.allSatisfy(ReadinessRule.refusals.contains))
    #expect(refusals.allSatisfy(judgement.reasons.contains))
  }
}
