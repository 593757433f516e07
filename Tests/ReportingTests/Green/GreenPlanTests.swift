import Coverage
import Foundation
import Geometry
import Reporting
import Scheduling
import Siting
import TestSupport
import Territory
import Testing

/// Power, back-up and carbon of a plan at hand are those of its folder, and stand in its report.
@Suite struct GreenPlanTests {
  private let plan: TinyPlan
  private let world: GreenWorld

  init() throws {
    var plan = TinyPlan()
    plan.packages += [
      TinyPlan.campus("a", yuan: 7, stations: 2, energy: 30),
      TinyPlan.campus("b", yuan: 5, stations: 1, energy: 10),
    ]
    world = try GreenWorld(plan)
    plan.budgetYuan = 400
    self.plan = plan
  }

  private func power(_ result: PlanResult) -> GreenResult {
    GreenResult(world.books, run: GreenRun(result, books: world.books))
  }

  @Test func aPlanAtHandAndItsFolderHaveTheSameFigures() throws {
    func members(_ run: GreenRun?) throws -> JSONObject {
      let files = GreenFiles(GreenResult(world.books, run: run), .english)
      let value = try JSONValue(parsing: files.bytes(.json), source: "j")
      return try #require(value.object)
    }
    let path = world.tampering.folder
    let manifest = try Manifest(
      parsing: FileAccess.read("\(path)/run.json"), file: "run.json")
    let read = try GreenRun(
      reading: path, manifest: manifest, books: world.books, provinceNames: ["330000": "N330000"])
    let (one, other) = (try members(GreenRun(plan.result(), books: world.books)), try members(read))
    for key in ["total", "provinces", "counties", "caps", "campuses", "campus_total", "supplies"] {
      #expect(try #require(one[key]) == #require(other[key]), "\(key)")
    }
    #expect(one["total"]?.object?["stations"]?.integer == 21)
    #expect(one["campus_total"]?.object?["stations"]?.integer == 3)
  }

  @Test func thereIsNoneOfAnAudit() throws {
    var audit = TinyPlan()
    audit.hasSchedule = false
    #expect(GreenRun(try audit.result(), books: world.books) == nil)
  }

  @Test func campusesSumToTheirOwnFigures() throws {
    let run = try #require(GreenRun(plan.result(), books: world.books))
    #expect(run.campuses.map(\.id) == ["a", "b"])
    #expect(run.campusTotal.campuses == 2 && run.campusTotal.gridKilowattHoursPerYear == 40)
    let each = try #require(run.campusTotal.kilogramsPerCampus)
    #expect(abs(each - 20 * 0.55) < 1e-9)
    // Nobody said how many terminals they have.
    #expect(run.campusTotal.kilogramsPerTerminal == nil)
  }

  /// Hours asked for are 3, 4 and 8, of two, three and one packages of the same load.
  @Test func hoursOfBackUpAreTheMeanOverTheLoad() throws {
    let run = try #require(GreenRun(plan.result(), books: world.books))
    let hours = try #require(run.total.sum.backupHours)
    #expect(abs(hours - (2 * 3 + 3 * 4 + 1 * 8) / 6.0) < 1e-9)
    for place in run.places {
      #expect(abs(try #require(place.sum.backupHours) - place.backupHours) < 1e-9)
    }
  }

  private func report(_ result: PlanResult, _ language: Language) throws -> (String, String) {
    let scratch = try Scratch()
    try plan.write(scratch, result: result, language: language)
    return (try scratch.text("run/report.md"), try scratch.text("run/report.html"))
  }

  @Test(arguments: Language.allCases)
  func theReportHasASectionWithGreensFigures(language: Language) throws {
    var result = try plan.result()
    let (before, plainPage) = try report(result, language)
    result.power = power(result)
    let (markdown, page) = try report(result, language)
    let heading =
      language == .english ? "## Power, back-up and carbon\n" : "## 供电、备电与碳\n"
    #expect(!before.contains(heading) && markdown.contains(heading))
    #expect(!plainPage.contains("id=\"power\"") && page.contains("id=\"power\""))
    #expect(page.contains("href=\"#power\""))
    for text in [markdown, page] { #expect(!text.contains("{0}") && !text.contains("{1}")) }
    // But for the section the report is what it was.
    let start = try #require(markdown.range(of: heading)).lowerBound
    let rest = markdown[start...].dropFirst(3)
    let end = try #require(rest.range(of: "\n## ")).lowerBound
    #expect(before == markdown[..<start] + rest[rest.index(after: end)...])
    // Every line of green's answer.
    let green = String(
      decoding: try GreenFiles(power(result), language).bytes(.text), as: UTF8.self)
    for line in try #require(green.components(separatedBy: "\n\n").first).split(separator: "\n") {
      #expect(markdown.contains(line), "\(line)")
    }
  }

  /// Two provinces of which the second is fullest in its second year.
  @Test func capsOfSeveralProvincesAreAChart() throws {
    let rows = [
      "limit,from,until,amount,carried_in,used,shadow_price",
      "electricity/330000,2021Q1,2021Q4,80.000,0.000,60.000,0.500000000",
      "electricity/330000,2022Q1,2022Q4,160.000,0.000,60.000,0.000000000",
      "electricity/440000,2021Q1,2021Q4,0.000,0.000,0.000,0.000000000",
      "electricity/440000,2022Q1,2022Q4,50.000,0.000,20.000,0.000000000", "",
    ]
    try world.tampering.write(Array(rows.joined(separator: "\n").utf8), to: "limits.csv")
    try world.tampering.reseal()
    var result = try plan.result()
    result.power = GreenResult(world.books, run: try world.run())
    let (markdown, page) = try report(result, .english)
    #expect(markdown.contains("| N330000 | 2021Q1–2021Q4 |"))
    #expect(markdown.contains("| 440000  | 2022Q1–2022Q4 |"))
    let chart = try #require(
      page.firstMatch(of: /<figure id="chart-caps" class="chart">.*?<\/figure>/)
    ).output
    #expect(try SVGReading(String(chart)).clashes() == [])
    let bars = try SVGReading(String(chart)).all("rect", class: "bar").map {
      try $0.number("width")
    }
    #expect(bars.count == 2 && abs(bars[0] / bars[1] - 75.0 / 40) < 0.01)
    #expect(chart.contains("75.00% · 2021") && chart.contains("40.00% · 2022"))
  }
}
