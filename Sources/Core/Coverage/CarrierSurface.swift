import Geometry
import Radio

/// What the cells of one carrier put on a grid: best server, its SS-RSRP, and the power of all.
///
/// A transmitter is added or taken away at the cost of the cells within its reach. Taking one away
/// computes anew, from its neighbours, only the cells that it served; elsewhere its power is below what
/// remains, and taking it off loses no precision.
public struct CarrierSurface: Sendable {
  /// Which cells.
  public let grid: CoverageGrid
  /// Transmitters beyond this distance of a cell are left out of it.
  public let reachMetres: Double
  /// SS-RSRP of the best server by cell, dBm; `SectorKernel.nothingDBm` without one.
  public private(set) var best: [Float]
  /// Best server by cell: `CarrierSurface.server` of transmitter and sector; −1 without one.
  public private(set) var server: [Int32]
  /// Power of all transmitters by cell, in units of 1e-10 mW.
  public private(set) var total: [Float]
  /// Transmitters by index; nil for those taken away.
  public private(set) var transmitters: [Transmitter?] = []
  /// Their Albers positions.
  private var positions: [Coordinate] = []
  /// Those whose levels are no function of the distance.
  private var lasting: Set<Int> = []

  /// A sector has the server number transmitter × `sectorRoom` + sector.
  public static let sectorRoom = 16

  /// Nothing is received yet.
  public init(_ grid: CoverageGrid, reachMetres: Double) {
    self.grid = grid
    self.reachMetres = reachMetres
    best = [Float](repeating: Float(SectorKernel.nothingDBm), count: grid.cellCount)
    server = [Int32](repeating: -1, count: grid.cellCount)
    total = [Float](repeating: 0, count: grid.cellCount)
  }

  /// The transmitter that a cell's best server belongs to; nil without one.
  public func transmitterIndex(ofCell cell: Int) -> Int? {
    server[cell] < 0 ? nil : Int(server[cell]) / Self.sectorRoom
  }

  /// Adds a transmitter and returns its index.
  @discardableResult
  public mutating func add(_ transmitter: Transmitter) -> Int {
    let index = transmitters.count
    transmitters.append(transmitter)
    positions.append(transmitter.placement.position)
    transmitter.placement.forEachRow(of: grid, withinMetres: reach(of: transmitter)) {
      cells, row in
      receive(transmitter, index, cells, row)
    }
    return index
  }

  /// Adds a transmitter that only some stretches of cells receive, by its level table. It cannot be
  /// taken away again.
  mutating func add(_ transmitter: Transmitter, stretches: [(cells: Range<Int>, row: RasterRow)]) {
    let index = transmitters.count
    transmitters.append(transmitter)
    positions.append(transmitter.placement.position)
    lasting.insert(index)
    for stretch in stretches { receive(transmitter, index, stretch.cells, stretch.row) }
  }

  /// Adds a transmitter whose levels by cell and sector are known, in dBm. It cannot be taken away again.
  mutating func add(_ transmitter: Transmitter, levels: some Sequence<(cell: Int, dBm: [Float])>) {
    let index = transmitters.count
    transmitters.append(transmitter)
    positions.append(transmitter.placement.position)
    lasting.insert(index)
    for (cell, sectors) in levels {
      for (sector, level) in sectors.enumerated() {
        if level > best[cell] {
          best[cell] = level
          server[cell] = Int32(index * Self.sectorRoom + sector)
        }
        total[cell] += Float(SectorKernel.unitPower(dBm: Double(level)))
      }
    }
  }

  /// Takes a transmitter away; one that is away already changes nothing.
  public mutating func remove(_ index: Int) {
    guard let transmitter = transmitters[index] else { return }
    precondition(lasting.isEmpty, "levels over terrain are not kept, and cannot be taken away")
    transmitters[index] = nil
    let first = Int32(index * Self.sectorRoom)
    let own = first..<first + Int32(Self.sectorRoom)
    var lost: [Range<Int>] = []
    var farthest = 0.0
    transmitter.placement.forEachRow(of: grid, withinMetres: reach(of: transmitter)) {
      cells, row in
      SectorKernel.withdraw(
        &total, cells: cells, row, transmitter.carrier.level, transmitter.antenna)
      var start = cells.lowerBound
      while start < cells.upperBound {
        guard own.contains(server[start]) else {
          start += 1
          continue
        }
        var end = start
        while end < cells.upperBound, own.contains(server[end]) { end += 1 }
        lost.append(start..<end)
        for cell in [start, end - 1] {
          let offset = row.offset(cell: cell - cells.lowerBound)
          farthest = max(farthest, offset.x * offset.x + offset.y * offset.y)
        }
        start = end
      }
    }
    restore(lost, near: transmitter.placement, withinMetres: farthest.squareRoot())
  }

  /// Computes stretches of cells, within a distance of a place, from all transmitters that reach them.
  private mutating func restore(
    _ stretches: [Range<Int>], near placement: SitePlacement, withinMetres distance: Double
  ) {
    if stretches.isEmpty { return }
    for cell in stretches.joined() {
      best[cell] = Float(SectorKernel.nothingDBm)
      server[cell] = -1
      total[cell] = 0
    }
    // A metre more for the frames of two places, which differ by a ten-thousandth.
    let widest = reachMetres * 1.001 + distance + 1
    for index in positions.indices {
      let offset = placement.offset(of: positions[index])
      guard offset.x * offset.x + offset.y * offset.y <= widest * widest,
        let other = transmitters[index]
      else { continue }
      other.placement.forEachRow(of: grid, withinMetres: reach(of: other)) { cells, row in
        for stretch in stretches where stretch.overlaps(cells) {
          let shared = stretch.clamped(to: cells)
          receive(other, index, shared, row.advanced(by: shared.lowerBound - cells.lowerBound))
        }
      }
    }
  }

  private func reach(of transmitter: Transmitter) -> Double {
    min(reachMetres, transmitter.carrier.level.reachMetres)
  }

  private mutating func receive(
    _ transmitter: Transmitter, _ index: Int, _ cells: Range<Int>, _ row: RasterRow
  ) {
    SectorKernel.receive(
      &best, server: &server, total: &total, cells: cells, row, transmitter.carrier.level,
      transmitter.antenna, firstServer: Int32(index * Self.sectorRoom))
  }
}
