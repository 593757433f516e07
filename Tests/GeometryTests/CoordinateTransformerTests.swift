import Geometry
import Testing

@Suite("CoordinateTransformer")
struct CoordinateTransformerTests {
  @Test(
    "every system comes back to where it started",
    arguments: [
      CoordinateSystem.wgs84, .cgcs2000, .gcj02, .bd09, .epsg(4528), .epsg(4549), .epsg(4499),
      .epsg(32650), .epsg(3857),
    ])
  func roundTrip(system: CoordinateSystem) throws {
    let transformer = try CoordinateTransformer(from: system)
    let given = [
      Coordinate(longitude: 120.1551, latitude: 30.2741),
      Coordinate(longitude: 119.6, latitude: 39.94), Coordinate(longitude: 118.1, latitude: 24.48),
    ]
    var positions = given
    try transformer.inverse(&positions)
    if !system.isPlainDegrees { #expect(positions != given) }
    try transformer.transform(&positions)
    for (one, other) in zip(positions, given) {
      #expect(abs(one.x - other.x) < 1e-9 && abs(one.y - other.y) < 1e-9)
    }
  }

  @Test("degrees of WGS 84 are those of CGCS2000, and Mercator is the sphere's")
  func equal() throws {
    let position = Coordinate(longitude: 116.3975, latitude: 39.9087)
    #expect(try CoordinateTransformer(from: .wgs84).transform(position) == position)
    let mercator = try CoordinateTransformer(from: .epsg(3857), to: .wgs84)
    let reached = try mercator.transform(Coordinate(x: 20_037_508.342789244 / 2, y: 0))
    #expect(abs(reached.longitude - 90) < 1e-9 && abs(reached.latitude) < 1e-9)
  }

  @Test("GCJ-02 straight to a projected grid and to BD-09 goes through degrees")
  func between() throws {
    let gcj = Coordinate(longitude: 116.403743573, latitude: 39.910103499)
    let baidu = try CoordinateTransformer(from: .gcj02, to: .bd09).transform(gcj)
    #expect(abs(baidu.longitude - 116.410116586) < 2e-9)
    #expect(abs(baidu.latitude - 39.916442750) < 2e-9)
    let direct = try CoordinateTransformer(from: .wgs84, to: .epsg(4548))
      .transform(Coordinate(longitude: 116.3975, latitude: 39.9087))
    let shifted = try CoordinateTransformer(from: .gcj02, to: .epsg(4548)).transform(gcj)
    #expect(abs(direct.x - shifted.x) < 1e-3 && abs(direct.y - shifted.y) < 1e-3)
  }

  @Test("a position without an image is named, and nothing is changed")
  func noImage() throws {
    let transformer = try CoordinateTransformer(from: .epsg(4549))
    let given = [
      Coordinate(x: 500_000, y: 3_350_000), Coordinate(x: 1e30, y: 1e30),
      Coordinate(x: 500_000, y: 3_350_000),
    ]
    var positions = given
    let error = userError { try transformer.transform(&positions) }
    #expect(error?.code == "DR-112")
    #expect(error?.place == "position 2")
    #expect(positions == given)
    var notNumbers = [Coordinate(x: .nan, y: 1)]
    #expect(code { try transformer.transform(&notNumbers) } == "DR-112")
    // The next call is not poisoned by the error.
    _ = try transformer.transform(given[0])
  }

  @Test("an unknown code carries PROJ's words; a guessed datum shift is refused")
  func unknown() {
    let error = userError { _ = try CoordinateTransformer(from: .epsg(9)) }
    #expect(error?.code == "DR-111")
    #expect(error?.problem.contains("crs not found") == true)
    // Xian 1980 has no published shift to CGCS2000 without a grid.
    #expect(code { _ = try CoordinateTransformer(from: .epsg(4610)) } == "DR-111")
  }

  @Test("a geometry is moved vertex by vertex")
  func geometry() throws {
    let box = try Geometry.polygon(shell: corners(500_000, 3_350_000, 1000))
    let degrees = try CoordinateTransformer(from: .epsg(4549)).transform(box)
    #expect(abs(degrees.envelope.minX - 120) < 1e-9)
    #expect(abs(try Albers.china.area(of: degrees) - 1e6) < 1)
  }
}
