import Geometry
import TestSupport
import Testing

@Suite("Geometry")
struct GeometryTests {
  @Test("overlay of two squares has the areas of plain arithmetic")
  func overlay() throws {
    let one = try square(0, 0, 2)
    let other = try square(1, 1, 2)
    #expect(try one.union(other).area == 7)
    #expect(try one.intersection(other).area == 1)
    #expect(try one.difference(other).area == 3)
    #expect(try Geometry.unaryUnion([one, other, square(10, 0, 1)]).area == 8)
    #expect(try Geometry.unaryUnion([]).isEmpty)
  }

  @Test("a buffered point approaches the disc, from inside")
  func buffer() throws {
    let disc = try Geometry.point(Coordinate(x: 5, y: 5)).buffer(3, quadrantSegments: 64)
    #expect(disc.area < Double.pi * 9)
    #expect(disc.area > Double.pi * 9 * 0.9995)
    #expect(try square(0, 0, 4).buffer(-1).area == 4)
    #expect(try square(0, 0, 4).buffer(-3).isEmpty)
  }

  @Test("a hole counts out of area, into length, and its envelope is the shell's")
  func hole() throws {
    let ring = try Geometry.polygon(shell: corners(0, 0, 4), holes: [corners(1, 1, 2)])
    #expect(ring.area == 12)
    #expect(ring.length == 24)
    #expect(ring.envelope == BoundingBox(minX: 0, minY: 0, maxX: 4, maxY: 4))
    #expect(ring.contains(Coordinate(x: 0.5, y: 2)))
    #expect(!ring.contains(Coordinate(x: 2, y: 2)))
    // On the boundary of the hole, and of the shell.
    #expect(ring.contains(Coordinate(x: 1, y: 2)))
    #expect(ring.contains(Coordinate(x: 4, y: 2)))
    let inner = try ring.pointOnSurface()
    #expect(ring.contains(inner))
    #expect(try ring.centroid() == Coordinate(x: 2, y: 2))
  }

  @Test("a bow tie is invalid at its crossing, and repaired keeps both wings")
  func bowTie() throws {
    let tie = try Geometry(wkt: "POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))")
    #expect(!tie.isValid)
    #expect(tie.invalidReason?.reason.contains("Self-intersection") == true)
    #expect(tie.invalidReason?.location == Coordinate(x: 1, y: 1))
    let repaired = try tie.makeValid()
    #expect(repaired.isValid)
    #expect(repaired.area == 2)
    #expect(try square(0, 0, 1).invalidReason == nil)
  }

  @Test("an error carries GEOS's words")
  func messages() throws {
    let error = userError { _ = try Geometry(wkt: "POLYGON ((0 0, 1 1") }
    #expect(error?.code == "DR-102")
    #expect(error?.problem.contains("ParseException") == true)
    #expect(code { _ = try Geometry.point(Coordinate(x: .nan, y: 0)) } == "DR-101")
    #expect(code { _ = try Geometry.lineString([Coordinate(x: 0, y: .infinity)]) } == "DR-104")
    #expect(code { _ = try Geometry.polygon(shell: [Coordinate(x: 0, y: 0)]) } == "DR-104")
    // A bad hole must not leak or hide behind the good shell.
    #expect(
      code {
        _ = try Geometry.polygon(shell: corners(0, 0, 4), holes: [[Coordinate(x: 1, y: 1)]])
      } == "DR-104")
    let empty = try Geometry(wkt: "POLYGON EMPTY")
    #expect(code { _ = try empty.centroid() } == "DR-103")
  }

  @Test("distance, hull, simplification and predicates")
  func measures() throws {
    #expect(try square(0, 0, 1).distance(to: square(4, 5, 1)) == 5)
    #expect(try square(0, 0, 1).intersects(square(1, 1, 1)))
    #expect(try !square(0, 0, 1).intersects(square(1.1, 1.1, 1)))
    let points = try Geometry.multiPoint(corners(0, 0, 2) + [Coordinate(x: 1, y: 1)])
    #expect(try points.convexHull().area == 4)
    let line = try Geometry.lineString((0...10).map { Coordinate(x: Double($0), y: 0) })
    #expect(try line.simplified(tolerance: 0.1).coordinates.count == 2)
  }

  @Test(
    "every type comes back from its well-known text",
    arguments: [
      ("POINT (1.5 -2)", GeometryType.point), ("LINESTRING (0 0, 1 2)", .lineString),
      ("POLYGON ((0 0, 3 0, 3 3, 0 0), (1 0.5, 2 0.5, 2 1, 1 0.5))", .polygon),
      ("MULTIPOINT (0 0, 1 1)", .multiPoint),
      ("MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))", .multiLineString),
      ("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))", .multiPolygon),
      ("GEOMETRYCOLLECTION (POINT (1 1), LINESTRING (0 0, 1 1))", .collection),
    ])
  func types(wkt: String, type: GeometryType) throws {
    let geometry = try Geometry(wkt: wkt)
    #expect(geometry.type == type)
    #expect(geometry.wkt == wkt)
    #expect(try geometry.mapCoordinates { $0 }.wkt == wkt)
    let moved = try geometry.mapCoordinates { Coordinate(x: $0.x + 10, y: $0.y - 1) }
    #expect(moved.envelope.minX == geometry.envelope.minX + 10)
    #expect(moved.type == type)
  }

  @Test("text brings ordinates back to the last bit", arguments: 0..<20 as Range<UInt64>)
  func textRoundTrip(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let line = (0..<50).map { _ in
      Coordinate(
        x: Double.random(in: -180...180, using: &random),
        y: Double.random(in: -90...90, using: &random))
    }
    let geometry = try Geometry.lineString(line)
    #expect(try Geometry(wkt: geometry.wkt).coordinates == line)
    #expect(geometry.coordinates == line)
    #expect(geometry.lines == [line])
  }

  @Test("right-handed rings turn shells left and holes right")
  func rightHanded() throws {
    let clockwise = try Geometry.multiPolygon([
      [corners(0, 0, 4).reversed(), corners(1, 1, 2)], [corners(9, 9, 1)],
    ])
    let turned = try clockwise.rightHanded().polygons
    #expect(Ring.signedArea(turned[0][0]) == 16)
    #expect(Ring.signedArea(turned[0][1]) == -4)
    #expect(Ring.signedArea(turned[1][0]) == 1)
    let mixed = try Geometry.collection([clockwise, Geometry.point(Coordinate(x: 1, y: 1))])
    #expect(try mixed.rightHanded().polygons == turned)
    #expect(mixed.points == [Coordinate(x: 1, y: 1)])
  }

  @Test("what a closure throws comes through, and a bad position is named")
  func mapErrors() throws {
    let geometry = try square(0, 0, 1)
    #expect(
      code {
        _ = try geometry.mapCoordinates { (_) throws(UserError) in
          throw UserError("DR-999", .badData, at: "here", "no", remedy: "none")
        }
      } == "DR-999")
    #expect(code { _ = try geometry.mapCoordinates { Coordinate(x: .nan, y: $0.y) } } == "DR-101")
  }
}
