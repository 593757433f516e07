/// Finds points within a distance by cubes of that side.
struct PointIndex: Sendable {
  private let points: CoverPoints
  private let span: Double
  private let side: Double
  /// Points by cube.
  private let members: Incidence
  /// Cube + 1 by hash of its key, 0 where free.
  private let slots: [Int32]
  private let keys: [Cube]

  private struct Cube: Hashable {
    var x: Int32
    var y: Int32
    var z: Int32

    var hash: UInt64 {
      var hash = UInt64(UInt32(bitPattern: x)) &* 0x9E37_79B9_7F4A_7C15
      hash = (hash ^ UInt64(UInt32(bitPattern: y))) &* 0xBF58_476D_1CE4_E5B9
      hash = (hash ^ (hash >> 31) ^ UInt64(UInt32(bitPattern: z))) &* 0x94D0_49BB_1331_11EB
      return hash ^ (hash >> 30)
    }
  }

  /// - Parameters:
  ///   - points: to be found; coordinates at most 1e9 sides from 0.
  ///   - span: greatest distance.
  init(_ points: CoverPoints, span: Double) {
    self.points = points
    self.span = span
    // A little more than the span, so that rounding of the division cannot skip a cube.
    let side = span * (1 + 1e-9)
    self.side = side
    var size = 64
    while size < 2 * points.count { size *= 2 }
    var slots = [Int32](repeating: 0, count: size)
    var keys: [Cube] = []
    var lists: [Int32] = []
    for index in 0..<points.count {
      let key = Self.cube(points, index, side)
      var slot = Int(truncatingIfNeeded: key.hash) & (size - 1)
      while slots[slot] != 0, keys[Int(slots[slot]) - 1] != key { slot = (slot + 1) & (size - 1) }
      if slots[slot] == 0 {
        keys.append(key)
        slots[slot] = Int32(keys.count)
      }
      lists.append(slots[slot] - 1)
    }
    self.slots = slots
    self.keys = keys
    members = Incidence(offsets: Array(0...lists.count), indices: lists)
      .transposed(width: keys.count)
  }

  private static func cube(_ points: CoverPoints, _ index: Int, _ side: Double) -> Cube {
    func step(_ value: Double) -> Int32 { Int32((value / side).rounded(.down)) }
    return Cube(
      x: step(points.x[index]), y: step(points.y[index]),
      z: points.z.isEmpty ? 0 : step(points.z[index]))
  }

  /// Appends the points within the span of a point of another set, in no order.
  func gather(around other: CoverPoints, _ index: Int, into found: inout [Int32]) {
    let centre = Self.cube(other, index, side)
    let depth: ClosedRange<Int32> = other.z.isEmpty ? 0...0 : -1...1
    let square = span * span
    for dz in depth {
      for dy in Int32(-1)...1 {
        for dx in Int32(-1)...1 {
          let key = Cube(x: centre.x + dx, y: centre.y + dy, z: centre.z + dz)
          guard let cube = find(key) else { continue }
          for member in members[cube] where distanceSquare(Int(member), other, index) <= square {
            found.append(member)
          }
        }
      }
    }
  }

  private func find(_ key: Cube) -> Int? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key.hash) & mask
    while slots[slot] != 0 {
      let cube = Int(slots[slot]) - 1
      if keys[cube] == key { return cube }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func distanceSquare(_ member: Int, _ other: CoverPoints, _ index: Int) -> Double {
    let dx = points.x[member] - other.x[index]
    let dy = points.y[member] - other.y[index]
    var square = dx * dx + dy * dy
    if !points.z.isEmpty {
      let dz = points.z[member] - other.z[index]
      square += dz * dz
    }
    return square
  }
}
