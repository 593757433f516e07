import Radio

/// How many stations serve each cell of a grid, in one layer.
///
/// Counters, not marks, so that a station can be taken away again at the cost of its own footprint. A
/// counter stays at 65 535 once it is there: such a cell is served whatever is taken away.
public struct CoverageMask: Sendable {
  private var servers: [UInt16]
  /// Cells served by at least one station.
  public private(set) var servedCount = 0

  /// No cell is served.
  public init(_ grid: CoverageGrid) {
    servers = [UInt16](repeating: 0, count: grid.cellCount)
  }

  /// Share of the cells, 0 to 1.
  public var share: Double { Double(servedCount) / Double(max(servers.count, 1)) }

  /// Whether a cell is served.
  public subscript(cell: Int) -> Bool { servers[cell] != 0 }

  /// Counts one more station on the cells of its footprint.
  public mutating func add(_ footprint: SiteFootprint, in grid: CoverageGrid) {
    footprint.forEachRow(of: grid) { cells, row in
      servedCount += ContourKernel.add(
        &servers, cells: cells, row, footprint.contour, footprint.antenna)
    }
  }

  /// Counts one more station on some cells, each given once.
  public mutating func add(cells: some Sequence<Int>) {
    for cell in cells {
      servedCount += servers[cell] == 0 ? 1 : 0
      if servers[cell] < .max { servers[cell] += 1 }
    }
  }

  /// Counts one more station on the cells of a stretch of a row that lie in a contour.
  mutating func add(
    _ contour: ServiceContour, _ antenna: SectorAntenna, cells: Range<Int>, _ row: RasterRow
  ) {
    servedCount += ContourKernel.add(&servers, cells: cells, row, contour, antenna)
  }

  /// Takes a station away that was added before.
  public mutating func remove(_ footprint: SiteFootprint, in grid: CoverageGrid) {
    footprint.forEachRow(of: grid) { cells, row in
      servedCount -= ContourKernel.remove(
        &servers, cells: cells, row, footprint.contour, footprint.antenna)
    }
  }

  /// How many cells the station would add to those served.
  public func gain(of footprint: SiteFootprint, in grid: CoverageGrid) -> Int {
    var gain = 0
    footprint.forEachRow(of: grid) { cells, row in
      gain += ContourKernel.gain(
        servers, cells: cells, row, footprint.contour, footprint.antenna)
    }
    return gain
  }
}
