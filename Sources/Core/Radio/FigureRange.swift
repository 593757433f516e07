import Geometry
import Territory

/// What a figure of a book may be.
struct FigureRange {
  let key: String
  let figure: Figure
  let range: ClosedRange<Double>

  init(_ key: String, _ figure: Figure, _ range: ClosedRange<Double>) {
    self.key = key
    self.figure = figure
    self.range = range
  }

  /// Refuses the first figure outside its range; a NaN is in no range.
  static func check(_ figures: [FigureRange], at place: String, code: String) throws(UserError) {
    for entry in figures where !entry.range.contains(entry.figure.value) {
      throw UserError(
        code, .badData, at: "\(place): \(entry.key)",
        "the figure is \(entry.figure.value) \(entry.figure.unit)",
        remedy: "give \(entry.range.lowerBound) to \(entry.range.upperBound)")
    }
  }
}
