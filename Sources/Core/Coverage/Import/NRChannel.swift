/// Carriers of 5G by frequency: the NR operating bands and the raster of channel numbers.
public enum NRChannel {
  /// Downlink of the bands in FR1 that China has given out or might, MHz (TS 38.104 Table 5.2-1).
  static let downlinkMHz: [(band: String, range: ClosedRange<Double>)] = [
    ("n1", 2110...2170), ("n3", 1805...1880), ("n5", 869...894), ("n8", 925...960),
    ("n28", 758...803), ("n34", 2010...2025), ("n39", 1880...1920), ("n40", 2300...2400),
    ("n41", 2496...2690), ("n77", 3300...4200), ("n78", 3300...3800), ("n79", 4400...5000),
  ]

  /// Frequency of an NR-ARFCN, MHz (TS 38.104 5.4.2.1, Table 5.4.2.1-1): F_REF-Offs + delta F (N - N_Offs); nil outside
  /// 0 to 3279165.
  public static func frequencyMHz(arfcn: Int) -> Double? {
    switch arfcn {
    case 0..<600_000: 0.005 * Double(arfcn)
    case 600_000..<2_016_667: 3000 + 0.015 * Double(arfcn - 600_000)
    case 2_016_667...3_279_165: 24250.08 + 0.06 * Double(arfcn - 2_016_667)
    default: nil
    }
  }

  /// The band whose downlink holds a frequency, of those that are known; of several the one whose carrier is
  /// nearest.
  ///
  /// - Parameter known: centre of the carrier in GHz by band.
  public static func band(ofMHz frequency: Double, among known: [String: Double]) -> String? {
    downlinkMHz.filter { $0.range.contains(frequency) && known[$0.band] != nil }
      .min { distance($0.band, frequency, known) < distance($1.band, frequency, known) }?.band
  }

  private static func distance(
    _ band: String, _ frequency: Double, _ known: [String: Double]
  ) -> Double {
    abs(1000 * (known[band] ?? 0) - frequency)
  }
}
