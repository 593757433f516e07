/// What a correction rests on.
public enum CalibrationBasis: String, CaseIterable, Sendable {
  /// The group's own squares, offset and slope.
  case ownSlope = "own-slope"
  /// The group's own squares, an offset alone.
  case ownOffset = "own-offset"
  /// The squares of all morphologies of the band, an offset alone: the group has too few of its own, and
  /// is drawn wholly to what they have in common.
  case pooledOffset = "pooled-offset"
}

/// Why a group gets no correction.
public enum CalibrationRefusal: String, CaseIterable, Sendable {
  /// Too few squares or clusters, of the whole band too.
  case tooFew = "too-few"
  /// On squares held out the error does not fall by more than chance.
  case notBetter = "not-better"
  /// The offset is beyond what a correction may be: the register or the measurements are wrong.
  case implausible
}

/// What came of one group.
public struct CalibrationFinding: Sendable {
  /// Morphology and band.
  public let group: CalibrationGroup
  /// Squares that took part, and their clusters.
  public let squares: Int
  /// Drives, days of a device or blocks.
  public let clusters: Int
  /// What the fit rests on; nil without one.
  public let basis: CalibrationBasis?
  /// The fit; there also where it is not offered, but not without a basis.
  public let correction: PathLossCorrection?
  /// Standard error of the offset, dB; infinite for one cluster.
  public let offsetErrorDB: Double
  /// Standard error of the slope, dB a decade; 0 without a slope.
  public let slopeErrorDB: Double
  /// Clusters that the fit rests on: of the pool, where it is pooled.
  public let fitClusters: Int
  /// Robust scale of what is left, dB.
  public let scaleDB: Double
  /// Errors of the group's squares as the model has them.
  public let before: ErrorFigures
  /// Errors of the same squares, each by a fit that did not see its cluster; nil without a fit.
  public let after: ErrorFigures?
  /// Fall of Tukey's loss on squares held out, 0 to 1, and its standard error.
  public let gain: Double
  /// Standard error of the gain.
  public let gainError: Double
  /// Why the correction is not offered; nil where it is.
  public let refusal: CalibrationRefusal?

  /// The correction where it is offered.
  public var offered: PathLossCorrection? { refusal == nil ? correction : nil }

  /// Limits of the offset at 95 %: Student's, with as many degrees of freedom as clusters less 1.
  public var offsetLimitsDB: ClosedRange<Double>? { limits(correction?.offsetDB, offsetErrorDB) }

  /// Limits of the slope at 95 %; nil without one.
  public var slopeLimitsDB: ClosedRange<Double>? {
    basis == .ownSlope ? limits(correction?.slopeDBPerDecade, slopeErrorDB) : nil
  }

  private func limits(_ value: Double?, _ error: Double) -> ClosedRange<Double>? {
    guard let value, error.isFinite, fitClusters > 1 else { return nil }
    let half =
      error
      * IncompleteBeta.studentQuantile(0.975, degreesOfFreedom: Double(fitClusters - 1))
    return value - half...value + half
  }
}
