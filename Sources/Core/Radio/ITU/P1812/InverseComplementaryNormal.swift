/// The inverse complementary cumulative normal distribution as the ITU-R's terrestrial models
/// approximate it (P.1812, Attachment 2; Abramowitz and Stegun 26.2.23, error below 4.5e-4).
///
/// P.1812 is defined with the approximation, so its published results need it; everything else
/// takes `NormalDistribution.quantile`.
enum InverseComplementaryNormal {
  /// The x that is exceeded with a probability of 0.000001 to 0.999999; held to that range outside it.
  static func approximate(_ probability: Double) -> Double {
    let held = min(max(probability, 0.000001), 0.999999)
    return held <= 0.5 ? tail(held) : -tail(1 - held)
  }

  private static func tail(_ probability: Double) -> Double {
    let t = (-2 * log(probability)).squareRoot()
    let correction =
      ((0.010328 * t + 0.802853) * t + 2.515516698)
      / (((0.001308 * t + 0.189269) * t + 1.432788) * t + 1)
    return t - correction
  }
}
