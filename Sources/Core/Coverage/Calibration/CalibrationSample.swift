public import Geometry

/// The local mean of one drive in one square, beside what a model predicts there.
public struct CalibrationSample: Hashable, Sendable {
  /// Morphology and band.
  public let group: CalibrationGroup
  /// Drive, day of a device or block, by a number that does not depend on the order of the file.
  public let cluster: Int
  /// Middle of the samples, degrees of EPSG:4490.
  public let position: Coordinate
  /// Samples in the mean.
  public let count: Int
  /// Mean of the measured SS-RSRP in dB, dBm.
  public let measuredDBm: Double
  /// Whether a sample of the square lies below the receiver's floor, so that the mean is not known.
  public let isCensored: Bool
  /// SS-RSRP of the strongest server, dBm.
  public let predictedDBm: Double
  /// Horizontal distance to its mast, m.
  public let distanceMetres: Double
  /// What it leads all other sites by, dB; infinite without one.
  public let leadDB: Double

  /// A sample.
  public init(
    group: CalibrationGroup, cluster: Int, position: Coordinate, count: Int = 1,
    measuredDBm: Double, isCensored: Bool = false, predictedDBm: Double, distanceMetres: Double,
    leadDB: Double = .infinity
  ) {
    self.group = group
    self.cluster = cluster
    self.position = position
    self.count = count
    self.measuredDBm = measuredDBm
    self.isCensored = isCensored
    self.predictedDBm = predictedDBm
    self.distanceMetres = distanceMetres
    self.leadDB = leadDB
  }

  /// Measured less predicted, dB.
  public var errorDB: Double { measuredDBm - predictedDBm }

  /// Whether every number is finite, but the lead, which may be infinite.
  var isFinite: Bool {
    measuredDBm.isFinite && predictedDBm.isFinite && distanceMetres.isFinite
      && distanceMetres > 0 && !leadDB.isNaN && position.x.isFinite && position.y.isFinite
  }

  /// An order that depends on the sample alone.
  static func precedes(_ one: CalibrationSample, _ other: CalibrationSample) -> Bool {
    if one.cluster != other.cluster { return one.cluster < other.cluster }
    if one.group != other.group { return one.group < other.group }
    if one.position.y != other.position.y { return one.position.y < other.position.y }
    if one.position.x != other.position.x { return one.position.x < other.position.x }
    return (one.measuredDBm, one.predictedDBm, one.distanceMetres)
      < (other.measuredDBm, other.predictedDBm, other.distanceMetres)
  }
}

/// Why a square takes no part in the fit, in the order of asking.
public enum CalibrationExclusion: String, CaseIterable, Sendable {
  /// No model says what arrives there.
  case noServer = "no-server"
  /// Too near to the mast.
  case tooNear = "too-near"
  /// Another site is predicted nearly as strong.
  case ambiguousServer = "ambiguous-server"
  /// The tuned prediction is too near to the receiver's floor.
  case predictedLow = "predicted-low"
  /// A sample of the square lies below the receiver's floor.
  case measuredLow = "measured-low"
}
