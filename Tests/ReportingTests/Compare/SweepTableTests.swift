import Geometry
import Reporting
import TestSupport
import Testing

/// One row a cell, whatever came of it.
@Suite struct SweepTableTests {
  private let runs: ComparedRuns

  init() throws { runs = try ComparedRuns() }

  private func table() throws -> SweepTable {
    let run = try #require(ComparedRun(TinyPlan(budgetYuan: 400).result(), label: "x"))
    let error = UserError("DR-602", .usage, at: "--budget", "=0, no", remedy: "give more")
    return SweepTable(
      keys: ["budget", "scenario"],
      cells: [
        SweepCell(values: ["4e2", "=base"], outcome: .success(run)),
        SweepCell(values: ["-1", "x,y"], outcome: .failure(error)),
      ])
  }

  @Test func aCellThatFailedIsARowWithItsError() throws {
    let rows = try runs.rows(table().csv())
    #expect(rows.count == 2)
    #expect(rows[0].count == 2 + Measure.all.count + 1)
    #expect(rows[0]["budget"] == "4e2" && rows[0]["error"] == "")
    #expect(rows[0]["scenario"] == "'=base")
    #expect(rows[0]["spent_yuan"] == "2980" && rows[0]["city_last_quarter"] == "2021Q2")
    #expect(rows[0]["town_seat_last_quarter"] == "")
    #expect(rows[1]["budget"] == "-1" && rows[1]["scenario"] == "x,y")
    #expect(rows[1]["error"] == "DR-602: --budget: =0, no")
    #expect(rows[1]["spent_yuan"] == "")
  }

  @Test func theScreenHasARowACell() throws {
    for language in Language.allCases {
      let lines = try table().terminal(language, width: nil).split(separator: "\n")
      #expect(lines.count == 4)
      #expect(lines[3].contains("DR-602"))
    }
  }
}
