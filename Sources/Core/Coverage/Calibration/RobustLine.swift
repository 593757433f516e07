/// A constant or a straight line through points, held against gross errors.
///
/// Huber's M-estimator (P. J. Huber, Annals of Mathematical Statistics 35, 1964: k = 1.345 scales) by
/// iteratively reweighted least squares with the scale 1.4826 median |r| anew in every round (P. W. Holland and R.
/// E. Welsch, Communications in Statistics A6, 1977), from the median; then Tukey's bisquare at that scale,
/// which gives gross errors no weight at all (A. E. Beaton and J. W. Tukey, Technometrics 16, 1974), with c = 3.44
/// scales: an efficiency of 85 % for normal errors, which R. A. Maronna, R. D. Martin and V. J. Yohai (Robust
/// Statistics, 2006, section 5.9) choose over 95 % (4.685), as the latter lets errors of 4 scales pull.
public struct RobustLine: Hashable, Sendable {
  /// Value at x = 0.
  public let intercept: Double
  /// Rise for one of x.
  public let slope: Double
  /// Scale of what is left: the standard deviation, if it is normal.
  public let scale: Double

  static let huber = 1.345
  static let bisquare = 3.44
  /// Smaller scales are taken as this, in the unit of y: equal values have none.
  static let leastScale = 0.01
  private static let rounds = 100
  private static let tolerance = 1e-7

  /// A line by its numbers.
  init(intercept: Double, slope: Double, scale: Double) {
    self.intercept = intercept
    self.slope = slope
    self.scale = scale
  }

  /// Fits points; nil without any.
  ///
  /// - Parameters:
  ///   - x: abscissas, finite; `y` has as many.
  ///   - hasSlope: whether a line is fitted, or a constant.
  public init?(x: [Double], y: [Double], hasSlope: Bool) {
    guard !y.isEmpty, x.count == y.count else { return nil }
    let weights = [Double](repeating: 1, count: y.count)
    var line = RobustLine(intercept: Self.median(y), slope: 0, scale: Self.leastScale)
    for _ in 0..<Self.rounds {
      let residuals = y.indices.map { y[$0] - line.value(at: x[$0]) }
      let scale = max(Self.leastScale, 1.4826 * Self.median(residuals.map(abs)))
      let next = Self.step(x, y, weights, line, scale, hasSlope, .huber)
      let moved = abs(next.intercept - line.intercept) + abs(next.slope - line.slope)
      line = next
      if moved < Self.tolerance { break }
    }
    self = line.redescended(x: x, y: y, weights: weights, hasSlope: hasSlope)
  }

  /// The value on the line.
  public func value(at x: Double) -> Double { intercept + slope * x }

  /// Tukey's bisquare at this line's scale, from this line on, for points that count several times or not at
  /// all. The line itself where all weights vanish.
  func redescended(
    x: [Double], y: [Double], weights: [Double], hasSlope: Bool, tolerance: Double = tolerance
  ) -> RobustLine {
    var line = self
    for _ in 0..<Self.rounds {
      let next = Self.step(x, y, weights, line, scale, hasSlope, .bisquare)
      let moved = abs(next.intercept - line.intercept) + abs(next.slope - line.slope)
      line = next
      if moved < tolerance { break }
    }
    return line
  }

  /// Tukey's loss of a residual by this line's scale, 0 to 1.
  func loss(ofResidual residual: Double) -> Double {
    let part = residual / (Self.bisquare * scale)
    guard abs(part) < 1 else { return 1 }
    let rest = 1 - part * part
    return 1 - rest * rest * rest
  }

  private enum Weight {
    case huber, bisquare
  }

  /// One round of weighted least squares.
  private static func step(
    _ x: [Double], _ y: [Double], _ weights: [Double], _ line: RobustLine, _ scale: Double,
    _ hasSlope: Bool, _ weight: Weight
  ) -> RobustLine {
    var (sum, sumX, sumY, sumXX, sumXY) = (0.0, 0.0, 0.0, 0.0, 0.0)
    let (intercept, slope) = (line.intercept, line.slope)
    let limit = (weight == .huber ? huber : bisquare) * scale
    var index = 0
    while index < y.count {
      let (px, py) = (x[index], y[index])
      var own = weights[index]
      index += 1
      if own == 0 { continue }
      let part = abs(py - intercept - slope * px) / limit
      if weight == .huber {
        if part > 1 { own /= part }
      } else {
        if part >= 1 { continue }
        own *= (1 - part * part) * (1 - part * part)
      }
      sum += own
      sumX += own * px
      sumY += own * py
      sumXX += own * px * px
      sumXY += own * px * py
    }
    guard sum > 0 else {
      return RobustLine(intercept: line.intercept, slope: line.slope, scale: scale)
    }
    let meanX = sumX / sum
    let spread = sumXX / sum - meanX * meanX
    // Distances that are all alike say nothing of a slope.
    let rise = hasSlope && spread > 1e-9 ? (sumXY / sum - meanX * sumY / sum) / spread : 0
    return RobustLine(intercept: sumY / sum - rise * meanX, slope: rise, scale: scale)
  }

  /// The middle value, or the mean of both; 0 of none.
  static func median(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    let sorted = values.sorted()
    let half = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
  }
}
