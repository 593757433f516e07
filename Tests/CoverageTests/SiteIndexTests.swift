import Coverage
import Geometry
import Radio
import Territory
import TestSupport
import Testing

@Suite struct SiteIndexTests {
  @Test(arguments: 0..<20) func findsWhatBruteForceFinds(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let sites = (0..<300).map { index in
      Site(
        id: "\(index)",
        position: Coordinate(
          longitude: Double.random(in: 112...112.5, using: &random),
          latitude: Double.random(in: 34...34.5, using: &random)),
        group: .mobile, configurations: ["x"], heightMetres: 25, status: .existing,
        kind: .measured, settlement: nil)
    }
    let index = SiteIndex(sites)
    let corner = index.positions[Int.random(in: 0..<300, using: &random)]
    let box = BoundingBox(
      minX: corner.x, minY: corner.y, maxX: corner.x + 3000, maxY: corner.y + 9000)
    let margin = Double.random(in: 0...6000, using: &random)
    let brute = sites.indices.filter { site in
      let position = index.positions[site]
      return position.x >= box.minX - margin && position.x <= box.maxX + margin
        && position.y >= box.minY - margin && position.y <= box.maxY + margin
    }
    #expect(index.near(box, withinMetres: margin) == brute)
  }
}
