public import Geometry
import Radio

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What measurements add to a path loss model: an offset and a slope over the logarithm of the distance.
///
/// Levels rise by `offsetDB + slopeDBPerDecade * log10(d / referenceMetres)`, losses fall by as much. Outside
/// the distances that were measured the value at the nearest of them holds: nothing is extrapolated.
public struct PathLossCorrection: Hashable, Sendable {
  /// Measured less predicted level at the reference distance, -60 to 60 dB.
  public let offsetDB: Double
  /// What a tenfold distance adds to the offset, -15 to 15 dB; 0 where an offset alone was fitted.
  public let slopeDBPerDecade: Double
  /// Distance at which the offset holds, 1 to 100,000 m.
  public let referenceMetres: Double
  /// Distances that were measured, within 1 to 100,000 m.
  public let validMetres: ClosedRange<Double>

  /// The steepest slope either way: with it the loss still rises by 5 dB a decade under every model of
  /// TR 38.901, whose flattest (RMa with line of sight) rises by 20.
  public static let steepestDBPerDecade = 15.0
  static let offsetRange = -60.0...60.0
  static let distanceRange = 1.0...100_000.0

  /// - Throws: DR-900 for a figure out of range.
  public init(
    offsetDB: Double, slopeDBPerDecade: Double = 0, referenceMetres: Double,
    validMetres: ClosedRange<Double>
  ) throws(UserError) {
    func check(
      _ name: String, _ value: Double, _ range: ClosedRange<Double>, _ unit: String
    ) throws(UserError) {
      // A NaN is in no range.
      guard range.contains(value) else {
        throw UserError(
          "DR-900", .badData, at: "calibration", "\(name) is \(value) \(unit)",
          remedy: "give \(range.lowerBound) to \(range.upperBound) \(unit)")
      }
    }
    let steepest = Self.steepestDBPerDecade
    try check("the offset", offsetDB, Self.offsetRange, "dB")
    try check("the slope", slopeDBPerDecade, -steepest...steepest, "dB a decade")
    try check("the reference distance", referenceMetres, Self.distanceRange, "m")
    try check("the nearest distance", validMetres.lowerBound, Self.distanceRange, "m")
    try check("the farthest distance", validMetres.upperBound, Self.distanceRange, "m")
    self.offsetDB = offsetDB
    self.slopeDBPerDecade = slopeDBPerDecade
    self.referenceMetres = referenceMetres
    self.validMetres = validMetres
  }

  /// What levels rise by at a horizontal distance from the mast, dB.
  public func levelDB(atMetres distance: Double) -> Double {
    guard slopeDBPerDecade != 0 else { return offsetDB }
    let held = min(max(distance, validMetres.lowerBound), validMetres.upperBound)
    return offsetDB + slopeDBPerDecade * log10(held / referenceMetres)
  }
}

/// A path loss model with what measurements add to it. Line of sight and none move alike: what was
/// measured does not tell them apart.
struct CorrectedPathLoss: MacroPathLossModel {
  let model: any MacroPathLossModel
  let correction: PathLossCorrection

  var carrierGHz: Double { model.carrierGHz }
  var validDistanceMetres: ClosedRange<Double> { model.validDistanceMetres }
  var nonLineOfSightShadowingDB: Double { model.nonLineOfSightShadowingDB }
  var indoorShadowingDB: Double { model.indoorShadowingDB }
  var maximumIndoorDepthMetres: Double { model.maximumIndoorDepthMetres }

  func lineOfSightLossDB(distance2DMetres distance: Double) -> Double {
    model.lineOfSightLossDB(distance2DMetres: distance) - correction.levelDB(atMetres: distance)
  }

  func nonLineOfSightLossDB(distance2DMetres distance: Double) -> Double {
    model.nonLineOfSightLossDB(distance2DMetres: distance) - correction.levelDB(atMetres: distance)
  }

  func lineOfSightProbability(distance2DMetres distance: Double) -> Double {
    model.lineOfSightProbability(distance2DMetres: distance)
  }

  func lineOfSightShadowingDB(distance2DMetres distance: Double) -> Double {
    model.lineOfSightShadowingDB(distance2DMetres: distance)
  }
}
