import Coverage
import Foundation
import Reporting
import Territory
import Testing

/// The map's colours are those of the page by day, which are held to contrast and to lightness there.
@Suite struct MapPaletteTests {
  private func style() throws -> [String: MapColour] {
    let path = try Geodata.locate().path("page/report.css")
    let text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
    let day = try #require(text.firstMatch(of: /:root \{([^}]*)\}/)).output.1
    var colours: [String: MapColour] = [:]
    for pair in day.matches(of: /--([a-z0-9-]+): #([0-9a-f]{6});/) {
      colours[String(pair.output.1)] = Int(pair.output.2, radix: 16).map { MapColour($0) }
    }
    return colours
  }

  @Test func coloursAreThePages() throws {
    let style = try style()
    for status in CoverageStatus.allCases {
      #expect(MapPalette.colour(status) == style["status-\(status.rawValue)"])
    }
    #expect(MapPalette.colour(nil) == style["status-unknown"])
    #expect(MapPalette.ramp.map(Optional.init) == (0...4).map { style["share-\($0)"] })
    #expect(MapPalette.border == style["map-border"] && MapPalette.site == style["map-site"])
    #expect(MapPalette.plain == style["bar"])
  }

  @Test func everyFormatHasItsOwnOrder() {
    let colour = MapColour(0x1d3f0a)
    #expect(colour.qgis == "29,63,10,255")
    #expect(colour.kml() == "ff0a3f1d" && colour.kml(opacity: 9) == "090a3f1d")
  }
}
