import Kernels

/// The terrain kernels as plain loops over doubles, apart from the order of the sums, which is theirs.
enum RayKernelTwin {
  struct Ground {
    var terrain: [Float]
    var clutter: [Float]?
    var columns: Int
    var rows: Int

    func height(_ column: Double, _ row: Double) -> Double {
      let west = min(max(Int(column), 0), columns - 2)
      let south = min(max(Int(row), 0), rows - 2)
      let (u, v) = (column - Double(west), row - Double(south))
      let corner = south * columns + west
      let (a, b) = (Double(terrain[corner]), Double(terrain[corner + 1]))
      let (c, d) = (Double(terrain[corner + columns]), Double(terrain[corner + columns + 1]))
      let near = a + u * (b - a)
      let far = c + u * (d - c)
      return near + v * (far - near)
    }

    func clutter(_ column: Double, _ row: Double) -> Double {
      guard let clutter else { return 0 }
      let nearest = min(max(Int(column + 0.5), 0), columns - 1)
      return Double(clutter[min(max(Int(row + 0.5), 0), rows - 1) * columns + nearest])
    }
  }

  /// Eight sums, point i in sum i mod 8, joined as a tree.
  private static func total(_ values: [Double]) -> Double {
    var lanes = [Double](repeating: 0, count: 8)
    for (index, value) in values.enumerated() { lanes[index % 8] += value }
    return ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6]))
      + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]))
  }

  static func sample(
    _ ground: Ground, _ ray: deepreach_ray
  ) -> (terrain: [Double], surface: [Double], sums: deepreach_ray_sums) {
    let points = (0...Int(ray.intervals)).map { index in
      (
        ray.column + Double(index) * ray.column_step, ray.row + Double(index) * ray.row_step
      )
    }
    let terrain = points.map { ground.height($0.0, $0.1) }
    let surface = zip(points, terrain).map { ground.clutter($0.0, $0.1) + $1 }
    return (
      terrain, surface,
      deepreach_ray_sums(
        terrain: total(terrain), moment: total(terrain.enumerated().map { Double($0) * $1 }),
        surface: total(surface))
    )
  }

  static func extremes(_ heights: [Double], _ sight: deepreach_sight) -> deepreach_extremes {
    let n = Double(sight.intervals)
    let line = (sight.receiver - sight.transmitter) / n
    var found = deepreach_extremes()
    found.edges = deepreach_edges(
      transmitter_slope: -.infinity, receiver_slope: -.infinity, clearance: -.infinity)
    found.obstruction = -.infinity
    found.obstruction_start = -.infinity
    found.obstruction_end = -.infinity
    for index in 1..<Int(sight.intervals) {
      let i = Double(index)
      let top = heights[index] + sight.bulge * i * (n - i)
      let rise = (top - sight.transmitter) * (1 / i)
      let back = (top - sight.receiver) * (1 / (n - i))
      let chord = sight.transmitter + line * i
      let clearance = (top - chord) * abs(top - chord) * (1 / i) * (1 / (n - i))
      let above = heights[index] - chord
      if rise > found.edges.transmitter_slope {
        found.edges.transmitter_slope = rise
        found.transmitter_index = Int32(index)
      }
      if back > found.edges.receiver_slope {
        found.edges.receiver_slope = back
        found.receiver_index = Int32(index)
      }
      if clearance > found.edges.clearance {
        found.edges.clearance = clearance
        found.closest_index = Int32(index)
      }
      found.obstruction = max(found.obstruction, above)
      found.obstruction_start = max(found.obstruction_start, above * (1 / i))
      found.obstruction_end = max(found.obstruction_end, above * (1 / (n - i)))
    }
    return found
  }
}
