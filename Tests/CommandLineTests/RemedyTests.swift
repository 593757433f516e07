import Foundation
import TestSupport
import Testing

/// `deepreach audit --remedies`, as a user runs it.
@Suite struct RemedyTests {
  private struct Table {
    let rows: [[String: String]]

    init(_ text: String) {
      let lines = text.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      rows = lines.dropFirst().map { row in
        Dictionary(zip(lines[0], row), uniquingKeysWith: { first, _ in first })
      }
    }
  }

  private func key(_ row: [String: String]) -> String {
    (row["settlement"] ?? "") + "/" + (row["group"] ?? "")
  }

  private func number(_ row: [String: String], _ column: String) throws -> Double {
    try #require(Double(row[column] ?? ""), "\(column) of \(row)")
  }

  @Test func everyFailingCriterionHasItsCheapestRemedy() throws {
    let scratch = try Scratch()
    let outcome = try Tool.run(
      ["audit", "--region", "岱山县", "--remedies", "-o", "run"], in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Closing each failing criterion at least cost"))
    #expect(try Tool.run(["verify", "run"], in: scratch.url).status == 0)
    let remedies = Table(try scratch.text("run/remedies.csv")).rows
    let all = remedies.filter { $0["criterion"] == "all" }
    let parts = remedies.filter { $0["criterion"] != "all" }
    let audits = Table(try scratch.text("run/audit.csv")).rows
    #expect(all.map(key) == audits.filter { $0["failing"] != "" }.map(key))
    #expect(parts.contains { $0["criterion"] == "indoor-share" && $0["closed"] == "true" })
    for row in remedies where row["gap"] != "" {
      #expect(try number(row, "bound_yuan") <= number(row, "stations_yuan"))
    }
    // What closes everything closes the part: no part's bound is above the whole's cost.
    for whole in all where whole["closed"] == "true" {
      for part in parts where key(part) == key(whole) && part["bound_yuan"] != "" {
        #expect(try number(part, "bound_yuan") <= number(whole, "stations_yuan"), "\(part)")
      }
    }
    // The whole is what a plan chooses.
    let plan = try Tool.run(["plan", "--region", "岱山县", "-o", "plan"], in: scratch.url)
    #expect(plan.status == 0, "\(plan.errors)")
    for row in Table(try scratch.text("plan/siting.csv")).rows where row["bound_yuan"] != "0" {
      let whole = try #require(all.first { key($0) == key(row) })
      #expect(whole["stations_yuan"] == row["cost_yuan"])
      #expect(whole["bound_yuan"] == row["bound_yuan"])
    }
  }

  @Test func chineseAndAnyThreads() throws {
    let scratch = try Scratch()
    for threads in ["1", "3"] {
      let outcome = try Tool.run(
        [
          "audit", "--region", "岱山县", "--group", "unicom", "--remedies", "--threads", threads,
          "--lang", "zh", "-o", "run" + threads,
        ], in: scratch.url)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("补齐每项不达标指标的最低费用"))
    }
    #expect(try scratch.text("run1/remedies.csv") == scratch.text("run3/remedies.csv"))
  }

  @Test func remediesOverTerrainAreRefused() throws {
    let scratch = try Scratch()
    let outcome = try Tool.run(
      ["audit", "--region", "岱山县", "--remedies", "--dem", "heights", "-o", "run"],
      in: scratch.url)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("[DR-824]"))
  }

  @Test func aStandardOfSINRAloneIsPlanned() throws {
    let scratch = try Scratch()
    let rules = """

        - status: deep
          criteria:
            - criterion: sinr-share
              threshold: {value: 0.99, unit: "1", kind: judgement, source: "test"}
              sinrDB: {value: 3, unit: "dB", kind: judgement, source: "test"}

      """
    try scratch.file(
      "s.yaml",
      "name: sinr\ntitleChinese: x\ntitleEnglish: x\ndescription: x\nsource: x\ncity:\(rules)"
        + "countySeat:\(rules)townSeat:\(rules)")
    let outcome = try Tool.run(
      ["plan", "--region", "岱山县", "--group", "mobile", "--standard", "./s.yaml", "-o", "p"],
      in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try Tool.run(["verify", "p"], in: scratch.url).status == 0)
  }
}
