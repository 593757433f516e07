/// Spread of the median loss over the places inside a small square (P.1812, clause 4.7).
enum LocationVariability {
  /// Standard deviation outdoors, dB.
  ///
  /// - Parameters:
  ///   - carrierGHz: of the carrier.
  ///   - resolutionMetres: side of the square.
  ///   - receiverHeightMetres: antenna above ground.
  ///   - clutterMetres: representative height of what stands round the receiver; the spread vanishes
  ///     from there to 10 m above it.
  static func deviationDB(
    carrierGHz: Double, resolutionMetres: Double, receiverHeightMetres: Double,
    clutterMetres: Double
  ) -> Double {
    let above = receiverHeightMetres - clutterMetres
    let exposure = min(max(1 - above / 10, 0), 1)
    return (0.024 * carrierGHz + 0.52) * pow(resolutionMetres, 0.28) * exposure
  }
}
