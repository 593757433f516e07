/// Share of an average year with anomalous propagation (P.1812, clause 3.6).
enum DuctingIncidence {
  /// - Parameters:
  ///   - latitudeDegrees: of the middle of the path.
  ///   - longestLandKilometres: longest unbroken stretch of the path on land.
  ///   - longestInlandKilometres: longest unbroken stretch of it inland.
  /// - Returns: percent of the time with a strong gradient in the lowest 100 m of the air.
  static func percent(
    latitudeDegrees: Double, longestLandKilometres: Double, longestInlandKilometres: Double
  ) -> Double {
    let latitude = abs(latitudeDegrees)
    let inland = 1 - exp(-4.12e-4 * pow(longestInlandKilometres, 2.41))
    let land = pow(
      pow(10, -longestLandKilometres / (16 - 6.6 * inland))
        + pow(10, -5 * (0.496 + 0.354 * inland)),
      0.2)
    let mu1 = min(land, 1)
    let decade = log10(mu1)
    if latitude <= 70 {
      let mu4 = pow(10, (-0.935 + 0.0176 * latitude) * decade)
      return pow(10, -0.015 * latitude + 1.67) * mu1 * mu4
    }
    return 4.17 * mu1 * pow(10, 0.3 * decade)
  }
}
