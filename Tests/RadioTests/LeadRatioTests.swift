import Radio
import Testing

@Suite struct LeadRatioTests {
  @Test(
    arguments: [
      (109.9, 100, .tooLate), (110, 100, .inBand), (130, 100, .inBand), (150, 100, .inBand),
      (150.1, 100, .tooEarly), (0, 100, .tooLate), (0, 0, .inBand), (1, 0, .tooEarly),
      (1, -1, .tooEarly), (.infinity, 100, .tooEarly),
    ] as [(Double, Double, LeadRatio.Verdict)]) func theBandDecides(
      capacity: Double, demand: Double, verdict: LeadRatio.Verdict
    )
  {
    // 110 over 100 is 1.1 to the last digit.
    let lead = LeadRatio(capacityMbps: capacity, demandMbps: demand, band: 1.1...1.5)
    #expect(lead.verdict == verdict)
    #expect((lead.ratio == nil) == (demand <= 0))
  }

  @Test func theRatioIsCapacityOverDemand() {
    #expect(LeadRatio(capacityMbps: 300, demandMbps: 200, band: 1...2).ratio == 1.5)
  }
}
