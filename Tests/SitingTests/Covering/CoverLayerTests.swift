import Foundation
import Geometry
import Siting
import TestSupport
import Testing

/// Coverage by distance against every distance.
@Suite struct CoverLayerTests {
  @Test(arguments: [0.3, 2.0, 9.0, 40.0]) func thePlaneAgainstEveryPair(radius: Double) throws {
    var random = SeededGenerator(seed: 5)
    func points(_ count: Int) -> [(Double, Double)] {
      (0..<count).map { _ in
        (Double.random(in: -20...20, using: &random), Double.random(in: -9...30, using: &random))
      }
    }
    let (demand, sites) = (points(400), points(60))
    let weights = demand.indices.map { Double($0 % 7) }
    func layer(threads: Int) throws -> CoverLayer {
      try CoverLayer(
        demand: CoverPoints(x: demand.map(\.0), y: demand.map(\.1)), weights: weights,
        candidates: CoverPoints(x: sites.map(\.0), y: sites.map(\.1)), radius: radius,
        threads: threads)
    }
    let one = try layer(threads: 1)
    #expect(one.demandCount == 400 && one.candidateCount == 60)
    #expect(one.totalWeight == weights.reduce(0, +))
    for chosen in [[0], [3, 9], Array(0..<60)] {
      let expected = demand.indices.map { index in
        weights[index] > 0
          && chosen.contains {
            hypot(demand[index].0 - sites[$0].0, demand[index].1 - sites[$0].1) <= radius
          }
      }
      #expect(one.covered(by: chosen) == expected)
      #expect(try layer(threads: 2).covered(by: chosen) == expected)
      #expect(
        one.coveredWeight(by: chosen)
          == zip(expected, weights).reduce(0) { $1.0 ? $0 + $1.1 : $0 })
    }
    #expect(
      one.uncoverableCount
        == zip(one.covered(by: Array(0..<60)), weights).filter { !$0 && $1 > 0 }.count)
  }

  /// Great circles, over the pole and across the antimeridian too.
  @Test func theSphereAgainstHaversines() throws {
    var random = SeededGenerator(seed: 8)
    let places = (0..<300).map { _ in
      (
        Double.random(in: -180...180, using: &random),
        asin(Double.random(in: -1...1, using: &random)) * 180 / .pi
      )
    }
    let points = try CoverPoints(
      longitudes: places.map(\.0) + [179.99, 0], latitudes: places.map(\.1) + [10, 89.9])
    let all = places + [(179.99, 10), (0, 89.9)]
    for radius in [300_000.0, 3_000_000] {
      let layer = try CoverLayer(
        demand: points, weights: all.map { _ in 1 }, candidates: points, radius: radius)
      for site in [0, 17, 300, 301] {
        let expected = all.map { place in
          let (east, north) = (place.0 * .pi / 180, place.1 * .pi / 180)
          let (x, y) = (all[site].0 * .pi / 180, all[site].1 * .pi / 180)
          let half =
            pow(sin((north - y) / 2), 2) + cos(north) * cos(y) * pow(sin((east - x) / 2), 2)
          return 2 * asin(half.squareRoot()) * CoverPoints.earthRadiusMetres <= radius
        }
        #expect(layer.covered(by: [site]) == expected)
      }
    }
  }

  @Test func theEdgeIsCovered() throws {
    let layer = try CoverLayer(
      demand: CoverPoints(x: [3, 3.0000001], y: [4, 4]), weights: [1, 1],
      candidates: CoverPoints(x: [0], y: [0]), radius: 5)
    #expect(layer.covered(by: [0]) == [true, false])
  }

  @Test func whatIsWrongIsSaid() throws {
    let points = try CoverPoints(x: [0, 1], y: [0, 1])
    func code(_ body: () throws -> Void) -> String? { userError(of: body)?.code }
    #expect(code { _ = try CoverPoints(x: [0], y: []) } == "DR-566")
    #expect(code { _ = try CoverPoints(x: [.nan], y: [0]) } == "DR-566")
    #expect(code { _ = try CoverPoints(longitudes: [0], latitudes: [91]) } == "DR-566")
    for radius in [0, -1, .nan, .infinity, 1e-12] {
      #expect(
        code {
          _ = try CoverLayer(demand: points, weights: [1, 1], candidates: points, radius: radius)
        } == "DR-567")
    }
    let globe = try CoverPoints(longitudes: [0], latitudes: [0])
    #expect(
      code { _ = try CoverLayer(demand: points, weights: [1, 1], candidates: globe, radius: 1) }
        == "DR-567")
    #expect(
      code { _ = try CoverLayer(demand: points, weights: [1], candidates: points, radius: 1) }
        == "DR-561")
    #expect(
      code { _ = try CoverLayer(demand: points, weights: [1, -1], candidates: points, radius: 1) }
        == "DR-560")
    #expect(
      code { _ = try CoverLayer(weights: [.nan], candidates: [[0]], candidateCount: 1) }
        == "DR-560")
    #expect(
      code { _ = try CoverLayer(weights: [1e16], candidates: [[0]], candidateCount: 1) }
        == "DR-560")
    for lists in [[[1]], [[-1]], [], [[0], [0]]] {
      #expect(
        code { _ = try CoverLayer(weights: [1], candidates: lists, candidateCount: 1) } == "DR-561")
    }
  }
}
