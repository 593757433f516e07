internal import Kernels

/// The hot loops that count, over one raster row, the cells within a contour of service; in C.
/// `ContourKernelTwin` does the same in Swift.
public enum ContourKernel {
  /// Raises the counters of the cells inside; returns how many were 0. A counter stays at 65 535.
  public static func add(
    _ counts: inout [UInt16], cells: Range<Int>, _ row: RasterRow, _ contour: ServiceContour,
    _ antenna: SectorAntenna
  ) -> Int {
    precondition(cells.lowerBound >= 0 && cells.upperBound <= counts.count)
    return counts.withUnsafeMutableBufferPointer { counts in
      guard let start = counts.baseAddress else { return 0 }
      return with(contour, antenna) { table, boresights in
        Int(
          deepreach_contour_add(
            start + cells.lowerBound, cells.count, row.kernelRow, table, boresights.baseAddress,
            Int32(boresights.count)))
      }
    }
  }

  /// Lowers the counters of the cells inside, which must have been raised; returns how many are 0 now. A
  /// counter of 65 535 stays, as it may have counted more.
  public static func remove(
    _ counts: inout [UInt16], cells: Range<Int>, _ row: RasterRow, _ contour: ServiceContour,
    _ antenna: SectorAntenna
  ) -> Int {
    precondition(cells.lowerBound >= 0 && cells.upperBound <= counts.count)
    return counts.withUnsafeMutableBufferPointer { counts in
      guard let start = counts.baseAddress else { return 0 }
      return with(contour, antenna) { table, boresights in
        Int(
          deepreach_contour_remove(
            start + cells.lowerBound, cells.count, row.kernelRow, table, boresights.baseAddress,
            Int32(boresights.count)))
      }
    }
  }

  /// How many cells inside have a counter of 0.
  public static func gain(
    _ counts: [UInt16], cells: Range<Int>, _ row: RasterRow, _ contour: ServiceContour,
    _ antenna: SectorAntenna
  ) -> Int {
    precondition(cells.lowerBound >= 0 && cells.upperBound <= counts.count)
    return counts.withUnsafeBufferPointer { counts in
      guard let start = counts.baseAddress else { return 0 }
      return with(contour, antenna) { table, boresights in
        Int(
          deepreach_contour_gain(
            start + cells.lowerBound, cells.count, row.kernelRow, table, boresights.baseAddress,
            Int32(boresights.count)))
      }
    }
  }

  /// Writes 1 for the row's cells inside and 0 for the others, from the start of `mask` on, which must
  /// have room for them.
  public static func mask(
    _ mask: inout [UInt16], count: Int, _ row: RasterRow, _ contour: ServiceContour,
    _ antenna: SectorAntenna
  ) {
    precondition(count <= mask.count)
    mask.withUnsafeMutableBufferPointer { mask in
      guard let start = mask.baseAddress else { return }
      _ = with(contour, antenna) { table, boresights in
        deepreach_contour_mask(
          start, count, row.kernelRow, table, boresights.baseAddress, Int32(boresights.count))
        return 0
      }
    }
  }

  private static func with(
    _ contour: ServiceContour, _ antenna: SectorAntenna,
    _ body: (deepreach_table, UnsafeBufferPointer<deepreach_direction>) -> Int
  ) -> Int {
    contour.withKernelTable { table in
      antenna.boresights.withUnsafeBufferPointer { body(table, $0) }
    }
  }
}

extension ServiceContour {
  /// Whether a cell of a row lies within, as the kernels see it.
  public func contains(_ row: RasterRow, cell: Int, _ antenna: SectorAntenna) -> Bool {
    ContourKernel.gain([0], cells: 0..<1, row.advanced(by: cell), self, antenna) > 0
  }
}
