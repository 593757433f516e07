import Coverage
import Foundation
import Geometry
import Radio
import Reporting
import Scheduling
import Siting
import TestSupport
import Territory
import Testing

/// Campuses in the charts of a page: their money and scenarios are there, and everything sums to the schedule.
@Suite struct CampusChartTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func page(_ result: PlanResult, _ language: Language = .english) throws -> String {
    let page = PlanPage(result, language, sources: try TinyPlan.page(scratch))
    return String(decoding: try page.html(), as: UTF8.self)
  }

  /// With money for all that is feasible, and two campuses behind it.
  private func plan(campuses: Bool = true) -> TinyPlan {
    var plan = TinyPlan()
    plan.budgetYuan = 400
    if campuses {
      plan.packages += [
        TinyPlan.campus("a", yuan: 70, stations: 2, energy: 30),
        TinyPlan.campus("b", yuan: 50, stations: 1, energy: 10),
      ]
    }
    return plan
  }

  /// Cells of the table behind a chart, its titles first.
  private func table(_ chart: String, _ page: String) throws -> [[String]] {
    let figure = try Regex("<figure id=\"\(chart)\" class=\"chart\">.*?</figure>")
    let text = try #require(page.firstMatch(of: figure)).output[0].substring ?? ""
    return text.matches(of: /<tr>(.*?)<\/tr>/).map { row in
      row.output.1.matches(of: /<t[hd][^>]*>(.*?)<\/t[hd]>/).map { String($0.output.1) }
    }
  }

  private func yuan(_ cell: String) throws -> Int {
    try #require(Int(cell.replacing(" yuan", with: "").replacing(",", with: "")), "\(cell)")
  }

  @Test func moneyOfRegionsAndCampusesSumsToTheSchedule() throws {
    let result = try plan().result()
    let schedule = try #require(result.schedule)
    let own = schedule.packages.filter { $0.package.purpose == .campus }
    try #require(own.count == 2)
    let page = try page(result)
    for (chart, column) in [("chart-gantt", 3), ("chart-cost", 4)] {
      let rows = try table(chart, page).dropFirst()
      #expect(rows.last?[0] == "Campus networks")
      #expect(try yuan(#require(rows.last)[column]) == own.reduce(0) { $0 + $1.paidYuan })
      #expect(try rows.reduce(0) { try $0 + yuan($1[column]) } == schedule.spentYuan, "\(chart)")
    }
    let costs = try table("chart-cost", page).dropFirst()
    #expect(costs.reduce(0) { $0 + (Int($1[1]) ?? 0) } == schedule.packages.count)
    #expect(costs.reduce(0) { $0 + (Int($1[2]) ?? 0) } == schedule.stationsFinished)
    let spend = try table("chart-spend", page)
    #expect(spend[0] == ["quarter", "spent", "of that campuses", "budget"])
    #expect(try spend.dropFirst().map { try yuan($0[1]) } == schedule.quarters.map(\.spentYuan))
    for (row, account) in zip(spend.dropFirst(), schedule.quarters) {
      let paid = own.flatMap(\.payments).filter { $0.quarter == account.quarter }
      #expect(try yuan(row[2]) == paid.reduce(0) { $0 + $1.yuan })
    }
  }

  @Test func withoutCampusesNothingIsSaidOfThem() throws {
    for result in [try plan(campuses: false).result(), try PilotWorld.result()] {
      let page = try page(result)
      #expect(!page.contains("Campus networks") && !page.contains("of that campuses"))
      #expect(try table("chart-spend", page)[0] == ["quarter", "spent", "budget"])
      let rows = try table("chart-gantt", page).dropFirst()
      let spent = try #require(result.schedule).spentYuan
      #expect(try rows.reduce(0) { try $0 + yuan($1[3]) } == spent)
    }
  }

  @Test(arguments: Language.allCases) func scenariosRiseByQuarter(language: Language) throws {
    let result = try MarkWorld.result(pilots: false)
    let campuses = try #require(result.campuses)
    let page = try page(result, language)
    let rows = try table("chart-scenarios", page).dropFirst()
    #expect(rows.map { $0[0] } == result.schedule?.quarters.map(\.quarter.description))
    var counts: [String: Int] = [:]
    var already = 0
    for outcome in campuses.outcomes {
      for scenario in outcome.finding.scenarios {
        switch outcome.enabled(scenario) {
        case .already: already += 1
        case .from(let quarter): counts[quarter.description, default: 0] += 1
        case .never: break
        }
      }
    }
    try #require(already > 0 && !counts.isEmpty)
    var sum = already
    for row in rows {
      sum += counts[row[0]] ?? 0
      #expect(row[1] == String(counts[row[0]] ?? 0) && row[2] == String(sum))
    }
    let drawing = SVGReading(
      String(
        try #require(page.firstMatch(of: /<figure id="chart-scenarios".*?<\/figure>/)).output))
    #expect(try drawing.clashes() == [])
  }

  /// What stands on a column begins where the column ends, and both together are as high as they say.
  @Test func columnsStandOnEachOther() throws {
    let chart = ColumnChart(
      periods: ["a", "b"], columns: [5, 2], upper: ("u", [5, 0]), levels: [10, 10],
      names: ("c", "l"))
    let drawing = SVGReading(chart.svg(id: "x", title: "t", description: "d").source)
    let lower = drawing.all("rect", class: "bar").dropFirst()
    let upper = Array(drawing.all("rect", class: "fill-2").dropFirst())
    #expect(try lower.map { try $0.number("height") } == [90, 36])
    #expect(upper.count == 1)
    #expect(try upper[0].number("y") == 34)
    #expect(try upper[0].number("height") == 90)
    #expect(try drawing.clashes() == [])
  }
}
