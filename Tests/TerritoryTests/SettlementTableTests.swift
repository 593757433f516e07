import Geometry
import Territory
import TestSupport
import Testing

@Suite struct SettlementTableTests {
  private static let settlements = "id,name,kind,county,prefecture,province,population\n"
  private static let towns = "settlement,parent,seat_population,lon,lat,position_source\n"
  private static let goodTowns =
    towns + "c1,410101,300,112,34,geonames\nc1,410102,100,112.4,34.4,modelled\n"
    + "t1,410101,5,112.1,34.1,modelled\n,410101,7,112.2,34.2,modelled\n"

  @Test func citiesComeFirstWithTheirSeatsInOrder() throws {
    let records = try read(
      Self.settlements + "t1,Town,town-seat,410101,410100,410000,5\n"
        + "c1,City,city,410101,,410000,400\n", Self.goodTowns)
    #expect(records.map(\.id) == ["c1", "t1"])
    let city = records[0]
    #expect(city.seats.map(\.county) == ["410101", "410102"])
    #expect(city.seats.map(\.seat.positionKind) == [.estimated, .modelled])
    #expect(city.prefectureAdcode == nil && city.countyAdcode == "410101")
    #expect(city.populationKind == .estimated && city.footprint == nil)
    // Weighted by residents, 3 to 1.
    #expect(abs(city.center.longitude - 112.1) < 1e-9)
    #expect(abs(city.center.latitude - 34.1) < 1e-9)
  }

  @Test(arguments: [
    ("c1,City,hamlet,,,410000,1\n", goodTowns, "DR-222", "settlements.csv:2"),
    ("x9,City,city,,,410000,1\n", goodTowns, "DR-223", "settlements.csv:2"),
    ("c1,City,city,,,410000,-1\n", goodTowns, "DR-207", "settlements.csv:2"),
    ("c1,City,city,,,410000\n", goodTowns, "DR-202", "settlements.csv:2"),
    ("c1,City,city,,,410000,1\n", towns + "c1,1,3,nan,34,x\n", "DR-206", "towns.csv:2"),
    ("c1,City,city,,,410000,1\n", towns + "c1,1,3.5,112,34,x\n", "DR-207", "towns.csv:2"),
    ("c1,City,city,,,410000,1\n", "settlement\nc1\n", "DR-205", "towns.csv:1"),
  ]) func mistakesAreNamed(row: String, towns: String, code: String, place: String) {
    let error = userError { try read(Self.settlements + row, towns) }
    #expect(error?.code == code)
    #expect(error?.place == "geodata/units/" + place)
    #expect(error?.status == .badData)
  }

  private func read(_ settlements: String, _ towns: String) throws -> [SettlementRecord] {
    let scratch = try Scratch()
    try scratch.directory("units")
    try scratch.file("units/settlements.csv", settlements)
    try scratch.file("units/towns.csv", towns)
    return try SettlementTable(Geodata(folder: scratch.path("."))).records
  }
}
