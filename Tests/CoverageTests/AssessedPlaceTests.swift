import Coverage
import Geometry
import Territory
import TestSupport
import Testing

@Suite struct AssessedPlaceTests {
  @Test func theCentreIsTheLargestSeatAndTheFirstOfEquals() throws {
    let positions = [112.0, 112.01, 112.02].map { Coordinate(longitude: $0, latitude: 34) }
    func center(_ populations: [Int]) throws -> Coordinate {
      let square = try PlaneWorld.square(sideMetres: 1000)
      let seats = zip(positions, populations).map {
        Seat(position: $0.0, population: $0.1, positionKind: .modelled)
      }
      return AssessedPlace(square.with(seats: seats), cellMetres: 50).center
    }
    #expect(try center([5, 9, 9]) == Albers.china.project(positions[1]))
    #expect(try center([9, 5, 9]) == Albers.china.project(positions[0]))
  }

  @Test func withoutSeatsTheCentreIsTheMiddleOfTheFootprint() throws {
    let place = AssessedPlace(
      try PlaneWorld.square(sideMetres: 1000).with(seats: []), cellMetres: 50)
    let local = place.frame.local(Albers.china.project(PlaneWorld.origin))
    #expect((local.x * local.x + local.y * local.y).squareRoot() < 10)
  }
}

extension Settlement {
  fileprivate func with(seats: [Seat]) -> Settlement {
    Settlement(
      id: id, name: name, kind: kind, countyAdcode: countyAdcode,
      prefectureAdcode: prefectureAdcode, provinceAdcode: provinceAdcode, population: population,
      populationKind: populationKind, morphology: morphology, seats: seats, footprint: footprint,
      footprintKind: footprintKind, areaSquareMetres: areaSquareMetres)
  }
}
