import Geometry
import Reporting
import TestSupport
import Territory
import Testing

/// The page over the bundled country, without settlements: what its borders take.
@Suite struct NationalPageTests {
  @Test func theWholeCountryIsDrawnAndStaysSmall() throws {
    let geodata = try Geodata.locate()
    let result = PlanResult(
      standard: "deep-coverage", groups: [], gazetteer: try Gazetteer(geodata), regions: [],
      networkKind: .modelled, settlements: [], packages: [], schedule: nil, existingSites: [],
      plannedSites: [], publishedStations: [])
    let boundaries = try Boundaries(geodata)
    let sources = PageSources(
      boundaries: boundaries, assets: try PageAssets(geodata), published: [],
      kilogramsPerKilowattHour: 0.5)
    let page = String(
      decoding: try PlanPage(result, .chinese, sources: sources).html(), as: UTF8.self)
    // Borders and names: the settlements and sites of the country have the rest of 8 MB.
    #expect(page.utf8.count < 2_500_000)
    let json = try #require(page.firstMatch(of: /id="map-data">([^<]*)<\/script>/)).output.1
    let data = try #require(try JSONValue(parsing: Array(json.utf8), source: "page").object)
    var areas = try PackedReading(try #require(data["areas"]?.string))
    let features = try boundaries.topology.features(of: "counties")
    #expect(areas.next() == features.count)
    var rings = 0
    for _ in features {
      _ = areas.next()
      let own = areas.next()
      rings += own
      for _ in 0..<own { for _ in 0..<areas.next() { _ = areas.next() } }
    }
    // No island is left out, and all maritime lines are there.
    #expect(rings == features.reduce(0) { $0 + $1.polygons.reduce(0) { $0 + $1.count } })
    let lines = try boundaries.topology.features(of: "maritime_lines").flatMap(\.lines)
    #expect(areas.next() == lines.count)
    var arcs = try PackedReading(try #require(data["arcs"]?.string))
    #expect(arcs.next() == boundaries.topology.arcs.count)
  }
}

/// Reads packed numbers back, as the page's script does.
private struct PackedReading {
  private var rest: ArraySlice<UInt8>

  init(_ base64: String) throws {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var values = [UInt8: Int]()
    for (value, digit) in digits.enumerated() { values[digit] = value }
    var bytes: [UInt8] = []
    let text = Array(base64.utf8)
    for start in stride(from: 0, to: text.count, by: 4) {
      let word = text[start..<start + 4].reduce(0) { $0 << 6 | (values[$1] ?? 0) }
      let count = text[start..<start + 4].count { $0 != UInt8(ascii: "=") } - 1
      for place in 0..<count { bytes.append(UInt8(word >> (16 - 8 * place) & 255)) }
    }
    rest = bytes[...]
  }

  mutating func next() -> Int {
    var (value, shift) = (0, 0)
    while let byte = rest.popFirst() {
      value |= Int(byte & 127) << shift
      shift += 7
      if byte < 128 { break }
    }
    return value
  }
}
