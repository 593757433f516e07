/// Closed rings of positions, the last equal to the first.
public enum Ring {
  /// Area inside a ring, positive when it runs anticlockwise, in the square of the unit of the
  /// positions. Gauss's area formula, taken from the first position to keep digits.
  public static func signedArea(_ ring: [Coordinate]) -> Double {
    guard let origin = ring.first, ring.count >= 4 else { return 0 }
    var doubled = 0.0
    for index in 1..<(ring.count - 1) {
      let one = ring[index]
      let next = ring[index + 1]
      doubled +=
        (one.x - origin.x) * (next.y - origin.y) - (next.x - origin.x) * (one.y - origin.y)
    }
    return doubled / 2
  }

  /// A polygon's rings, shell first, with the shell anticlockwise and the holes clockwise.
  public static func rightHanded(_ rings: [[Coordinate]]) -> [[Coordinate]] {
    rings.enumerated().map { index, ring in
      let anticlockwise = signedArea(ring) >= 0
      return anticlockwise == (index == 0) ? ring : ring.reversed()
    }
  }

  /// Where a position lies by a ring.
  public enum Side: Sendable {
    /// Inside the ring.
    case inside
    /// Outside the ring.
    case outside
    /// On one of its segments, exactly as far as doubles tell.
    case boundary
  }

  /// Where a position lies by a ring: crossings of the ray to the east, even or odd.
  public static func side(of position: Coordinate, by ring: [Coordinate]) -> Side {
    var inside = false
    for index in 1..<max(1, ring.count) {
      let a = ring[index - 1]
      let b = ring[index]
      let cross = (b.x - a.x) * (position.y - a.y) - (b.y - a.y) * (position.x - a.x)
      if cross == 0, min(a.x, b.x) <= position.x, position.x <= max(a.x, b.x),
        min(a.y, b.y) <= position.y, position.y <= max(a.y, b.y)
      {
        return .boundary
      }
      // Half-open in y, so that a vertex on the ray counts once.
      if (a.y > position.y) != (b.y > position.y), (cross > 0) == (b.y > a.y) { inside.toggle() }
    }
    return inside ? .inside : .outside
  }
}
