/// Runs of sites near each other, and the rows that lie in several of them.
struct TileCut: Sendable {
  let tiles: [Range<Int>]
  let isCrossing: [Bool]
  private let tileOfSite: [Int32]

  /// So many tiles, at least two; edges lie where few rows cross them, within a fifth of a tile.
  init?(_ core: CoveringCore, count: Int) {
    guard count > 1, core.siteCount >= 4 * count else { return nil }
    var crossing = [Int](repeating: 0, count: core.siteCount + 1)
    for row in 0..<core.rowCount {
      let sites = core.rows[row]
      crossing[Int(sites[sites.startIndex]) + 1] += 1
      crossing[Int(sites[sites.endIndex - 1]) + 1] -= 1
    }
    for site in 1...core.siteCount { crossing[site] += crossing[site - 1] }
    let length = core.siteCount / count
    var edges = [0]
    for tile in 1..<count {
      let middle = core.siteCount * tile / count
      let near = middle - length / 5...middle + length / 5
      let edge = near.min {
        (crossing[$0], abs($0 - middle), $0) < (crossing[$1], abs($1 - middle), $1)
      }
      edges.append(edge ?? middle)
    }
    edges.append(core.siteCount)
    let tiles = (0..<count).map { edges[$0]..<edges[$0 + 1] }
    var tileOfSite = [Int32](repeating: 0, count: core.siteCount)
    for (tile, range) in tiles.enumerated() { for site in range { tileOfSite[site] = Int32(tile) } }
    isCrossing = (0..<core.rowCount).map { row in
      let sites = core.rows[row]
      return tileOfSite[Int(sites[sites.startIndex])] != tileOfSite[Int(sites[sites.endIndex - 1])]
    }
    self.tiles = tiles
    self.tileOfSite = tileOfSite
  }

  /// Whether some of the sites, in ascending order, lie in another tile than the rest.
  func separates(_ sites: [Int32]) -> Bool {
    guard let first = sites.first, let last = sites.last else { return false }
    return tileOfSite[Int(first)] != tileOfSite[Int(last)]
  }
}
