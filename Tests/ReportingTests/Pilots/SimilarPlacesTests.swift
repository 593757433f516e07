import Coverage
import Radio
import Reporting
import Scheduling
import Territory
import Testing

/// Places like a pilot's, by hand: a city of 500 people, a county seat of 200, a town seat of 100, else alike.
@Suite struct SimilarPlacesTests {
  private func places(_ pilots: [Pilot]) throws -> [[SimilarPlace]] {
    let result = try PilotWorld.result(pilots)
    let own = try #require(result.pilots)
    let similar = SimilarPlaces(result, own)
    return own.outcomes.map(similar.ranked)
  }

  @Test func distancesAreSumsOfTheDifferences() throws {
    // The seat has it; so has the city; the town seat's package finishes within the plan.
    let found = try places([
      PilotWorld.pilot("p", at: "330182", by: PilotWorld.from, status: .reached, group: .unicom)
    ])[0]
    #expect(found.map(\.outcome.settlement.id).sorted() == ["330100", "330182200"])
    let city = try #require(found.first { $0.outcome.settlement.id == "330100" })
    #expect(city.quarter == nil && city.years == 0 && city.kindSteps == 1)
    #expect(abs(city.times - 2.5) < 1e-12)
    // log2(2.5), and a step of kind.
    #expect(abs(city.distance - 2.321_928_094_887_362) < 1e-9)
    let town = try #require(found.first { $0.outcome.settlement.id == "330182200" })
    let quarter = try #require(town.quarter)
    #expect(abs(town.years - Double(quarter.index - PilotWorld.from.index) / 4) < 1e-12)
    #expect(abs(town.distance - (1 + 1 + 0.5 * town.years)) < 1e-9)
    #expect(found.map(\.distance) == found.map(\.distance).sorted())
  }

  @Test func whatNeverHasTheStatusOrHoldsAPilotOfTheKindIsLeftOut() throws {
    // No package of the town seat's is feasible in the group, so that only the city is left.
    let one = PilotWorld.pilot(
      "p", at: "330182", by: PilotWorld.from.advanced(by: 11), status: .deep)
    #expect(try places([one])[0].map(\.outcome.settlement.id) == ["330100"])
    let other = PilotWorld.pilot(
      "q", at: "330100", by: PilotWorld.from.advanced(by: 11), status: .deep)
    #expect(try places([one, other]).map(\.count) == [0, 0])
  }
}
