/// What is received at a settlement, in few figures: what is kept of a surface.
public struct SignalFigures: Hashable, Sendable {
  /// Raster cells in all.
  public let cells: Int
  /// Cells that may or may not be served: ground between them and a station is not known.
  public let unknownCells: Int
  /// Stations at heights that every path loss model refuses: they count as serving nothing.
  public let stationsBeyondModels: Int
  /// SS-SINR that half of the cells with a signal reach, dB; nil where no cell has one.
  public let medianSINRDB: Double?
  /// Share of all cells with the SS-SINR that service needs, 0 to 1.
  public let sinrShare: Double
  /// Cells by what limits them.
  public let limiting: [LimitingLink: Int]
  /// Cells by path loss model of their best server, `none` without a signal.
  public let models: [String: Int]

  /// Figures of a summary.
  ///
  /// - Parameter sinrDB: SS-SINR that service needs.
  /// - Parameter unknownCells: cells of which it is not known whether they are served.
  public init(
    _ summary: SurfaceSummary, cells: Int, sinrDB: Double, unknownCells: Int = 0,
    stationsBeyondModels: Int = 0
  ) {
    self.stationsBeyondModels = stationsBeyondModels
    self.unknownCells = unknownCells
    self.cells = cells
    medianSINRDB = summary.sinr.medianDB
    sinrShare = summary.share(sinrAtLeastDB: sinrDB, cells: cells)
    limiting = summary.limiting
    models = summary.models
  }

  /// Share of the cells that a link limits, 0 to 1.
  public func share(_ link: LimitingLink) -> Double {
    Double(limiting[link] ?? 0) / Double(max(cells, 1))
  }
}
