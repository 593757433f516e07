public import Geometry

/// The air over a path: how fast its refractivity falls with height, and how large it is.
public struct RadioClimate: Hashable, Sendable {
  /// Mean annual fall of the refractivity through the lowest 1 km, N-units/km, 20 to 110.
  public let refractivityLapse: Double
  /// Mean annual refractivity at the sea's level, N-units, 250 to 450.
  public let seaLevelRefractivity: Double
  /// Latitude of the middle of the path, -90 to 90.
  public let latitudeDegrees: Double

  /// The defaults are the mean global reference atmosphere of Recommendation ITU-R P.453 (315 N-units
  /// at the sea's level, scale height 7.35 km: 40.1 N-units less after the first kilometre) and 35° N,
  /// about the middle of China's people. The ITU-R's maps, which would be exact, may not be
  /// redistributed.
  ///
  /// - Throws: DR-333 for a value outside its range.
  public init(
    refractivityLapse: Double = 40.1, seaLevelRefractivity: Double = 315,
    latitudeDegrees: Double = 35
  ) throws(UserError) {
    try requireParameter(
      "refractivity lapse", of: "P.1812", refractivityLapse, in: 20...110, unit: "N-units/km",
      code: "DR-333")
    try requireParameter(
      "sea-level refractivity", of: "P.1812", seaLevelRefractivity, in: 250...450,
      unit: "N-units", code: "DR-333")
    try requireParameter(
      "latitude", of: "P.1812", latitudeDegrees, in: -90...90, unit: "degrees", code: "DR-333")
    self.refractivityLapse = refractivityLapse
    self.seaLevelRefractivity = seaLevelRefractivity
    self.latitudeDegrees = latitudeDegrees
  }

  /// Effective radius of the earth for the median of the time (equations 6 and 7).
  var medianRadiusKilometres: Double { 6371 * 157 / (157 - refractivityLapse) }
  /// Effective radius of the earth while propagation is anomalous (equation 8).
  static let anomalousRadiusKilometres = 6371.0 * 3
}
