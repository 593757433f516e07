public import Geometry

/// When squares are taken and when a fit is offered. All figures but the ranges are judgement [G], with the
/// reason beside each.
public struct CalibrationRule: Hashable, Sendable {
  /// SS-RSRP below which the receiver tells nothing, -156 to -31 dBm.
  ///
  /// -120: what scanners and handsets of drive tests still measure well.
  public let floorDBm: Double
  /// How far above the floor a tuned prediction has to lie, 0 to 60 dB.
  ///
  /// Squares are taken by what is predicted, not by what was measured: where half of the levels lie below
  /// the floor only the good half is seen, and the offset comes out too high. 12: one and a half times a
  /// shadowing of 8 dB, so that what is cut off moves the mean by a tenth of a decibel.
  public let marginDB: Double
  /// How far the strongest site has to lead all other sites as predicted, 0 to 60 dB.
  ///
  /// 6: below, another site than the predicted one may well have served, and its level, being the best of
  /// several, makes the model look too low.
  public let leadDB: Double
  /// Nearer squares are left out, 0 to 1000 m. 50: nearer, errors of positions are not small any more.
  public let nearMetres: Double
  /// Folds of the cross-validation, 2 to 20.
  public let folds: Int
  /// Draws of the bootstrap, 99 to 9999.
  public let draws: Int
  /// Of shuffles and draws.
  public let seed: UInt64

  /// Squares that a group needs for a fit of its own.
  public static let leastSquares = 100
  /// Clusters that a group needs for a fit of its own.
  public static let leastClusters = 5
  /// Decades between the tenth and the ninetieth percentile of the distances that a slope needs: a
  /// factor of three.
  public static let leastDecades = 0.5
  /// Confidence with which the held-out error has to fall, on one side.
  public static let confidence = 0.95

  /// - Throws: DR-907 for a figure out of range.
  public init(
    floorDBm: Double = -120, marginDB: Double = 12, leadDB: Double = 6, nearMetres: Double = 50,
    folds: Int = 5, draws: Int = 499, seed: UInt64 = 1
  ) throws(UserError) {
    func check(
      _ name: String, _ value: Double, _ range: ClosedRange<Double>, _ unit: String
    ) throws(UserError) {
      guard range.contains(value) else {
        throw UserError(
          "DR-907", .usage, at: name, "it is \(value) \(unit)",
          remedy: "give \(range.lowerBound) to \(range.upperBound) \(unit)")
      }
    }
    try check("--floor", floorDBm, -156 ... -31, "dBm")
    try check("--margin", marginDB, 0...60, "dB")
    try check("--lead", leadDB, 0...60, "dB")
    try check("--near", nearMetres, 0...1000, "m")
    try check("--folds", Double(folds), 2...20, "folds")
    try check("--draws", Double(draws), 99...9999, "draws")
    self.floorDBm = floorDBm
    self.marginDB = marginDB
    self.leadDB = leadDB
    self.nearMetres = nearMetres
    self.folds = folds
    self.draws = draws
    self.seed = seed
  }
}
