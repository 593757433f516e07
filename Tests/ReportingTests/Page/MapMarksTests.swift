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

/// Pilots and campuses on the map of a page.
@Suite struct MapMarksTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func page(_ result: PlanResult, _ language: Language = .english) throws -> String {
    let page = PlanPage(result, language, sources: try TinyPlan.page(scratch))
    return String(decoding: try page.html(), as: UTF8.self)
  }

  private func data(_ page: String) throws -> JSONObject {
    let data = try #require(page.firstMatch(of: /id="map-data">([^<]*)<\/script>/))
    return try #require(JSONValue(parsing: Array(data.output.1.utf8), source: "page").object)
  }

  private func texts(_ value: JSONValue?) -> [String] {
    (value?.array ?? []).compactMap(\.string)
  }

  /// Texts that come in two halves.
  private func halves(_ value: JSONValue?) throws -> [String] {
    let split = try #require(value?.object)
    var numbers = try MarkReading(split["figures"]?.string)
    let (heads, tails) = (texts(split["heads"]), texts(split["tails"]))
    let joined = try (0..<(split["count"]?.integer ?? 0)).map { _ in
      try heads[numbers.next()] + tails[numbers.next()]
    }
    #expect(numbers.isAtEnd && Set(heads).count == heads.count && Set(tails).count == tails.count)
    return joined
  }

  /// What a mark is packed as.
  private struct Mark: Equatable {
    var column = 0
    var step = 0
    var isPublic = false
    var told: [String] = []
    var counts: [Int] = []
  }

  private func marks(_ layer: JSONObject, counts: Int, data: JSONObject) throws -> [Mark] {
    var numbers = try MarkReading(layer["figures"]?.string)
    let (titles, told) = (texts(layer["titles"]), texts(layer["texts"]))
    let units = texts(data["units"]?.object?["codes"])
    let (width, height) = (data["width"]?.integer ?? 0, data["height"]?.integer ?? 0)
    var (x, y) = (0, 0)
    let codes = try layer["codes"]?.array == nil ? halves(layer["codes"]) : texts(layer["codes"])
    let marks = try codes.map { _ in
      x += try numbers.signed()
      y += try numbers.signed()
      // The settlements of the tiny plan, and with them its pilots, lie off its square counties.
      #expect(counts == 0 || (0...width).contains(x) && (0...height).contains(y))
      #expect(try units[numbers.next() - 1] == "330182")
      var mark = Mark(column: x)
      mark.step = try numbers.next()
      mark.isPublic = try numbers.next() == 1
      mark.told = try titles.map { _ in told[try numbers.next()] }
      mark.counts = try (0..<counts).map { _ in try numbers.next() }
      return mark
    }
    #expect(numbers.isAtEnd)
    return marks
  }

  @Test func pilotsSayWhenTheyStandAndWhatTheyAsk() throws {
    let result = try MarkWorld.result()
    let data = try data(page(result))
    let layer = try #require(data["marks"]?.object?["pilots"]?.object)
    #expect(texts(layer["codes"]) == ["own", "met"] && texts(layer["names"]) == ["=own", "=met"])
    let found = try marks(layer, counts: 0, data: data)
    let quarter = try #require(result.pilots?.outcomes.first?.quarter)
    let step = quarter.index - PilotWorld.from.index + 1
    #expect(found.map(\.step) == [step, 0])
    #expect(
      found[0].told == [
        "hospital", "N,330182", "deep by 2023Q2", "\(quarter) (in time)",
        "none is proven with tiers", "20 yuan",
      ])
    #expect(
      found[1].told == [
        "hospital", "N,330182", "reached by 2021Q1", "met already",
        "0.00 weighted person-quarters", "",
      ])
  }

  @Test func campusesSayWhenTheyHaveTheirNetwork() throws {
    let result = try MarkWorld.result()
    let campuses = try #require(result.campuses)
    let finish = try #require(result.schedule?.packages.first?.finish)
    let data = try data(page(result))
    let layer = try #require(data["marks"]?.object?["campuses"]?.object)
    #expect(try halves(layer["codes"]) == MarkWorld.campuses.map(\.id))
    let found = try marks(layer, counts: 5, data: data)
    let never = 13
    #expect(found.map(\.step) == [finish.index - PilotWorld.from.index + 1, never, 3, 0])
    // 0.01 degrees of longitude at 30.5 degrees north, in whole cells of the grid.
    let metres = try #require(data["metres"]?.double)
    for (west, east) in zip(found, found.dropFirst()) {
      #expect(abs(Double(east.column - west.column) * metres - 959) < 40)
    }
    #expect(found.map(\.isPublic) == [false, false, true, true])
    #expect(
      found.map { $0.told[2] }
        == [finish.description, "not within the plan", "2021Q3", "before the plan"])
    for (mark, outcome) in zip(found, campuses.outcomes) {
      let finding = outcome.finding
      #expect(mark.told[0] == "factory")
      let industry = campuses.book.industries.first { $0.id == finding.campus.industry }
      #expect(mark.told[1] == industry?.en)
      let verdicts = ScenarioVerdict.allCases.map { verdict in
        finding.scenarios.count { $0.verdict == verdict }
      }
      #expect(
        mark.counts
          == verdicts + [finding.configuration.stations, finding.configuration.costYuan])
    }
  }

  @Test func wordsAreThoseOfTheLanguage() throws {
    for (language, word) in [(Language.chinese, "试点"), (.english, "Pilots")] {
      let page = try page(MarkWorld.result(), language)
      let words = try data(page)["marks"]?.object?["words"]?.object
      #expect(words?["pilots"]?.string == word)
      #expect(words?.members.allSatisfy { $0.value.string?.isEmpty == false } == true)
      #expect(page.contains(language == .chinese ? "<h3>工业园区" : "<h3>Campuses"))
      // The pictures leave them out, and say so.
      #expect(page.contains(language == .chinese ? "静态图片不含" : "not in the pictures"))
    }
  }

  @Test func aPlanHasTheLayersThatItWasGiven() throws {
    let plain = try page(MarkWorld.result(pilots: false, campuses: false))
    #expect(try data(plain)["marks"] == nil && !plain.contains("not in the pictures"))
    let pilots = try data(page(MarkWorld.result(campuses: false)))["marks"]?.object
    #expect(pilots?["pilots"] != nil && pilots?["campuses"] == nil)
    let campuses = try data(page(MarkWorld.result(pilots: false)))["marks"]?.object
    #expect(campuses?["pilots"] == nil && campuses?["campuses"] != nil)
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "</script><svg onload=alert(1)>", "<!-- x", "\u{2028}\u{202E}txt",
  ])
  func hostileNamesDoNothing(name: String) throws {
    var result = try MarkWorld.result(name: name)
    result.pilots = try PilotWorld.result([
      Pilot(
        id: "p", name: name, kind: .park, partners: [name], place: .settlement("330182"),
        by: PilotWorld.from, status: .reached, group: .unicom, source: "p.csv:2")
    ]).pilots
    let page = try page(result)
    #expect(page.matches(of: /<script/).count == 2 && page.matches(of: /<\/script>/).count == 2)
    for forbidden in ["<script>alert", "<!--", "<svg onload"] {
      #expect(!page.contains(forbidden), "\(forbidden)")
    }
    let marks = try data(page)["marks"]?.object
    #expect(texts(marks?["pilots"]?.object?["names"]) == [name])
    let names = try halves(marks?["campuses"]?.object?["names"])
    #expect(
      names.count == MarkWorld.campuses.count && names.allSatisfy { $0.hasPrefix(name + " ") })
  }
}
