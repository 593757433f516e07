import Geometry
import Radio
import Territory
import TestSupport
import Testing

@Suite("A path profile as a table")
struct ProfileTableTests {
  private func profile(_ text: String) throws -> PathProfile {
    try ProfileTable(try CSVTable(name: "path.csv", bytes: Array(text.utf8))).profile()
  }

  @Test("gives what the lists give")
  func lists() throws {
    let table = try profile(
      """
      zone,clutter_m,terrain_m,distance_km
      4,0,10,0
      3,5,40,1.5
      1,0,0,4
      4,8,30,6
      """)
    let lists = try PathProfile(
      distancesKilometres: [0, 1.5, 4, 6], terrainMetres: [10, 40, 0, 30],
      clutterMetres: [0, 5, 0, 8], zones: [.inland, .coastalLand, .sea, .inland])
    let model = try P1812(
      carrierGHz: 0.7, transmitterHeightMetres: 30, receiverHeightMetres: 1.5,
      climate: try RadioClimate())
    #expect(try model.lossDB(over: table) == model.lossDB(over: lists))
    #expect(table.seaShare > 0 && table.receiverClutterMetres == 8)
    let bare = try profile("distance_km,terrain_m\n0,1\n1,2\n2,3\n")
    #expect(bare.surfaceMetres == bare.terrainMetres && bare.seaShare == 0)
  }

  @Test(
    "what is no profile",
    arguments: [
      ("distance_km,height\n0,1\n1,1\n2,1\n", "DR-205"),
      ("distance_km,terrain_m\n0,1\n1,x\n2,1\n", "DR-206"),
      ("distance_km,terrain_m\n0,1\n2,1\n1,1\n", "DR-332"),
      ("distance_km,terrain_m\n", "DR-332"),
      ("distance_km,terrain_m,zone\n0,1,4\n1,1,2\n2,1,4\n", "DR-385"),
      ("distance_km,terrain_m,zone\n0,1,4\n1,1,\n2,1,4\n", "DR-385"),
      ("distance_km,terrain_m,clutter_m\n0,1,0\n1,1,-4\n2,1,0\n", "DR-332"),
    ])
  func hostile(text: String, code: String) throws {
    let error = userError { try profile(text) }
    #expect(error?.code == code)
  }
}
