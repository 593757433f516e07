import Coverage
import Radio
import TestSupport
import Testing

/// Counters of stations by cell at the end of their range.
@Suite struct CoverageMaskTests {
  @Test func moreStationsThanACounterHoldsCoverACellOnce() throws {
    let place = AssessedPlace(try PlaneWorld.square(sideMetres: 300), cellMetres: 50)
    let footprint = SiteFootprint(
      placement: SitePlacement(position: place.center, frame: place.frame),
      antenna: SectorAntenna(.element, .omnidirectional),
      contour: ServiceContour(radiusMetres: 1000))
    let cells = place.grid.cellCount
    var mask = CoverageMask(place.grid)
    for _ in 0..<65_540 { mask.add(footprint, in: place.grid) }
    mask.add(cells: 0..<cells)
    #expect(mask.servedCount == cells)
    #expect(mask.share == 1)
    #expect((0..<cells).allSatisfy { mask[$0] })
    // How many there were is not known any more: what is served stays so.
    for _ in 0..<65_541 { mask.remove(footprint, in: place.grid) }
    #expect(mask.servedCount == cells)
  }

  @Test func whatIsAddedCanBeTakenAway() throws {
    let place = AssessedPlace(try PlaneWorld.square(sideMetres: 300), cellMetres: 50)
    let footprint = SiteFootprint(
      placement: SitePlacement(position: place.center, frame: place.frame),
      antenna: SectorAntenna(.element, .omnidirectional),
      contour: ServiceContour(radiusMetres: 1000))
    var mask = CoverageMask(place.grid)
    for _ in 0..<65_534 { mask.add(footprint, in: place.grid) }
    for _ in 0..<65_533 { mask.remove(footprint, in: place.grid) }
    #expect(mask.servedCount == place.grid.cellCount)
    mask.remove(footprint, in: place.grid)
    #expect(mask.servedCount == 0)
  }
}
