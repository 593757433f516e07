import Coverage
import Siting
import TestSupport
import Testing

/// Which key points a plan is asked to serve.
@Suite struct KeyPlaceChoiceTests {
  private func finding(
    _ id: String, served: [Bool], settlements: [String?]? = nil
  ) -> KeyPlaceFinding {
    KeyPlaceFinding(
      place: KeyPlace(
        id: id, name: "", kind: .hospital, points: served.map { _ in PlaneWorld.origin }),
      settlements: settlements ?? served.map { _ in "s" }, served: served)
  }

  @Test func everyPointThatCanBeServedIsAskedOfEveryPlace() {
    let choice = KeyPlaceChoice(
      [
        finding("a", served: [true, false, false]),
        finding("b", served: [false, false], settlements: ["t", nil]),
      ], isServable: [[false, true, false], [true, true]], threshold: 1)
    #expect(choice.states == [[.served, .asked, .unreachable], [.asked, .outside]])
    #expect(choice.asked.mapValues(\.count) == ["s": 1, "t": 1])
  }

  /// Of five places one is covered and three are asked for: those with fewest open points, the first of equals.
  @Test func ofAShareThePlacesThatLackFewestPointsAreTaken() {
    let findings = [
      finding("a", served: [true]), finding("b", served: [false, false, false]),
      finding("c", served: [false, true]), finding("d", served: [false]),
      finding("e", served: [false]),
    ]
    let all = findings.map { $0.served.map { _ in true } }
    let choice = KeyPlaceChoice(findings, isServable: all, threshold: 0.6)
    #expect(
      choice.states == [
        [.served], [.spared, .spared, .spared], [.asked, .served], [.asked], [.spared],
      ])
    // One more: still none of the three points.
    #expect(
      KeyPlaceChoice(findings, isServable: all, threshold: 0.8).states[4] == [.asked])
    #expect(KeyPlaceChoice(findings, isServable: all, threshold: 0.2).asked.isEmpty)
  }

  @Test func aPlaceThatCannotBeCompletedIsNoneOfAShare() {
    let choice = KeyPlaceChoice(
      [finding("a", served: [false, false]), finding("b", served: [false, false, false])],
      isServable: [[true, false], [true, true, true]], threshold: 0.5)
    #expect(choice.states == [[.spared, .unreachable], [.asked, .asked, .asked]])
  }

  /// The fewest places by the audit's own division.
  @Test(arguments: 1...60) func sharesAreCountedAsAnAuditDoes(count: Int) {
    for share in [0.1, 0.3, 0.7, 0.8, 0.95] {
      let findings = (0..<count).map { finding("\($0)", served: [false]) }
      let asked = KeyPlaceChoice(
        findings, isServable: findings.map { _ in [true] }, threshold: share
      ).states.count { $0 == [.asked] }
      #expect(Double(asked) / Double(count) >= share)
      #expect(Double(asked - 1) / Double(count) < share)
    }
  }
}
