import Geometry
import Radio
public import Territory

/// How a multiplier is distributed, 1 being what the plan reckons with.
public struct RiskDistribution: Codable, Hashable, Sendable {
  /// Shape of the distribution.
  public enum Shape: String, Codable, CaseIterable, Sendable {
    /// From `low` over `mode`, its most likely value, to `high`.
    case triangular
    /// One in twenty lies below `low`, one in twenty above `high`.
    case lognormal
  }

  /// Shape of the distribution.
  public let shape: Shape
  /// The least value of a triangle, the 5 % quantile of a lognormal.
  public let low: Figure
  /// The most likely value of a triangle; none of a lognormal.
  public let mode: Figure?
  /// The greatest value of a triangle, the 95 % quantile of a lognormal.
  public let high: Figure
  /// What all draws of an execution have in common, as a share of the variance of their normal scores, 0 to 1:
  /// at 0 every package, or quarter, has luck of its own, at 1 all have the same.
  public let correlation: Figure

  /// A distribution; ``check(_:)`` says whether it is one.
  public init(
    shape: Shape, low: Figure, mode: Figure? = nil, high: Figure, correlation: Figure
  ) {
    self.shape = shape
    self.low = low
    self.mode = mode
    self.high = high
    self.correlation = correlation
  }

  /// Multipliers above this are mistakes.
  static let greatest = 10.0
  /// A lognormal that begins lower has a tail without end.
  private static let leastLognormal = 0.01
  /// The normal score of 95 %.
  private static let score95 = 1.6448536269514722

  /// - Throws: `DR-677` for a multiplier or correlation out of range, `DR-678` for figures that are not in order
  ///   or a mode that the shape does not have.
  func check(_ place: String) throws(UserError) {
    let values = [low.value, mode?.value ?? low.value, high.value]
    let least = shape == .lognormal ? Self.leastLognormal : 0
    guard values.allSatisfy({ (least...Self.greatest).contains($0) }) else {
      throw UserError(
        "DR-677", .badData, at: place, "a multiplier is out of range",
        remedy: "give 0 to 10, of a lognormal 0.01 to 10")
    }
    guard (0...1).contains(correlation.value) else {
      throw UserError(
        "DR-677", .badData, at: place, "the correlation is \(correlation.value)",
        remedy: "give 0 to 1")
    }
    guard (mode != nil) == (shape == .triangular) else {
      throw UserError(
        "DR-678", .badData, at: place,
        shape == .triangular ? "a triangle has no mode" : "a lognormal has a mode",
        remedy: "give low, mode and high of a triangular, low and high of a lognormal")
    }
    guard values[0] <= values[1], values[1] <= values[2] else {
      throw UserError(
        "DR-678", .badData, at: place, "low, mode and high do not rise",
        remedy: "give the least first and the greatest last")
    }
  }

  /// Whether nothing is uncertain and 1 is all that is ever drawn.
  var isExact: Bool { low.value == 1 && high.value == 1 }

  /// The multiplier at a normal score: its quantile where the normal distribution has that score.
  func value(score: Double) -> Double {
    let (low, high) = (low.value, high.value)
    guard high > low else { return low }
    switch shape {
    case .lognormal:
      return (low * high).squareRoot()
        * RandomNumbers.power(high / low, score / (2 * Self.score95))
    case .triangular:
      let mode = mode?.value ?? low
      // Each side from its own tail, where the relative precision is.
      let below = NormalDistribution.cumulative(score)
      return below * (high - low) < mode - low
        ? low + (below * (high - low) * (mode - low)).squareRoot()
        : high
          - (NormalDistribution.upperTail(score) * (high - low) * (high - mode)).squareRoot()
    }
  }
}
