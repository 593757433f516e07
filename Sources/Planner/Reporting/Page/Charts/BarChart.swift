/// Bars that lie, one a row, each of parts that follow one another; labels to the left, values behind.
public struct BarChart: Sendable {
  /// A row.
  public struct Row: Sendable {
    /// Name to the left.
    public let label: String
    /// Parts from the axis on, 0 or more, in the series' order.
    public let parts: [Double]
    /// Text behind the bar.
    public let value: String

    /// A row of a bar chart.
    public init(label: String, parts: [Double], value: String) {
      self.label = label
      self.parts = parts
      self.value = value
    }
  }

  /// Width of every chart, in its own units.
  public static let width = 720.0
  /// Height of a row.
  public static let rowHeight = 22.0

  private let rows: [Row]
  private let series: [(class: String, text: String)]
  private let axis: ChartAxis

  /// A chart of rows.
  ///
  /// - Parameters:
  ///   - series: class and name of each part; names show in a legend where there is more than one.
  ///   - whole: end of the axis; nil for as far as the longest bar needs.
  public init(_ rows: [Row], series: [(class: String, text: String)], whole: Double? = nil) {
    self.rows = rows
    self.series = series
    let longest = rows.map { $0.parts.reduce(0, +) }.max() ?? 0
    axis = ChartAxis(reaching: whole ?? longest)
  }

  /// The drawing.
  public func svg(id: String, title: String, description: String) -> Markup {
    let left = (rows.map { ChartCanvas.width(of: $0.label) }.max() ?? 0) + 10
    let right = (rows.map { ChartCanvas.width(of: $0.value) }.max() ?? 0) + 12
    let legendRoom = series.count > 1 ? 44.0 : 6
    let bottom = legendRoom + Double(rows.count) * Self.rowHeight
    var canvas = ChartCanvas(width: Self.width, height: bottom + 24)
    if series.count > 1 { _ = canvas.legend(series, x: 2, y: 2) }
    let span = max(80, Self.width - left - right)
    let perUnit = span / axis.end
    for tick in axis.ticks {
      let x = left + tick * perUnit
      canvas.line(x: x, y: legendRoom, toX: x, toY: bottom + 4, class: "grid")
      canvas.text(axis.label(tick), x: x, y: bottom + 18, .middle, class: "tick")
    }
    for (index, row) in rows.enumerated() {
      let top = legendRoom + Double(index) * Self.rowHeight
      canvas.text(row.label, x: left - 8, y: top + 15, .end)
      var x = left
      for (part, look) in zip(row.parts, series) where part > 0 {
        canvas.rectangle(
          x: x, y: top + 3, width: part * perUnit, height: Self.rowHeight - 6,
          class: look.class, title: "\(row.label): \(look.text)")
        x += part * perUnit
      }
      canvas.text(row.value, x: x + 6, y: top + 15, class: "label")
    }
    return canvas.svg(id: id, title: title, description: description)
  }
}
