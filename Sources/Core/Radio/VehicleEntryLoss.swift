public import Geometry

/// Loss into cars (TR 38.901 clause 7.4.3.2), on top of the path loss outdoors.
///
/// Normal over cars, without any dependence on the carrier.
public struct VehicleEntryLoss: Hashable, Sendable {
  /// What the windows are like.
  public enum Windows: String, Codable, CaseIterable, Sendable {
    /// Plain glass.
    case plain
    /// With a metallised film.
    case metallised
  }

  /// Windows.
  public let windows: Windows
  /// Mean, and as well the median, dB: 9 plain, 20 metallised.
  public let meanDB: Double
  /// Standard deviation over cars, dB.
  public let deviationDB = 5.0

  /// The loss at a carrier of 0.6 to 60 GHz.
  ///
  /// - Throws: DR-365 for a carrier outside the range.
  public init(_ windows: Windows, carrierGHz: Double) throws(UserError) {
    try requireParameter(
      "carrier", of: "loss into cars", carrierGHz, in: 0.6...60, unit: "GHz", code: "DR-365")
    self.windows = windows
    meanDB = windows == .plain ? 9 : 20
  }

  /// Loss that a share of cars does not exceed, dB; minus and plus infinity at 0 and 1, NaN outside.
  public func lossDB(probability: Double) -> Double {
    meanDB + deviationDB * NormalDistribution.quantile(probability)
  }
}
