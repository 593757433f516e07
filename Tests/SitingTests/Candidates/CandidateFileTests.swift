import Geometry
import Siting
import TestSupport
import Testing

@Suite struct CandidateFileTests {
  private func read(
    _ text: String, name: String = "c.csv", crs: CoordinateSystem = .wgs84
  ) throws -> [StationCandidate] {
    try CandidateFile(crs: crs).candidates(name: name, bytes: Array(text.utf8))
  }

  private static let header = "id,lon,lat,status,kind,tenants,height_m,fibre_m,power_m\n"

  @Test func everyFieldOfARow() throws {
    let all = try read(
      Self.header
        + "a,112.5,34.25,required,shared_mast,2,35,120.5,0\n"
        + ",112.6,34,,rooftop,,,,\n"
        + "c,112.7,34,existing,own_site,,28,,15\n"
        + "d,112.8,34,forbidden,shared_mast,,,,\n"
        + "e,112.9,34,free,,,,,\n")
    #expect(
      all == [
        StationCandidate(
          id: "a", position: Coordinate(longitude: 112.5, latitude: 34.25), status: .required,
          kind: .sharedMast(tenants: 2), heightMetres: 35, fibreMetres: 120.5, powerMetres: 0,
          place: "c.csv:2"),
        StationCandidate(
          id: "row3", position: Coordinate(longitude: 112.6, latitude: 34), kind: .rooftop,
          place: "c.csv:3"),
        StationCandidate(
          id: "c", position: Coordinate(longitude: 112.7, latitude: 34), status: .existing,
          kind: .ownSite, heightMetres: 28, powerMetres: 15, place: "c.csv:4"),
        StationCandidate(
          id: "d", position: Coordinate(longitude: 112.8, latitude: 34), status: .forbidden,
          kind: .sharedMast(tenants: 1), place: "c.csv:5"),
        StationCandidate(
          id: "e", position: Coordinate(longitude: 112.9, latitude: 34), kind: .newMast,
          place: "c.csv:6"),
      ])
    let bare = try read("lat,lon\n34,112\n")
    #expect(bare.map(\.id) == ["row2"] && bare[0].position.longitude == 112)
  }

  @Test func featuresSayTheSame() throws {
    let text = """
      {"type": "FeatureCollection", "features": [
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [112.5, 34.25]},
         "properties": {"id": 7, "kind": "shared_mast", "tenants": 2.0, "height_m": 35.5,
          "status": "required", "fibre_m": "120", "power_m": null, "other": [1]}},
        {"type": "Feature", "id": "x", "geometry": {"type": "Point", "coordinates": [112.6, 34]},
         "properties": {"kind": "own_site"}},
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [112.7, 34, 900]},
         "properties": null}
      ]}
      """
    for name in ["c.geojson", "C.JSON"] {
      let all = try read(text, name: name)
      #expect(all.map(\.id) == ["7", "x", "feature3"])
      #expect(all.map(\.kind) == [.sharedMast(tenants: 2), .ownSite, .newMast])
      #expect(all[0].heightMetres == 35.5 && all[0].fibreMetres == 120 && all[0].powerMetres == nil)
      #expect(all[0].status == .required && all[1].status == .free)
      #expect(all[2].position == Coordinate(longitude: 112.7, latitude: 34))
    }
  }

  @Test func otherCoordinateSystemsComeOutInDegrees() throws {
    let shifted = try read("lon,lat\n116.403743573,39.910103499\n", crs: .gcj02)[0].position
    #expect(abs(shifted.longitude - 116.3975) < 1e-7 && abs(shifted.latitude - 39.9087) < 1e-7)
    for (name, text) in [
      ("c.csv", "lon,lat\n39500000,4000000\n"),
      ("c.geojson", #"{"type": "Point", "coordinates": [39500000, 4000000]}"#),
    ] {
      let position = try read(text, name: name, crs: .epsg(4527))[0].position
      #expect(abs(position.longitude - 117) < 1e-9 && abs(position.latitude - 36.13) < 0.01)
    }
  }

  @Test(arguments: [
    ("lon,lat\n", "DR-570", "c.csv"), ("lon\n1\n", "DR-205", "c.csv:1"), ("", "DR-201", "c.csv:1"),
    ("lon,lat\n1,2\n1,91\n", "DR-571", "c.csv:3"), ("lon,lat\nnan,2\n", "DR-206", "c.csv:2"),
    ("lon,lat\n1e400,2\n", "DR-206", "c.csv:2"), ("lon,lat\n1,2,3\n", "DR-202", "c.csv:2"),
    ("lon,lat,status\n1,2,maybe\n", "DR-572", "c.csv:2"),
    ("lon,lat,kind\n1,2,tree\n", "DR-573", "c.csv:2"),
    ("lon,lat,kind\n1,2,New_mast\n", "DR-573", "c.csv:2"),
    ("lon,lat,kind,tenants\n1,2,shared_mast,-1\n", "DR-574", "c.csv:2"),
    ("lon,lat,kind,tenants\n1,2,shared_mast,1.5\n", "DR-574", "c.csv:2"),
    ("lon,lat,kind,tenants\n1,2,shared_mast,9999999999999999999\n", "DR-574", "c.csv:2"),
    ("lon,lat,kind,tenants\n1,2,rooftop,1\n", "DR-574", "c.csv:2"),
    ("lon,lat,height_m\n1,2,0.5\n", "DR-575", "c.csv:2"),
    ("lon,lat,height_m\n1,2,nan\n", "DR-575", "c.csv:2"),
    ("lon,lat,fibre_m\n1,2,-1\n", "DR-575", "c.csv:2"),
    ("lon,lat,fibre_m\n1,2,far\n", "DR-575", "c.csv:2"),
    ("lon,lat,power_m\n1,2,inf\n", "DR-575", "c.csv:2"),
    ("lon,lat,id\n1,2,a\n3,4,b\n5,6,a\n", "DR-576", "c.csv:4"),
    ("lon,lat,id\n1,2,row3\n3,4,\n", "DR-576", "c.csv:3"),
  ]) func mistakesOfRowsAreNamed(text: String, code: String, place: String) {
    let error = userError { try read(text) }
    #expect(error?.code == code && error?.place == place && error?.status == .badData)
  }

  @Test(arguments: [
    (#"{"type": "FeatureCollection", "features": []}"#, "DR-570"), ("", "DR-135"),
    (#"{"type": "LineString", "coordinates": [[1, 2], [3, 4]]}"#, "DR-577"),
    (#"{"type": "Point", "coordinates": []}"#, "DR-577"),
    (#"{"type": "Feature", "geometry": null, "properties": {}}"#, "DR-577"),
    (#"{"type": "Point", "coordinates": [1, 200]}"#, "DR-133"),
    (#"{"type": "Point", "coordinates": [[1, 2]]}"#, "DR-131"),
    (
      #"{"type": "Feature", "geometry": {"type": "Point", "coordinates": [1, 2]}, "properties": {"kind": true}}"#,
      "DR-577"
    ),
    (
      #"{"type": "Feature", "geometry": {"type": "Point", "coordinates": [1, 2]}, "properties": {"height_m": 1e9}}"#,
      "DR-575"
    ),
    (
      #"{"type": "Feature", "geometry": {"type": "Point", "coordinates": [1, 2]}, "properties": {"kind": "shared_mast", "tenants": 1.5}}"#,
      "DR-574"
    ),
  ]) func mistakesOfFeaturesAreNamed(text: String, code: String) {
    let error = userError { try read(text, name: "c.geojson") }
    #expect(error?.code == code && error?.place.hasPrefix("c.geojson") == true)
  }

  @Test func aPositionThatCannotBeTransformedIsNamed() {
    let error = userError {
      try read("lon,lat\n39500000,4000000\n1e12,1e12\n", crs: .epsg(4527))
    }
    #expect(error?.code == "DR-112" && error?.place == "c.csv:3")
    let none = userError { try CandidateFile(crs: .wgs84).candidates(path: "/nowhere/c.csv") }
    #expect(none?.code == "DR-210")
  }
}
