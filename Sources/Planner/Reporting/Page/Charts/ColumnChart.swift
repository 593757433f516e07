/// Columns that stand, one a period, with a level of another figure over each.
public struct ColumnChart: Sendable {
  /// Height of the space that columns stand in.
  public static let plotHeight = 180.0

  private let periods: [String]
  private let columns: [Double]
  private let upper: (name: String, values: [Double])?
  private let levels: [Double]
  private let names: (column: String, level: String)
  private let axis: ChartAxis

  /// A chart of columns.
  ///
  /// - Parameters:
  ///   - periods: names below the columns.
  ///   - columns: their values, 0 or more.
  ///   - upper: name and values, 0 or more, of what stands on the columns; nil for nothing.
  ///   - levels: value of the line over each; empty for none.
  ///   - names: what columns and line are.
  public init(
    periods: [String], columns: [Double], upper: (name: String, values: [Double])? = nil,
    levels: [Double] = [], names: (column: String, level: String)
  ) {
    self.periods = periods
    self.columns = columns
    self.upper = upper
    self.levels = levels
    self.names = names
    let ends = upper.map { zip(columns, $0.values).map { $0 + $1 } } ?? columns
    axis = ChartAxis(reaching: max(ends.max() ?? 0, levels.max() ?? 0))
  }

  /// The drawing.
  public func svg(id: String, title: String, description: String) -> Markup {
    let bottom = 34.0 + Self.plotHeight
    var canvas = ChartCanvas(width: BarChart.width, height: bottom + 26)
    _ = canvas.legend(
      [("bar", names.column)] + (upper.map { [("fill-2", $0.name)] } ?? [])
        + (levels.isEmpty ? [] : [("level-key", names.level)]), x: 2, y: 2)
    let left = (axis.ticks.map { ChartCanvas.width(of: axis.label($0)) }.max() ?? 0) + 10
    let perUnit = Self.plotHeight / axis.end
    for tick in axis.ticks {
      let y = bottom - tick * perUnit
      canvas.line(x: left, y: y, toX: BarChart.width, toY: y, class: "grid")
      canvas.text(axis.label(tick), x: left - 6, y: y + 4, .end, class: "tick")
    }
    let step = (BarChart.width - left) / Double(max(periods.count, 1))
    for (index, value) in columns.enumerated() {
      let x = left + Double(index) * step
      canvas.rectangle(
        x: x + step * 0.15, y: bottom - value * perUnit, width: step * 0.7,
        height: value * perUnit, class: "bar")
      if let upper, upper.values.indices ~= index, upper.values[index] > 0 {
        let more = upper.values[index] * perUnit
        canvas.rectangle(
          x: x + step * 0.15, y: bottom - value * perUnit - more, width: step * 0.7, height: more,
          class: "fill-2")
      }
      guard levels.indices ~= index else { continue }
      let y = bottom - levels[index] * perUnit
      canvas.line(x: x, y: y, toX: x + step, toY: y, class: "level")
    }
    PeriodLabels(periods, left: left, step: step).draw(on: &canvas, y: bottom + 18)
    return canvas.svg(id: id, title: title, description: description)
  }
}

/// Names of periods below an axis, as many as there is room for.
struct PeriodLabels {
  private let periods: [String]
  private let left: Double
  private let step: Double

  /// - Parameter step: width of a period; its name stands in its middle.
  init(_ periods: [String], left: Double, step: Double) {
    self.periods = periods
    self.left = left
    self.step = step
  }

  /// Every how many-th period is named: by years where quarters are too many.
  private var every: Int {
    let widest = (periods.map { ChartCanvas.width(of: $0) }.max() ?? 0) + 8
    return [1, 2, 4, 8, 16, 32, 64, 128].first { Double($0) * step >= widest } ?? 256
  }

  func draw(on canvas: inout ChartCanvas, y: Double) {
    for (index, period) in periods.enumerated() where index.isMultiple(of: every) {
      let middle = left + (Double(index) + 0.5) * step
      let half = ChartCanvas.width(of: period) / 2
      let x = min(max(middle, half), canvas.width - half)
      canvas.text(period, x: x, y: y, .middle, class: "tick")
    }
  }
}
