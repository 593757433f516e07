/// Whether a sweep has a loss for a target.
public enum SweptState: UInt8, CaseIterable, Sendable {
  /// P.1812 answered.
  case computed
  /// The path crosses ground whose height is unknown, or leaves the heights.
  case unknown
  /// Nearer to the mast than the 250 m that P.1812 is stated from: another model must answer.
  case tooNear
}

/// Basic transmission losses of some rows of a target grid.
public struct SweptLosses: Hashable, Sendable {
  /// Rows of the target grid.
  public let rows: Range<Int>
  /// Cells a row.
  public let columns: Int
  /// Loss between isotropic antennas, dB, row by row; NaN where the state is not `computed`.
  public internal(set) var lossDB: [Float]
  /// What is known of each cell, likewise.
  public internal(set) var states: [SweptState]
  /// Cells with a loss.
  public internal(set) var computedCount = 0
  /// Cells behind unknown ground.
  public internal(set) var unknownCount = 0
  /// Cells nearer than P.1812 reaches.
  public internal(set) var tooNearCount = 0

  init(rows: Range<Int>, columns: Int) {
    self.rows = rows
    self.columns = columns
    lossDB = [Float](repeating: .nan, count: rows.count * columns)
    states = [SweptState](repeating: .unknown, count: rows.count * columns)
  }
}

/// What a path from a mast to one target gives.
public enum PointToPointLoss: Hashable, Sendable {
  /// Basic transmission loss between isotropic antennas, dB.
  case computed(Double)
  /// As `SweptState.unknown`.
  case unknown
  /// As `SweptState.tooNear`.
  case tooNear
}
