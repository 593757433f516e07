public import Radio

/// What one carrier of a site serves in one layer: a contour round a place.
public struct SiteFootprint: Sendable {
  /// Where the site stands.
  public let placement: SitePlacement
  /// Its sectors.
  public let antenna: SectorAntenna
  /// How far they serve.
  public let contour: ServiceContour

  /// A footprint.
  public init(placement: SitePlacement, antenna: SectorAntenna, contour: ServiceContour) {
    self.placement = placement
    self.antenna = antenna
    self.contour = contour
  }

  @inline(__always)
  func forEachRow(of grid: CoverageGrid, _ body: (Range<Int>, RasterRow) -> Void) {
    guard contour.widestMetres > 0 else { return }
    placement.forEachRow(of: grid, withinMetres: contour.widestMetres, body)
  }

  /// Calls `body` with the index of every cell that it serves, in order.
  ///
  /// - Parameter scratch: room that grows to the longest row; to be kept from call to call.
  public func forEachCell(
    of grid: CoverageGrid, scratch: inout [UInt16], _ body: (Int) -> Void
  ) {
    forEachRow(of: grid) { cells, row in
      if scratch.count < cells.count {
        scratch = [UInt16](repeating: 0, count: cells.count)
      }
      ContourKernel.mask(&scratch, count: cells.count, row, contour, antenna)
      for step in 0..<cells.count where scratch[step] != 0 { body(cells.lowerBound + step) }
    }
  }

  /// Whether it serves at least one cell.
  public func touches(_ grid: CoverageGrid) -> Bool {
    var found = false
    forEachRow(of: grid) { cells, row in
      if !found {
        found = (0..<cells.count).contains { cell in
          contour.contains(row, cell: cell, antenna)
        }
      }
    }
    return found
  }
}
