import Geometry
import Siting
import TestSupport
import Testing

@Suite struct ForbiddenAreasTests {
  /// A square from 0 to 1 with a hole from 0.4 to 0.6, and one from 2 to 3 that applies to all.
  private static let text = """
    {"type": "FeatureCollection", "features": [
      {"type": "Feature", "properties": {"name": "reserve"}, "geometry": {"type": "Polygon",
       "coordinates": [[[0,0],[1,0],[1,1],[0,1],[0,0]],
        [[0.4,0.4],[0.4,0.6],[0.6,0.6],[0.6,0.4],[0.4,0.4]]]}},
      {"type": "Feature", "properties": {"name": "range", "applies": "all"}, "geometry":
       {"type": "MultiPolygon", "coordinates": [[[[2,0],[3,0],[3,1],[2,1],[2,0]]]]}}
    ]}
    """

  private func areas(_ text: String) throws -> ForbiddenAreas {
    try ForbiddenAreas(name: "areas.geojson", bytes: Array(text.utf8))
  }

  private func status(
    _ kind: StationCandidate.Kind, _ x: Double, _ y: Double, _ status: CandidateSite.Status = .free
  ) throws -> CandidateSite.Status {
    let candidate = StationCandidate(
      id: "a", position: Coordinate(longitude: x, latitude: y), status: status, kind: kind,
      heightMetres: 30, fibreMetres: 5, powerMetres: 6, place: "c.csv:2")
    let result = try areas(Self.text).applied(to: [candidate])[0]
    #expect(result == candidate.with(status: result.status))
    return result.status
  }

  @Test func onlyWhatIsNewIsKeptOut() throws {
    #expect(try areas(Self.text).count == 2)
    for kind in [StationCandidate.Kind.newMast, .rooftop] {
      #expect(try status(kind, 0.2, 0.2) == .forbidden)
      // The boundary is inside, the hole is not.
      #expect(try status(kind, 1, 0.5) == .forbidden)
      #expect(try status(kind, 0.5, 0.5) == .free)
      #expect(try status(kind, 1.0001, 0.5) == .free)
      #expect(try status(kind, 2.5, 0.5) == .forbidden)
    }
    for kind in [StationCandidate.Kind.ownSite, .sharedMast(tenants: 0)] {
      #expect(try status(kind, 0.2, 0.2) == .free)
      #expect(try status(kind, 2.5, 0.5) == .forbidden)
    }
    #expect(try status(.newMast, 0.2, 0.2, .existing) == .existing)
    #expect(try status(.newMast, 0.2, 0.2, .forbidden) == .forbidden)
    #expect(try status(.ownSite, 0.2, 0.2, .required) == .required)
    let error = userError { try status(.newMast, 0.2, 0.2, .required) }
    #expect(error?.code == "DR-578" && error?.place == "c.csv:2")
    #expect(error?.problem.contains("reserve") == true)
  }

  /// Discs of many corners against the distance from their middles.
  @Test func theSameAsDistances() throws {
    var random = SeededGenerator(seed: 9)
    let middles = (0..<6).map { _ in
      (Double.random(in: 0...4, using: &random), Double.random(in: 0...4, using: &random))
    }
    let features = try middles.map { middle in
      GeoJSONFeature(
        geometry: try Geometry.point(Coordinate(x: middle.0, y: middle.1))
          .buffer(0.7, quadrantSegments: 64))
    }
    var writer = try GeoJSONWriter()
    for feature in features { try writer.write(feature) }
    let areas = try ForbiddenAreas(name: "discs", bytes: try writer.finish())
    let candidates = (0..<500).map { index in
      StationCandidate(
        id: "\(index)",
        position: Coordinate(
          x: Double.random(in: 0...4, using: &random), y: Double.random(in: 0...4, using: &random)),
        kind: .newMast)
    }
    var inside = 0
    for candidate in try areas.applied(to: candidates) {
      let nearest = middles.reduce(Double.infinity) {
        let (x, y) = (candidate.position.x - $1.0, candidate.position.y - $1.1)
        return min($0, (x * x + y * y).squareRoot())
      }
      guard abs(nearest - 0.7) > 0.001 else { continue }
      #expect((candidate.status == .forbidden) == (nearest < 0.7))
      if nearest < 0.7 { inside += 1 }
    }
    #expect(inside > 50 && inside < 450)
  }

  @Test(arguments: [
    ("", "DR-135", 0), (#"{"type": "Point", "coordinates": [1, 2]}"#, "DR-579", 1),
    (#"{"type": "Feature", "geometry": null, "properties": {}}"#, "DR-579", 1),
    (#"{"type": "Polygon", "coordinates": []}"#, "DR-579", 1),
    (#"{"type": "Polygon", "coordinates": [[[0,0],[1,1],[1,0],[0,1],[0,0]]]}"#, "DR-134", 1),
    (#"{"type": "Polygon", "coordinates": [[[0,0],[1,1],[1,0]]]}"#, "DR-132", 1),
    (
      #"{"type": "Feature", "properties": {"applies": "some"}, "geometry": {"type": "Polygon", "coordinates": [[[0,0],[1,0],[1,1],[0,0]]]}}"#,
      "DR-579", 1
    ),
    (
      #"{"type": "Feature", "properties": {"applies": 1}, "geometry": {"type": "Polygon", "coordinates": [[[0,0],[1,0],[1,1],[0,0]]]}}"#,
      "DR-579", 1
    ),
  ]) func whatIsNoAreaIsRefusedWithItsFeature(text: String, code: String, feature: Int) {
    let error = userError { try areas(text) }
    #expect(error?.code == code && error?.status == .badData)
    #expect(error?.place.hasPrefix("areas.geojson") == true)
    if feature > 0 { #expect(error?.place.contains("feature \(feature)") == true) }
  }

  @Test func noAreasForbidNothing() throws {
    let none = try areas(#"{"type": "FeatureCollection", "features": []}"#)
    let candidate = StationCandidate(
      id: "a", position: Coordinate(longitude: 0, latitude: 0), kind: .newMast)
    #expect(try none.applied(to: [candidate]) == [candidate])
  }
}
