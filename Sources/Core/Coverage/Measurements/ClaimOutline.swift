import Geometry

/// The edges of a claim on the Albers plane, by slabs, for many questions whether a point is inside.
///
/// An edge is straight in degrees, as GeoJSON means it, and is cut at hundredths of a degree before it is
/// projected; what the plane bends between is below 3 cm. Inside is where a ray to the east crosses an odd
/// number of edges. An edge takes its lower end and not its upper, and a point on it is to its east:
/// so a point on the border of two claims that share the border's vertices is in one of them.
struct ClaimOutline: Sendable {
  /// An edge that rises to the north; level ones are no part of the count.
  struct Edge: Sendable {
    let south: Coordinate
    let north: Coordinate
  }

  let box: BoundingBox
  /// Square metres, holes left out.
  let areaSquareMetres: Double
  private let edges: [Edge]
  private let level: [Edge]
  private let slabHeight: Double
  /// Where the edges of a slab start in `slabEdges`.
  private let slabStarts: [Int32]
  private let slabEdges: [Int32]

  init(_ area: Geometry) {
    var collector = Collector()
    for polygon in area.polygons {
      for (index, ring) in polygon.enumerated() { collector.add(ring, isHole: index > 0) }
    }
    box = collector.box
    areaSquareMetres = collector.area
    edges = collector.edges
    level = collector.level
    let count = max(1, min(1 << 14, collector.edges.count / 2))
    slabHeight = max((collector.box.maxY - collector.box.minY) / Double(count), 1e-6)
    (slabStarts, slabEdges) = Self.slabs(
      collector.edges, base: collector.box.minY, height: slabHeight, count: count)
  }

  func contains(_ point: Coordinate) -> Bool {
    guard box.contains(point) else { return false }
    let slab = min(Int((point.y - box.minY) / slabHeight), slabStarts.count - 2)
    var isInside = false
    for position in Int(slabStarts[slab])..<Int(slabStarts[slab + 1]) {
      let edge = edges[Int(slabEdges[position])]
      guard edge.south.y <= point.y, point.y < edge.north.y else { continue }
      let along = (point.y - edge.south.y) / (edge.north.y - edge.south.y)
      if edge.south.x + along * (edge.north.x - edge.south.x) > point.x { isInside.toggle() }
    }
    return isInside
  }

  /// The cells that the outline passes, and some round them.
  func borderCells(_ lattice: MeasurementLattice) -> Set<UInt64> {
    var found: Set<UInt64> = []
    for edge in edges + level {
      let dx = edge.north.x - edge.south.x
      let dy = edge.north.y - edge.south.y
      let pieces = max(1, (max(abs(dx), abs(dy)) / lattice.rowPitch).rounded(.up))
      for piece in 0..<Int(pieces) {
        var box = BoundingBox()
        for end in [Double(piece) / pieces, Double(piece + 1) / pieces] {
          box.extend(by: Coordinate(x: edge.south.x + end * dx, y: edge.south.y + end * dy))
        }
        // A millimetre covers the rounding of the pieces' ends.
        box = BoundingBox(
          minX: box.minX - 1e-3, minY: box.minY - 1e-3, maxX: box.maxX + 1e-3,
          maxY: box.maxY + 1e-3)
        lattice.forEachCell(touching: box) { found.insert($0.key) }
      }
    }
    return found
  }

  private static func slabs(
    _ edges: [Edge], base: Double, height: Double, count: Int
  ) -> ([Int32], [Int32]) {
    func range(_ edge: Edge) -> ClosedRange<Int> {
      let first = min(Int((edge.south.y - base) / height), count - 1)
      return first...max(first, min(Int((edge.north.y - base) / height), count - 1))
    }
    var starts = [Int32](repeating: 0, count: count + 1)
    for edge in edges { for slab in range(edge) { starts[slab + 1] += 1 } }
    for slab in 0..<count { starts[slab + 1] += starts[slab] }
    var next = starts
    var members = [Int32](repeating: 0, count: Int(starts[count]))
    for (index, edge) in edges.enumerated() {
      for slab in range(edge) {
        members[Int(next[slab])] = Int32(index)
        next[slab] += 1
      }
    }
    return (starts, members)
  }

  /// Gathers rings.
  private struct Collector {
    var box = BoundingBox()
    var area = 0.0
    var edges: [Edge] = []
    var level: [Edge] = []

    mutating func add(_ ring: [Coordinate], isHole: Bool) {
      var doubled = 0.0
      guard let anchor = ring.first.map(Albers.china.project) else { return }
      for index in 1..<max(1, ring.count) {
        // Both claims on a common border cut it in the same places, whichever way they go along it.
        let isForward = (ring[index - 1].y, ring[index - 1].x) < (ring[index].y, ring[index].x)
        let path = Self.path(
          from: ring[isForward ? index - 1 : index], to: ring[isForward ? index : index - 1])
        for piece in 1..<path.count {
          let (one, other) = (path[piece - 1], path[piece])
          let cross =
            (one.x - anchor.x) * (other.y - anchor.y) - (other.x - anchor.x) * (one.y - anchor.y)
          doubled += isForward ? cross : -cross
          append(one, other)
        }
      }
      area += (isHole ? -0.5 : 0.5) * abs(doubled)
    }

    private mutating func append(_ one: Coordinate, _ other: Coordinate) {
      box.extend(by: one)
      box.extend(by: other)
      if one.y == other.y {
        level.append(Edge(south: one, north: other))
      } else {
        edges.append(
          one.y < other.y ? Edge(south: one, north: other) : Edge(south: other, north: one))
      }
    }

    private static func path(from start: Coordinate, to end: Coordinate) -> [Coordinate] {
      let length = max(abs(end.x - start.x), abs(end.y - start.y))
      let pieces = max(1, (length / 0.01).rounded(.up))
      return (0...Int(pieces)).map { index in
        let part = Double(index) / pieces
        // The ends themselves, free of rounding, as neighbours share them.
        if index == 0 { return Albers.china.project(start) }
        if part == 1 { return Albers.china.project(end) }
        return Albers.china.project(
          Coordinate(
            x: start.x + part * (end.x - start.x), y: start.y + part * (end.y - start.y)))
      }
    }
  }
}
