import Foundation
import Geometry
import Siting
import TestSupport
import Testing

@Suite struct FibreNodesTests {
  @Test func theNearestAgainstEveryNode() throws {
    var random = SeededGenerator(seed: 6)
    func place() -> Coordinate {
      Coordinate(
        longitude: Double.random(in: -180...180, using: &random),
        latitude: asin(Double.random(in: -1...1, using: &random)) * 180 / .pi)
    }
    let positions = (0..<400).map { _ in place() }
    let nodes = FibreNodes(positions)
    // By the angle between unit vectors, another way than haversines.
    func vector(_ position: Coordinate) -> [Double] {
      let (east, north) = (position.longitude * .pi / 180, position.latitude * .pi / 180)
      return [cos(north) * cos(east), cos(north) * sin(east), sin(north)]
    }
    for _ in 0..<300 {
      let from = place()
      let one = vector(from)
      let expected = positions.map { other in
        let chord = zip(one, vector(other)).map { pow($0 - $1, 2) }.reduce(0, +).squareRoot()
        return 2 * asin(min(1, chord / 2)) * CoverPoints.earthRadiusMetres
      }.min()
      #expect(abs(try #require(nodes.nearestMetres(to: from)) - (expected ?? 0)) < 0.01)
    }
    for position in positions.prefix(20) {
      #expect(try #require(nodes.nearestMetres(to: position)) < 1e-6)
    }
  }

  @Test func byHand() throws {
    #expect(FibreNodes([]).nearestMetres(to: Coordinate(longitude: 1, latitude: 2)) == nil)
    let degree = CoverPoints.earthRadiusMetres * .pi / 180
    let nodes = FibreNodes([
      Coordinate(longitude: 179.5, latitude: 0), Coordinate(longitude: 0, latitude: 40),
    ])
    let north = try #require(nodes.nearestMetres(to: Coordinate(longitude: 0, latitude: 42)))
    #expect(abs(north - 2 * degree) < 1e-4)
    let across = try #require(nodes.nearestMetres(to: Coordinate(longitude: -179.5, latitude: 0)))
    #expect(abs(across - degree) < 1e-4)
  }
}
