public import Geometry

/// Loss through the buildings and trees around one end of a path on the ground, as a distribution over
/// places (Recommendation ITU-R P.2108-1, clause 3.2).
///
/// For a terminal below the roofs, and only on top of a model without clutter, such as free space:
/// TR 38.901 and a P.1812 profile with clutter heights contain it already.
public struct ClutterLossP2108: Hashable, Sendable {
  /// Centre frequency of the carrier, 0.5 to 67.
  public let carrierGHz: Double
  /// Loss of the paths through the clutter, dB.
  private let throughDB: Double

  /// Least length of the path for the correction at one end.
  public static let minimumDistanceMetres = 250.0
  /// Length of the path beyond which the loss no longer grows.
  public static let saturationDistanceMetres = 2000.0

  /// - Throws: DR-330 for a frequency outside its range.
  public init(carrierGHz: Double) throws(UserError) {
    try requireParameter(
      "carrier", of: "P.2108", carrierGHz, in: 0.5...67, unit: "GHz", code: "DR-330")
    self.carrierGHz = carrierGHz
    throughDB = -2 * log10(pow(10, -5 * log10(carrierGHz) - 12.5) + pow(10, -16.5))
  }

  /// Loss not exceeded at a share of the places, dB; never more than at 2 km, as the Recommendation
  /// caps it.
  ///
  /// - Parameters:
  ///   - distanceMetres: length of the whole path, from 250.
  ///   - probability: share of the places, above 0 and below 1; 0.5 is the median.
  /// - Throws: DR-330 for a path that is too short, DR-331 for a probability outside its range.
  public func lossDB(distanceMetres: Double, probability: Double) throws(UserError) -> Double {
    try requireParameter(
      "distance", of: "P.2108", distanceMetres, in: Self.minimumDistanceMetres...1e8, unit: "m",
      code: "DR-330")
    guard probability > 0, probability < 1 else {
      throw UserError(
        "DR-331", .badData, at: "P.2108", "probability is \(probability)",
        remedy: "give a share of places above 0 and below 1")
    }
    let deviate = NormalDistribution.quantile(probability)
    return min(
      uncappedDB(distanceMetres: distanceMetres, deviate: deviate),
      uncappedDB(distanceMetres: Self.saturationDistanceMetres, deviate: deviate))
  }

  private func uncappedDB(distanceMetres: Double, deviate: Double) -> Double {
    let overDB = 32.98 + 23.9 * log10(distanceMetres / 1000) + 3 * log10(carrierGHz)
    let through = pow(10, -0.2 * throughDB)
    let over = pow(10, -0.2 * overDB)
    let throughDeviationDB = 4.0
    let overDeviationDB = 6.0
    let variance =
      (throughDeviationDB * throughDeviationDB * through + overDeviationDB * overDeviationDB * over)
      / (through + over)
    return -5 * log10(through + over) + variance.squareRoot() * deviate
  }
}
