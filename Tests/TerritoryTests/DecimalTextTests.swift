import Territory
import Testing

@Suite struct DecimalTextTests {
  @Test(arguments: [
    (1.25, 1, "1.3"), (-1.25, 1, "-1.3"), (0.5, 0, "1"), (1.0, 3, "1.000"), (0.0, 2, "0.00"),
    (-0.0, 2, "0.00"), (-0.001, 2, "0.00"), (99.999, 2, "100.00"), (123_456.75, 1, "123456.8"),
    (0.1 + 0.2, 9, "0.300000000"),
  ])
  func exactlySoManyDecimals(value: Double, decimals: Int, expected: String) {
    #expect(DecimalText.fixed(value, decimals: decimals) == expected)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity]) func nothingForWhatIsNotFinite(
    value: Double
  ) {
    #expect(DecimalText.fixed(value, decimals: 2).isEmpty)
    #expect(DecimalText.trimmed(value, decimals: 2).isEmpty)
  }

  @Test(arguments: [1e300, -1e300, Double.greatestFiniteMagnitude]) func hugeValuesStillReadBack(
    value: Double
  ) {
    #expect(Double(DecimalText.fixed(value, decimals: 9)) == value)
  }

  @Test(arguments: [
    (-1234, 2, "-12.34"), (5, 3, "0.005"), (0, 1, "0.0"), (42, 0, "42"),
    (Int.min, 0, "-9223372036854775808"),
  ])
  func wholeNumbersOfTheSmallestDecimal(digits: Int, decimals: Int, expected: String) {
    #expect(DecimalText.fixed(digits, decimals: decimals) == expected)
  }

  @Test(arguments: [(1.5, "1.5"), (2.0, "2"), (100.0, "100"), (0.125, "0.13"), (-0.0, "0")])
  func trimmed(value: Double, expected: String) {
    #expect(DecimalText.trimmed(value, decimals: 2) == expected)
  }

  @Test(arguments: [
    (1_409_778_724, "1,409,778,724"), (0, "0"), (999, "999"), (-1000, "-1,000"),
    (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func grouped(value: Int, expected: String) {
    #expect(DecimalText.grouped(value) == expected)
  }
}
