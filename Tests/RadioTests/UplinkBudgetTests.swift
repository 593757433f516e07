import Foundation
import Geometry
import Radio
import TestSupport
import Testing

@Suite struct UplinkBudgetTests {
  /// 20 MHz FDD with 15 kHz; round figures.
  private func budget(
    blocks: Int = 106, share: Double = 1, efficiency: SpectralEfficiency = .uplinkTR38803
  ) throws -> UplinkBudget {
    try UplinkBudget(
      userPowerDBm: 23, receiveGainDBi: 20, feederLossDB: 0.5, bodyLossDB: 3, noiseFigureDB: 3.5,
      interferenceMarginDB: 2.5, subcarrierSpacingKHz: 15, resourceBlocks: blocks,
      timeShare: share, efficiency: efficiency)
  }

  /// All 106 blocks, 19.08 MHz, carry 7.632 Mbps at 0.4 bit/s/Hz, that is at 0 dB: noise is
  /// -174 + 72.806 + 3.5 + 2.5 = -95.194 dBm and the loss 23 + 20 - 0.5 - 3 + 95.194 dB.
  @Test func theTermsAddUp() throws {
    let edge = try #require(try budget().edge(rateMbps: 19.08 * 0.4))
    #expect(edge.resourceBlocks == 106)
    #expect(abs(edge.sinrDB) < 1e-9)
    #expect(abs(edge.maximumLossDB - 134.694) < 1e-3)
  }

  /// The independent way: which block count carries the rate behind a loss, by bisection of the loss.
  @Test(arguments: 0..<60) func theEdgeIsWhereTheRateIsJustCarried(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let budget = try UplinkBudget(
      userPowerDBm: .random(in: 20...29, using: &generator),
      receiveGainDBi: .random(in: 0...28, using: &generator),
      noiseFigureDB: .random(in: 1...6, using: &generator),
      subcarrierSpacingKHz: Bool.random(using: &generator) ? 15 : 30,
      resourceBlocks: .random(in: 11...273, using: &generator),
      timeShare: .random(in: 0.1...1, using: &generator))
    let rate = pow(10, Double.random(in: -2...1.3, using: &generator))
    guard let loss = budget.maximumLossDB(edgeRateMbps: rate) else {
      #expect(budget.rateMbps(lossDB: 0) < rate)
      return
    }
    var (low, high) = (0.0, 300.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if budget.rateMbps(lossDB: middle) >= rate { low = middle } else { high = middle }
    }
    #expect(abs(low - loss) < 1e-6, "\(loss)")
  }

  @Test func moreIsNeverFurther() throws {
    let budget = try budget()
    var before = Double.infinity
    for step in 1...200 {
      guard let loss = budget.maximumLossDB(edgeRateMbps: Double(step) / 4) else { break }
      #expect(loss < before)
      before = loss
    }
    #expect(before < 200)
    // The rate falls with the loss and ends.
    var rate = Double.infinity
    for loss in stride(from: 60.0, through: 200, by: 1) {
      #expect(budget.rateMbps(lossDB: loss) <= rate)
      rate = budget.rateMbps(lossDB: loss)
    }
    #expect(rate == 0)
  }

  /// At the least SINR more blocks only add noise: a small rate is given few of them.
  @Test func aSmallRateIsGivenFewBlocks() throws {
    let small = try #require(try budget().edge(rateMbps: 0.1))
    // 0.055 bit/s/Hz of 180 kHz is 9.9 kbps a block: 10 carry it at just above -10 dB, 11 at -10 dB.
    #expect([10, 11].contains(small.resourceBlocks))
    #expect(small.sinrDB < -9.5)
    let large = try #require(try budget().edge(rateMbps: 5))
    #expect(large.resourceBlocks == 106)
  }

  @Test func whatTheWholeCarrierCannotCarryHasNoEdge() throws {
    let budget = try budget(share: 0.25)
    let most = 19.08 * SpectralEfficiency.uplinkTR38803.maximumBitsPerHertz * 0.25
    #expect(budget.maximumLossDB(edgeRateMbps: most * 0.999) != nil)
    #expect(budget.maximumLossDB(edgeRateMbps: most * 1.001) == nil)
    for none in [0, -1, .nan, .infinity] as [Double] {
      #expect(budget.maximumLossDB(edgeRateMbps: none) == nil)
    }
    #expect(budget.rateMbps(lossDB: .nan) == 0)
    #expect(abs(budget.rateMbps(lossDB: -100) - most) < 1e-9)
  }

  /// A high-power handset reaches 3 dB further, and half the time costs as much as half the rate.
  @Test func powerAndTime() throws {
    let usual = try budget()
    let high = try UplinkBudget(
      userPowerDBm: 26, receiveGainDBi: 20, feederLossDB: 0.5, bodyLossDB: 3,
      interferenceMarginDB: 2.5, subcarrierSpacingKHz: 15, resourceBlocks: 106, timeShare: 1)
    let gain =
      try #require(high.maximumLossDB(edgeRateMbps: 2))
      - #require(usual.maximumLossDB(edgeRateMbps: 2))
    #expect(abs(gain - 3) < 1e-9)
    #expect(
      try budget(share: 0.5).edge(rateMbps: 2) == usual.edge(rateMbps: 4))
  }

  @Test(arguments: [
    "power", "gain", "feeder", "body", "noise", "margin", "spacing", "share",
  ]) func parametersOutsideTheRangeAreRefused(name: String) {
    for value in [-1000, 1000, Double.nan, .infinity] {
      func pick(_ candidate: String, _ usual: Double) -> Double {
        candidate == name ? value : usual
      }
      let error = userError {
        try UplinkBudget(
          userPowerDBm: pick("power", 23), receiveGainDBi: pick("gain", 20),
          feederLossDB: pick("feeder", 0), bodyLossDB: pick("body", 0),
          noiseFigureDB: pick("noise", 3), interferenceMarginDB: pick("margin", 0),
          subcarrierSpacingKHz: pick("spacing", 15), resourceBlocks: 106,
          timeShare: pick("share", 1))
      }
      #expect(error?.code == "DR-361", "\(name) \(value)")
    }
    #expect(userError { try budget(blocks: 10) }?.code == "DR-361")
    #expect(userError { try budget(blocks: 276) }?.code == "DR-361")
  }
}
