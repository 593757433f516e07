import Foundation
import Geometry
import Reporting
import Scheduling
import TestSupport
import Territory
import Testing

/// Files and sections of a plan with pilots, and what `verify` finds in forged ones.
@Suite struct PilotFilesTests {
  private func written(_ language: Language = .english) throws -> RunTampering {
    let run = try RunTampering()
    try TinyPlan().write(run.scratch, result: PilotWorld.result(), language: language)
    return run
  }

  @Test func aRunWithPilotsIsWhole() throws {
    let run = try written()
    #expect(try run.findings() == [])
    let rows = try run.scratch.text("run/pilots.csv").split(separator: "\n").map(String.init)
    #expect(rows.count == 3)
    #expect(
      rows[1].hasPrefix(
        "own,'=own,hospital,卫生健康;水利,330182,\"N,330182\",,deep,mobile,2023Q2,planned,"))
    #expect(rows[1].contains(",330182/mobile/deep;pilot/own,20,"))
    #expect(rows[2].hasPrefix("met,'=met,hospital,"))
    #expect(rows[2].contains(",2021Q1,met,,,0,0.000,0.000,0.000,true,"))
    let layer = try GeoJSONReader(source: "p").features(in: run.bytes("pilots.geojson"))
    #expect(layer.map { $0.properties["state"]?.string } == ["planned", "met"])
    // The pilot's own work is a package like others, and raises nobody.
    let schedule = try run.scratch.text("run/schedule.csv")
    #expect(schedule.contains("\npilot/own,330182,"))
    let report = try run.scratch.text("run/report.md")
    let page = try run.scratch.text("run/report.html")
    for words in ["Pilots", "Who must decide what by when", "Where it can be repeated"] {
      #expect(report.contains("# " + words) && page.contains("<h3>" + words + "</h3>"), "\(words)")
    }
    // A department of the book in the report's language, another word as it is.
    #expect(report.contains("health, 水利"))
    let chinese = try written(.chinese)
    #expect(try chinese.scratch.text("run/report.md").contains("卫生健康、水利"))
    #expect(try chinese.scratch.text("run/pilots.csv") == run.scratch.text("run/pilots.csv"))
    #expect(try chinese.scratch.text("run/decisions.csv") == run.scratch.text("run/decisions.csv"))
  }

  @Test func aRunWithoutThemHasNoneOfTheFiles() throws {
    let run = try RunTampering()
    let names = run.scratch.names("run")
    #expect(!names.contains { $0.hasPrefix("pilots") || $0.hasPrefix("decisions") })
    #expect(try !run.scratch.text("run/report.md").contains("Pilots"))
  }

  struct Forgery: Sendable, CustomTestStringConvertible {
    let file: String
    let old: String
    let new: String
    let place: String
    var testDescription: String { "\(old) -> \(new)" }
  }

  @Test(
    arguments: [
      Forgery(
        file: "pilots.csv", old: "2023Q2,planned", new: "2021Q1,planned", place: "pilots.csv:2"),
      Forgery(file: "pilots.csv", old: ",planned,", new: ",late,", place: "pilots.csv:2"),
      Forgery(file: "pilots.csv", old: ",planned,", new: ",built,", place: "pilots.csv:2"),
      Forgery(file: "pilots.csv", old: "pilot/own", new: "pilot/other", place: "pilots.csv:2"),
      Forgery(file: "pilots.csv", old: ",planned,202", new: ",planned,203", place: "pilots.csv:2"),
      Forgery(file: "pilots.csv", old: ",met,,,", new: ",met,2021Q1,,", place: "pilots.csv:3"),
    ]) func aForgedPilotIsFound(forgery: Forgery) throws
  {
    let run = try written()
    try run.replace(forgery.old, with: forgery.new, in: forgery.file)
    try run.reseal()
    let findings = try run.findings()
    #expect(findings.map(\.code) == ["DR-932"], "\(findings)")
    #expect(findings.first?.place == forgery.place)
  }

  @Test func aForgedDecisionIsFound() throws {
    let text = try written().scratch.text("run/decisions.csv")
    let row = try #require(text.split(separator: "\n").dropFirst().first)
    let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    // Names may hold commas, so that cells are found from the end.
    let package = try #require(cells.first { $0.contains("/") })
    let finish = try #require(cells.first { Quarter($0) != nil })
    let days = cells.filter { CivilDay($0) != nil }
    for (old, new) in [
      (package, "x/y/z"), (",\(finish),", ",2031Q1,"), (",\(days[1]),", ",1999-01-01,"),
      (",\(days[1]),", ",2021-02-30,"),
    ] {
      let run = try written()
      let other = String(row).replacingOccurrences(of: old, with: new)
      #expect(other != row)
      try run.replace(String(row), with: other, in: "decisions.csv")
      try run.reseal()
      let findings = try run.findings()
      #expect(findings.map(\.code) == ["DR-933"], "\(old): \(findings)")
      #expect(findings.first?.place == "decisions.csv:2")
    }
  }
}
