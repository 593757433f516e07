import Geometry
import Siting
import Territory
import TestSupport
import Testing

/// The way from a place to one with stations, against a walk of its own.
@Suite struct BackhaulWayTests {
  private static let rule = BackhaulRule(
    fibreYuanPerMetre: 2, detour: 1.5, microwaveYuanPerHop: 0, microwaveMetres: 0,
    routeLimitMetres: 30_000)

  @Test func aChainTellsItsLongestLinkAndSharesItsCost() throws {
    // A source, then 0.1, 0.3, 0.2 degrees along the equator.
    let positions = [0.0, 0.1, 0.4, 0.6].map { Coordinate(longitude: $0, latitude: 0) }
    let forest = BackhaulForest(
      positions, isSource: [true, false, false, false], rule: Self.rule)
    #expect(forest.way(0) { "\($0)" } == nil)
    let end = try #require(forest.way(3) { "p\($0)" })
    let degree = 6_371_008.8 * Double.pi / 180
    #expect(end.links == 3)
    #expect(end.parent == "p2")
    #expect(abs(end.longestRouteMetres - 0.3 * degree * 1.5) < 1e-3)
    // Three carried by the first link, two by the second, one by the third.
    let shared = (0.1 / 3 + 0.3 / 2 + 0.2) * degree * 1.5 * 2
    #expect(abs(end.sharedCostYuan - shared) < 1e-2)
  }

  @Test func withoutASourceThereIsNoWay() {
    let forest = BackhaulForest(
      [Coordinate(longitude: 0, latitude: 0)], isSource: [false], rule: Self.rule)
    #expect(forest.way(0) { "\($0)" } == nil)
  }

  @Test(arguments: 0..<30) func thePartsOfAllPlacesAreTheWholeAndTheLongestDecidesTheGate(
    seed: Int
  ) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let positions = (0..<40).map { _ in
      Coordinate(
        longitude: Double.random(in: 100...102, using: &random),
        latitude: Double.random(in: 30...32, using: &random))
    }
    let isSource = positions.indices.map { $0 < 3 }
    let forest = BackhaulForest(positions, isSource: isSource, rule: Self.rule)
    var sum = 0.0
    for index in positions.indices {
      guard let way = forest.way(index, name: { "\($0)" }) else {
        #expect(isSource[index])
        continue
      }
      sum += way.sharedCostYuan
      #expect(forest.isReachable[index] == (way.longestRouteMetres <= 30_000))
      let parent = try #require(Int(way.parent))
      #expect(way.links == 1 + (forest.way(parent, name: { "\($0)" })?.links ?? 0))
    }
    let whole = forest.links.compactMap { $0?.costYuan }.reduce(0, +)
    #expect(abs(sum - whole) < 1e-6 * whole)
  }
}
