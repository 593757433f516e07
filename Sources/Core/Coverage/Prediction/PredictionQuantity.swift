/// What can be mapped of a mast's coverage. With one mast alone there is no interference: SINR is the
/// network's matter.
public enum PredictionQuantity: String, CaseIterable, Sendable {
  /// Loss between isotropic antennas.
  case pathLoss = "path-loss"
  /// SS-RSRP of the best sector.
  case rsrp
  /// SS-RSRP over thermal noise.
  case snr
  /// Probability that both links hold outdoors.
  case outdoorProbability = "outdoor-probability"
  /// Probability that both links hold inside buildings.
  case indoorProbability = "indoor-probability"
  /// Which link gives out first.
  case limitingLink = "limiting-link"
  /// Rate of a lone user at full power.
  case uplinkRate = "uplink-rate"
  /// Rate of a lone user on one layer.
  case downlinkRate = "downlink-rate"

  /// Unit of the numbers; `1` for probabilities, empty for codes.
  public var unit: String {
    switch self {
    case .pathLoss, .snr: "dB"
    case .rsrp: "dBm"
    case .outdoorProbability, .indoorProbability: "1"
    case .limitingLink: ""
    case .uplinkRate, .downlinkRate: "Mbit/s"
    }
  }

  /// What the numbers are, for whoever opens the raster.
  public var meaning: String {
    switch self {
    case .pathLoss: "basic transmission loss between isotropic antennas, outdoors"
    case .rsrp: "SS-RSRP of the best sector, outdoors"
    case .snr: "SS-RSRP over thermal noise, outdoors, no other cells"
    case .outdoorProbability: "probability that both links hold outdoors"
    case .indoorProbability: "probability that both links hold inside buildings"
    case .limitingLink: "link that gives out first: 1 downlink, 2 uplink"
    case .uplinkRate: "uplink rate of a lone user outdoors"
    case .downlinkRate: "downlink rate of a lone user outdoors, one layer"
    }
  }

  /// Whether more is better, so that coverage is what is at least a threshold; with a loss it is what
  /// is at most one. Nil for codes, which have no thresholds.
  public var isBetterHigher: Bool? {
    switch self {
    case .pathLoss: false
    case .limitingLink: nil
    default: true
    }
  }
}
