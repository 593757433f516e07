import Geometry
import TestSupport
import Testing

@Suite("PreparedGeometry")
struct PreparedGeometryTests {
  @Test("answers as the plain geometry does", arguments: 0..<10 as Range<UInt64>)
  func agrees(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let members = try (0..<12).map { _ in
      try square(
        Double.random(in: 0...10, using: &random), Double.random(in: 0...10, using: &random), 2)
    }
    let shape = try Geometry.unaryUnion(members)
    let prepared = try PreparedGeometry(shape)
    var inside = 0
    for _ in 0..<300 {
      let position = Coordinate(
        x: Double.random(in: -1...13, using: &random),
        y: Double.random(in: -1...13, using: &random))
      #expect(prepared.contains(position) == shape.contains(position))
      inside += shape.contains(position) ? 1 : 0
      let probe = try square(position.x, position.y, 0.2)
      #expect(try prepared.intersects(probe) == shape.intersects(probe))
    }
    #expect(inside > 0 && inside < 300)
  }

  @Test("the boundary counts as inside")
  func boundary() throws {
    let prepared = try PreparedGeometry(square(0, 0, 1))
    #expect(prepared.contains(Coordinate(x: 1, y: 0.5)))
    #expect(!prepared.contains(Coordinate(x: 1.0000001, y: 0.5)))
  }
}
