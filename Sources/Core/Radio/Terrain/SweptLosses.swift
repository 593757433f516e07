/// Whether a sweep has a loss for a target.
public enum SweptState: UInt8, CaseIterable, Sendable {
  /// P.1812 answered.
  case computed
  /// The path crosses ground whose height is unknown, or leaves the heights.
  case unknown
  /// Nearer to the mast than the 250 m that P.1812 is stated from: another model must answer.
  case tooNear
}

/// Basic transmission losses of some targets, in the order they were asked for.
public struct SweptLosses: Hashable, Sendable {
  /// Loss between isotropic antennas, dB; NaN where the state is not `computed`.
  public internal(set) var lossDB: [Float]
  /// What is known of each target, likewise.
  public internal(set) var states: [SweptState]
  /// Targets with a loss.
  public internal(set) var computedCount = 0
  /// Targets behind unknown ground.
  public internal(set) var unknownCount = 0
  /// Targets nearer than P.1812 reaches.
  public internal(set) var tooNearCount = 0

  init(count: Int) {
    lossDB = [Float](repeating: .nan, count: count)
    states = [SweptState](repeating: .unknown, count: count)
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
