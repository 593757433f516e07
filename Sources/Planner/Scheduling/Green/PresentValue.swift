/// What later money is worth today.
public struct PresentValue: Hashable, Sendable {
  /// Interest, 0 to 1 a year.
  public let rate: Double

  /// At a rate.
  public init(rate: Double) { self.rate = rate }

  /// Worth of a yuan after some years, 0 or more. Whole years compound; what is left of a year counts by simple
  /// interest, as powers of the C library differ by machine.
  public func worth(afterYears years: Double) -> Double {
    var worth = 1.0
    var whole = 0.0
    while whole + 1 <= years {
      worth /= 1 + rate
      whole += 1
    }
    return worth / (1 + rate * (years - whole))
  }

  /// Worth of a yuan at the end of each of so many years: what a yearly cost is multiplied with, and an
  /// investment divided by to be spread.
  public func worth(ofYears years: Int) -> Double {
    var (sum, worth) = (0.0, 1.0)
    for _ in 0..<max(0, years) {
      worth /= 1 + rate
      sum += worth
    }
    return sum
  }
}
