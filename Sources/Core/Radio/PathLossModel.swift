import Geometry

/// Basic transmission loss between a base station and a user outdoors or on the same floor.
///
/// The models are those of 3GPP TR 38.901 clause 7.4 (release 16 to 18). All distances are the
/// horizontal distance between the feet of the two antennas. Distances below
/// `validDistanceMetres.lowerBound` are taken as the lower bound, where the formula starts; beyond
/// the upper bound the formula still gives a figure, but the TR does not vouch for it, and
/// `ServiceProbability` stops there.
public protocol PathLossModel: Sendable {
  /// Centre frequency of the carrier.
  var carrierGHz: Double { get }
  /// Horizontal distances the formulas are stated for, with and without line of sight.
  var validDistanceMetres: ClosedRange<Double> { get }
  /// Median loss with line of sight, dB.
  func lineOfSightLossDB(distance2DMetres: Double) -> Double
  /// Median loss without line of sight, dB; never below the one with line of sight.
  func nonLineOfSightLossDB(distance2DMetres: Double) -> Double
  /// Probability of line of sight, 0 to 1 (Table 7.4.2-1).
  func lineOfSightProbability(distance2DMetres: Double) -> Double
  /// Standard deviation of shadow fading with line of sight, dB; RMa's depends on the distance.
  func lineOfSightShadowingDB(distance2DMetres: Double) -> Double
  /// Standard deviation of shadow fading without line of sight, dB.
  var nonLineOfSightShadowingDB: Double { get }
}

extension PathLossModel {
  /// Average of the two median losses in dB, weighted by the probability of line of sight.
  ///
  /// A single figure for maps. For the probability of service mix the two distributions instead
  /// (`ServiceProbability`).
  public func meanLossDB(distance2DMetres: Double) -> Double {
    let sight = lineOfSightProbability(distance2DMetres: distance2DMetres)
    return sight * lineOfSightLossDB(distance2DMetres: distance2DMetres)
      + (1 - sight) * nonLineOfSightLossDB(distance2DMetres: distance2DMetres)
  }
}

/// A model whose users may also be inside buildings (UMa, UMi, RMa).
public protocol MacroPathLossModel: PathLossModel {
  /// Standard deviation of shadow fading for users in buildings, dB (Table 7.5-6, O2I).
  var indoorShadowingDB: Double { get }
  /// Largest depth in the building; the depth is the lesser of two uniform draws from 0 to it.
  var maximumIndoorDepthMetres: Double { get }
}

/// Speed of light in the breakpoint distances, m/s.
public enum SpeedOfLight {
  /// As TR 38.901 has it.
  public static let rounded = 3.0e8
  /// As ns-3 and Sionna have it; losses beyond the breakpoint differ by up to 0.006 dB.
  public static let exact = 299_792_458.0
}

/// The distance between antennas of these heights.
func distance3DMetres(_ distance2DMetres: Double, heightDifferenceMetres: Double) -> Double {
  (distance2DMetres * distance2DMetres + heightDifferenceMetres * heightDifferenceMetres)
    .squareRoot()
}

/// Refuses a parameter outside the range a model is stated for.
func requireParameter(
  _ name: String, of model: String, _ value: Double, in range: ClosedRange<Double>, unit: String,
  code: String = "DR-301"
) throws(UserError) {
  // A NaN is in no range.
  guard range.contains(value) else {
    throw UserError(
      code, .badData, at: model, "\(name) is \(value) \(unit)",
      remedy: "give a value from \(range.lowerBound) to \(range.upperBound) \(unit)")
  }
}
