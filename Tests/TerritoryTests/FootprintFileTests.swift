import Foundation
import Geometry
import Territory
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
    #expect {
      try apply(features)
    } throws: { ($0 as? UserError)?.code == code }
  }

  private static func feature(_ id: String, _ coordinates: String) -> String {
    #"{"type":"Feature","properties":{"settlement":"\#(id)"},"geometry":{"type":"Polygon","coordinates":\#(coordinates)}}"#
  }

  private func apply(_ features: String) throws -> [SettlementRecord] {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "\(UUID().uuidString).geojson")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data(#"{"type":"FeatureCollection","features":[\#(features)]}"#.utf8).write(to: url)
    let records = ["a", "b"].map { id in
      SettlementRecord(
        id: id, name: id, kind: .townSeat, countyAdcode: nil, prefectureAdcode: nil,
        provinceAdcode: "410000", population: 1, populationKind: .estimated,
        seats: [])
    }
    return try FootprintFile(path: url.path).applied(to: records)
  }
}
