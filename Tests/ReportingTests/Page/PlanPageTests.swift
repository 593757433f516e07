import Coverage
import Foundation
import Geometry
import Radio
import Reporting
import Scheduling
import Siting
import TestSupport
import Testing
import Territory

/// The page of a plan that is known by hand.
@Suite struct PlanPageTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func page(
    _ plan: TinyPlan = TinyPlan(), _ language: Language = .english,
    change: (PlanResult) throws -> PlanResult = { $0 }
  ) throws -> String {
    let result = try change(plan.result())
    let page = PlanPage(result, language, sources: try TinyPlan.page(scratch))
    return String(decoding: try page.html(), as: UTF8.self)
  }

  @Test(arguments: Language.allCases) func theAnswerStandsFirst(language: Language) throws {
    let page = try page(TinyPlan(), language)
    #expect(
      page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language == .chinese ? "zh-Hans" : "en")\">"))
    let answer = try #require(page.range(of: "class=\"answer\""))
    let map = try #require(page.range(of: "id=\"map-canvas\""))
    let schedule = try #require(page.range(of: "id=\"schedule\""))
    #expect(answer.lowerBound < map.lowerBound && map.lowerBound < schedule.lowerBound)
    #expect(page.contains(language == .chinese ? "审图号" : "review number"))
  }

  @Test func theSameResultGivesTheSameBytes() throws {
    #expect(try page() == page())
  }

  @Test func idsAreUniqueAndLinksLead() throws {
    let page = try page()
    let ids = page.matches(of: #/ id="([^"]*)"/#).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    for link in page.matches(of: #/ href="\#([^"]*)"/#) {
      #expect(ids.contains(String(link.output.1)))
    }
    for reference in page.matches(of: #/ aria-(?:labelledby|describedby|controls)="([^"]*)"/#) {
      for id in reference.output.1.split(separator: " ") { #expect(ids.contains(String(id))) }
    }
  }

  @Test func nothingIsAskedOfANetwork() throws {
    let page = try page()
    for word in ["http://", "https://", "src=\"", "@import", "url("] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.contains("default-src &#39;none&#39;"))
    #expect(page.matches(of: /sha256-[A-Za-z0-9+\/]{43}=/).count == 2)
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "\"; DROP TABLE x", "</script>\u{2028}", "<!-- x", "👩‍👩‍👧",
    "<svg onload=alert(1)>", "\u{202E}txt",
  ])
  func hostileNamesDoNothing(name: String) throws {
    let page = try page { result in
      let settlements = result.settlements.map { outcome in
        let one = outcome.settlement
        return SettlementOutcome(
          settlement: Settlement(
            id: one.id, name: name, kind: one.kind, countyAdcode: one.countyAdcode,
            prefectureAdcode: one.prefectureAdcode, provinceAdcode: one.provinceAdcode,
            population: one.population, populationKind: one.populationKind,
            morphology: one.morphology, seats: one.seats, footprint: one.footprint,
            footprintKind: one.footprintKind, areaSquareMetres: one.areaSquareMetres),
          readiness: outcome.readiness, groups: outcome.groups)
      }
      let gazetteer = try Gazetteer(
        units: result.gazetteer.units.map { unit in
          AdministrativeUnit(
            adcode: unit.adcode, name: name, englishName: "", level: unit.level,
            parent: unit.parent, form: unit.form, population: unit.population,
            populationKind: unit.populationKind, position: unit.position,
            positionKind: unit.positionKind, polygon: unit.polygon, settlement: unit.settlement)
        }, regionByProvince: result.gazetteer.regionByProvince,
        plannedProvinces: result.gazetteer.plannedProvinces)
      return PlanResult(
        standard: result.standard, groups: result.groups, gazetteer: gazetteer,
        regions: result.regions, networkKind: result.networkKind, settlements: settlements,
        packages: result.packages, schedule: result.schedule,
        existingSites: [
          Site(
            id: name, position: Coordinate(longitude: 120, latitude: 30), group: .mobile,
            configurations: [name], heightMetres: 30, status: .existing, kind: .modelled,
            settlement: "330100")
        ], plannedSites: [], publishedStations: [])
    }
    // One element of data, one of script, and no more than the page itself opens.
    #expect(page.matches(of: /<script/).count == 2)
    #expect(page.matches(of: /<\/script>/).count == 2)
    for forbidden in ["<script>alert", "<!--", "<svg onload"] {
      #expect(!page.contains(forbidden), "\(forbidden)")
    }
    // The data is read back by the script, which takes signs of direction off; markup has none.
    let markup = page.replacing(/id="map-data">[^<]*</, with: "")
    #expect(!markup.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) })
    let data = try #require(page.firstMatch(of: /id="map-data">([^<]*)<\/script>/))
    #expect(!data.output.1.contains("\u{2028}"))
    let value = try JSONValue(parsing: Array(data.output.1.utf8), source: "page")
    #expect(value.object?["places"]?.object?["names"]?.array?.first?.string == name)
  }

  @Test func figuresAndChartsSayWhatTheScheduleSays() throws {
    let page = try page()
    let result = try TinyPlan().result()
    for quarter in try #require(result.schedule).quarters {
      #expect(page.contains("<td class=\"text\">\(quarter.quarter)</td>"))
    }
    for chart in ["status", "coverage", "spend", "gantt", "priority", "cost"] {
      #expect(page.contains("id=\"chart-\(chart)\""), "\(chart)")
      #expect(page.contains("id=\"chart-\(chart)-title\""), "\(chart)")
    }
    let charts = page.matches(of: /<figure id="[^"]*" class="chart">.*?<\/figure>/)
    #expect(charts.count >= 6)
    for chart in charts {
      #expect(chart.output.contains("<details") && chart.output.contains("<table>"))
      #expect(try SVGReading(String(chart.output)).clashes() == [])
    }
  }

  @Test func aRegionIsSmall() throws {
    #expect(try page().utf8.count < 200_000)
  }

  @Test func anAuditOrNothingToShowStillMakesAPage() throws {
    var plan = TinyPlan()
    plan.hasSchedule = false
    #expect(try page(plan).contains("There is no schedule."))
  }

  @Test func scriptsThatWouldEndTheirElementAreRefused() throws {
    let geodata = try Geodata.locate()
    for file in PageAssets.files {
      try scratch.directory("bad/page")
      let text = try String(contentsOfFile: geodata.path(file), encoding: .utf8)
      try scratch.file("bad/" + file, file.hasSuffix("map.js") ? text + "// </script>" : text)
    }
    let error = #expect(throws: UserError.self) {
      try PageAssets(Geodata(folder: scratch.path("bad")))
    }
    #expect(error?.code == "DR-680")
  }
}
