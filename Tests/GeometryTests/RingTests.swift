import Geometry
import Testing

@Suite("Ring")
struct RingTests {
  @Test("signed area is positive anticlockwise, and keeps its digits far from the origin")
  func signedArea() {
    #expect(Ring.signedArea(corners(0, 0, 3)) == 9)
    #expect(Ring.signedArea(corners(0, 0, 3).reversed()) == -9)
    #expect(Ring.signedArea(corners(1e9, 1e9, 3)) == 9)
    #expect(Ring.signedArea([]) == 0)
  }

  @Test(
    "inside, outside and on the edge of a ring with a notch",
    arguments: [
      (1.0, 1.0, Ring.Side.inside), (2.0, 3.0, .outside), (2.0, 2.0, .boundary),
      (0.0, 4.0, .boundary), (5.0, 0.0, .outside), (-1.0, 2.0, .outside), (-1.0, 4.0, .outside),
      (3.9, 3.5, .inside), (4.0, 1.0, .boundary),
    ])
  func side(x: Double, y: Double, expected: Ring.Side) {
    // A square of 4 with a notch from the top down to (2, 2).
    let ring = [(0, 0), (4, 0), (4, 4), (2, 2), (0, 4), (0, 0)].map {
      Coordinate(x: Double($0.0), y: Double($0.1))
    }
    #expect(Ring.side(of: Coordinate(x: x, y: y), by: ring) == expected)
  }
}
