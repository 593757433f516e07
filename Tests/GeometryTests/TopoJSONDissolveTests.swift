import Geometry
import Testing

@Suite("TopoJSON dissolve")
struct TopoJSONDissolveTests {
  @Test(
    "areas of cells sum to their group's, holes and touching corners included",
    arguments: 0..<40 as Range<UInt64>)
  func sums(seed: UInt64) throws {
    let world = TopologyWorld(side: 9, seed: seed)
    let topology = try TopoJSON(bytes: Array(world.json.utf8), source: "world")
    let cells = try topology.geometries(of: "cells")
    let groups = try topology.dissolve("cells") { $0.properties["group"]?.string }
    #expect(groups.map(\.key).sorted() == Set(world.groups).sorted())
    for (key, geometry) in groups {
      let members = cells.filter { $0.properties["group"] == .string(key) }.map(\.geometry)
      let sum = members.reduce(0) { $0 + $1.area }
      #expect(abs(geometry.area - sum) <= 1e-9 * sum)
      #expect(geometry.isValid)
      // GEOS's union is another way to the same place.
      let union = try Geometry.unaryUnion(members)
      #expect(geometry.polygons.count == union.polygons.count)
      #expect(geometry.polygons.map(\.count).sorted() == union.polygons.map(\.count).sorted())
      #expect(try geometry.difference(union).area < 1e-12)
      #expect(try union.difference(geometry).area < 1e-12)
    }
  }

  @Test("everything together is one polygon without holes")
  func whole() throws {
    let world = TopologyWorld(side: 20, seed: 5)
    let topology = try TopoJSON(bytes: Array(world.json.utf8), source: "world")
    let all = try topology.dissolve(topology.features(of: "cells"))
    #expect(all.type == .polygon)
    #expect(all.polygons[0].count == 1)
    #expect(all.coordinates.count == 4 * 20 + 1)
  }

  @Test("an enclave makes a hole, and fills it again")
  func enclave() throws {
    let text = """
      {"type":"Topology","arcs":[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[3,3],[3,6],[6,6],[6,3],[3,3]]],
      "objects":{"a":{"type":"GeometryCollection","geometries":[
      {"type":"Polygon","arcs":[[0],[1]]},{"type":"Polygon","arcs":[[-2]]}]}}}
      """
    let topology = try TopoJSON(bytes: Array(text.utf8), source: "enclave")
    let features = try topology.features(of: "a")
    #expect(try topology.dissolve([features[0]]).area == 72)
    let both = try topology.dissolve(features)
    #expect(both.area == 81)
    #expect(both.polygons == [[topology.arcs[0]]])
  }

  @Test("borders that are equal but not shared, and overlaps, go to GEOS")
  func fallback() throws {
    let text = """
      {"type":"Topology","arcs":[[[0,0],[2,0],[2,2],[0,2],[0,0]],[[2,0],[4,0],[4,2],[2,2],[2,0]],
      [[1,1],[3,1],[3,3],[1,3],[1,1]]],"objects":{"a":{"type":"GeometryCollection","geometries":[
      {"type":"Polygon","arcs":[[0]]},{"type":"Polygon","arcs":[[1]]},{"type":"Polygon","arcs":[[2]]}]}}}
      """
    let topology = try TopoJSON(bytes: Array(text.utf8), source: "apart")
    let features = try topology.features(of: "a")
    let beside = try topology.dissolve(Array(features[0...1]))
    #expect(beside.area == 8)
    #expect(beside.type == .polygon)
    #expect(try topology.dissolve([features[0], features[2]]).area == 7)
    #expect(try topology.dissolve([]).isEmpty)
  }
}
