import Coverage
import Geometry
import Radio
import Territory
import TestSupport
import Testing

@Suite struct SiteFileTests {
  private static let header = "id,lon,lat,group,configuration,height_m\n"

  @Test func rowsOfOneIdAreOneSite() throws {
    let sites = try read(
      Self.header
        + "b,120.1,30.2,mobile,n41,\na,120.2,30.3,unicom,n78,40\nb,120.1,30.2,mobile,n28,\n")
    #expect(sites.map(\.id) == ["b", "a"])
    #expect(sites[0].configurations == ["n28", "n41"])
    #expect(sites[0].heightMetres == 25)
    #expect(sites[1].heightMetres == 40)
    #expect(sites.allSatisfy { $0.kind == .measured })
  }

  @Test func otherCoordinateSystemsComeOutInDegrees() throws {
    // Beijing in GCJ-02 (facts: 39.910103499, 116.403743573 is 39.9087, 116.3975).
    let shifted = try read(
      Self.header + "a,116.403743573,39.910103499,mobile,n41,\n", crs: .gcj02)
    #expect(abs(shifted[0].position.longitude - 116.3975) < 1e-7)
    #expect(abs(shifted[0].position.latitude - 39.9087) < 1e-7)
    // CGCS2000 Gauss-Krueger, zone 39 with prefix (EPSG:4527): false easting 39 500 000 at 117 E.
    let projected = try read(Self.header + "a,39500000,4000000,mobile,n41,\n", crs: .epsg(4527))
    #expect(abs(projected[0].position.longitude - 117) < 1e-9)
    #expect(abs(projected[0].position.latitude - 36.13) < 0.01)
  }

  @Test func rowsWithoutAnIdAreSitesOfTheirOwn() throws {
    let sites = try read(Self.header + ",120.1,30.2,mobile,n41,\n,120.2,30.3,mobile,n41,\n")
    #expect(sites.map(\.id) == ["row2", "row3"])
    let bare = try read("lon,lat,group,configuration\n120.1,30.2,mobile,n41\n")
    #expect(bare.map(\.id) == ["row2"])
  }

  @Test(arguments: [
    // Degrees by their EPSG code are degrees all the same; metres have their own way to be wrong.
    (CoordinateSystem.epsg(4490), "120,200", "DR-401"), (.epsg(4527), "1e12,1e12", "DR-112"),
    (.gcj02, "200,30", "DR-401"), (.bd09, "120,-91", "DR-401"),
  ]) func everySystemNamesTheLine(crs: CoordinateSystem, position: String, code: String) {
    let good = crs == .epsg(4527) ? "39500000,4000000" : "120,30"
    let text = "lon,lat,group,configuration\n\(good),mobile,n41\n\(position),mobile,n41\n"
    let error = userError { try read(text, crs: crs) }
    #expect(error?.code == code)
    #expect(error?.place == "s.csv:3")
    #expect(error?.status == .badData)
  }

  @Test(arguments: [
    ("id,lon,lat,group\na,1,2,mobile\n", "DR-205", "s.csv:1"),
    (header + "a,nan,30,mobile,n41,\n", "DR-206", "s.csv:2"),
    (header + "a,120,inf,mobile,n41,\n", "DR-206", "s.csv:2"),
    (header + "a,120,30,mobile,n41,\nb,120,200,mobile,n41,\n", "DR-401", "s.csv:3"),
    (header + "a,120,30,telecom,n41,\n", "DR-402", "s.csv:2"),
    (header + "a,120,30,unicom,n41,\n", "DR-403", "s.csv:2"),
    (header + "a,120,30,mobile,n41,-3\n", "DR-404", "s.csv:2"),
    (header, "DR-405", "s.csv"),
    (header + "a,120,30,mobile,n41,\na,120.5,30,mobile,n28,\n", "DR-406", "s.csv:3"),
  ]) func mistakesAreNamed(text: String, code: String, place: String) {
    #expect {
      try read(text)
    } throws: { error in
      guard let error = error as? UserError else { return false }
      return error.code == code && error.place == place && error.status == .badData
    }
  }

  private func read(_ text: String, crs: CoordinateSystem = .wgs84) throws -> [Site] {
    let file = SiteFile(
      configurations: ["n41": .mobile, "n28": .mobile, "n78": .unicom], crs: crs)
    return try file.sites(in: CSVTable(name: "s.csv", bytes: Array(text.utf8)))
  }
}
