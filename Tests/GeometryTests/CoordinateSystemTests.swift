import Geometry
import Testing

@Suite("CoordinateSystem")
struct CoordinateSystemTests {
  @Test(
    "names and codes are read",
    arguments: [
      ("EPSG:4527", CoordinateSystem.epsg(4527)), ("4527", .epsg(4527)),
      ("epsg:32650", .epsg(32650)),
      ("gcj02", .gcj02), ("GCJ-02", .gcj02), ("gcj_02", .gcj02), ("bd09", .bd09), ("BD-09", .bd09),
      ("wgs84", .wgs84), ("WGS 84", .wgs84), ("EPSG:4326", .wgs84), ("cgcs2000", .cgcs2000),
      ("CGCS2000", .cgcs2000), ("4490", .cgcs2000),
    ])
  func parses(text: String, expected: CoordinateSystem) throws {
    #expect(try CoordinateSystem(parsing: text) == expected)
    #expect(try CoordinateSystem(parsing: expected.description) == expected)
  }

  @Test(
    "anything else is refused",
    arguments: [
      "", "mars", "EPSG:", "EPSG:abc", "-4527", "45.27", "99999999999999999999", "12", "４５２７",
    ])
  func refused(text: String) {
    #expect(code { _ = try CoordinateSystem(parsing: text) } == "DR-110")
  }
}

@Suite("GaussKrugerZone")
struct GaussKrugerZoneTests {
  @Test(
    "zones of a longitude and their codes",
    arguments: [
      (120.2, GaussKrugerZone.Width.threeDegrees, 40, 120, 4528, 4549),
      (118.4, .threeDegrees, 39, 117, 4527, 4548), (75.0, .threeDegrees, 25, 75, 4513, 4534),
      (135.0, .threeDegrees, 45, 135, 4533, 4554), (120.2, .sixDegrees, 21, 123, 4499, 4510),
      (75.0, .sixDegrees, 13, 75, 4491, 4502), (134.9, .sixDegrees, 23, 135, 4501, 4512),
    ])
  func codes(
    longitude: Double, width: GaussKrugerZone.Width, number: Int, meridian: Int, prefixed: Int,
    unprefixed: Int
  ) throws {
    let zone = try #require(GaussKrugerZone(longitude: longitude, width: width))
    #expect(zone.number == number)
    #expect(zone.centralMeridian == meridian)
    #expect(zone.prefixed == .epsg(prefixed))
    #expect(zone.unprefixed == .epsg(unprefixed))
  }

  @Test("the registry agrees: the central meridian lies at the false easting")
  func registry() throws {
    for (width, zones) in [(GaussKrugerZone.Width.threeDegrees, 25...45), (.sixDegrees, 13...23)] {
      for number in zones {
        let zone = try #require(GaussKrugerZone(number, width: width))
        let meridian = Coordinate(longitude: Double(zone.centralMeridian), latitude: 35)
        let prefixed = try CoordinateTransformer(from: .cgcs2000, to: zone.prefixed)
        let plain = try CoordinateTransformer(from: .cgcs2000, to: zone.unprefixed)
        #expect(abs(try prefixed.transform(meridian).x - Double(number) * 1e6 - 500_000) < 1e-3)
        #expect(abs(try plain.transform(meridian).x - 500_000) < 1e-3)
      }
    }
  }

  @Test("there are no zones outside China")
  func outside() {
    #expect(GaussKrugerZone(longitude: 10, width: .threeDegrees) == nil)
    #expect(GaussKrugerZone(longitude: .nan, width: .sixDegrees) == nil)
    #expect(GaussKrugerZone(24, width: .threeDegrees) == nil)
  }
}
