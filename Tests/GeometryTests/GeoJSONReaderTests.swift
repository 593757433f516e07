import Geometry
import Testing

@Suite("GeoJSONReader")
struct GeoJSONReaderTests {
  private func read(_ text: String, degrees: Bool = true) throws -> [GeoJSONFeature] {
    try GeoJSONReader(source: "in.geojson", expectsDegrees: degrees).features(
      in: Array(text.utf8))
  }

  private func polygon(_ ring: String) -> String {
    #"{"type":"Feature","properties":null,"geometry":{"type":"Polygon","coordinates":[\#(ring)]}}"#
  }

  @Test("members come in any order, with foreign ones and third ordinates between")
  func anyOrder() throws {
    let features = try read(
      """
      { "bbox": [1,2,3,4], "features" : [
        { "properties" : {"a": [1, {"b": null}]}, "style": {"x": [[]]},
          "geometry": {"coordinates": [[[0,0,5],[2,0,5],[2,2,5,9],[0,0,5]]], "type": "Polygon"},
          "id": 12, "type": "Feature" } ], "type": "FeatureCollection", "crs": null }
      """)
    #expect(features.count == 1)
    #expect(features[0].id == 12)
    #expect(features[0].properties == ["a": [1, ["b": .null]]])
    #expect(features[0].geometry?.area == 2)
  }

  @Test("single features, bare geometries and sequences are read")
  func shapes() throws {
    let point = #"{"type":"Point","coordinates":[120,30]}"#
    let feature = #"{"type":"Feature","geometry":\#(point),"properties":{}}"#
    #expect(try read(point).count == 1)
    #expect(try read(feature).count == 1)
    #expect(try read(feature + "\n" + feature + "\n").count == 2)
    #expect(try read("\u{1E}" + feature + "\n\u{1E}" + feature + "\n").count == 2)
    #expect(
      try read(#"{"type":"GeometryCollection","geometries":[\#(point)]}"#)[0].geometry?.type
        == .collection)
    #expect(try read(#"{"type":"Feature","geometry":null,"properties":null}"#)[0].geometry == nil)
  }

  @Test(
    "what is wrong is refused with its code",
    arguments: [
      (#"{"type":"FeatureCollection"}"#, "DR-130"), (#"{"features":[]}"#, "DR-130"),
      (#"{"type":"Topology"}"#, "DR-130"),
      (#"{"type":"FeatureCollection","features":{}}"#, "DR-120"),
      (
        #"{"type":"FeatureCollection","features":[{"type":"Point","coordinates":[1,2]}]}"#, "DR-130"
      ),
      (#"{"type":"FeatureCollection","features":[null]}"#, "DR-120"),
      (#"{"type":7}"#, "DR-120"), ("[]", "DR-120"), ("   ", "DR-135"),
      (#"{"type":"Feature","properties":[],"geometry":null}"#, "DR-130"),
      (#"{"type":"Feature","id":{},"geometry":null}"#, "DR-130"),
      (#"{"type":"Feature","geometry":{"coordinates":[1,2]}}"#, "DR-130"),
      (#"{"type":"Feature","geometry":{"type":"Circle","coordinates":[1,2]}}"#, "DR-130"),
      (#"{"type":"Point"}"#, "DR-131"), (#"{"type":"Point","coordinates":[[1,2]]}"#, "DR-131"),
      (#"{"type":"Polygon","coordinates":[[1,2],[3,4]]}"#, "DR-131"),
      (#"{"type":"Polygon","coordinates":[1,2]}"#, "DR-131"),
      (#"{"type":"LineString","coordinates":[[1,2]]}"#, "DR-131"),
      (#"{"type":"Point","coordinates":[1]}"#, "DR-120"),
      (#"{"type":"Point","coordinates":["1","2"]}"#, "DR-120"),
      (#"{"type":"Point","coordinates":[1,null]}"#, "DR-120"),
      (#"{"type":"Point","coordinates":[NaN,2]}"#, "DR-122"),
      (#"{"type":"Point","coordinates":[1,Infinity]}"#, "DR-122"),
      (#"{"type":"Point","coordinates":[1,1e400]}"#, "DR-122"),
      (#"{"type":"Point","coordinates":[120,200]}"#, "DR-133"),
      (#"{"type":"Point","coordinates":[-181,20]}"#, "DR-133"),
      (#"{"type":"Point","coordinates":[500000,3300000]}"#, "DR-133"),
      (
        #"{"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3857"}},"type":"Point","coordinates":[1,2]}"#,
        "DR-136"
      ),
      (#"{"type":"GeometryCollection"}"#, "DR-130"),
    ])
  func refused(text: String, expected: String) {
    #expect(code { _ = try read(text) } == expected)
  }

  @Test("open and short rings are refused with the feature's number")
  func rings() {
    let good = polygon("[[0,0],[1,0],[1,1],[0,0]]")
    let open = polygon("[[0,0],[1,0],[1,1],[0,1]]")
    let text = #"{"type":"FeatureCollection","features":[\#(good),\#(open)]}"#
    let error = userError { _ = try read(text) }
    #expect(error?.code == "DR-132")
    #expect(error?.place.contains("feature 2") == true)
    #expect(error?.place.hasPrefix("in.geojson:1 (byte ") == true)
    #expect(code { _ = try read(polygon("[[0,0],[1,0],[0,0]]")) } == "DR-132")
    #expect(code { _ = try read(polygon("[]")) } == "DR-132")
  }

  @Test("metres pass when they are announced, and so does a stated system of degrees")
  func systems() throws {
    #expect(
      try read(#"{"type":"Point","coordinates":[500000,3300000]}"#, degrees: false).count == 1)
    for name in ["urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4490", "EPSG:4326"] {
      let text =
        #"{"crs":{"type":"name","properties":{"name":"\#(name)"}},"type":"Point","coordinates":[1,2]}"#
      #expect(try read(text).count == 1)
    }
  }

  @Test("a polygon that crosses itself is found on request, with the spot")
  func validated() throws {
    let tie = try read(polygon("[[0,0],[2,2],[2,0],[0,2],[0,0]]"))[0]
    let error = userError { _ = try tie.validated() }
    #expect(error?.code == "DR-134")
    #expect(error?.problem.contains("(1.0, 1.0)") == true)
    #expect(error?.place.contains("feature 1") == true)
    _ = try read(polygon("[[0,0],[1,0],[1,1],[0,0]]"))[0].validated()
  }

  @Test("features are handed on one by one, and the receiver can stop")
  func streams() {
    let feature = polygon("[[0,0],[1,0],[1,1],[0,0]]")
    let text = #"{"type":"FeatureCollection","features":[\#(feature),\#(feature),broken"#
    var seen = 0
    let error = userError {
      try GeoJSONReader(source: "s").forEachFeature(in: Array(text.utf8)) { _ in seen += 1 }
    }
    #expect(seen == 2)
    #expect(error?.place.contains("feature 3") == true)
  }
}
