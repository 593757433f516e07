/// What a raster of a settlement's network shows.
public enum SurfaceQuantity: String, CaseIterable, Codable, Sendable {
  /// SS-RSRP of the strongest carrier, dBm.
  case rsrp
  /// SS-SINR of that carrier under load, dB.
  case sinr
  /// Probability of service outdoors, by the standard's first layer outdoors: the largest of the
  /// carriers' best servers.
  case outdoorProbability = "outdoor-probability"
  /// Probability of service indoors, by the standard's first layer indoors, likewise.
  case indoorProbability = "indoor-probability"
  /// Number of the serving radio cell; `servers.csv` names it.
  case bestServer = "best-server"
  /// What limits: 0 no signal, 1 downlink, 2 uplink, 3 interference.
  case limitingLink = "limiting-link"
  /// Residents, spread evenly over the built-up cells.
  case population

  /// Unit as rasters state it.
  public var unit: String {
    switch self {
    case .rsrp: "dBm"
    case .sinr: "dB"
    case .outdoorProbability, .indoorProbability: "1"
    case .bestServer, .limitingLink: ""
    case .population: "persons"
    }
  }
}
