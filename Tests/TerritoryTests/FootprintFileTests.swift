import Geometry
import Territory
import TestSupport
import Testing

@Suite struct FootprintFileTests {
  private static let square = "[[[112,34],[112.1,34],[112.1,34.1],[112,34.1],[112,34]]]"

  @Test func takesTheUsersPolygon() throws {
    let records = try apply(Self.feature("a", Self.square))
    #expect(records[0].footprint?.type == .polygon)
    #expect(records[1].footprint == nil)
  }

  @Test(arguments: [
    (feature("x", square), "DR-241"),
    (feature("a", square) + "," + feature("a", square), "DR-242"),
    (feature("a", "[[[112,34],[112.1,34.1],[112.1,34],[112,34.1],[112,34]]]"), "DR-134"),
    (#"{"type":"Feature","properties":{"settlement":"a"},"geometry":null}"#, "DR-240"),
    (
      #"{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":"# + square
        + "}}", "DR-240"
    ),
    ("", "DR-243"),
    (feature("a", "[[[112,34],[112.1,34],[112.1,200],[112,34]]]"), "DR-133"),
  ]) func mistakesAreNamed(features: String, code: String) {
    let error = userError { try apply(features) }
    #expect(error?.code == code)
    #expect(error?.status == .badData)
    #expect(error?.place.contains("f.geojson") == true)
  }

  @Test func aFileThatIsNotThereIsMissingInput() {
    let error = userError { try FootprintFile(path: "/nowhere/f.geojson").applied(to: []) }
    #expect(error?.code == "DR-210")
    #expect(error?.status == .missingInput)
  }

  @Test(arguments: ["", " ", "{", #"{"type":"FeatureCollection"}"#])
  func anEmptyOrBrokenFileIsBadData(text: String) throws {
    let scratch = try Scratch()
    let path = try scratch.file("f.geojson", text)
    let error = userError { try FootprintFile(path: path).applied(to: []) }
    #expect(error?.status == .badData)
    #expect(error?.place.hasPrefix(path) == true)
  }

  private static func feature(_ id: String, _ coordinates: String) -> String {
    #"{"type":"Feature","properties":{"settlement":"\#(id)"},"geometry":{"type":"Polygon","coordinates":\#(coordinates)}}"#
  }

  private func apply(_ features: String) throws -> [SettlementRecord] {
    let scratch = try Scratch()
    let path = try scratch.file(
      "f.geojson", #"{"type":"FeatureCollection","features":[\#(features)]}"#)
    let records = ["a", "b"].map { id in
      SettlementRecord(
        id: id, name: id, kind: .townSeat, countyAdcode: nil, prefectureAdcode: nil,
        provinceAdcode: "410000", population: 1, populationKind: .estimated,
        seats: [])
    }
    return try FootprintFile(path: path).applied(to: records)
  }
}
