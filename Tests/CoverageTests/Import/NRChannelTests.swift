import Coverage
import Testing

@Suite struct NRChannelTests {
  /// Ends of the ranges of TS 38.104 Table 5.4.2.1-1, and limits of bands of Table 5.4.2.3-1.
  @Test func frequenciesAreThoseOfTheRaster() throws {
    func near(_ channel: Int, _ megahertz: Double) throws {
      #expect(abs(try #require(NRChannel.frequencyMHz(arfcn: channel)) - megahertz) < 1e-6)
    }
    try near(0, 0)
    try near(599_999, 2999.995)
    try near(600_000, 3000)
    try near(2_016_666, 24249.99)
    try near(2_016_667, 24250.08)
    try near(3_279_165, 99999.96)
    // n41 499200 to 537999, n78 620000 to 653333, n28 151600 to 160600, n79 693334 to 733333.
    try near(499_200, 2496)
    try near(620_000, 3300)
    try near(653_333, 3799.995)
    try near(151_600, 758)
    try near(160_600, 803)
    try near(693_334, 4400.01)
    #expect(NRChannel.frequencyMHz(arfcn: -1) == nil)
    #expect(NRChannel.frequencyMHz(arfcn: 3_279_166) == nil)
  }

  @Test func bandsAreThoseThatAreKnown() {
    let known = ["n78": 3.5, "n77": 4.0, "n28": 0.773]
    #expect(NRChannel.band(ofMHz: 3550, among: known) == "n78")
    #expect(NRChannel.band(ofMHz: 3790, among: known) == "n77")
    #expect(NRChannel.band(ofMHz: 4100, among: known) == "n77")
    #expect(NRChannel.band(ofMHz: 760, among: known) == "n28")
    #expect(NRChannel.band(ofMHz: 875, among: known) == nil)
    #expect(NRChannel.band(ofMHz: 2600, among: known) == nil)
  }
}
