/// When something is built: a row each, a field for every period between its first and its last, stronger where
/// more is spent.
public struct GanttChart: Sendable {
  /// A row.
  public struct Row: Sendable {
    /// Name to the left.
    public let label: String
    /// What is spent in each period, 0 or more.
    public let amounts: [Double]
    /// Text to the right.
    public let value: String

    /// A row of a Gantt chart.
    public init(label: String, amounts: [Double], value: String) {
      self.label = label
      self.amounts = amounts
      self.value = value
    }
  }

  private let periods: [String]
  private let rows: [Row]

  /// A chart over periods.
  public init(periods: [String], rows: [Row]) {
    self.periods = periods
    self.rows = rows
  }

  /// The drawing.
  public func svg(id: String, title: String, description: String) -> Markup {
    let left = (rows.map { ChartCanvas.width(of: $0.label) }.max() ?? 0) + 10
    let right = (rows.map { ChartCanvas.width(of: $0.value) }.max() ?? 0) + 10
    let step = max(1, BarChart.width - left - right) / Double(max(periods.count, 1))
    let bottom = 24 + Double(rows.count) * BarChart.rowHeight
    var canvas = ChartCanvas(width: BarChart.width, height: bottom + 6)
    PeriodLabels(periods, left: left, step: step).draw(on: &canvas, y: 14)
    for (index, row) in rows.enumerated() {
      let top = 24 + Double(index) * BarChart.rowHeight
      canvas.line(x: left, y: top, toX: BarChart.width - right, toY: top, class: "grid")
      canvas.text(row.label, x: left - 8, y: top + 15, .end)
      canvas.text(row.value, x: BarChart.width, y: top + 15, .end, class: "tick")
      for (period, heat) in Self.heats(row.amounts) {
        canvas.rectangle(
          x: left + Double(period) * step, y: top + 4, width: step + 0.3,
          height: BarChart.rowHeight - 7, class: "heat-\(heat)",
          title: periods.indices ~= period ? "\(row.label), \(periods[period])" : nil)
      }
    }
    return canvas.svg(id: id, title: title, description: description)
  }

  /// The periods from the first to the last with an amount; the heat is 1 where nothing is spent between, else 2
  /// to 5 by fourths of the row's greatest amount.
  public static func heats(_ amounts: [Double]) -> [(period: Int, heat: Int)] {
    guard let first = amounts.firstIndex(where: { $0 > 0 }),
      let last = amounts.lastIndex(where: { $0 > 0 }), let greatest = amounts.max()
    else { return [] }
    return (first...last).map { index in
      let share = amounts[index] / greatest
      return (index, share > 0 ? 1 + min(4, max(1, Int((share * 4 - 1e-9).rounded(.up)))) : 1)
    }
  }
}
