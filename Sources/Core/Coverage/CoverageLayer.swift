/// What it means for a cell to be served: where, how strong, how surely.
public struct CoverageLayer: Hashable, Sendable {
  /// Outdoors, or inside buildings after entry loss.
  public enum Place: String, Codable, Hashable, Sendable {
    case outdoor
    case indoor
  }

  /// Outdoors or indoors.
  public let place: Place
  /// SS-RSRP that service needs.
  public let thresholdDBm: Double
  /// Probability, over shadowing and kind of building, that a cell must reach.
  public let pointProbability: Double

  /// Rate that the uplink must carry as well; nil for none.
  public let uplinkMbps: Double?

  /// A layer; threshold in dBm, probability 0 to 1, rate in Mbit/s.
  public init(
    place: Place, thresholdDBm: Double, pointProbability: Double, uplinkMbps: Double? = nil
  ) {
    self.place = place
    self.thresholdDBm = thresholdDBm
    self.pointProbability = pointProbability
    self.uplinkMbps = uplinkMbps
  }
}
