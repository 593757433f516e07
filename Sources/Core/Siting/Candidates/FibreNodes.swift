public import Geometry

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Places that fibre reaches already, and how far they are.
public struct FibreNodes: Sendable {
  private struct Node: Sendable {
    /// Radians.
    let latitude: Double
    let longitude: Double
    let cosine: Double

    init(_ position: Coordinate) {
      latitude = position.latitude * .pi / 180
      longitude = position.longitude * .pi / 180
      cosine = cos(latitude)
    }

    /// Great circle by haversines, as an angle.
    func angle(to other: Node) -> Double {
      let north = sin((other.latitude - latitude) / 2)
      let east = sin((other.longitude - longitude) / 2)
      let half = north * north + cosine * other.cosine * east * east
      return 2 * asin(min(1, half.squareRoot()))
    }
  }

  /// From south to north.
  private let nodes: [Node]

  /// Nodes at positions in degrees.
  public init(_ positions: [Coordinate]) {
    nodes = positions.map(Node.init).sorted {
      ($0.latitude, $0.longitude) < ($1.latitude, $1.longitude)
    }
  }

  /// Straight distance to the nearest node, along the great circle of a sphere of
  /// `CoverPoints.earthRadiusMetres`; nil where there are no nodes.
  public func nearestMetres(to position: Coordinate) -> Double? {
    guard !nodes.isEmpty else { return nil }
    let place = Node(position)
    var (low, high) = (0, nodes.count)
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle].latitude < place.latitude { low = middle + 1 } else { high = middle }
    }
    var best = Double.infinity
    var (south, north) = (low - 1, low)
    // No node is nearer than its latitude: outward from the place's, until that is further.
    while true {
      let below = south >= 0 ? place.latitude - nodes[south].latitude : .infinity
      let above = north < nodes.count ? nodes[north].latitude - place.latitude : .infinity
      guard min(below, above) < best else { break }
      if below <= above {
        best = min(best, place.angle(to: nodes[south]))
        south -= 1
      } else {
        best = min(best, place.angle(to: nodes[north]))
        north += 1
      }
    }
    return best * CoverPoints.earthRadiusMetres
  }
}
