public import Geometry
public import Territory

/// A small world whose answers are known in closed form: a square town on a plane.
public enum PlaneWorld {
  /// Somewhere inland, off the central meridian so that the frame is turned.
  public static let origin = Coordinate(longitude: 112.0, latitude: 34.0)

  /// A settlement whose footprint is a square of a side round a position.
  public static func square(
    sideMetres: Double, at position: Coordinate = origin, id: String = "410000",
    kind: SettlementKind = .city, population: Int = 100_000, morphology: Morphology = .urban
  ) throws -> Settlement {
    let albers = Albers.china
    let frame = albers.localFrame(at: position)
    let half = sideMetres / 2
    let corners = [(-half, -half), (half, -half), (half, half), (-half, half), (-half, -half)]
    let ring = corners.map { albers.unproject(frame.plane(Coordinate(x: $0.0, y: $0.1))) }
    let footprint = try Geometry.polygon(shell: ring, holes: [])
    return Settlement(
      id: id, name: "Square", kind: kind, countyAdcode: nil, prefectureAdcode: id,
      provinceAdcode: "410000", population: population, populationKind: .estimated,
      morphology: morphology,
      seats: [Seat(position: position, population: population, positionKind: .modelled)],
      footprint: footprint, footprintKind: .modelled,
      areaSquareMetres: try albers.area(of: footprint))
  }
}
