import Foundation
import Geometry
import Radio
import TestSupport
import Testing

@Suite struct SpectralEfficiencyTests {
  static let presets: [SpectralEfficiency] = [
    .downlinkTR38803, .uplinkTR38803, .downlinkTR36942, .uplinkTR36942,
  ]

  /// SINR dB, downlink and uplink bit/s/Hz after TR 38.803 5.2.7, evaluated independently.
  @Test(arguments: [
    [-12, 0, 0], [-10, 0.0825, 0.0550], [-5, 0.2378, 0.1586], [0, 0.6, 0.4],
    [5, 1.2344, 0.8229], [10, 2.0757, 1.3838], [15, 3.0167, 2.0111], [20, 3.9949, 2.6633],
    [22, 4.3904, 2.9269], [30, 5.9803, 2.9269], [60, 5.9803, 2.9269],
  ]) func theTableOfNR(row: [Double]) {
    #expect(abs(SpectralEfficiency.downlinkTR38803.bitsPerHertz(sinrDB: row[0]) - row[1]) < 6e-5)
    #expect(abs(SpectralEfficiency.uplinkTR38803.bitsPerHertz(sinrDB: row[0]) - row[2]) < 6e-5)
  }

  @Test func theCapsOfLTE() {
    #expect(SpectralEfficiency.downlinkTR36942.maximumBitsPerHertz == 4.4)
    #expect(SpectralEfficiency.uplinkTR36942.maximumBitsPerHertz == 2)
    // 2^5 = 1 + 31, and 10 log10 31 = 14.9136 dB.
    #expect(abs(SpectralEfficiency.uplinkTR36942.maximumSINRDB - 14.9136) < 1e-4)
    #expect(abs(SpectralEfficiency.downlinkTR36942.maximumSINRDB - 22.05) < 0.01)
  }

  @Test(arguments: presets) func theInverseUndoesTheBound(efficiency: SpectralEfficiency) throws {
    var before = -1.0
    for step in 0...1000 {
      let sinr =
        efficiency.minimumSINRDB + Double(step) / 1000
        * (efficiency.maximumSINRDB - efficiency.minimumSINRDB)
      let bits = efficiency.bitsPerHertz(sinrDB: sinr)
      #expect(bits > before)
      before = bits
      let back = try #require(efficiency.requiredSINRDB(bitsPerHertz: bits))
      #expect(abs(back - sinr) < 1e-9)
      // What the inverse asks for carries it, and 0.01 dB less does not.
      #expect(efficiency.bitsPerHertz(sinrDB: back) >= bits - 1e-12)
      #expect(efficiency.bitsPerHertz(sinrDB: back - 0.01) < bits)
    }
  }

  @Test(arguments: presets) func theEndsAreEnds(efficiency: SpectralEfficiency) {
    let most = efficiency.maximumBitsPerHertz
    #expect(efficiency.requiredSINRDB(bitsPerHertz: most) == efficiency.maximumSINRDB)
    #expect(efficiency.requiredSINRDB(bitsPerHertz: most.nextUp) == nil)
    #expect(efficiency.requiredSINRDB(bitsPerHertz: .infinity) == nil)
    #expect(efficiency.requiredSINRDB(bitsPerHertz: .nan) == nil)
    for little in [0, -1, 1e-9, -Double.infinity] {
      #expect(efficiency.requiredSINRDB(bitsPerHertz: little) == efficiency.minimumSINRDB)
    }
    #expect(efficiency.bitsPerHertz(sinrDB: .nan) == 0)
    #expect(efficiency.bitsPerHertz(sinrDB: -.infinity) == 0)
    #expect(efficiency.bitsPerHertz(sinrDB: .infinity) == most)
    #expect(efficiency.bitsPerHertz(sinrDB: efficiency.minimumSINRDB.nextDown) == 0)
    #expect(efficiency.bitsPerHertz(sinrDB: efficiency.minimumSINRDB) > 0)
  }

  @Test(
    arguments: [
      (0.01, -10, 30), (1.1, -10, 30), (.nan, -10, 30), (0.6, -31, 30), (0.6, .nan, 30),
      (0.6, 10, 9), (0.6, -10, 61), (0.6, -10, .nan),
    ] as [(Double, Double, Double)]) func parametersOutsideTheRangeAreRefused(
      attenuation: Double, least: Double, largest: Double
    )
  {
    let error = userError {
      try SpectralEfficiency(
        attenuation: attenuation, minimumSINRDB: least, maximumSINRDB: largest)
    }
    #expect(error?.code == "DR-360")
  }

  @Test func aBoundOfOnesOwnIsThePresetWithItsParameters() throws {
    #expect(
      try SpectralEfficiency(attenuation: 0.6, minimumSINRDB: -10, maximumSINRDB: 30)
        == .downlinkTR38803)
  }
}
