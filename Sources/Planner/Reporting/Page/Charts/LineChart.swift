/// Lines over periods, each named at its end.
public struct LineChart: Sendable {
  /// A line.
  public struct Series: Sendable {
    /// Name at the line's end.
    public let name: String
    /// Values by period, 0 or more; nil where there is none.
    public let values: [Double?]

    /// A line of a chart.
    public init(name: String, values: [Double?]) {
      self.name = name
      self.values = values
    }
  }

  /// Height of the space that lines run in.
  public static let plotHeight = 220.0
  /// Least distance of two names' baselines.
  static let nameDistance = 15.0

  private let periods: [String]
  private let series: [Series]
  private let axis: ChartAxis

  /// A chart of lines, told apart by colour, dashes and their names.
  ///
  /// - Parameter whole: end of the axis; nil for as far as the greatest value needs.
  public init(periods: [String], series: [Series], whole: Double? = nil) {
    self.periods = periods
    self.series = series
    let greatest = series.flatMap(\.values).compactMap { $0 }.max() ?? 0
    axis = ChartAxis(reaching: whole ?? greatest)
  }

  /// The drawing.
  public func svg(id: String, title: String, description: String) -> Markup {
    let (top, bottom) = (14.0, 14.0 + Self.plotHeight)
    var canvas = ChartCanvas(width: BarChart.width, height: bottom + 26)
    let left = (axis.ticks.map { ChartCanvas.width(of: axis.label($0)) }.max() ?? 0) + 10
    let right = (series.map { ChartCanvas.width(of: $0.name) }.max() ?? 0) + 16
    let step = max(1, BarChart.width - left - right) / Double(max(periods.count, 1))
    let perUnit = Self.plotHeight / axis.end
    for tick in axis.ticks {
      let y = bottom - tick * perUnit
      canvas.line(x: left, y: y, toX: BarChart.width - right, toY: y, class: "grid")
      canvas.text(axis.label(tick), x: left - 6, y: y + 4, .end, class: "tick")
    }
    var ends: [(index: Int, y: Double)] = []
    for (number, line) in series.enumerated() {
      let look = "series-\(number % 4 + 1)"
      let points = line.values.enumerated().compactMap { index, value in
        value.map { (x: left + (Double(index) + 0.5) * step, y: bottom - $0 * perUnit) }
      }
      canvas.path(points, class: "line " + look)
      for point in points { canvas.dot(x: point.x, y: point.y, radius: 2.6, class: "dot " + look) }
      if let end = points.last { ends.append((number, end.y)) }
    }
    for (index, y) in Self.spread(ends, from: top, to: bottom) {
      canvas.text(
        series[index].name, x: BarChart.width - right + 10, y: y + 4,
        class: "label name-\(index % 4 + 1)")
    }
    PeriodLabels(periods, left: left, step: step).draw(on: &canvas, y: bottom + 18)
    return canvas.svg(id: id, title: title, description: description)
  }

  /// Heights at which names stand: near their lines' ends, in the same order, and apart.
  private static func spread(
    _ ends: [(index: Int, y: Double)], from top: Double, to bottom: Double
  ) -> [(index: Int, y: Double)] {
    var placed = ends.sorted { ($0.y, $0.index) < ($1.y, $1.index) }
    for index in placed.indices.dropFirst() {
      placed[index].y = max(placed[index].y, placed[index - 1].y + nameDistance)
    }
    guard let last = placed.indices.last, placed[last].y > bottom else { return placed }
    placed[last].y = bottom
    for index in placed.indices.dropLast().reversed() {
      placed[index].y = min(placed[index].y, placed[index + 1].y - nameDistance)
    }
    return placed
  }
}
