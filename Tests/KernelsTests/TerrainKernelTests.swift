import Kernels
import Testing

/// A ray over made-up ground, with the memory that the kernels want.
private struct Case {
  var ground: RayKernelTwin.Ground
  var ray: deepreach_ray
  var inverses: [Double]
  var backward: [Double]
  var transmitter: Double
  var receiver: Double
  var bulge: Double

  static let padding = Int(deepreach_ray_padding)

  init(seed: UInt64) {
    var state = seed
    func draw(_ range: ClosedRange<Double>) -> Double {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      let share = Double((z ^ (z >> 31)) >> 11) / 9_007_199_254_740_992
      return range.lowerBound + share * (range.upperBound - range.lowerBound)
    }
    let (columns, rows) = (Int(draw(2...40)), Int(draw(2...40)))
    let cells = columns * rows
    ground = RayKernelTwin.Ground(
      terrain: (0..<cells).map { _ in Float(draw(-20...900)) },
      clutter: seed % 2 == 0 ? nil : (0..<cells).map { _ in Float(draw(0...30)) },
      columns: columns, rows: rows)
    // Lengths of every remainder by the kernels' lanes, from the shortest on.
    let intervals = 2 + Int(seed % 37) + (seed % 5 == 0 ? 300 : 0)
    let (column, row) = (draw(0...Double(columns - 1)), draw(0...Double(rows - 1)))
    // Some rays end on the grid's own edge.
    let end = seed % 3 == 0 ? Double(columns - 1) : draw(0...Double(columns - 1))
    ray = deepreach_ray(
      column: column, row: row, column_step: (end - column) / Double(intervals),
      row_step: (draw(0...Double(rows - 1)) - row) / Double(intervals),
      intervals: Int32(intervals))
    let room = intervals + 1 + Self.padding
    inverses = (0..<room).map { $0 == 0 ? 0 : 1 / Double($0) }
    backward = (0..<room).map { $0 < intervals ? 1 / Double(intervals - $0) : 0 }
    (transmitter, receiver, bulge) = (draw(0...900), draw(0...900), draw(0...0.05))
  }

  func withSight<Result>(_ body: (deepreach_sight) -> Result) -> Result {
    inverses.withUnsafeBufferPointer { inverses in
      backward.withUnsafeBufferPointer { backward in
        body(
          deepreach_sight(
            transmitter: transmitter, receiver: receiver, bulge: bulge,
            inverse_start: inverses.baseAddress, inverse_end: backward.baseAddress,
            intervals: ray.intervals))
      }
    }
  }

  typealias Sampler = (
    UnsafeMutablePointer<Double>?, UnsafeMutablePointer<Double>?, deepreach_ray, deepreach_ground
  ) -> deepreach_ray_sums

  func sampled(
    _ sample: Sampler
  ) -> (terrain: [Double], surface: [Double], sums: deepreach_ray_sums) {
    let room = Int(ray.intervals) + 1 + Self.padding
    var terrain = [Double](repeating: -1, count: room)
    var surface = terrain
    let sums = ground.terrain.withUnsafeBufferPointer { heights in
      func run(_ clutter: UnsafePointer<Float>?) -> deepreach_ray_sums {
        sample(
          &terrain, &surface, ray,
          deepreach_ground(
            terrain: heights.baseAddress, clutter: clutter, columns: Int32(ground.columns),
            rows: Int32(ground.rows)))
      }
      guard let clutter = ground.clutter else { return run(nil) }
      return clutter.withUnsafeBufferPointer { run($0.baseAddress) }
    }
    return (terrain, surface, sums)
  }
}

private func bits(_ sums: deepreach_ray_sums) -> [UInt64] {
  [sums.terrain, sums.moment, sums.surface].map(\.bitPattern)
}

private func bits(_ edges: deepreach_edges) -> [UInt64] {
  [edges.transmitter_slope, edges.receiver_slope, edges.clearance].map(\.bitPattern)
}

private func bits(_ found: deepreach_extremes) -> [UInt64] {
  bits(found.edges)
    + [found.obstruction, found.obstruction_start, found.obstruction_end].map(\.bitPattern)
    + [found.transmitter_index, found.receiver_index, found.closest_index].map {
      UInt64(bitPattern: Int64($0))
    }
}

