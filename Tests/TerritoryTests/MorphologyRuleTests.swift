import Territory
import Testing

@Suite struct MorphologyRuleTests {
  @Test(arguments: [
    (SettlementKind.city, 2_999_999, Morphology.urban), (.city, 3_000_000, .denseUrban),
    (.city, 0, .urban), (.countySeat, 5_000_000, .suburban), (.countySeat, 1, .suburban),
    (.townSeat, 5_000_000, .town), (.townSeat, 0, .town),
  ]) func followsKindAndResidents(kind: SettlementKind, population: Int, morphology: Morphology) {
    #expect(MorphologyRule.morphology(kind, population: population) == morphology)
  }
}
