import Kernels
import TestSupport
import Testing

/// The steps of rows and sites of a relaxation against their definition, one by one.
@Suite("Relaxation kernels")
struct RelaxationKernelTests {
  private struct Rows {
    var current: [Double] = []
    var next: [Double]
    var start: [Double] = []
    var cover: [Double] = []
    var wanted: [Double] = []
    var steps: [Double] = []
    var weights: [Double] = []
    var limits: [Double] = []

    init(count: Int, _ random: inout SeededGenerator) {
      next = [Double](repeating: -1, count: count)
      for _ in 0..<count {
        current.append(.random(in: 0...3, using: &random))
        start.append(.random(in: 0...3, using: &random))
        cover.append(.random(in: -1...3, using: &random))
        wanted.append(Bool.random(using: &random) ? 1 : .random(in: 0...1, using: &random))
        steps.append(.random(in: 0.01...2, using: &random))
        weights.append(.random(in: 0...2, using: &random))
        limits.append(Int.random(in: 0..<4, using: &random) == 0 ? .infinity : 0)
      }
    }

    mutating func step(_ range: Range<Int>, _ step: deepreach_row_step) -> Double {
      let (held, moved) = (KernelRoom(current), KernelRoom(next))
      let rooms = [start, cover, wanted, steps, weights, limits].map { KernelRoom($0) }
      var rows = deepreach_rows(
        current: held.start, next: moved.start, start: rooms[0].start, cover: rooms[1].start,
        wanted: rooms[2].start, steps: rooms[3].start, weights: rooms[4].start,
        limits: rooms[5].start)
      defer { (current, next) = (held.elements, moved.elements) }
      return withExtendedLifetime(rooms) {
        deepreach_step_rows(&rows, range.lowerBound, range.upperBound, step)
      }
    }

    /// The same by the definition: the multiplier that is nearest to where the slope leads, within its limit, or where
    /// it may go beyond the limit the row being left uncovered.
    mutating func stepByDefinition(_ range: Range<Int>, _ step: deepreach_row_step) -> Double {
      var moved = 0.0
      for row in range {
        let (old, size) = (current[row], steps[row] * step.scale)
        let most = max(step.layer_multiplier * weights[row], limits[row])
        var new = max(0, old + size * (wanted[row] - cover[row]))
        if new > most { new = step.is_bounded == 1 ? most : max(most, old - size * cover[row]) }
        moved += (new - old) * (new - old) / size
        next[row] = new
        current[row] = (1 - step.anchor) * (2 * new - old) + step.anchor * start[row]
      }
      return moved
    }
  }

  @Test("step as defined", arguments: 0..<60 as Range<UInt64>)
  func steps(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...90, using: &random)
    let first = Int.random(in: 0..<count, using: &random)
    let range = first..<Int.random(in: first...count, using: &random)
    let step = deepreach_row_step(
      scale: .random(in: 0.1...4, using: &random), anchor: .random(in: 0...0.5, using: &random),
      layer_multiplier: .random(in: 0...2, using: &random), is_bounded: Int32(seed % 2))
    var rows = Rows(count: count, &random)
    var twin = rows
    let moved = rows.step(range, step)
    let expected = twin.stepByDefinition(range, step)
    #expect(abs(moved - expected) <= 1e-12 * expected)
    #expect(rows.next.map(\.bitPattern) == twin.next.map(\.bitPattern))
    #expect(rows.current.map(\.bitPattern) == twin.current.map(\.bitPattern))
  }

  @Test("reach as defined", arguments: 0..<60 as Range<UInt64>)
  func reach(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 0...90, using: &random)
    let rows = Rows(count: count, &random)
    let scale = Double.random(in: 0.1...4, using: &random)
    let multiplier = Double.random(in: 0...2, using: &random)
    var sums = [0.0, 0.0]
    deepreach_reach(
      rows.cover, rows.current, rows.steps, rows.weights, count, multiplier, scale, &sums)
    var (reached, slope) = (0.0, 0.0)
    for row in 0..<count {
      let ease = rows.steps[row] * scale
      let share = rows.cover[row] + (multiplier * rows.weights[row] - rows.current[row]) * ease
      reached += rows.weights[row] * min(1, max(0, share))
      if share > 0, share < 1 { slope += rows.weights[row] * rows.weights[row] * ease }
    }
    #expect(abs(sums[0] - reached) <= 1e-12 * max(1, reached))
    #expect(abs(sums[1] - slope) <= 1e-12 * max(1, slope))
  }

  private struct Sites {
    var shares: [Double] = []
    var current: [Double] = []
    var start: [Double] = []
    var extrapolated: [Double]
    var steps: [Double] = []
    var prices: [Double] = []

    init(count: Int, _ random: inout SeededGenerator) {
      extrapolated = [Double](repeating: -1, count: count)
      for _ in 0..<count {
        shares.append(.random(in: -1...3, using: &random))
        current.append(.random(in: 0...1, using: &random))
        start.append(.random(in: 0...1, using: &random))
        // A site that covers nothing has no step.
        steps.append(
          Int.random(in: 0..<5, using: &random) == 0 ? 0 : .random(in: 0.01...2, using: &random))
        prices.append(.random(in: 0...2, using: &random))
      }
    }
  }

  @Test("spend as defined", arguments: 0..<60 as Range<UInt64>)
  func spend(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 0...90, using: &random)
    let sites = Sites(count: count, &random)
    let scale = Double.random(in: 0.1...4, using: &random)
    let rate = Double.random(in: 0...1, using: &random)
    var sums = [0.0, 0.0]
    deepreach_spend(sites.shares, sites.steps, sites.prices, count, rate, scale, &sums)
    var (spent, slope) = (0.0, 0.0)
    for site in 0..<count {
      let step = sites.steps[site] * scale * sites.prices[site]
      let share = sites.shares[site] - rate * step
      spent += sites.prices[site] * min(1, max(0, share))
      if share > 0, share < 1 { slope += sites.prices[site] * step }
    }
    #expect(abs(sums[0] - spent) <= 1e-12 * max(1, spent))
    #expect(abs(sums[1] - slope) <= 1e-12 * max(1, slope))
  }

  @Test("reflect as defined", arguments: 0..<60 as Range<UInt64>)
  func reflect(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 0...90, using: &random)
    let sites = Sites(count: count, &random)
    let scale = Double.random(in: 0.1...4, using: &random)
    let rate = Double.random(in: 0...1, using: &random)
    let anchor = Double.random(in: 0...0.5, using: &random)
    let (shares, current) = (KernelRoom(sites.shares), KernelRoom(sites.current))
    let extrapolated = KernelRoom(sites.extrapolated)
    let rooms = [sites.start, sites.steps, sites.prices].map { KernelRoom($0) }
    var arrays = deepreach_sites(
      shares: shares.start, current: current.start, start: rooms[0].start,
      extrapolated: extrapolated.start, steps: rooms[1].start, prices: rooms[2].start)
    let moved = withExtendedLifetime(rooms) {
      deepreach_reflect_sites(&arrays, count, rate, scale, anchor)
    }
    var expected = 0.0
    for site in 0..<count {
      let step = sites.steps[site] * scale
      let new = min(1, max(0, sites.shares[site] - rate * step * sites.prices[site]))
      let old = sites.current[site]
      if step > 0 { expected += (new - old) * (new - old) / step }
      #expect(shares.elements[site] == new)
      #expect(extrapolated.elements[site] == 2 * new - old)
      #expect(
        current.elements[site] == (1 - anchor) * (2 * new - old) + anchor * sites.start[site])
    }
    #expect(abs(moved - expected) <= 1e-12 * max(1, expected))
  }
}
