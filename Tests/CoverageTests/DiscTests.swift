import Coverage
import Geometry
import Radio
import TestSupport
import Testing

/// One mast on a plane covers a disc.
@Suite struct DiscTests {
  @Test func discOnALargePlaneHasThatArea() throws {
    let place = AssessedPlace(try PlaneWorld.square(sideMetres: 6000), cellMetres: 25)
    var mask = CoverageMask(place.grid)
    let disc = omnidirectional(at: place, radiusMetres: 1500)
    mask.add(disc, in: place.grid)
    let area = Double(mask.servedCount) * 25 * 25
    #expect(abs(area / (Double.pi * 1500 * 1500) - 1) < 2e-3)
  }

  @Test(arguments: 0..<40) func cellsAreThoseWithinTheRadius(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let position = Coordinate(
      longitude: Double.random(in: 80...130, using: &random),
      latitude: Double.random(in: 19...50, using: &random))
    let place = AssessedPlace(try PlaneWorld.square(sideMetres: 3000, at: position), cellMetres: 50)
    let radius = Double.random(in: 60...2500, using: &random).rounded()
    let disc = omnidirectional(at: place, radiusMetres: radius)
    var mask = CoverageMask(place.grid)
    #expect(mask.gain(of: disc, in: place.grid) == within(place, radius).count)
    mask.add(disc, in: place.grid)
    #expect(mask.servedCount == within(place, radius).count)
    for cell in within(place, radius) { #expect(mask[cell]) }
    #expect(mask.gain(of: disc, in: place.grid) == 0)
    mask.add(disc, in: place.grid)
    mask.remove(disc, in: place.grid)
    #expect(mask.servedCount == within(place, radius).count)
    mask.remove(disc, in: place.grid)
    #expect(mask.servedCount == 0)
  }

  private func omnidirectional(at place: AssessedPlace, radiusMetres: Double) -> SiteFootprint {
    SiteFootprint(
      placement: SitePlacement(position: place.center, frame: place.frame),
      antenna: SectorAntenna(.element, .omnidirectional),
      contour: ServiceContour(radiusMetres: radiusMetres))
  }

  @Test func discOutsideTheGridTouchesNothing() throws {
    let place = AssessedPlace(try PlaneWorld.square(sideMetres: 1000), cellMetres: 50)
    let far = Coordinate(x: place.center.x + 5000, y: place.center.y)
    #expect(!Disc(center: far, radiusMetres: 3000, frame: place.frame).touches(place.grid))
    #expect(Disc(center: far, radiusMetres: 5000, frame: place.frame).touches(place.grid))
  }

  /// The simple twin: every cell's distance in the local frame.
  private func within(_ place: AssessedPlace, _ radius: Double) -> [Int] {
    var cells: [Int] = []
    place.grid.forEachCell { index, position in
      let local = place.frame.local(position)
      if local.x * local.x + local.y * local.y <= radius * radius { cells.append(index) }
    }
    return cells
  }
}
