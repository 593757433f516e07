public import Geometry

/// Bits per second and hertz that a link carries at an SINR: Shannon's bound, attenuated and
/// truncated (3GPP TR 36.942 Annex A; TR 38.803 clause 5.2.7 for NR).
///
/// Nothing below the least SINR, alpha log2(1 + SINR) from there, and no more than at the largest
/// SINR. One layer; alpha holds what coding, pilots and control take.
public struct SpectralEfficiency: Hashable, Sendable {
  /// Share of Shannon's bound that is reached (alpha).
  public let attenuation: Double
  /// Below it nothing is carried.
  public let minimumSINRDB: Double
  /// Above it no more is carried.
  public let maximumSINRDB: Double
  /// What is carried at the largest SINR, bit/s/Hz.
  public let maximumBitsPerHertz: Double

  /// - Parameters:
  ///   - attenuation: 0.05 to 1.
  ///   - minimumSINRDB: -30 to 30.
  ///   - maximumSINRDB: from the least SINR to 60.
  /// - Throws: DR-360 for a parameter outside its range.
  public init(
    attenuation: Double, minimumSINRDB: Double, maximumSINRDB: Double
  ) throws(UserError) {
    func check(_ name: String, _ value: Double, _ range: ClosedRange<Double>, _ unit: String)
      throws(UserError)
    {
      try requireParameter(
        name, of: "spectral efficiency", value, in: range, unit: unit, code: "DR-360")
    }
    try check("attenuation", attenuation, 0.05...1, "of Shannon's bound")
    try check("least SINR", minimumSINRDB, -30...30, "dB")
    try check("largest SINR", maximumSINRDB, minimumSINRDB...60, "dB")
    self.init(attenuation: attenuation, from: minimumSINRDB, to: maximumSINRDB)
  }

  private init(attenuation: Double, from minimumSINRDB: Double, to maximumSINRDB: Double) {
    self.attenuation = attenuation
    self.minimumSINRDB = minimumSINRDB
    self.maximumSINRDB = maximumSINRDB
    maximumBitsPerHertz = attenuation * log(1 + pow(10, maximumSINRDB / 10)) / log(2)
  }

  /// TR 36.942 states the largest efficiency and not the SINR at which it is reached.
  private init(attenuation: Double, from minimumSINRDB: Double, bitsPerHertz: Double) {
    self.attenuation = attenuation
    self.minimumSINRDB = minimumSINRDB
    maximumSINRDB = 10 * log10(pow(2, bitsPerHertz / attenuation) - 1)
    maximumBitsPerHertz = bitsPerHertz
  }

  /// NR downlink (TR 38.803 5.2.7): 0.6, -10 to 30 dB, 5.98 bit/s/Hz at most.
  public static let downlinkTR38803 = SpectralEfficiency(attenuation: 0.6, from: -10, to: 30)
  /// NR uplink (TR 38.803 5.2.7): 0.4, -10 to 22 dB, 2.93 bit/s/Hz at most.
  public static let uplinkTR38803 = SpectralEfficiency(attenuation: 0.4, from: -10, to: 22)
  /// LTE downlink (TR 36.942 Annex A): 0.6, from -10 dB, 4.4 bit/s/Hz at most.
  public static let downlinkTR36942 = SpectralEfficiency(
    attenuation: 0.6, from: -10, bitsPerHertz: 4.4)
  /// LTE uplink (TR 36.942 Annex A): 0.4, from -10 dB, 2.0 bit/s/Hz at most.
  public static let uplinkTR36942 = SpectralEfficiency(
    attenuation: 0.4, from: -10, bitsPerHertz: 2)

  /// What is carried at an SINR, bit/s/Hz; 0 for NaN.
  public func bitsPerHertz(sinrDB: Double) -> Double {
    // A NaN is not at least anything.
    guard sinrDB >= minimumSINRDB else { return 0 }
    guard sinrDB < maximumSINRDB else { return maximumBitsPerHertz }
    return attenuation * log(1 + pow(10, sinrDB / 10)) / log(2)
  }

  /// Least SINR at which an efficiency is carried, dB; nil above the largest efficiency and for NaN.
  ///
  /// Never below the least SINR, under which nothing is carried, be it asked for ever so little.
  public func requiredSINRDB(bitsPerHertz: Double) -> Double? {
    guard bitsPerHertz <= maximumBitsPerHertz else { return nil }
    guard bitsPerHertz < maximumBitsPerHertz else { return maximumSINRDB }
    guard bitsPerHertz > self.bitsPerHertz(sinrDB: minimumSINRDB) else { return minimumSINRDB }
    return 10 * log10(pow(2, bitsPerHertz / attenuation) - 1)
  }
}
