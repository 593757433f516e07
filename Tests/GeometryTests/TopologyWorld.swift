import TestSupport
/// A patchwork of square cells that share their edges as arcs, with corners moved about at random:
/// a topology in which the area of every group of cells is known.
struct TopologyWorld {
  let side: Int
  private(set) var json = ""
  /// Group of each cell.
  private(set) var groups: [String] = []

  init(side: Int, seed: UInt64, groupCount: Int = 3) {
    self.side = side
    var random = SeededGenerator(seed: seed)
    var corners: [[(x: Int, y: Int)]] = []
    for row in 0...side {
      corners.append(
        (0...side).map { column in
          (
            column * 1000 + Int.random(in: -300...300, using: &random),
            row * 1000 + Int.random(in: -300...300, using: &random)
          )
        })
    }
    var arcs: [String] = []
    func arc(_ a: (x: Int, y: Int), _ b: (x: Int, y: Int)) {
      arcs.append("[[\(a.x),\(a.y)],[\(b.x - a.x),\(b.y - a.y)]]")
    }
    // First the arcs that run east, row by row, then those that run north.
    for row in 0...side {
      for column in 0..<side { arc(corners[row][column], corners[row][column + 1]) }
    }
    for row in 0..<side {
      for column in 0...side { arc(corners[row][column], corners[row + 1][column]) }
    }
    let norths = (side + 1) * side
    var cells: [String] = []
    for row in 0..<side {
      for column in 0..<side {
        let south = row * side + column
        let north = south + side
        let west = norths + row * (side + 1) + column
        var ring = [south, west + 1, ~north, ~west]
        // Half of the cells run the other way round, as files in the wild do.
        if Bool.random(using: &random) { ring = ring.reversed().map { ~$0 } }
        let group = "g\(Int.random(in: 0..<groupCount, using: &random))"
        groups.append(group)
        cells.append(
          "{\"type\":\"Polygon\",\"arcs\":[[\(ring.map(String.init).joined(separator: ","))]],"
            + "\"id\":\(cells.count),\"properties\":{\"group\":\"\(group)\"}}")
      }
    }
    json =
      "{\"type\":\"Topology\",\"objects\":{\"cells\":{\"type\":\"GeometryCollection\",\"geometries\":["
      + cells.joined(separator: ",\n") + "]}},\n\"arcs\":[" + arcs.joined(separator: ",")
      + "],\"transform\":{\"scale\":[0.000001,0.000001],\"translate\":[73.5,18.1]}}"
  }
}
