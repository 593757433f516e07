/// Finds zero-half inequalities that shares of sites break.
///
/// A row by which two split sites are covered, and hardly any other, is an edge between them; its slack is what it is
/// covered beyond 1 or short of it, and by others. Three edges in a triangle with a slack of less than 1 in all make
/// an inequality that is broken by half of what is missing to 1, and so does every ring of an odd number of edges
/// (``OddRings``).
struct ZeroHalfSeparation {
  struct Edge {
    let one: Int32
    let other: Int32
    let slack: Double
    let row: Int32
  }

  private let core: CoveringCore
  private let shares: [Double]
  private(set) var edges: [Edge] = []
  /// Edges from each site to sites behind it, one a pair.
  private var first: [Int] = []

  /// Shares this near to 0 and 1 count as not split.
  private static let split = 0.02
  static let greatestSlack = 0.9
  /// Inequalities of one site at a time: more say the same.
  static let perSite: UInt8 = 2
  /// Where there are more edges than this for each new triangle, longer rings are looked for too.
  private static let edgesPerTriangle = 80

  /// - Parameters:
  ///   - rows: pieces of the work over the rows.
  ///   - sites: likewise over the sites.
  init(_ core: CoveringCore, shares: [Double], rows: Pieces, sites: Pieces) {
    self.core = core
    self.shares = shares
    let found = rows.map { Self.edges(core, shares, rows: $0) }
    let (all, starts) = Self.bySite(found, count: core.siteCount)
    let kept = sites.map { Self.leastSlack(all, starts, sites: $0) }
    edges = kept.flatMap(\.edges)
    first = [0]
    first.reserveCapacity(starts.count)
    for count in kept.lazy.flatMap(\.counts) { first.append(first[first.count - 1] + count) }
  }

  /// Edges of some rows, in their order.
  private static func edges(
    _ core: CoveringCore, _ shares: [Double], rows: Range<Int>
  ) -> [Edge] {
    var edges: [Edge] = []
    var split: [Int32] = []
    for row in rows {
      var cover = 0.0
      for site in core.rows[row] { cover += shares[Int(site)] }
      let excess = abs(cover - 1)
      guard excess < greatestSlack else { continue }
      split.removeAll(keepingCapacity: true)
      for site in core.rows[row]
      where shares[Int(site)] > Self.split && shares[Int(site)] < 1 - Self.split {
        split.append(site)
      }
      for (index, one) in split.enumerated() {
        for other in split[(index + 1)...] {
          let slack = excess + cover - shares[Int(one)] - shares[Int(other)]
          if slack < greatestSlack {
            edges.append(Edge(one: one, other: other, slack: slack, row: Int32(row)))
          }
        }
      }
    }
    return edges
  }

  /// All edges by their first site, in the order in which they come, and where those of each site start.
  private static func bySite(_ found: [[Edge]], count: Int) -> (edges: [Edge], starts: [Int]) {
    var starts = [Int](repeating: 0, count: count + 1)
    for edge in found.joined() { starts[Int(edge.one) + 1] += 1 }
    for site in 0..<count { starts[site + 1] += starts[site] }
    var next = starts
    var edges = [Edge](
      repeating: Edge(one: 0, other: 0, slack: 0, row: 0), count: starts[count])
    for edge in found.joined() {
      edges[next[Int(edge.one)]] = edge
      next[Int(edge.one)] += 1
    }
    return (edges, starts)
  }

  /// Of the edges of some sites the one with the least slack of each pair, by the other site, and how many each site has.
  private static func leastSlack(
    _ all: [Edge], _ starts: [Int], sites: Range<Int>
  ) -> (edges: [Edge], counts: [Int]) {
    var edges: [Edge] = []
    var counts: [Int] = []
    var order: [UInt64] = []
    for site in sites {
      let own = starts[site]..<starts[site + 1]
      let before = edges.count
      order.removeAll(keepingCapacity: true)
      // Edges are in the order of their rows.
      for index in own {
        order.append(UInt64(all[index].other) << 32 | UInt64(index - own.lowerBound))
      }
      order.sort()
      var last: Int32 = -1
      for key in order {
        let edge = all[own.lowerBound + Int(key & 0xFFFF_FFFF)]
        if edge.other != last {
          edges.append(edge)
        } else if edge.slack < edges[edges.count - 1].slack {
          edges[edges.count - 1] = edge
        }
        last = edge.other
      }
      counts.append(edges.count - before)
    }
    return (edges, counts)
  }

  private func edges(of site: Int32) -> Range<Int> { first[Int(site)]..<first[Int(site) + 1] }

  /// The edge between two sites, the first before the second.
  private func edge(_ one: Int32, _ other: Int32) -> Edge? {
    var (low, high) = (edges(of: one).lowerBound, edges(of: one).upperBound)
    while low < high {
      let middle = (low + high) / 2
      if edges[middle].other < other { low = middle + 1 } else { high = middle }
    }
    guard low < edges(of: one).upperBound, edges[low].other == other else { return nil }
    return edges[low]
  }

  /// The most broken inequalities that are not known, few for each site; where triangles make hardly any, those of
  /// longer rings.
  func cuts(besides known: Set<[Int32]>) -> (cuts: [ZeroHalfCut], visited: Int) {
    var uses = [UInt8](repeating: 0, count: core.siteCount)
    var cuts = triangles(besides: known, &uses)
    guard cuts.count * Self.edgesPerTriangle < edges.count else { return (cuts, edges.count) }
    var rings = OddRings(core, edges: edges)
    cuts += rings.cuts(besides: known, shares: shares, &uses)
    return (cuts, edges.count + rings.visited)
  }

  private func triangles(besides known: Set<[Int32]>, _ uses: inout [UInt8]) -> [ZeroHalfCut] {
    var found: [(slack: Double, rows: [Int32], sites: [Int32])] = []
    for ab in edges {
      for index in edges(of: ab.other) {
        let bc = edges[index]
        guard ab.slack + bc.slack < Self.greatestSlack, let ac = edge(ab.one, bc.other) else {
          continue
        }
        let slack = ab.slack + bc.slack + ac.slack
        let rows = [ab.row, bc.row, ac.row].sorted()
        guard slack < Self.greatestSlack, rows[0] != rows[1], rows[1] != rows[2] else { continue }
        found.append((slack, rows, [ab.one, ab.other, bc.other]))
      }
    }
    found.sort {
      $0.slack != $1.slack ? $0.slack < $1.slack : $0.rows.lexicographicallyPrecedes($1.rows)
    }
    var cuts: [ZeroHalfCut] = []
    for (_, rows, sites) in found where !known.contains(rows) {
      guard sites.allSatisfy({ uses[Int($0)] < Self.perSite }) else { continue }
      for site in sites { uses[Int(site)] += 1 }
      cuts.append(ZeroHalfCut(rows: rows, in: core))
    }
    return cuts
  }
}
