public import Territory

/// A figure at the end of a quarter.
public struct QuarterlyFigure: Codable, Hashable, Sendable {
  /// At whose end.
  public let quarter: Quarter
  /// How much.
  public let figure: Figure

  /// A figure of a quarter.
  public init(quarter: Quarter, figure: Figure) {
    self.quarter = quarter
    self.figure = figure
  }
}

/// Figures of quarters, rising in time, and what lies between and beyond them.
public struct QuarterlySeries: Codable, Hashable, Sendable {
  /// One figure a quarter, earlier before later.
  public let figures: [QuarterlyFigure]

  /// A series; whether it is in order is asked, not enforced.
  public init(_ figures: [QuarterlyFigure]) { self.figures = figures }

  /// Reads a list of figures.
  public init(from decoder: any Decoder) throws {
    figures = try decoder.singleValueContainer().decode([QuarterlyFigure].self)
  }

  /// Writes a list of figures.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(figures)
  }

  /// Whether there is a figure, and each is of a later quarter than the one before.
  public var isInOrder: Bool {
    !figures.isEmpty
      && zip(figures, figures.dropFirst()).allSatisfy { $0.quarter < $1.quarter }
  }

  /// Value at the end of a quarter: straight between figures, the first before the first, and after
  /// the last growing by a share a year (0.12 is 12 %). 0 for a series without figures.
  public func value(at quarter: Quarter, annualGrowth: Double = 0) -> Double {
    guard let first = figures.first, let last = figures.last else { return 0 }
    if quarter <= first.quarter { return first.figure.value }
    if quarter >= last.quarter {
      let years = Double(quarter.index - last.quarter.index) / 4
      return last.figure.value * pow(1 + annualGrowth, years)
    }
    let next = figures.firstIndex { $0.quarter > quarter } ?? figures.count - 1
    let (before, after) = (figures[next - 1], figures[next])
    let share =
      Double(quarter.index - before.quarter.index)
      / Double(after.quarter.index - before.quarter.index)
    return before.figure.value + (after.figure.value - before.figure.value) * share
  }
}
