/// Which cells of a grid are served, in one layer.
public struct CoverageMask: Sendable {
  private var served: [UInt8]
  /// Cells served.
  public private(set) var servedCount = 0

  /// No cell is served.
  public init(_ grid: CoverageGrid) {
    served = [UInt8](repeating: 0, count: grid.cellCount)
  }

  /// Share of the cells, 0 to 1.
  public var share: Double { Double(servedCount) / Double(max(served.count, 1)) }

  /// Whether a cell is served.
  public subscript(cell: Int) -> Bool { served[cell] != 0 }

  /// Marks the disc's cells.
  public mutating func add(_ disc: Disc, in grid: CoverageGrid) {
    var added = 0
    served.withUnsafeMutableBufferPointer { cells in
      disc.forEachSpan(in: grid) { span in
        for cell in span {
          added += Int(1 - cells[cell])
          cells[cell] = 1
        }
      }
    }
    servedCount += added
  }

  /// How many cells the disc would add.
  public func gain(of disc: Disc, in grid: CoverageGrid) -> Int {
    var gain = 0
    served.withUnsafeBufferPointer { cells in
      disc.forEachSpan(in: grid) { span in
        var covered = 0
        for cell in span { covered += Int(cells[cell]) }
        gain += span.count - covered
      }
    }
    return gain
  }
}
