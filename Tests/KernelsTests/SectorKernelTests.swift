import Radio
import TestSupport
import Testing

/// Random sectors, levels and rows, by seed.
private struct SectorWorld {
  let antenna: SectorAntenna
  let level: SectorLevel
  let row: RasterRow

  init(_ random: inout SeededGenerator) throws {
    let azimuths = (0..<Int.random(in: 0...6, using: &random)).map { _ in
      Double.random(in: 0..<360, using: &random)
    }
    let pattern = try SectorPattern(
      horizontalBeamwidthDegrees: .random(in: 20...120, using: &random),
      verticalBeamwidthDegrees: .random(in: 5...90, using: &random),
      mostDB: .random(in: 10...40, using: &random),
      downtiltDegrees: .random(in: -5...15, using: &random))
    antenna = SectorAntenna(pattern, SectorLayout(azimuthsDegrees: azimuths))
    let model = try UrbanMacro(
      carrierGHz: .random(in: 0.7...5, using: &random), baseStationHeightMetres: 25,
      userHeightMetres: 1.5)
    let budget = try LinkBudget(
      conductedPowerWatts: 200, resourceBlocks: 273, subcarrierSpacingKHz: 30, ssbGainDBi: 18)
    level = try SectorLevel(
      model: model, budget: budget, pattern: pattern, heightDifferenceMetres: 23.5,
      limitMetres: .random(in: 500...5000, using: &random))
    row = RasterRow(
      eastMetres: .random(in: -6000...6000, using: &random),
      northMetres: .random(in: -3000...3000, using: &random),
      eastStepMetres: .random(in: 10...60, using: &random),
      northStepMetres: .random(in: -5...5, using: &random))
  }

  func distanceMetres(_ cell: Int) -> Double {
    let east = Double(row.eastMetres) + Double(cell) * Double(row.eastStepMetres)
    let north = Double(row.northMetres) + Double(cell) * Double(row.northStepMetres)
    return (east * east + north * north).squareRoot()
  }
}

@Suite("Sector kernels") struct SectorKernelTests {
  @Test("hold to the twin within 1e-4 dB", arguments: 0..<40 as Range<UInt64>)
  func twins(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let start = Int(seed % 7)
    let cells = start..<(start + Int.random(in: 0...600, using: &random))
    var best = [Float](repeating: Float(SectorKernel.nothingDBm), count: 700)
    var server = [Int32](repeating: -1, count: 700)
    var total = [Float](repeating: 0, count: 700)
    var (bestTwin, serverTwin, totalTwin) = (best, server, total)
    // Where a table ends, the level falls off a cliff: there a rounded distance shows.
    var edges: Set<Int> = []
    for index in 0..<4 as Range<Int32> {
      let world = try SectorWorld(&random)
      for (cell, target) in cells.enumerated()
      where abs(world.distanceMetres(cell) - world.level.reachMetres) < 4 { edges.insert(target) }
      SectorKernel.receive(
        &best, server: &server, total: &total, cells: cells, world.row, world.level,
        world.antenna, firstServer: index * 16)
      SectorKernelTwin.receive(
        &bestTwin, server: &serverTwin, total: &totalTwin, cells: cells, world.row, world.level,
        world.antenna, firstServer: index * 16)
    }
    for cell in 0..<700 where !edges.contains(cell) {
      #expect(abs(best[cell] - bestTwin[cell]) < 1e-4)
      if totalTwin[cell] > 1e-6 { #expect(abs(total[cell] / totalTwin[cell] - 1) < 2.3e-5) }
      if !cells.contains(cell) { #expect(server[cell] == -1 && total[cell] == 0) }
    }
    // The server may differ only where two are equally strong to the last bits.
    #expect(zip(server, serverTwin).filter { $0 != $1 }.count <= 2)
    let noise = -122.23
    let sinr = SectorKernel.sinr(best: best, total: total, noiseDBm: noise, load: 0.5)
    let twin = SectorKernelTwin.sinr(best: best, total: total, noiseDBm: noise, load: 0.5)
    // Where one server is nearly all there is, what is left of it is a small difference.
    for cell in cells where best[cell] > -160 && sinr[cell] < 30 {
      #expect(abs(sinr[cell] - twin[cell]) < (sinr[cell] < 20 ? 1e-3 : 1e-2))
    }
  }

  @Test("take away what they added", arguments: 0..<10 as Range<UInt64>)
  func withdrawal(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let world = try SectorWorld(&random)
    var best = [Float](repeating: -200, count: 300)
    var server = [Int32](repeating: -1, count: 300)
    var total = [Float](repeating: 50, count: 300)
    SectorKernel.receive(
      &best, server: &server, total: &total, cells: 0..<300, world.row, world.level,
      world.antenna, firstServer: 0)
    var twin = total
    SectorKernel.withdraw(&total, cells: 0..<300, world.row, world.level, world.antenna)
    SectorKernelTwin.withdraw(&twin, cells: 0..<300, world.row, world.level, world.antenna)
    for cell in 0..<300 {
      let added = SectorKernel.unitPower(dBm: Double(best[cell])) + 50
      #expect(abs(Double(total[cell]) - 50) < added * 3e-5)
      #expect(abs(Double(total[cell] - twin[cell])) < added * 3e-5)
    }
  }

  @Test("know a lone cell's SNR in closed form")
  func loneCell() {
    let level: Float = -95.5
    let total = [Float(SectorKernel.unitPower(dBm: Double(level)))]
    let sinr = SectorKernel.sinr(best: [level], total: total, noiseDBm: -122.25, load: 1)
    #expect(abs(sinr[0] - 26.75) < 1e-3)
    // Two equal cells at full load, far above the noise: 0 dB; at half load 3.01 dB.
    let both = [2 * Float(SectorKernel.unitPower(dBm: -60))]
    #expect(
      abs(SectorKernel.sinr(best: [-60], total: both, noiseDBm: -122, load: 1)[0]) < 1e-3)
    #expect(
      abs(SectorKernel.sinr(best: [-60], total: both, noiseDBm: -122, load: 0.5)[0] - 3.0103)
        < 1e-3)
  }
}

