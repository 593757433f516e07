import Foundation
import TestSupport
import Testing

/// `compare` over two runs of a small region.
@Suite struct CompareTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    for (name, budget) in [("slow", "500000"), ("fast", "5000000")] {
      let outcome = try Tool.run(
        [
          "plan", "--region", "岱山县", "--group", "mobile", "--budget", budget, "-o", "runs/\(name)",
        ], in: scratch.url)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
  }

  private func compare(_ arguments: String...) throws -> Tool.Outcome {
    try Tool.run(["compare"] + arguments, in: scratch.url)
  }

  @Test func moreMoneyMakesAWinner() throws {
    let outcome = try compare("runs/slow", "runs/fast", "-o", "cmp")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("fast against slow: winners 1 "))
    let counties = try scratch.rows("cmp/counties.csv")
    #expect(counties.map { $0["adcode"] } == ["330921"])
    #expect(counties[0]["verdict_fast"] == "winner")
    let back = try compare("runs/fast", "runs/slow", "--format", "csv")
    #expect(back.output.hasPrefix("measure,quarter,fast,slow\n"))
    // The money by quarter is that of the runs.
    let rows = try scratch.rows("cmp/compare.csv")
    for run in ["slow", "fast"] {
      var sum = 0
      for row in try scratch.rows("runs/\(run)/budget.csv") {
        sum += Int(row["spent_yuan"] ?? "") ?? 0
        let found = rows.first {
          $0["measure"] == "cumulative_spent_yuan" && $0["quarter"] == row["quarter"]
        }
        #expect(found?[run] == String(sum))
      }
    }
    #expect(try scratch.text("cmp/comparison.html").contains("fast is ahead of slow"))
    let page = try compare("runs/slow", "runs/fast", "-o", "page.html", "--lang", "zh")
    #expect(page.status == 0 && page.errors == "", "\(page.errors)")
    #expect(try scratch.text("page.html").contains("岱山县"))
    let map = try compare("runs/slow", "runs/fast", "--format", "geojson")
    #expect(map.output.contains("\"verdict_fast\":\"winner\""))
    let chinese = try compare("runs/slow", "runs/fast", "--lang", "zh")
    #expect(chinese.output.contains("受益 1 个"))
  }

  @Test func otherRegionsGroupsAndVerbsAreRefused() throws {
    let other = try Tool.run(
      ["plan", "--region", "嵊泗县", "--group", "mobile", "-o", "other"], in: scratch.url)
    let both = try Tool.run(["plan", "--region", "岱山县", "-o", "both"], in: scratch.url)
    let audit = try Tool.run(
      ["audit", "--region", "岱山县", "--group", "mobile", "-o", "audit"], in: scratch.url)
    #expect([other, both, audit].allSatisfy { $0.status == 0 })
    for (name, code) in [("other", "DR-713"), ("both", "DR-713"), ("audit", "DR-712")] {
      let outcome = try compare("runs/slow", name, "-o", "cmp")
      #expect(outcome.status == 65 && outcome.errors.contains("[\(code)]"), "\(outcome.errors)")
      #expect(outcome.output == "")
    }
    #expect(!scratch.names().contains("cmp"))
    #expect(try compare("runs/slow").status == 64)
    #expect(try compare("runs/slow", "none").status == 66)
  }
}
