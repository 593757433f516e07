import Coverage
import Geometry
import Radio
import TestSupport
import Testing

@Suite struct HexLatticeTests {
  @Test func densityIsThatOfAHexagonalLattice() throws {
    let place = AssessedPlace(try PlaneWorld.square(sideMetres: 10_000), cellMetres: 50)
    let points = place.latticePoints(spacingMetres: 250)
    // One point in 250^2 * sqrt(3)/2 square metres, over the square and half a spacing round it.
    let expected = 10_250.0 * 10_250 / (250 * 250 * 0.75.squareRoot())
    #expect(abs(Double(points.count) / expected - 1) < 0.02)
  }

  @Test func startsAtTheCentreAndGoesOutward() throws {
    let place = AssessedPlace(try PlaneWorld.square(sideMetres: 4000), cellMetres: 50)
    let local = place.latticePoints(spacingMetres: 500).map(place.frame.local)
    let distances = local.map { ($0.x * $0.x + $0.y * $0.y).squareRoot() }
    #expect(distances[0] < 1e-6)
    #expect(distances[1..<7].allSatisfy { abs($0 - 500) < 1e-6 })
    #expect(zip(distances, distances.dropFirst()).allSatisfy { $0 <= $1 + 1e-6 })
  }

  @Test func everyCellHasACandidateWithinTheCoveringRadius() throws {
    let place = AssessedPlace(try PlaneWorld.square(sideMetres: 3000), cellMetres: 50)
    let points = place.latticePoints(spacingMetres: 300)
    var mask = CoverageMask(place.grid)
    for point in points {
      // The covering radius of the lattice is spacing / sqrt(3); the margin is half a spacing.
      mask.add(
        SiteFootprint(
          placement: SitePlacement(position: point, frame: place.frame),
          antenna: SectorAntenna(.element, .omnidirectional),
          contour: ServiceContour(radiusMetres: 300 / 3.0.squareRoot() + 1)),
        in: place.grid)
    }
    #expect(mask.share > 0.99)
  }
}
