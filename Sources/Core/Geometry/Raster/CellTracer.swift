/// Follows the edges of a set of cells.
struct CellTracer {
  /// A corner between cells: columns of cells to the west of it, rows to the north.
  struct Corner: Hashable {
    var column: Int
    var row: Int
  }

  private enum Heading: Int {
    case east, north, west, south

    var left: Heading { Heading(rawValue: (rawValue + 1) & 3) ?? .east }
    var right: Heading { Heading(rawValue: (rawValue + 3) & 3) ?? .east }
  }

  private let columns: Int
  private let rows: Int
  /// Number of the connected part that a cell belongs to, from 1; 0 for cells outside the set.
  private var parts: [Int32]
  private var partCount = 0
  /// Cells whose southern edge has been followed.
  private var done: [Bool]

  init(columns: Int, rows: Int, where isInside: (Int) -> Bool) {
    self.columns = columns
    self.rows = rows
    parts = (0..<columns * rows).map { isInside($0) ? 1 : 0 }
    done = [Bool](repeating: false, count: columns * rows)
    numberParts()
  }

  /// Gives every part a number of its own, in the order of their first cells: labels spread to the
  /// east and south, and those that meet are joined (Rosenfeld and Pfaltz, 1966).
  private mutating func numberParts() {
    var roots: [Int32] = [0]
    func root(_ label: Int32) -> Int32 {
      var label = label
      while roots[Int(label)] != label {
        roots[Int(label)] = roots[Int(roots[Int(label)])]
        label = roots[Int(label)]
      }
      return label
    }
    for index in parts.indices where parts[index] != 0 {
      let west = index % columns == 0 ? 0 : parts[index - 1]
      let north = index < columns ? 0 : parts[index - columns]
      switch (west, north) {
      case (0, 0):
        parts[index] = Int32(roots.count)
        roots.append(Int32(roots.count))
      case (_, 0): parts[index] = west
      case (0, _): parts[index] = north
      default:
        let one = root(west)
        let other = root(north)
        roots[Int(max(one, other))] = min(one, other)
        parts[index] = min(one, other)
      }
    }
    var numbers = [Int32](repeating: 0, count: roots.count)
    for index in parts.indices where parts[index] != 0 {
      let root = Int(root(parts[index]))
      if numbers[root] == 0 {
        partCount += 1
        numbers[root] = Int32(partCount)
      }
      parts[index] = numbers[root]
    }
  }

  /// The parts, each its shell anticlockwise and then its holes clockwise; rings are closed.
  mutating func polygons() -> [[[Corner]]] {
    var shells = [[Corner]](repeating: [], count: partCount)
    var holes = [[[Corner]]](repeating: [], count: partCount)
    // Every ring has an edge that runs east, south of a cell of the set.
    for row in 0..<rows {
      for column in 0..<columns where !done[row * columns + column] {
        guard isInside(column, row), !isInside(column, row + 1) else { continue }
        let part = Int(parts[row * columns + column]) - 1
        for ring in follow(from: Corner(column: column, row: row + 1)) {
          if isAnticlockwise(ring) { shells[part] = ring } else { holes[part].append(ring) }
        }
      }
    }
    return (0..<partCount).map { [shells[$0]] + holes[$0] }
  }

  private func isInside(_ column: Int, _ row: Int) -> Bool {
    column >= 0 && row >= 0 && column < columns && row < rows
      && parts[row * columns + column] != 0
  }

  /// The rings of a walk that starts to the east and has the set on its left.
  ///
  /// Where two cells meet at a corner only, the walk stays with its own and comes by again: it is cut
  /// there, into a ring and another that touches it.
  private mutating func follow(from start: Corner) -> [[Corner]] {
    var rings: [[Corner]] = []
    var path: [Corner] = []
    var crossings: [Corner: Int] = [:]
    var corner = start
    var heading = Heading.east
    repeat {
      step(&corner, heading)
      let (left, right) = ahead(corner, heading)
      guard !(left && !right) else { continue }
      heading = left ? heading.right : heading.left
      guard !left && right else {
        path.append(corner)
        continue
      }
      if let first = crossings.removeValue(forKey: corner) {
        rings.append(Array(path[first...]) + [corner])
        for passed in path[(first + 1)...] { crossings[passed] = nil }
        path.removeSubrange((first + 1)...)
      } else {
        crossings[corner] = path.count
        path.append(corner)
      }
    } while corner != start || heading != .east
    if let first = path.first, path.count >= 4 { rings.append(path + [first]) }
    return rings
  }

  private mutating func step(_ corner: inout Corner, _ heading: Heading) {
    switch heading {
    case .east:
      done[(corner.row - 1) * columns + corner.column] = true
      corner.column += 1
    case .north: corner.row -= 1
    case .west: corner.column -= 1
    case .south: corner.row += 1
    }
  }

  /// Whether the cells ahead of a corner, left and right of the heading, are in the set.
  private func ahead(_ corner: Corner, _ heading: Heading) -> (left: Bool, right: Bool) {
    let east = corner.column
    let west = corner.column - 1
    let south = corner.row
    let north = corner.row - 1
    switch heading {
    case .east: return (isInside(east, north), isInside(east, south))
    case .north: return (isInside(west, north), isInside(east, north))
    case .west: return (isInside(west, south), isInside(west, north))
    case .south: return (isInside(east, south), isInside(west, south))
    }
  }

  /// The sign of twice the area; rows count southwards.
  private func isAnticlockwise(_ ring: [Corner]) -> Bool {
    var doubled = 0
    for index in 1..<ring.count {
      let one = ring[index - 1]
      let next = ring[index]
      doubled += next.column * one.row - one.column * next.row
    }
    return doubled > 0
  }
}
