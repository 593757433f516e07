/// Joins directed arcs, which have an area on their left, into polygons.
///
/// At a position where more than two arcs meet, the walk turns as far left as it can, so that areas
/// which only touch stay apart; a walk that comes back to a position it has passed is cut there
/// into rings of their own.
struct RingStitcher {
  private let arcs: [[Coordinate]]

  init(arcs: [[Coordinate]]) { self.arcs = arcs }

  /// The polygons, shell first, holes in the smallest shell round them, in the order of the arcs;
  /// nil when the arcs do not close.
  func polygons(of references: [Int]) -> [[[Coordinate]]]? {
    guard let rings = rings(of: references) else { return nil }
    return nested(rings)
  }

  private func start(_ reference: Int) -> Coordinate? {
    reference >= 0 ? arcs[reference].first : arcs[~reference].last
  }

  private func end(_ reference: Int) -> Coordinate? { start(~reference) }

  /// Angle of the first step of an arc, as a number from 0 to 4 that grows anticlockwise.
  private func heading(_ reference: Int) -> Double {
    let arc = arcs[TopoJSON.index(reference)]
    guard let from = start(reference) else { return 0 }
    let next = reference >= 0 ? arc.first { $0 != from } : arc.last { $0 != from }
    guard let next else { return 0 }
    let dx = next.x - from.x
    let dy = next.y - from.y
    let share = dy / (abs(dx) + abs(dy))
    return dx < 0 ? 2 - share : (share < 0 ? 4 + share : share)
  }

  private func rings(of references: [Int]) -> [[Coordinate]]? {
    var leaving: [Coordinate: [Int]] = [:]
    for reference in references {
      guard let start = start(reference) else { return nil }
      leaving[start, default: []].append(reference)
    }
    var used = Set<Int>()
    var rings: [[Coordinate]] = []
    for first in references where !used.contains(first) {
      var walk: [Int] = []
      var current = first
      repeat {
        guard used.insert(current).inserted else { return nil }
        walk.append(current)
        guard let end = end(current), let choices = leaving[end],
          let next = leftmost(of: choices, after: current)
        else { return nil }
        current = next
      } while current != first
      rings.append(contentsOf: cut(walk))
    }
    return rings
  }

  /// The arc that comes first when one turns clockwise from the way back.
  private func leftmost(of choices: [Int], after arriving: Int) -> Int? {
    if choices.count == 1 { return choices[0] }
    let back = heading(~arriving)
    return choices.min { one, other in
      clockwise(from: back, to: heading(one)) < clockwise(from: back, to: heading(other))
    }
  }

  /// Turn from one heading clockwise to another, above 0 and up to 4.
  private func clockwise(from back: Double, to heading: Double) -> Double {
    let turn = back - heading
    return turn > 0 ? turn : turn + 4
  }

  /// Cuts a walk into rings that pass every junction once.
  private func cut(_ walk: [Int]) -> [[Coordinate]] {
    var rings: [[Coordinate]] = []
    var open: [Int] = []
    for reference in walk {
      open.append(reference)
      guard let end = end(reference),
        let back = open.lastIndex(where: { start($0) == end })
      else { continue }
      rings.append(TopoJSON.positions(of: open[back...], in: arcs))
      open.removeSubrange(back...)
    }
    return rings
  }

  private func nested(_ rings: [[Coordinate]]) -> [[[Coordinate]]]? {
    var polygons: [[[Coordinate]]] = []
    var areas: [Double] = []
    var boxes: [BoundingBox] = []
    var holes: [[Coordinate]] = []
    for ring in rings {
      let area = Ring.signedArea(ring)
      guard area > 0 else {
        holes.append(ring)
        continue
      }
      polygons.append([ring])
      areas.append(area)
      boxes.append(box(of: ring))
    }
    for hole in holes {
      let holeBox = box(of: hole)
      var smallest: Int?
      for index in polygons.indices
      where holeBox.minX >= boxes[index].minX && holeBox.maxX <= boxes[index].maxX
        && holeBox.minY >= boxes[index].minY && holeBox.maxY <= boxes[index].maxY
        && areas[index] < smallest.map({ areas[$0] }) ?? .infinity
        && encloses(polygons[index][0], hole)
      {
        smallest = index
      }
      guard let smallest else { return nil }
      polygons[smallest].append(hole)
    }
    return polygons
  }

  private func box(of ring: [Coordinate]) -> BoundingBox {
    var box = BoundingBox()
    for position in ring { box.extend(by: position) }
    return box
  }

  /// Whether the hole lies in the shell, by its first position that is not on the shell itself.
  private func encloses(_ shell: [Coordinate], _ hole: [Coordinate]) -> Bool {
    for position in hole {
      switch Ring.side(of: position, by: shell) {
      case .inside: return true
      case .outside: return false
      case .boundary: continue
      }
    }
    return false
  }
}
