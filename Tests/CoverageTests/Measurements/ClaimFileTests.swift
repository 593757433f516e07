import Geometry
import Coverage
import Testing
import TestSupport

@Suite struct ClaimFileTests {
  private static let square = "[[[112,34],[112.1,34],[112.1,34.1],[112,34.1],[112,34]]]"

  private static func feature(
    _ id: String, _ properties: String = "{}", type: String = "Polygon",
    coordinates: String = square
  ) -> String {
    """
    {"type":"Feature",\(id)"properties":\(properties),\
    "geometry":{"type":"\(type)","coordinates":\(coordinates)}}
    """
  }

  private static func claims(_ features: String...) throws -> [CoverageClaim] {
    try ClaimFile.claims(
      in: Array(
        "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}".utf8),
      source: "claims.geojson")
  }

  @Test func claimsAreReadWithWhatIsKnownOfThem() throws {
    let claims = try Self.claims(
      Self.feature(
        "\"id\":7,", "{\"name\":\"North\",\"operator\":\"CMCC\",\"level\":\"deep\"}"),
      Self.feature("", "{\"id\":\"south\"}"), Self.feature(""))
    #expect(claims.map(\.id) == ["7", "south", "3"])
    #expect(claims[0].name == "North" && claims[0].network == "CMCC" && claims[0].level == "deep")
    #expect(claims[1].name.isEmpty && claims[1].network == nil)
  }

  @Test func mistakesAreNamed() {
    func code(_ features: String...) -> String? {
      userError {
        try ClaimFile.claims(
          in: Array(
            "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
              .utf8), source: "claims.geojson")
      }?.code
    }
    #expect(code() == "DR-485")
    #expect(code(Self.feature("\"id\":1,"), Self.feature("\"id\":\"1\",")) == "DR-484")
    #expect(code(Self.feature("", type: "Point", coordinates: "[112,34]")) == "DR-483")
    #expect(code("{\"type\":\"Feature\",\"properties\":{},\"geometry\":null}") == "DR-483")
    let bow = "[[[112,34],[112.1,34.1],[112.1,34],[112,34.1],[112,34]]]"
    #expect(code(Self.feature("", coordinates: bow)) == "DR-134")
  }
}
