public import Territory

/// What a standard asks of points: of key places that all their key points are served, of a line so large a share of its
/// length.
public struct PointRule: Codable, Hashable, Sendable {
  /// Outdoors, or inside buildings after entry loss.
  public let place: CoverageLayer.Place
  /// Share of the key places whose key points are all served, or of a line's length, 0 to 1.
  public let threshold: Figure
  /// SS-RSRP that a point needs, dBm.
  public let rsrpDBm: Figure
  /// Probability that it is there, over shadowing and kinds of building.
  public let pointProbability: Figure
  /// Rate in Mbit/s that the uplink has to carry as well; nil for none.
  public let uplinkMbps: Figure?

  /// A rule.
  public init(
    place: CoverageLayer.Place, threshold: Figure, rsrpDBm: Figure, pointProbability: Figure,
    uplinkMbps: Figure? = nil
  ) {
    self.place = place
    self.threshold = threshold
    self.rsrpDBm = rsrpDBm
    self.pointProbability = pointProbability
    self.uplinkMbps = uplinkMbps
  }

  /// The rule as a criterion of area: what is judged at a point is the cell that it lies in.
  var criterion: Criterion {
    Criterion(
      criterion: place == .indoor ? .indoorShare : .outdoorShare, threshold: threshold,
      rsrpDBm: rsrpDBm, pointProbability: pointProbability, uplinkMbps: uplinkMbps)
  }

  /// What it means for a point to be served.
  public var layer: CoverageLayer {
    CoverageLayer(
      place: place, thresholdDBm: rsrpDBm.value, pointProbability: pointProbability.value,
      uplinkMbps: uplinkMbps?.value)
  }
}
