import Geometry
import Testing

@Suite("TopoJSON")
struct TopoJSONTests {
  private func topology(_ text: String) throws -> TopoJSON {
    try TopoJSON(bytes: Array(text.utf8), source: "t.topojson")
  }

  /// Two unit squares side by side, sharing arc 0.
  private let pair = """
    {"type":"Topology","transform":{"scale":[0.5,0.5],"translate":[100,30]},
    "arcs":[[[2,0],[0,2]],[[2,2],[-2,0],[0,-2],[2,0]],[[2,0],[2,0],[0,2],[-2,0]]],
    "objects":{"county":{"type":"GeometryCollection","geometries":[
    {"type":"Polygon","arcs":[[0,1]],"properties":{"gb":"156330102","name":"上城区"}},
    {"type":"MultiPolygon","arcs":[[[2,-1]]],"id":"b"},{"type":null}]}}}
    """

  @Test("arcs are decoded and rings joined")
  func decodes() throws {
    let topology = try topology(pair)
    #expect(topology.objectNames == ["county"])
    #expect(topology.arcs[0] == [Coordinate(x: 101, y: 30), Coordinate(x: 101, y: 31)])
    let cells = try topology.geometries(of: "county")
    #expect(cells.count == 3)
    #expect(cells[0].properties["name"] == "上城区")
    #expect(cells[0].geometry.area == 1)
    #expect(cells[0].geometry.coordinates.count == 5)
    #expect(cells[1].geometry.envelope == BoundingBox(minX: 101, minY: 30, maxX: 102, maxY: 31))
    #expect(cells[2].geometry.isEmpty)
    #expect(try topology.dissolve(topology.features(of: "county")).area == 2)
  }

  @Test(
    "what is wrong is named",
    arguments: [
      ("{}", "DR-140"), ("[]", "DR-120"),
      (#"{"type":"Topology","arcs":[],"objects":[]}"#, "DR-140"),
      (#"{"type":"Topology","arcs":[[[0,0]]],"objects":{}}"#, "DR-140"),
      (
        #"{"type":"Topology","arcs":[],"objects":{"a":{"type":"Point","coordinates":[1,2]}}}"#,
        "DR-140"
      ),
      (#"{"type":"Topology","arcs":[],"objects":{"a":{"type":"Polygon","arcs":[[0]]}}}"#, "DR-142"),
      (
        #"{"type":"Topology","arcs":[],"objects":{"a":{"type":"Polygon","arcs":[["x"]]}}}"#,
        "DR-142"
      ),
      (
        #"{"type":"Topology","arcs":[],"objects":{"a":{"type":"Polygon","arcs":[[-9223372036854775808]]}}}"#,
        "DR-142"
      ),
      (#"{"type":"Topology","arcs":[],"objects":{"a":{"type":"Polygon","arcs":3}}}"#, "DR-140"),
      (
        #"{"type":"Topology","transform":{"scale":[0,1],"translate":[0,0]},"arcs":[],"objects":{}}"#,
        "DR-140"
      ),
      (#"{"type":"Topology","arcs":[[[0,null],[1,1]]],"objects":{}}"#, "DR-120"),
    ])
  func refused(text: String, expected: String) {
    #expect(code { _ = try topology(text) } == expected)
  }

  @Test("an unknown object lists the known ones")
  func unknownObject() throws {
    let topology = try topology(pair)
    let error = userError { _ = try topology.features(of: "town") }
    #expect(error?.code == "DR-141")
    #expect(error?.remedy.contains("county") == true)
  }
}