@Suite("Terrain kernels")
struct TerrainKernelTests {
  @Test("sample as the twin does", arguments: 0..<200 as Range<UInt64>)
  func sample(seed: UInt64) {
    let given = Case(seed: seed)
    let last = Int(given.ray.intervals)
    let found = given.sampled(deepreach_sample)
    let twin = RayKernelTwin.sample(given.ground, given.ray)
    #expect(found.terrain[...last].map(\.bitPattern) == twin.terrain.map(\.bitPattern))
    #expect(bits(found.sums) == bits(twin.sums))
    if given.ground.clutter != nil {
      #expect(found.surface[...last].map(\.bitPattern) == twin.surface.map(\.bitPattern))
    }
    // No write beyond the padding's first lanes.
    #expect(found.terrain[(last + 8)...].allSatisfy { $0 == -1 })
  }

  @Test("find the twin's points", arguments: 0..<200 as Range<UInt64>)
  func extremes(seed: UInt64) {
    let given = Case(seed: seed)
    let heights = given.sampled(deepreach_sample).terrain
    given.withSight { sight in
      let twin = RayKernelTwin.extremes(heights, sight)
      #expect(bits(deepreach_find_extremes(heights, sight)) == bits(twin))
      #expect(bits(deepreach_find_edges(heights, sight)) == bits(twin.edges))
      let sea = RayKernelTwin.extremes([Double](repeating: 0, count: heights.count), sight)
      let clearance = deepreach_smooth_clearance(sight, 1, sight.intervals - 1)
      #expect(clearance == sea.edges.clearance)
      let (first, last) = (sight.intervals / 3, sight.intervals - 1)
      let rise = deepreach_largest_rise(heights, first, last, 30, 0.7)
      let rises = (Int(first)...Int(last)).map { (index: Int) -> Double in
        heights[index] - (30 + 0.7 * Double(index))
      }
      #expect(rise == rises.max())
    }
  }

  /// The level that the loader picked against the lowest one.
  @Test("give the same bits on every vector level", arguments: 0..<100 as Range<UInt64>)
  func vectorLevels(seed: UInt64) {
    let given = Case(seed: seed)
    let picked = given.sampled(deepreach_sample)
    let lowest = given.sampled(deepreach_sample_baseline)
    let last = Int(given.ray.intervals)
    #expect(picked.terrain[...last] == lowest.terrain[...last])
    #expect(bits(picked.sums) == bits(lowest.sums))
    given.withSight { sight in
      #expect(
        bits(deepreach_find_extremes(picked.terrain, sight))
          == bits(deepreach_find_extremes_baseline(picked.terrain, sight)))
      #expect(
        bits(deepreach_find_edges(picked.surface, sight))
          == bits(deepreach_find_edges_baseline(picked.surface, sight)))
    }
  }

  @Test("a tie goes to the first point", arguments: [5, 8, 9, 16, 40])
  func tie(intervals: Int32) {
    var given = Case(seed: 2)
    given.ray.intervals = intervals
    let heights = [Double](repeating: 10, count: Int(intervals) + 1 + Case.padding)
    let inverses = [Double](repeating: 1, count: heights.count)
    inverses.withUnsafeBufferPointer { ones in
      let found = deepreach_find_extremes(
        heights,
        deepreach_sight(
          transmitter: 3, receiver: 3, bulge: 0, inverse_start: ones.baseAddress,
          inverse_end: ones.baseAddress, intervals: intervals))
      #expect(found.transmitter_index == 1)
      #expect(found.receiver_index == 1)
      #expect(found.closest_index == 1)
    }
  }

  @Test("one unknown corner of the last cell makes the sums unknown")
  func unknown() {
    var given = Case(seed: 3)
    given.ground.terrain = given.ground.terrain.map { _ in 5 }
    let end = (
      Int(given.ray.column + given.ray.column_step * Double(given.ray.intervals)),
      Int(given.ray.row + given.ray.row_step * Double(given.ray.intervals))
    )
    let level = 5 * Double(given.ray.intervals + 1)
    #expect(given.sampled(deepreach_sample).sums.terrain == level)
    let corner = min(end.1, given.ground.rows - 2) * given.ground.columns
    given.ground.terrain[corner + min(end.0, given.ground.columns - 2)] = .nan
    #expect(given.sampled(deepreach_sample).sums.terrain.isNaN)
  }
}
