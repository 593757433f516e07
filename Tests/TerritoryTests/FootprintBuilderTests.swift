import Geometry
import Territory
import TestSupport
import Testing

@Suite struct FootprintBuilderTests {
  private let albers = Albers.china

  private func seat(_ longitude: Double, _ population: Int) -> Seat {
    Seat(
      position: Coordinate(longitude: longitude, latitude: 34), population: population,
      positionKind: .modelled)
  }

  @Test(arguments: SettlementKind.allCases) func aLoneDiscHasTheAreaItsResidentsTake(
    kind: SettlementKind
  ) throws {
    let footprint = try FootprintBuilder().footprint(
      kind: kind, seats: [(seat(112, 40_000), nil)])
    let expected = 40_000 * FootprintBuilder.squareMetresPerResident(kind)
    #expect(abs(try albers.area(of: footprint) / expected - 1) < 1e-6)
  }

  @Test func distantSeatsStayApartAndNearOnesMerge() throws {
    let apart = try FootprintBuilder().footprint(
      kind: .city, seats: [(seat(112, 40_000), nil), (seat(113, 40_000), nil)])
    #expect(apart.polygons.count == 2)
    let together = try FootprintBuilder().footprint(
      kind: .city, seats: [(seat(112, 40_000), nil), (seat(112.005, 40_000), nil)])
    #expect(together.polygons.count == 1)
    // Merged discs grow until the area is again what all residents take.
    let expected = 80_000 * FootprintBuilder.squareMetresPerResident(.city)
    #expect(abs(try albers.area(of: together) / expected - 1) < 0.04)
  }

  @Test func aDiscStaysInItsUnit() throws {
    let unit = try Geometry.polygon(
      shell: [(111.9, 33.9), (112.002, 33.9), (112.002, 34.1), (111.9, 34.1), (111.9, 33.9)].map {
        Coordinate(longitude: $0.0, latitude: $0.1)
      }, holes: [])
    let footprint = try FootprintBuilder().footprint(
      kind: .city, seats: [(seat(112, 40_000), unit)])
    #expect(footprint.envelope.maxX <= 112.002 + 1e-9)
    let expected = 40_000 * FootprintBuilder.squareMetresPerResident(.city)
    #expect(abs(try albers.area(of: footprint) / expected - 1) < 0.04)
  }

  @Test func aUnitTooSmallIsFilledAtMost() throws {
    let unit = try Geometry.polygon(
      shell: [(111.999, 33.999), (112.001, 33.999), (112.001, 34.001), (111.999, 34.001)].map {
        Coordinate(longitude: $0.0, latitude: $0.1)
      }, holes: [])
    let footprint = try FootprintBuilder().footprint(
      kind: .city, seats: [(seat(112, 400_000), unit)])
    #expect(try albers.area(of: footprint) <= albers.area(of: unit) * (1 + 1e-9))
  }
}
