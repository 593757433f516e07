/// The standard normal distribution.
public enum NormalDistribution {
  /// Probability of a value above x. Relative error near the C library's `erfc`, also far out.
  public static func upperTail(_ x: Double) -> Double { 0.5 * erfc(x * 0.5.squareRoot()) }

  /// Probability of a value up to x.
  public static func cumulative(_ x: Double) -> Double { upperTail(-x) }

  /// The x with `cumulative(x) == probability`; minus and plus infinity at 0 and 1, NaN outside.
  ///
  /// Starts from Abramowitz and Stegun 26.2.23 (4.5e-4) and refines by Halley's rule.
  public static func quantile(_ probability: Double) -> Double {
    guard probability > 0, probability < 1 else {
      if probability == 0 { return -.infinity }
      return probability == 1 ? .infinity : .nan
    }
    // Work in the tail that is the smaller, where the relative precision is.
    let tail = min(probability, 1 - probability)
    let t = (-2 * log(tail)).squareRoot()
    var x =
      t - (2.515517 + t * (0.802853 + t * 0.010328))
      / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
    for _ in 0..<3 {
      let density = exp(-0.5 * x * x) / (2 * Double.pi).squareRoot()
      // Ratio of the error to the slope; the slope of the upper tail is minus the density.
      let step = (upperTail(x) - tail) / density
      x += step / (1 - 0.5 * x * step)
    }
    return probability < 0.5 ? -x : x
  }
}
