import Foundation
import TestSupport
import Testing

/// Simulations and warnings from the command line.
@Suite struct RiskTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func rows(_ path: String) throws -> [[String: String]] {
    let lines = try scratch.text(path).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  @Test func aPlanTellsItsRiskAndItsWarnings() throws {
    for (folder, threads) in [("one", "1"), ("two", "3")] {
      let outcome = try Tool.run(
        [
          "plan", "--region", "岱山县", "--simulate", "200", "--threads", threads, "-o", folder,
        ], in: scratch.url)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(try Tool.run(["verify", scratch.path(folder)]).status == 0)
    }
    for file in ["risk.csv", "risk-spend.csv", "warnings.csv", "report.md", "schedule.csv"] {
      #expect(try scratch.text("one/\(file)") == scratch.text("two/\(file)"), "\(file)")
    }
    let risk = try rows("one/risk.csv")
    #expect(!risk.isEmpty)
    for row in risk {
      let chance = try #require(Double(row["chance"] ?? ""))
      #expect((0...1).contains(chance))
      #expect(row["kind"] == "target" && row["by"] == row["planned"])
    }
    #expect(try rows("one/risk-spend.csv").count == 20)
    let report = try scratch.text("one/report.md")
    #expect(report.contains("## Risk (simulated)") && report.contains("judgement"))
    #expect(report.contains("## Early warning of capacity (modelled)"))
    let warnings = try rows("one/warnings.csv")
    let quarters = warnings.map { $0["passes_without_plan"] ?? "" }
    #expect(quarters == quarters.sorted())
    for row in warnings {
      let without = try #require(Int(row["quarters_over_without_plan"] ?? ""))
      let with = try #require(Int(row["quarters_over_with_plan"] ?? ""))
      #expect(with <= without && without > 0)
    }
    try checkTheScheduleVerb()
  }

  /// The plan's own packages, scheduled anew.
  private func checkTheScheduleVerb() throws {
    let outcome = try Tool.run(
      [
        "schedule", scratch.path("one/packages.csv"), "--simulate", "100", "--seed", "5",
        "--format", "json", "-o", scratch.path("again"),
      ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let parsed = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let risk = try #require((parsed as? [String: Any])?["risk"] as? [String: Any])
    #expect(risk["executions"] as? Int == 100 && risk["seed"] as? Int == 5)
    let aims = try #require(risk["aims"] as? [[String: Any]])
    #expect(aims.count == (try rows("again/risk.csv")).count)
    #expect(
      scratch.names("again") == [
        "budget.csv", "limits.csv", "risk-spend.csv", "risk.csv", "schedule.csv",
      ])
    let without = try Tool.run(
      ["schedule", scratch.path("one/packages.csv"), "-o", scratch.path("again")])
    #expect(without.status == 0 && !without.output.contains("drawn worlds"))
    #expect(scratch.names("again") == ["budget.csv", "limits.csv", "schedule.csv"])
  }

  @Test func mistakesAreRefused() throws {
    let packages = try scratch.file("p.csv", "id,cost_yuan\na,5\n")
    for count in ["-1", "100001"] {
      let outcome = try Tool.run(["schedule", packages, "--simulate=\(count)"])
      #expect(outcome.status == 64 && outcome.errors.contains("DR-675"), "\(outcome.errors)")
    }
    let bundled = try String(
      contentsOf: Tool.root.appendingPathComponent("geodata/books/limits.yaml"), encoding: .utf8)
    let silent = try scratch.file(
      "silent.yaml", String(bundled[..<(try #require(bundled.range(of: "risk:\n")).lowerBound)]))
    let outcome = try Tool.run(
      ["schedule", packages, "--limits", silent, "--simulate", "10"])
    #expect(outcome.status == 65 && outcome.errors.contains("DR-676"), "\(outcome.errors)")
    #expect(try Tool.run(["schedule", packages, "--limits", silent]).status == 0)
    let wrong = try scratch.file(
      "wrong.yaml", bundled.replacingOccurrences(of: "step: survey", with: "step: digging"))
    let refused = try Tool.run(["schedule", packages, "--limits", wrong])
    #expect(refused.errors.contains("DR-678"), "\(refused.errors)")
  }
}
