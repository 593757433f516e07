import Foundation
import Geometry
import Reporting
import TestSupport
import Territory
import Testing

/// The page of a comparison whose runs are known by hand.
@Suite struct ComparisonPageTests {
  private let runs: ComparedRuns

  init() throws { runs = try ComparedRuns() }

  private func page(_ names: [String], _ language: Language = .english) throws -> String {
    let comparison = try Comparison(folders: names.map { runs.scratch.path($0) })
    return String(decoding: try runs.files(comparison, language).bytes(.html), as: UTF8.self)
  }

  private func answer(_ page: String) throws -> String {
    String(try #require(page.firstMatch(of: /<p class="answer">(.*?)<\/p>/)).output.1)
  }

  private func data(_ page: String) throws -> JSONObject {
    let text = try #require(page.firstMatch(of: /id="map-data">([^<]*)<\/script>/)).output.1
    return try #require(try JSONValue(parsing: Array(text.utf8), source: "page").object)
  }

  /// 500 residents in five quarters of twelve against 500 in eleven and 200 in five: 4000 quarters.
  @Test func theSentenceSaysWhoWins() throws {
    #expect(
      try answer(page(["b100", "b400"]))
        == "b400 is ahead of b100: by 2023Q4, 700 residents have the target (+200), with 1,000 more "
        + "person-years of it over the plan; it spends 2,980 yuan (+2,000 yuan); half of all "
        + "residents have it: 2021Q2 (the other: 2022Q4).")
    // A base that is ahead is held against the next, whichever stands between.
    #expect(try answer(page(["b400", "b10", "b100"])).hasPrefix("b400 is ahead of b100: "))
    #expect(try answer(page(["b10", "b100", "b400"])).hasPrefix("b400 is ahead of b10: "))
    try runs.write(TinyPlan(budgetYuan: 10), to: "even")
    #expect(try answer(page(["b10", "even"])).hasPrefix("No run is ahead"))
    #expect(try answer(page(["b100", "b400"], .chinese)).hasPrefix("b400 领先于 b100："))
  }

  @Test func mapsHaveTheRunsAndTheirDifferences() throws {
    let page = try page(["b100", "b10", "b400"])
    for option in ["run-0", "run-1", "run-2", "status-1", "time-1", "status-2", "time-2"] {
      #expect(page.matches(of: try Regex("<option value=\"\(option)\"")).count == 2)
    }
    let data = try data(page)
    let labels = (data["runs"]?.array ?? []).map { $0.object?["label"]?.string }
    #expect(labels == ["b100", "b10", "b400"])
    #expect(data["quarters"]?.array?.count == 12)
    // The runs are farthest apart when b400 has city and county and b10 nothing: in the eighth quarter.
    #expect(data["start"] == .int(8))
    #expect(data["places"]?.object?["codes"]?.array?.count == 3)
    #expect(page.contains("review number"))
    // Base, both others, and the difference of each.
    #expect(page.matches(of: /<svg [^>]*aria-labelledby="still-/).count == 5)
  }

  @Test func picturesShowTheDifference() throws {
    let page = try page(["b400", "b100"])
    let drawing = try #require(
      page.firstMatch(of: /aria-labelledby="still-time-1-title">.*?<\/svg>/))
    // The city comes six quarters later; the county seat does not come any more.
    #expect(drawing.output.contains("class=\"differs-down-2\""))
    #expect(!drawing.output.contains("differs-up"))
  }

  @Test func countiesGoFromTheWinnerToTheLoser() throws {
    let page = try page(["b100", "b400"])
    let table = try #require(page.firstMatch(of: /<table class="sortable">.*?<\/table>/)).output
    let names = table.matches(of: /<th scope="row" class="text">([^<]*)/).map {
      String($0.output.1)
    }
    // 3000 person-quarters more in the city, 1000 in the county.
    #expect(names == ["N,330100 · city", "N330182"])
    #expect(table.contains("<td class=\"number\">750</td>"))
  }

  @Test func itIsOneFileThatAsksForNothing() throws {
    let page = try page(["b100", "b400"])
    for word in ["http://", "https://", "src=\"", "@import", "url("] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.matches(of: /sha256-[A-Za-z0-9+\/]{43}=/).count == 2)
    #expect(page.utf8.count < 200_000)
    let ids = page.matches(of: #/ id="([^"]*)"/#).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    for reference in page.matches(
      of: #/ (?:aria-(?:labelledby|describedby|controls)="|href="\#)([^"]*)"/#)
    {
      for id in reference.output.1.split(separator: " ") {
        #expect(ids.contains(String(id)), "\(id)")
      }
    }
    for chart in page.matches(of: /<figure id="[^"]*" class="chart">.*?<\/figure>/) {
      #expect(try SVGReading(String(chart.output)).clashes() == [])
    }
  }

  /// Names that come from folders, tables and scenarios.
  @Test(arguments: [
    "<script>alert(1)<", "\"; DROP TABLE x --", "<!--", "a\u{2028}b", "\u{202E}txt", "👩‍👩‍👧",
    "<img src=x onerror=alert(1)>", "' onload='alert(1)",
  ]) func hostileNamesDoNothing(name: String) throws {
    try runs.write(TinyPlan(budgetYuan: 300, scenario: name), to: name)
    let page = try page(["b100", name])
    #expect(page.matches(of: /<script/).count == 2)
    #expect(page.matches(of: /<\/script>/).count == 2)
    #expect(try data(page)["runs"]?.array?.last?.object?["label"]?.string == name)
    #expect(page.contains("<td class=\"text\">\(Markup.escaped(name))</td>"))
    // In the data a name may be as it is but for what could end the element or turn the source about.
    #expect(!page.contains("\u{202E}"))
    let markup = page.replacing(/id="map-data">[^<]*</, with: "")
    for forbidden in ["<script>alert", "<!--", "<img", "='alert", "\"; DROP"] {
      #expect(!markup.contains(forbidden), "\(forbidden)")
    }
  }
}
