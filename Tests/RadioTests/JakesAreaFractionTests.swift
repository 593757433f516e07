import Foundation
import Radio
import Testing

@Suite("Jakes area fraction")
struct JakesAreaFractionTests {
  /// edge probability, sigma dB, slope n, margin dB, area fraction.
  @Test(
    "known fractions",
    arguments: [
      [0.75, 6, 3.5, 4.047, 0.91654], [0.75, 8, 3.5, 5.396, 0.89892],
      [0.75, 10, 3.5, 6.745, 0.88439], [0.85, 8, 3.5, 8.291, 0.94508],
      [0.90, 8, 3.0, 10.252, 0.96198], [0.90, 8, 3.5, 10.252, 0.96567],
      [0.90, 8, 3.908, 10.252, 0.96820],
    ])
  func known(row: [Double]) {
    let margin = NormalDistribution.quantile(row[0]) * row[1]
    #expect(abs(margin - row[3]) < 1e-3)
    let fraction = JakesAreaFraction.covered(
      marginDB: margin, shadowingDB: row[1], slope: row[2])
    #expect(abs(fraction - row[4]) < 1e-4)
  }

  /// The definition, summed over rings: an answer that the closed form does not share.
  @Test("agrees with the sum over rings")
  func rings() {
    let (margin, sigma, slope) = (5.0, 7.0, 3.2)
    let rings = 20_000
    var sum = 0.0
    for ring in 0..<rings {
      let radius = (Double(ring) + 0.5) / Double(rings)
      let gain = margin - 10 * slope * log10(radius)
      sum += 2 * radius / Double(rings) * NormalDistribution.cumulative(gain / sigma)
    }
    let closed = JakesAreaFraction.covered(marginDB: margin, shadowingDB: sigma, slope: slope)
    #expect(abs(closed - sum) < 1e-6)
  }
}
