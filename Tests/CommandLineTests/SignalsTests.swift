import Foundation
import TestSupport
import Testing

/// `--signals` as a user gives it, over a small region.
@Suite struct SignalsTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func audit(_ more: [String], to folder: String) throws -> [String: [String: String]] {
    let outcome = try Tool.run(
      ["audit", "--region", "岱山县", "-o", folder] + more, in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = try scratch.text("\(folder)/readiness.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    return Dictionary(
      uniqueKeysWithValues: lines.dropFirst().map { row in
        (row[0], Dictionary(uniqueKeysWithValues: zip(header, row)))
      })
  }

  @Test func whatIsGivenIsScoredAndTheRestStaysUnknown() throws {
    let before = try audit([], to: "a")
    try scratch.file(
      "s.csv",
      """
      adcode,id,industryEmployees,localSupport,assisted,power
      330921,,25000,,0,
      ,330921106,,0.5,1,0
      """)
    let after = try audit(["--signals", "s.csv", "--lang", "zh"], to: "b")
    #expect(before.count == 7)
    #expect(after.count == before.count)
    for (id, row) in after {
      #expect(row["industry"] == "0.5000", "\(id)")
      #expect(row["traffic"] == "unknown")
      #expect(row["border"] == "0")
      #expect(row["assisted"] == (id == "330921106" ? "1" : "0"))
      #expect(row["feasible"] == (id == "330921106" ? "false" : "true"))
      #expect(before[id]?["industry"] == "unknown")
      #expect(before[id]?["feasible"] == "true")
    }
    let shut = try #require(after["330921106"])
    #expect(shut["reasons"]?.hasPrefix("no-power;") == true)
    #expect(shut["reasons_in_words"]?.hasPrefix("无供电；") == true)
    // Equity of the town: of no mere town, border, assisted one of three.
    #expect(shut["equity"] == "0.3333")
    let run = try scratch.text("b/run.json")
    #expect(run.contains("\"signals\": \"s.csv\"") || run.contains("\"signals\":\"s.csv\""))
    let verified = try Tool.run(["verify", "b"], in: scratch.url)
    #expect(verified.status == 0, "\(verified.errors)")
  }

  @Test func aShutTownIsNotScheduledAndAProjectKeepsTheFile() throws {
    try scratch.file("s.csv", "id,power\n330921106,0\n")
    let options = ["--region", "岱山县", "--until", "2022Q4", "--signals", "s.csv"]
    let project = try Tool.run(
      ["plan"] + options + ["--write-project", "p.yaml"], in: scratch.url)
    #expect(project.status == 0, "\(project.errors)")
    #expect(try scratch.text("p.yaml").contains("signals: s.csv"))
    let outcome = try Tool.run(["plan", "--project", "p.yaml", "-o", "run"], in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let rows = try scratch.text("run/schedule.csv").split(separator: "\n").filter {
      $0.contains("330921106/")
    }
    #expect(!rows.isEmpty)
    #expect(rows.allSatisfy { !$0.contains(",scheduled,") })
    #expect(try scratch.text("run/report.md").contains("no power"))
  }

  @Test func theBorderIsKnownWithoutAFile() throws {
    let outcome = try Tool.run(
      ["audit", "--region", "绥芬河市", "--group", "mobile", "-o", "run"], in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let table = try scratch.text("run/readiness.csv")
    #expect(table.contains("border county"))
    #expect(!table.contains("not known: border county"))
  }

  @Test(
    arguments: [
      ("adcode,trafic\n330921,1\n", "DR-580", "s.csv:1"),
      ("adcode,traffic\n330921,2\n", "DR-581", "s.csv:2"),
      ("adcode,traffic\n330922,1\n999999,1\n", "DR-582", "s.csv:3"),
      ("id,traffic\n330921,1\n330921,1\n", "DR-583", "s.csv:3"),
    ]) func aBadFileIsRefusedBeforeAnythingIsWritten(text: String, code: String, place: String)
    throws
  {
    try scratch.file("s.csv", text)
    let outcome = try Tool.run(
      ["plan", "--region", "岱山县", "--signals", "s.csv", "-o", "run"], in: scratch.url)
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("[\(code)]"), "\(outcome.errors)")
    #expect(outcome.errors.contains(place))
    #expect(scratch.names() == ["s.csv"])
  }
}
