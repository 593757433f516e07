public import Geometry

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The cheapest links that bring backhaul from places that have it to those that have not.
///
/// Links run between places, and a place may hang on another that is itself only linked by the plan. A
/// link's cost grows with its length, so that the minimum spanning forest by length (Prim 1957, from all
/// sources at once) is the forest of least cost, and at the same time makes the longest link on the
/// way to every place as short as it can be: a place that the gate shuts here is shut by every forest.
///
/// Among links between places the forest is the optimum. With junctions in the open country fibre might
/// be shorter: never below `steinerRatio` of its length.
public struct BackhaulForest: Sendable {
  /// Link of every place; nil for sources, and where there is no source at all.
  public let links: [BackhaulLink?]
  /// Places in the order in which the forest reached them: a parent comes before its children.
  public let order: [Int]
  /// Whether every link on the way to a source passes the gate; sources always do.
  public let isReachable: [Bool]
  /// Places whose traffic a place's link carries, itself included; 0 for sources.
  public let carried: [Int]
  private let rule: BackhaulRule

  /// Proven lower bound of a Steiner tree's length over that of the spanning tree (Chung and Graham
  /// 1985).
  public static let steinerRatio = 0.8241

  /// The forest over places on the ellipsoid's mean sphere.
  ///
  /// - Parameters:
  ///   - positions: in degrees.
  ///   - isSource: whether a place has backhaul already; one a position.
  public init(_ positions: [Coordinate], isSource: [Bool], rule: BackhaulRule) {
    self.rule = rule
    var growth = PrimGrowth(positions, isSource)
    growth.grow()
    links = growth.parents.indices.map { index in
      let parent = growth.parents[index]
      return parent < 0 || isSource[index]
        ? nil : rule.link(to: parent, metres: growth.metres(index))
    }
    order = growth.order
    var reachable = isSource
    for index in growth.order {
      if let link = links[index] {
        reachable[index] = reachable[link.parent] && rule.allows(link)
      }
    }
    isReachable = reachable
    var carried = [Int](repeating: 0, count: positions.count)
    for index in growth.order.reversed() {
      if let link = links[index] {
        carried[index] += 1
        if links[link.parent] != nil { carried[link.parent] += carried[index] }
      }
    }
    self.carried = carried
  }

  /// Cost of all links to places that can be reached.
  public var costYuan: Double {
    links.indices.reduce(0) { $0 + (isReachable[$1] ? links[$1]?.costYuan ?? 0 : 0) }
  }

  /// The least that fibre to the same places can cost with junctions anywhere in the country, by the
  /// Steiner ratio; nil where there is microwave, whose price does not follow its length.
  public var fibreBoundYuan: Double? {
    rule.microwaveMetres > 0 ? nil : costYuan * Self.steinerRatio
  }

  /// A place's part of the links on its way, each shared evenly by the places that it carries.
  public func sharedCostYuan(_ index: Int) -> Double {
    var sum = 0.0
    var next = index
    while let link = links[next] {
      sum += link.costYuan / Double(max(carried[next], 1))
      next = link.parent
    }
    return sum
  }
}

/// Prim's method on the complete graph: the place nearest to the forest comes next, the first of equals.
private struct PrimGrowth {
  private let points: [SIMD3<Double>]
  /// Squared chord to the forest on the unit sphere.
  private var squares: [Double]
  /// Places that are not in the forest, in no order.
  private var waiting: [Int32] = []
  private(set) var parents: [Int]
  private(set) var order: [Int] = []
  private static let radiusMetres = 6_371_008.8

  init(_ positions: [Coordinate], _ isSource: [Bool]) {
    let radians = Double.pi / 180
    points = positions.map {
      let (latitude, longitude) = ($0.latitude * radians, $0.longitude * radians)
      return SIMD3(
        cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude))
    }
    squares = [Double](repeating: .infinity, count: positions.count)
    parents = [Int](repeating: -1, count: positions.count)
    waiting = positions.indices.filter { !isSource[$0] }.map { Int32($0) }
    for index in positions.indices where isSource[index] {
      order.append(index)
      _ = relax(from: index)
    }
  }

  /// Length of a place's link along the sphere.
  func metres(_ index: Int) -> Double {
    2 * Self.radiusMetres * asin(min(1, squares[index].squareRoot() / 2))
  }

  /// Grows until every place is in the forest; not at all without a source.
  mutating func grow() {
    guard !order.isEmpty else { return }
    var next = nearest()
    while let place = next {
      let index = Int(waiting[place])
      waiting.swapAt(place, waiting.count - 1)
      waiting.removeLast()
      order.append(index)
      next = relax(from: index)
    }
  }

  private func nearest() -> Int? {
    var best: Int?
    for place in waiting.indices {
      if let found = best, !precedes(place, found) { continue }
      best = place
    }
    return best
  }

  private func precedes(_ place: Int, _ other: Int) -> Bool {
    let (one, two) = (squares[Int(waiting[place])], squares[Int(waiting[other])])
    return one != two ? one < two : waiting[place] < waiting[other]
  }

  /// Brings every waiting place nearer, if a new one of the forest is; returns the nearest of all.
  private mutating func relax(from source: Int) -> Int? {
    let center = points[source]
    var best = -1
    var least = Double.infinity
    for place in waiting.indices {
      let index = Int(waiting[place])
      let apart = points[index] - center
      let square = (apart * apart).sum()
      if square < squares[index] {
        squares[index] = square
        parents[index] = source
      }
      let own = squares[index]
      if own < least || (own == least && waiting[place] < waiting[best]) {
        least = own
        best = place
      }
    }
    return best < 0 ? nil : best
  }
}
