import Foundation
import Radio
import Siting
import Testing

/// One ceiling cell in a hall, against formulas written out by hand.
@Suite struct EdgeReachTests {
  /// A hall almost without clutter: line of sight everywhere, so that the edge of 90 % lies where
  /// 31.84 + 21.5 log10(d3D) + 19 log10(f) + 1.2816 x 4.3 is the loss that is allowed.
  @Test(arguments: [70.0, 80, 90]) func aHallOfSightInClosedForm(allowed: Double) throws {
    let hall = try IndoorFactory(
      carrierGHz: 4.85, baseStationHeightMetres: 6, clutter: .sparseHigh, clutterDensity: 0.01,
      clutterSizeMetres: 100, clutterHeightMetres: 1.6)
    let reach = EdgeReach(model: hall, edgeProbability: 0.9)
    let radius = try #require(reach.radiusMetres(maximumLossDB: allowed))
    let median = allowed - 1.281_551_6 * 4.3
    let slant = pow(10, (median - 31.84 - 19 * log10(4.85)) / 21.5)
    let expected = (slant * slant - 4.5 * 4.5).squareRoot()
    #expect(abs(radius - expected) < 0.02 * expected, "\(radius) \(expected)")
    // The clutter that there is can only shorten the reach.
    #expect(radius <= expected + 0.02)
  }

  /// Dense clutter of 2 m over 60 % of the floor, 3 m high under antennas of 6 m: the scale of line of sight is
  /// 2 / 0.9163 x 4.5 / 1.5 = 6.55 m, and the mixture of both losses is 0.9 at the edge.
  @Test func aHallOfClutterInClosedForm() throws {
    let hall = try IndoorFactory(
      carrierGHz: 4.85, baseStationHeightMetres: 6, clutter: .denseHigh, clutterDensity: 0.6,
      clutterSizeMetres: 2, clutterHeightMetres: 3)
    let reach = EdgeReach(model: hall, edgeProbability: 0.9)
    let radius = try #require(reach.radiusMetres(maximumLossDB: 90))
    let slant = (radius * radius + 4.5 * 4.5).squareRoot()
    let clear = 31.84 + 21.5 * log10(slant) + 19 * log10(4.85)
    let blocked = max(33.63 + 21.9 * log10(slant) + 20 * log10(4.85), clear)
    let sight = exp(-radius / (-2 / log(0.4) * 3))
    func upper(_ x: Double) -> Double { 0.5 * erfc(x / 2.0.squareRoot()) }
    let probability =
      sight * upper((clear - 90) / 4.3) + (1 - sight) * upper((blocked - 90) / 4.0)
    #expect(abs(probability - 0.9) < 1e-4)
    #expect(abs(reach.probability(atMetres: radius, maximumLossDB: 90) - probability) < 1e-9)
  }

  @Test func reachGrowsWithTheLossAndEndsWithTheModel() throws {
    let hall = try IndoorFactory(
      carrierGHz: 4.85, baseStationHeightMetres: 6, clutter: .denseHigh, clutterDensity: 0.6,
      clutterSizeMetres: 2, clutterHeightMetres: 3)
    let reach = EdgeReach(model: hall, edgeProbability: 0.9)
    #expect(reach.radiusMetres(maximumLossDB: 20) == nil)
    #expect(reach.radiusMetres(maximumLossDB: 500) == 600)
    var before = 0.0
    for loss in stride(from: 70.0, through: 108, by: 2) {
      let radius = reach.radiusMetres(maximumLossDB: loss) ?? 0
      #expect(radius > before)
      before = radius
    }
  }
}
