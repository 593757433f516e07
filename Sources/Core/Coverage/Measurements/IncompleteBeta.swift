#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The regularised incomplete beta function, and the beta and Student distributions made of it.
public enum IncompleteBeta {
  /// I_x(a, b): probability that a beta variable is up to x.
  ///
  /// Lentz's continued fraction of NIST DLMF 8.17.22, relative error some 1e-13 for a and b up to 1e6.
  /// - Parameters:
  ///   - x: 0 to 1.
  ///   - a: above 0.
  ///   - b: above 0.
  public static func regularized(_ x: Double, _ a: Double, _ b: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    let front = exp(a * log(x) + b * log1p(-x) - logBeta(a, b))
    // The fraction converges fast on the near side of the mean only.
    return x < (a + 1) / (a + b + 2)
      ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b
  }

  /// The x with I_x(a, b) equal to a probability of 0 to 1: Newton's method within a shrinking bracket.
  ///
  /// - Parameter start: a guess between 0 and 1; the mean where there is none.
  public static func quantile(
    _ probability: Double, _ a: Double, _ b: Double, start: Double? = nil
  ) -> Double {
    guard probability > 0 else { return 0 }
    guard probability < 1 else { return 1 }
    let logarithm = logBeta(a, b)
    var (low, high) = (0.0, 1.0)
    var x = start.flatMap { $0 > 0 && $0 < 1 ? $0 : nil } ?? a / (a + b)
    for _ in 0..<200 {
      let error = regularized(x, a, b) - probability
      if error == 0 { return x }
      if error > 0 { high = x } else { low = x }
      let slope = exp((a - 1) * log(x) + (b - 1) * log1p(-x) - logarithm)
      var next = x - error / slope
      // Towards 0 by factors: a small a puts quantiles at 1e-100 and less.
      if !(next > low && next < high) { next = low > 0 ? (low + high) / 2 : high / 64 }
      if abs(next - x) <= 1e-14 * min(next, 1 - next) || next == x { return next }
      x = next
    }
    return x
  }

  /// The t that Student's variable stays below with a probability of 0.5 to below 1.
  ///
  /// From the beta quantile by NIST DLMF 8.17 and Abramowitz and Stegun 26.5.27; infinity below a
  /// hundredth of a degree of freedom.
  public static func studentQuantile(_ probability: Double, degreesOfFreedom: Double) -> Double {
    guard probability > 0.5 else { return 0 }
    guard degreesOfFreedom > 0.01 else { return .infinity }
    let degrees = min(degreesOfFreedom, 1e7)
    // The complement of the quantile, which keeps its digits when the degrees are many.
    let rest = quantile(2 * probability - 1, 0.5, degrees / 2)
    return (degrees * rest / (1 - rest)).squareRoot()
  }

  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    func guarded(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / guarded(1 - (a + b) * x / (a + 1))
    var result = d
    for step in 1...10_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / guarded(1 + even * d)
      c = guarded(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / guarded(1 + odd * d)
      c = guarded(1 + odd / c)
      result *= d * c
      if abs(d * c - 1) < 1e-15 { break }
    }
    return result
  }

  private static func logBeta(_ a: Double, _ b: Double) -> Double {
    logGamma(a) + logGamma(b) - logGamma(a + b)
  }

  /// Stirling's series (NIST DLMF 5.11.1) above 12, where six terms leave 1e-16; recurrence below.
  private static func logGamma(_ value: Double) -> Double {
    var x = value
    var product = 1.0
    while x < 12 {
      product *= x
      x += 1
    }
    let inverse = 1 / (x * x)
    let series =
      (1.0 / 12
        - inverse
        * (1.0 / 360
          - inverse
          * (1.0 / 1260 - inverse * (1.0 / 1680 - inverse * (1.0 / 1188 - inverse * 691 / 360_360)))))
      / x
    return (x - 0.5) * log(x) - x + 0.5 * log(2 * Double.pi) + series - log(product)
  }
}
