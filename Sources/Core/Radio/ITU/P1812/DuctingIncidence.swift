/// Share of an average year with anomalous propagation (P.1812, clause 3.6).
struct DuctingIncidence {
  /// Percent of the time with a strong gradient in the lowest 100 m of the air.
  let percent: Double
  /// Weight of the longest stretch inland, the Recommendation's τ, 0 to 1.
  let inlandFactor: Double

  /// - Parameters:
  ///   - latitudeDegrees: of the middle of the path.
  ///   - longestLandKilometres: longest unbroken stretch of the path on land.
  ///   - longestInlandKilometres: longest unbroken stretch of it inland.
  init(
    latitudeDegrees: Double, longestLandKilometres: Double, longestInlandKilometres: Double
  ) {
    let latitude = abs(latitudeDegrees)
    // A stretch of none has the logarithm -∞ and the power 0.
    let inland = 1 - exp(-4.12e-4 * positivePower(longestInlandKilometres, 2.41))
    let land =
      0.2
      * log10(
        tenTo(-longestLandKilometres / (16 - 6.6 * inland))
          + tenTo(-5 * (0.496 + 0.354 * inland)))
    let decade = min(land, 0)
    inlandFactor = inland
    percent =
      latitude <= 70
      ? tenTo(-0.015 * latitude + 1.67 + (0.065 + 0.0176 * latitude) * decade)
      : 4.17 * tenTo(1.3 * decade)
  }
}
