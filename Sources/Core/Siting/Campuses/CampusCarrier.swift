public import Radio

/// A carrier of a campus' cells as its terminals use it, both ways.
public struct CampusCarrier: Sendable {
  /// From one chain of a terminal.
  public let uplink: UplinkBudget
  /// To the terminals.
  public let downlink: LinkBudget
  /// Width that carries data.
  public let bandwidthMHz: Double
  /// Share of the time that the downlink has.
  public let downlinkShare: Double
  /// Layers of one terminal, each with a chain of its own.
  public let terminalLayers: Int
  /// Layers of a cell at once.
  public let uplinkLayers: Double
  /// Layers of a cell at once.
  public let downlinkLayers: Double
  /// SS-RSRP that an edge must have.
  public let rsrpDBm: Double

  /// A carrier; layers 1 or more.
  public init(
    uplink: UplinkBudget, downlink: LinkBudget, bandwidthMHz: Double, downlinkShare: Double,
    terminalLayers: Int, uplinkLayers: Double, downlinkLayers: Double, rsrpDBm: Double
  ) {
    self.uplink = uplink
    self.downlink = downlink
    self.bandwidthMHz = bandwidthMHz
    self.downlinkShare = downlinkShare
    self.terminalLayers = terminalLayers
    self.uplinkLayers = uplinkLayers
    self.downlinkLayers = downlinkLayers
    self.rsrpDBm = rsrpDBm
  }

  /// Largest loss between the antennas at which a terminal alone sends and receives its rates and has the level;
  /// nil where the whole carrier does not carry them.
  public func maximumLossDB(uplinkMbps: Double, downlinkMbps: Double) -> Double? {
    guard
      let up = uplink.maximumLossDB(edgeRateMbps: uplinkMbps / Double(terminalLayers)),
      let sinr = SpectralEfficiency.downlinkTR38803.requiredSINRDB(
        bitsPerHertz: downlinkMbps / (bandwidthMHz * downlinkShare))
    else { return nil }
    let down = downlink.ssSINR(lossDB: 0) - sinr
    return min(up, down, downlink.maximumLossDB(thresholdDBm: rsrpDBm))
  }

  /// What a cell carries in the uplink when all its terminals get the same rate, Mbps.
  ///
  /// A terminal alone on one layer would get the truncated Shannon bound of its loss; terminals share the time by the
  /// inverse of that, and the cell's layers serve as many at once.
  public func uplinkMbps(lossesDB: some Sequence<Double>) -> Double {
    var served = ServedEfficiency()
    let width = bandwidthMHz * uplink.timeShare
    for loss in lossesDB { served.add(bitsPerHertz: uplink.rateMbps(lossDB: loss) / width) }
    return width * uplinkLayers * (served.mean(.equalRate) ?? 0)
  }

  /// What a cell carries in the downlink when all its terminals get the same rate, Mbps.
  public func downlinkMbps(lossesDB: some Sequence<Double>) -> Double {
    var served = ServedEfficiency()
    for loss in lossesDB {
      served.add(
        bitsPerHertz: SpectralEfficiency.downlinkTR38803.bitsPerHertz(
          sinrDB: downlink.ssSINR(lossDB: loss)))
    }
    return bandwidthMHz * downlinkShare * downlinkLayers * (served.mean(.equalRate) ?? 0)
  }

  /// Mean losses over a disc, at the middles of rings of equal area.
  static func losses(_ reach: EdgeReach, radiusMetres: Double, extraDB: Double = 0) -> [Double] {
    (0..<rings).map { ring in
      let distance = radiusMetres * ((Double(ring) + 0.5) / Double(rings)).squareRoot()
      return reach.meanLossDB(atMetres: distance) + extraDB
    }
  }

  private static let rings = 20
}
