import Radio
import Testing

@Suite("Normal distribution")
struct NormalDistributionTests {
  /// Values of the upper tail to 15 digits (Python's decimal arithmetic on the erfc series).
  @Test(
    "upper tail",
    arguments: [
      (0.0, 0.5), (1.0, 0.158655253931457), (2.0, 0.0227501319481792),
      (3.0, 0.00134989803163009), (-1.0, 0.841344746068543), (6.0, 9.86587645037698e-10),
    ])
  func tail(x: Double, expected: Double) {
    #expect(abs(NormalDistribution.upperTail(x) - expected) < 1e-12)
    #expect(abs(NormalDistribution.cumulative(-x) - expected) < 1e-12)
    #expect(abs(NormalDistribution.upperTail(x) / expected - 1) < 1e-11)
  }

  @Test("quantiles of tables")
  func quantiles() {
    #expect(abs(NormalDistribution.quantile(0.975) - 1.959963984540054) < 1e-12)
    #expect(abs(NormalDistribution.quantile(0.75) - 0.674489750196082) < 1e-12)
    #expect(NormalDistribution.quantile(0.5).magnitude < 1e-15)
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(1) == .infinity)
    #expect(NormalDistribution.quantile(1.5).isNaN)
  }

  @Test("the quantile inverts the distribution")
  func inverse() {
    for step in 1..<2000 {
      let probability = Double(step) / 2000
      let back = NormalDistribution.cumulative(NormalDistribution.quantile(probability))
      #expect(abs(back - probability) < 1e-14)
    }
    for exponent in 3...30 {
      let probability = Double(sign: .plus, exponent: -2 * exponent, significand: 1)
      let back = NormalDistribution.cumulative(NormalDistribution.quantile(probability))
      #expect(abs(back / probability - 1) < 1e-11)
    }
  }
}
