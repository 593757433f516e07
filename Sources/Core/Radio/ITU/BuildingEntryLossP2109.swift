public import Geometry

/// Loss from outdoors into a building that is not exceeded at a share of the places inside
/// (Recommendation ITU-R P.2109-2, equations 1 to 10).
///
/// It stands for the wall and the way inside together, over all buildings of a class: never add it to
/// TR 38.901's `BuildingEntryLoss`, which it replaces.
public struct BuildingEntryLossP2109: Hashable, Sendable {
  /// How the building keeps its heat, which decides what its walls and panes are coated with.
  public enum Building: String, Codable, CaseIterable, Sendable {
    /// No metallised glass, no foil-backed panels.
    case traditional
    /// Metallised glass, foil-backed panels.
    case thermallyEfficient = "efficient"
  }

  /// Class of the building.
  public let building: Building
  /// Centre frequency of the carrier, 0.08 to 100.
  public let carrierGHz: Double
  /// Elevation of the path at the façade, -90 to 90.
  public let elevationDegrees: Double

  /// First normal distribution: mean and deviation, dB.
  private let typical: Normal
  /// Second normal distribution, which rules where the loss is small.
  private let light: Normal

  /// - Throws: DR-330 for a frequency or an elevation outside its range.
  public init(
    _ building: Building, carrierGHz: Double, elevationDegrees: Double = 0
  ) throws(UserError) {
    try requireParameter(
      "carrier", of: "P.2109", carrierGHz, in: 0.08...100, unit: "GHz", code: "DR-330")
    try requireParameter(
      "elevation", of: "P.2109", elevationDegrees, in: -90...90, unit: "degrees", code: "DR-330")
    self.building = building
    self.carrierGHz = carrierGHz
    self.elevationDegrees = elevationDegrees
    let table = Coefficients.table1(building)
    let decade = log10(carrierGHz)
    let horizontal = table.r + table.s * decade + table.t * decade * decade
    typical = Normal(
      meanDB: horizontal + 0.212 * abs(elevationDegrees), deviationDB: table.u + table.v * decade)
    light = Normal(
      meanDB: table.w + table.x * decade, deviationDB: table.y + table.z * decade)
  }

  /// Loss not exceeded with a probability, dB.
  ///
  /// - Parameter probability: above 0 and below 1; 0.5 is the median.
  /// - Throws: DR-331 for anything else.
  public func lossDB(probability: Double) throws(UserError) -> Double {
    guard probability > 0, probability < 1 else {
      throw UserError(
        "DR-331", .badData, at: "P.2109", "probability is \(probability)",
        remedy: "give a probability above 0 and below 1 (0 % and 100 % have no finite loss)")
    }
    let deviate = NormalDistribution.quantile(probability)
    let a = deviate * typical.deviationDB + typical.meanDB
    let b = deviate * light.deviationDB + light.meanDB
    let c = -3.0
    return 10 * log10(pow(10, 0.1 * a) + pow(10, 0.1 * b) + pow(10, 0.1 * c))
  }
}

/// A normal distribution in decibels.
private struct Normal: Hashable, Sendable {
  let meanDB: Double
  let deviationDB: Double
}

/// A row of P.2109's Table 1.
private struct Coefficients {
  let r, s, t, u, v, w, x, y, z: Double

  static func table1(_ building: BuildingEntryLossP2109.Building) -> Coefficients {
    switch building {
    case .traditional:
      Coefficients(r: 12.64, s: 3.72, t: 0.96, u: 9.6, v: 2, w: 9.1, x: -3, y: 4.5, z: -2)
    case .thermallyEfficient:
      Coefficients(
        r: 28.19, s: -3, t: 8.48, u: 13.5, v: 3.8, w: 27.8, x: -2.9, y: 9.4, z: -2.1)
    }
  }
}
