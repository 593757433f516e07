import Kernels
import Radio
import Testing

/// A small generator with an explicit seed (SplitMix64), for properties over seeds.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

private func randomRow(_ random: inout Seeded) -> RasterRow {
  RasterRow(
    eastMetres: .random(in: -6000...6000, using: &random),
    northMetres: .random(in: -6000...6000, using: &random),
    eastStepMetres: .random(in: -60...60, using: &random),
    northStepMetres: .random(in: -60...60, using: &random))
}

private func randomTable(_ random: inout Seeded, stepMetres: Double = 5) throws -> ServiceTable {
  let scale = Double.random(in: 50...2000, using: &random)
  let limit = Double.random(in: 0...5000, using: &random)
  return try ServiceTable(
    stepMetres: stepMetres, limitMetres: limit, beyond: 0, floor: 1e-4
  ) { 1 / (1 + ($0 / scale) * ($0 / scale)) }
}

@Suite("Row kernels")
struct RowKernelTests {
  /// Every kernel, on rows of every length modulo the widest vector, against its twin in Swift.
  @Test("give the twin's bits", arguments: 0..<40 as Range<UInt64>)
  func twins(seed: UInt64) throws {
    var random = Seeded(state: seed)
    let row = randomRow(&random)
    let first = try randomTable(&random)
    let second = try randomTable(&random)
    let start = Int(seed % 7)
    let cells = start..<(start + Int.random(in: 0...300, using: &random))
    let noise = (0..<400).map { _ in Float.random(in: 0...0.5, using: &random) }

    var (one, other, best) = (noise, noise, noise)
    var server = [Int32](repeating: -1, count: 400)
    var (oneTwin, otherTwin, bestTwin, serverTwin) = (one, other, best, server)
    RowKernel.raise(&one, &other, cells: cells, row, first, second)
    RowKernelTwin.raise(&oneTwin, &otherTwin, cells: cells, row, first, second)
    RowKernel.raise(&best, cells: cells, row, first)
    RowKernelTwin.raise(&bestTwin, cells: cells, row, first)
    #expect(one.map(\.bitPattern) == oneTwin.map(\.bitPattern))
    #expect(other.map(\.bitPattern) == otherTwin.map(\.bitPattern))
    #expect(best.map(\.bitPattern) == bestTwin.map(\.bitPattern))
    for index in 0..<3 as Range<Int32> {
      let from = randomRow(&random)
      RowKernel.raise(&best, server: &server, cells: cells, from, second, index: index)
      RowKernelTwin.raise(
        &bestTwin, server: &serverTwin, cells: cells, from, second, index: index)
    }
    #expect(best.map(\.bitPattern) == bestTwin.map(\.bitPattern))
    #expect(server == serverTwin)
  }

  /// The level that the loader picked against the lowest one.
  @Test("give the same bits on every vector level", arguments: 0..<20 as Range<UInt64>)
  func vectorLevels(seed: UInt64) throws {
    var random = Seeded(state: seed)
    let table = try ServiceTable(stepMetres: 5, limitMetres: 4000, beyond: 0, floor: 0) {
      1 - $0 / 5000
    }
    let row = deepreach_row(
      east: .random(in: -3000 ... -100, using: &random),
      north: .random(in: -20...20, using: &random), east_step: 4.97, north_step: 0.03, first: 0)
    let noise = (0..<1000).map { _ in Float.random(in: 0...0.5, using: &random) }
    var (picked, lowest) = (noise, noise)
    table.entries.withUnsafeBufferPointer { values in
      let table = deepreach_table(
        values: values.baseAddress, count: Int32(values.count), inverse_step: 0.2)
      deepreach_raise(&picked, picked.count, row, table)
      deepreach_raise_baseline(&lowest, lowest.count, row, table)
    }
    let raised = zip(picked, noise).count { $0 > $1 }
    let different = zip(picked, lowest).count { $0.bitPattern != $1.bitPattern }
    #expect(raised > 0)
    #expect(different == 0)
  }

  /// One mast on a plane, a table that falls to 0 at 1000 m: cells of known distance.
  @Test("interpolate on a plane")
  func plane() throws {
    let cone = try ServiceTable(stepMetres: 5, limitMetres: 1000, beyond: 0, floor: 0) {
      1 - $0 / 1000
    }
    var best = [Float](repeating: 0, count: 5)
    let row = RasterRow(eastMetres: 0, northMetres: 300, eastStepMetres: 400)
    RowKernel.raise(&best, cells: 0..<5, row, cone)
    let expected: [Float] = [0.7, 0.5, 0.1456, 0, 0]
    for (value, right) in zip(best, expected) { #expect(abs(value - right) < 1e-4) }
  }

  @Test("leave the earlier server at equal values")
  func tie() throws {
    let flat = try ServiceTable(stepMetres: 5, limitMetres: 100, beyond: 0, floor: 0) { _ in 0.5 }
    var best = [Float](repeating: 0, count: 3)
    var server = [Int32](repeating: -1, count: 3)
    let row = RasterRow(eastMetres: 0, northMetres: 0, eastStepMetres: 200)
    for index in 7..<9 as Range<Int32> {
      RowKernel.raise(&best, server: &server, cells: 0..<3, row, flat, index: index)
    }
    #expect(server == [7, -1, -1])
    #expect(best == [0.5, 0, 0])
  }

  @Test("handle empty rows")
  func empty() throws {
    var best: [Float] = []
    let table = try ServiceTable(stepMetres: 5, limitMetres: 0, beyond: 0, floor: 0) { _ in 1 }
    let row = RasterRow(eastMetres: 0, northMetres: 0, eastStepMetres: 50)
    RowKernel.raise(&best, cells: 0..<0, row, table)
    #expect(best.isEmpty)
  }
}
