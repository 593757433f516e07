import Foundation
import Radio
import Testing

@Suite struct ShadowingCorrelationTests {
  /// Table 7.5-6: metres with line of sight, without, and into buildings.
  @Test(
    arguments: [
      (.urbanMacro, [37, 50, 7]), (.urbanMicro, [10, 13, 7]), (.ruralMacro, [37, 120, 120]),
    ] as [(MorphologyEntry.Scenario, [Double])]) func theTable(
      scenario: MorphologyEntry.Scenario, distances: [Double]
    )
  {
    for (condition, distance) in zip(ShadowingCorrelation.Condition.allCases, distances) {
      #expect(ShadowingCorrelation(scenario, condition).distanceMetres == distance)
    }
    #expect(ShadowingCorrelation.officeLineOfSight.distanceMetres == 10)
    #expect(ShadowingCorrelation.officeNonLineOfSight.distanceMetres == 6)
  }

  @Test func itFallsToAnEthOverTheDistance() {
    let correlation = ShadowingCorrelation(.urbanMacro, .lineOfSight)
    #expect(correlation.coefficient(separationMetres: 0) == 1)
    #expect(abs(correlation.coefficient(separationMetres: 37) - exp(-1)) < 1e-15)
    #expect(
      correlation.coefficient(separationMetres: -37)
        == correlation.coefficient(
          separationMetres: 37))
    // Separations in a row multiply: the fading is a Markov process along a line.
    let product =
      correlation.coefficient(separationMetres: 12) * correlation.coefficient(separationMetres: 30)
    #expect(abs(correlation.coefficient(separationMetres: 42) - product) < 1e-15)
    #expect(correlation.coefficient(separationMetres: 1e6) < 1e-12)
  }
}
