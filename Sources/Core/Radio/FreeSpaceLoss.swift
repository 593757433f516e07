#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Loss of free space between isotropic antennas (Recommendation ITU-R P.525-4, equation 3):
/// 20 log10(4 π d / λ), d the straight distance between the antennas.
public struct FreeSpaceLoss: Hashable, Sendable {
  /// Centre frequency of the carrier, above 0.
  public let carrierGHz: Double

  /// - Parameter carrierGHz: above 0; anything else gives no loss that means something.
  public init(carrierGHz: Double) { self.carrierGHz = carrierGHz }

  /// Loss over a straight distance above 0 m, dB.
  public func lossDB(distanceMetres: Double) -> Double {
    20 * log10(4 * Double.pi * distanceMetres * carrierGHz * 1e9 / SpeedOfLight.exact)
  }

  /// Loss between antennas whose feet lie a horizontal distance apart, dB.
  public func lossDB(distance2DMetres: Double, heightDifferenceMetres: Double) -> Double {
    lossDB(
      distanceMetres: distance3DMetres(
        distance2DMetres, heightDifferenceMetres: heightDifferenceMetres))
  }
}
