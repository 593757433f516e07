import Foundation
import Reporting
import TestSupport
import Testing

/// Charts whose lengths and places are known in closed form.
@Suite struct ChartTests {
  @Test func axesReachTheirValueInStepsOfOneTwoOrFive() {
    #expect(ChartAxis(reaching: 100).ticks == [0, 20, 40, 60, 80, 100])
    #expect(ChartAxis(reaching: 7).ticks == [0, 2, 4, 6, 8])
    #expect(ChartAxis(reaching: 0).ticks == [0, 1])
    #expect(ChartAxis(reaching: .nan).end == 1)
    #expect(ChartAxis(reaching: 3, isWhole: true).ticks == [0, 1, 2, 3])
    #expect(ChartAxis(reaching: 0.3).label(0.1) == "0.1")
    #expect(ChartAxis(reaching: 12_000).label(4000) == "4,000")
  }

  @Test(arguments: 0..<50) func axesAreTight(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let value = pow(10, Double.random(in: -3...12, using: &generator))
    let axis = ChartAxis(reaching: value)
    #expect(axis.end >= value * (1 - 1e-9))
    #expect(axis.end - axis.step < value)
    #expect((2...6).contains(axis.steps))
    #expect(Set(axis.ticks.map { axis.label($0) }).count == axis.ticks.count)
  }

  @Test func barsAreAsLongAsTheirValues() throws {
    let chart = BarChart(
      [
        BarChart.Row(label: "a", parts: [40, 10], value: "50"),
        BarChart.Row(label: "b", parts: [0, 100], value: "100"),
      ], series: [("one", "first"), ("two", "second")], whole: 100)
    let drawing = SVGReading(chart.svg(id: "x", title: "t", description: "d").source)
    // Legend swatches first, then the parts of more than nothing.
    let bars = drawing.all("rect").dropFirst(2)
    let widths = try bars.map { try $0.number("width") }
    let full = try #require(widths.last)
    #expect(bars.map { $0.attributes["class"] } == ["one", "two", "two"])
    #expect(abs(widths[0] - 0.4 * full) < 0.11)
    #expect(abs(widths[1] - 0.1 * full) < 0.11)
    let first = try #require(bars.first)
    let second = try #require(bars.dropFirst().first)
    let end = try first.number("x") + first.number("width")
    #expect(abs(end - (try second.number("x"))) < 0.11)
  }

  @Test func columnsStandOnTheAxisAndLevelsAtTheirValue() throws {
    let chart = ColumnChart(
      periods: ["2021Q1", "2021Q2"], columns: [5, 10], levels: [10, 2.5], names: ("c", "l"))
    let drawing = SVGReading(chart.svg(id: "x", title: "t", description: "d").source)
    let columns = drawing.all("rect", class: "bar").dropFirst()
    #expect(try columns.map { try $0.number("height") } == [90, 180])
    #expect(try columns.map { try $0.number("y") + $0.number("height") } == [214, 214])
    #expect(try drawing.all("line", class: "level").map { try $0.number("y1") } == [34, 169])
  }

  @Test func linesRunThroughTheirValues() throws {
    let chart = LineChart(
      periods: ["a", "b", "c"], series: [LineChart.Series(name: "s", values: [0, nil, 100])],
      whole: 100)
    let drawing = SVGReading(chart.svg(id: "x", title: "t", description: "d").source)
    #expect(try drawing.all("circle").map { try $0.number("cy") } == [234, 14])
    #expect(
      try #require(drawing.all("polyline").first?.attributes["points"]).split(separator: " ").count
        == 2)
  }

  @Test func ganttFieldsRunFromTheFirstToTheLastPayment() {
    #expect(GanttChart.heats([0, 0, 0]).isEmpty)
    let heats = GanttChart.heats([0, 1, 0, 2, 4, 3, 0])
    #expect(heats.map(\.period) == [1, 2, 3, 4, 5])
    #expect(heats.map(\.heat) == [2, 1, 3, 5, 4])
  }

  /// Long and Chinese labels, many periods, lines that end at the same height.
  @Test(arguments: 0..<30) func textsDoNotOverlap(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    func name() -> String {
      let length = Int.random(in: 1...9, using: &generator)
      return String(repeating: Bool.random(using: &generator) ? "州" : "n", count: length)
    }
    func values(_ count: Int, to end: Double) -> [Double] {
      (0..<count).map { _ in Double.random(in: 0...end, using: &generator) }
    }
    let count = Int.random(in: 1...48, using: &generator)
    let periods = (0..<count).map { "20\(21 + $0 / 4)Q\($0 % 4 + 1)" }
    let scale = pow(10, Double.random(in: -2...10, using: &generator))
    let drawings = [
      BarChart(
        values(count, to: scale).map { BarChart.Row(label: name(), parts: [$0], value: "12.34") },
        series: [("bar", "b")]
      ).svg(id: "a", title: "t", description: "d"),
      ColumnChart(
        periods: periods, columns: values(count, to: scale), levels: values(count, to: scale),
        names: (name(), name())
      ).svg(id: "b", title: "t", description: "d"),
      LineChart(
        periods: periods,
        series: (0..<4).map { _ in
          LineChart.Series(name: name(), values: periods.map { _ in 50 })
        }, whole: 100
      ).svg(id: "c", title: "t", description: "d"),
      GanttChart(
        periods: periods,
        rows: (0..<12).map { _ in
          GanttChart.Row(label: name(), amounts: values(count, to: scale), value: "1.23 bn yuan")
        }
      ).svg(id: "d", title: "t", description: "d"),
    ]
    for drawing in drawings {
      #expect(try SVGReading(drawing.source).clashes() == [])
    }
  }
}
