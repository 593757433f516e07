import Geometry
import TestSupport
import Testing

@Suite struct CoordinateSystemDefinitionTests {
  @Test func theRegistryIsAsked() throws {
    let zone = try CoordinateSystemDefinition(epsg: 4528)
    #expect(zone.name == "CGCS2000 / 3-degree Gauss-Kruger zone 40")
    #expect(!zone.isGeographic)
    #expect(zone.wellKnownText.hasPrefix("PROJCS[\"CGCS2000 / 3-degree Gauss-Kruger zone 40\""))
    #expect(zone.wellKnownText.contains("PARAMETER[\"central_meridian\",120]"))
    #expect(zone.wellKnownText.contains("PARAMETER[\"false_easting\",40500000]"))
    #expect(zone.wellKnownText.hasSuffix("AUTHORITY[\"EPSG\",\"4528\"]]"))
    #expect(!zone.wellKnownText.contains("\n"))
    let area = try #require(zone.areaOfUse)
    #expect(area.minX == 118.5 && area.maxX == 121.5 && area.minY > 20 && area.maxY < 54)
    let degrees = try CoordinateSystemDefinition(epsg: 4490)
    #expect(degrees.isGeographic)
    #expect(degrees.wellKnownText.hasPrefix("GEOGCS[\"China Geodetic Coordinate System 2000\""))
  }

  /// Heights, geocentric and three-dimensional systems, and what is not in the registry.
  @Test(arguments: [5773, 4978, 4979, 1025, 32767])
  func whatHasNoTwoAxesIsRefused(code: Int) {
    let error = userError { try CoordinateSystemDefinition(epsg: code) }
    #expect(error?.code == "DR-727")
    #expect(error?.place.contains("EPSG:\(code)") == true)
  }

  @Test func everyZoneHasItsCentralMeridian() throws {
    for width in [GaussKrugerZone.Width.threeDegrees, .sixDegrees] {
      for number in width.zones {
        let zone = try #require(GaussKrugerZone(number, width: width))
        for (system, easting) in [(zone.prefixed, number * 1_000_000), (zone.unprefixed, 0)] {
          let code = try #require(system.epsgCode)
          let text = try CoordinateSystemDefinition(epsg: code).wellKnownText
          #expect(text.contains("PARAMETER[\"central_meridian\",\(zone.centralMeridian)]"))
          #expect(text.contains("PARAMETER[\"false_easting\",\(easting + 500_000)]"))
        }
      }
    }
  }

  @Test func shiftedSystemsHaveNoCode() {
    #expect(CoordinateSystem.gcj02.epsgCode == nil && CoordinateSystem.bd09.epsgCode == nil)
    #expect(CoordinateSystem.wgs84.epsgCode == 4326)
    #expect(CoordinateSystem.epsg(4528).epsgCode == 4528)
  }
}