@Suite("Contour kernels") struct ContourKernelTests {
  private func contour(_ random: inout SeededGenerator) throws -> ServiceContour {
    let model = try UrbanMacro(
      carrierGHz: 3.5, baseStationHeightMetres: 25, userHeightMetres: 1.5)
    let pattern = try SectorPattern(
      horizontalBeamwidthDegrees: .random(in: 30...120, using: &random),
      verticalBeamwidthDegrees: 65, mostDB: 30, downtiltDegrees: 3)
    let service = ServiceProbability(
      model: model, maximumLossDB: .random(in: 110...135, using: &random), place: .outdoors,
      sector: .init(pattern, heightDifferenceMetres: 23.5))
    return ServiceContour(service, probability: 0.75)
  }

  @Test("count the cells that the twin holds inside", arguments: 0..<25 as Range<UInt64>)
  func twins(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let contour = try contour(&random)
    let azimuths = (0..<Int(seed % 4)).map { _ in Double.random(in: 0..<360, using: &random) }
    let antenna = SectorAntenna(.element, SectorLayout(azimuthsDegrees: azimuths))
    let row = RasterRow(
      eastMetres: -900, northMetres: .random(in: -500...500, using: &random), eastStepMetres: 3.1,
      northStepMetres: 0.2)
    var counts = (0..<700).map { _ in UInt16.random(in: 0...2, using: &random) }
    let before = counts
    let cells = 5..<(5 + Int.random(in: 0...600, using: &random))
    let inside = cells.enumerated().filter { cell, _ in
      ContourKernelTwin.contains(row, cell: cell, contour, antenna)
    }.map(\.element)
    let fresh = inside.filter { before[$0] == 0 }.count
    // The twin computes in double precision: a cell on the very edge may fall to either side.
    #expect(abs(ContourKernel.gain(counts, cells: cells, row, contour, antenna) - fresh) <= 1)
    let added = ContourKernel.add(&counts, cells: cells, row, contour, antenna)
    #expect(abs(added - fresh) <= 1)
    #expect(zip(counts, before).map { Int($0) - Int($1) }.allSatisfy { $0 == 0 || $0 == 1 })
    #expect(abs(zip(counts, before).filter { $0 != $1 }.count - inside.count) <= 1)
    #expect(ContourKernel.remove(&counts, cells: cells, row, contour, antenna) == added)
    #expect(counts == before)
  }

  @Test("reach farthest on the boresight, and the same on both sides")
  func shape() throws {
    var random = SeededGenerator(seed: 3)
    let contour = try contour(&random)
    let radii = stride(from: 0.0, through: 180, by: 5).map {
      contour.radiusMetres(offBoresightDegrees: $0)
    }
    #expect(radii == radii.sorted(by: >))
    #expect(radii[0] > 2 * radii[36])
    #expect(abs(contour.widestMetres - radii[0]) < 1e-3)
    #expect(
      contour.radiusMetres(offBoresightDegrees: 40)
        == contour.radiusMetres(offBoresightDegrees: -40)
    )
  }
}
