import Foundation
import Radio
import Siting
import Testing

/// Capacity and edge of a carrier, against the truncated Shannon bound by hand.
@Suite struct CampusCarrierTests {
  private static let width = 273 * 12 * 0.03

  private func carrier(uplinkShare: Double, layers: Double = 1) throws -> CampusCarrier {
    CampusCarrier(
      uplink: try UplinkBudget(
        userPowerDBm: 23, receiveGainDBi: 2, noiseFigureDB: 6, interferenceMarginDB: 2.5,
        subcarrierSpacingKHz: 30, resourceBlocks: 273, timeShare: uplinkShare),
      downlink: try LinkBudget(
        conductedPowerWatts: 1, resourceBlocks: 273, subcarrierSpacingKHz: 30, ssbGainDBi: 2),
      bandwidthMHz: Self.width, downlinkShare: 0.643, terminalLayers: 2, uplinkLayers: layers,
      downlinkLayers: 4, rsrpDBm: -110)
  }

  /// Near the antenna every terminal has 22 dB and more: 0.4 log2(1 + 10^2.2) of 98.28 MHz in the uplink's time.
  @Test(arguments: [(0.229, 1.0), (0.329, 1), (0.629, 1), (0.329, 4)])
  func theBoundAtShortRange(share: Double, layers: Double) throws {
    let mbps = try carrier(uplinkShare: share, layers: layers).uplinkMbps(lossesDB: [60, 62])
    let bound = 0.4 * log2(1 + pow(10, 2.2)) * Self.width * share * layers
    #expect(abs(mbps - bound) < 1e-9 * bound)
  }

  /// At 100 dB over the whole carrier: 23 + 2 - 100 - (-174 + 10 log10(98.28e6) + 6 + 2.5) = 10.58 dB.
  @Test func theBoundFartherOut() throws {
    let sinr = 23 + 2 - 100 + 174 - 10 * log10(Self.width * 1e6) - 8.5
    #expect(abs(sinr - 10.575) < 0.01)
    let near = try carrier(uplinkShare: 0.329)
    let one = 0.4 * log2(1 + pow(10, sinr / 10)) * Self.width * 0.329
    #expect(abs(near.uplinkMbps(lossesDB: [100]) - one) < 1e-6)
    // Equal rates: the time of a place is the inverse of what it would get alone.
    let top = 0.4 * log2(1 + pow(10, 2.2)) * Self.width * 0.329
    let both = near.uplinkMbps(lossesDB: [60, 100])
    #expect(abs(both - 2 / (1 / top + 1 / one)) < 1e-6)
  }

  /// Two layers carry half of the rate each; the edge is where the level, the uplink or the downlink ends.
  @Test func theEdge() throws {
    let carrier = try carrier(uplinkShare: 0.329)
    let uplink = try #require(carrier.uplink.maximumLossDB(edgeRateMbps: 50))
    #expect(carrier.maximumLossDB(uplinkMbps: 100, downlinkMbps: 1) == uplink)
    // 30 dBm over 3276 resource elements and 2 dBi against -110 dBm.
    let level = 30 - 10 * log10(3276.0) + 2 + 110
    let slow = try #require(carrier.maximumLossDB(uplinkMbps: 0.01, downlinkMbps: 0.01))
    #expect(abs(slow - level) < 1e-9)
    // More than two layers of the whole carrier at their most.
    #expect(carrier.maximumLossDB(uplinkMbps: 200, downlinkMbps: 1) == nil)
    #expect(carrier.maximumLossDB(uplinkMbps: 1, downlinkMbps: 400) == nil)
  }

  @Test func moreUplinkTimeReachesFarther() throws {
    let losses = try [0.229, 0.329, 0.629].map {
      try carrier(uplinkShare: $0).maximumLossDB(uplinkMbps: 100, downlinkMbps: 1) ?? 0
    }
    #expect(losses == losses.sorted() && losses[0] < losses[2])
  }
}
