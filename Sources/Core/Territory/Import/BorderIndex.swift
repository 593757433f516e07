import Geometry

/// Whether positions lie in an area and how far from it: its border's edges in bands of latitude.
struct BorderIndex: Sendable {
  /// Box round the area.
  let box: BoundingBox
  private var edges: [(from: Coordinate, to: Coordinate)] = []
  /// Where the edges of each band begin among the band's edges; one more than bands.
  private var starts: [Int32] = [0]
  private var bandEdges: [Int32] = []
  private let bandHeight: Double

  init(_ area: Geometry) {
    box = area.envelope
    for ring in area.polygons.joined() {
      for index in ring.indices.dropFirst() where ring[index - 1] != ring[index] {
        edges.append((ring[index - 1], ring[index]))
      }
    }
    let count = max(1, min(2048, edges.count / 2))
    let height = (box.maxY - box.minY) / Double(count)
    bandHeight = height > 0 ? height : 1
    var lists = [[Int32]](repeating: [], count: count)
    for (index, edge) in edges.enumerated() {
      let low = band(min(edge.from.y, edge.to.y), count)
      let high = band(max(edge.from.y, edge.to.y), count)
      for band in low...high { lists[band].append(Int32(index)) }
    }
    for list in lists {
      bandEdges += list
      starts.append(Int32(bandEdges.count))
    }
  }

  private func band(_ latitude: Double, _ count: Int) -> Int {
    max(0, min(count - 1, Int(((latitude - box.minY) / bandHeight).rounded(.down))))
  }

  /// Whether a position lies inside, by the parity of the borders west of it.
  func contains(_ position: Coordinate) -> Bool {
    guard box.contains(position) else { return false }
    let band = band(position.y, starts.count - 1)
    var isInside = false
    for place in starts[band]..<starts[band + 1] {
      let (from, to) = edges[Int(bandEdges[Int(place)])]
      guard (from.y > position.y) != (to.y > position.y) else { continue }
      let x = from.x + (position.y - from.y) / (to.y - from.y) * (to.x - from.x)
      if position.x < x { isInside.toggle() }
    }
    return isInside
  }

  /// Metres to the border, on the ellipsoid's plane at the position's latitude; infinite without a border.
  func distanceMetres(_ position: Coordinate) -> Double {
    let scale = LocalDegrees(at: position.y)
    var least = Double.infinity
    for (from, to) in edges {
      let ax = (from.x - position.x) * scale.perDegreeLongitude
      let ay = (from.y - position.y) * scale.perDegreeLatitude
      let dx = (to.x - from.x) * scale.perDegreeLongitude
      let dy = (to.y - from.y) * scale.perDegreeLatitude
      let along = max(0, min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy)))
      let (x, y) = (ax + along * dx, ay + along * dy)
      least = min(least, x * x + y * y)
    }
    return least.squareRoot()
  }
}
