import Foundation
import TestSupport
import Testing

/// A grid of plans with one table out.
@Suite struct SweepTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.file("p.yaml", "region: 岱山县\ngroup: mobile\nuntil: 2022Q4\n")
  }

  private func sweep(_ arguments: String...) throws -> Tool.Outcome {
    try Tool.run(["sweep", "p.yaml"] + arguments, in: scratch.url)
  }

  /// Each cell is what a plan with these settings is, whatever was planned before it.
  @Test func everyCellIsThePlanOfItsSettings() throws {
    let outcome = try sweep(
      "--over", "budget=5e5,3000000", "--over", "scenario=base,share-nothing", "-o", "t.csv",
      "--keep", "kept")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors == "")
    let rows = try scratch.rows("t.csv")
    #expect(rows.map { $0["budget"] } == ["5e5", "5e5", "3000000", "3000000"])
    #expect(rows.map { $0["scenario"] } == ["base", "share-nothing", "base", "share-nothing"])
    #expect(scratch.names("kept") == ["cell-1", "cell-2", "cell-3", "cell-4"])
    for (index, row) in rows.enumerated() {
      let plan = try Tool.run(
        [
          "plan", "--project", "p.yaml", "--budget", index < 2 ? "500000" : "3000000",
          "--scenario", row["scenario"] ?? "", "-o", "run",
        ], in: scratch.url)
      #expect(plan.status == 0, "\(plan.errors)")
      for file in ["packages.csv", "schedule.csv", "budget.csv", "audit.csv", "siting.csv"] {
        #expect(try scratch.text("run/\(file)") == scratch.text("kept/cell-\(index + 1)/\(file)"))
      }
      let spent = try scratch.rows("run/budget.csv").compactMap { Int($0["spent_yuan"] ?? "") }
      #expect(row["spent_yuan"] == String(spent.reduce(0, +)))
      #expect(try Tool.run(["verify", "kept/cell-\(index + 1)"], in: scratch.url).status == 0)
    }
    let same = try Tool.run(["compare", "kept/cell-4", "run"], in: scratch.url)
    #expect(same.status == 0 && same.output.contains("winners 0"), "\(same.errors)")
  }

  @Test func aCellThatFailsIsARowAndTheStatusSaysSo() throws {
    let outcome = try sweep("--over", "budget=0,2000000", "--over", "gap=0.01", "-o", "t.csv")
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("1 of 2 cells failed"))
    let rows = try scratch.rows("t.csv")
    #expect(rows[0]["error"]?.hasPrefix("DR-602") == true && rows[0]["spent_yuan"] == "")
    #expect(rows[1]["error"] == "" && rows[1]["spent_yuan"] != "")
  }

  @Test func aFigureOfABookCanBeSweptAndTheTableGoesToTheScreen() throws {
    let outcome = try sweep("--over", "costs.newTowerYuan=0,1e6")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("costs.newTowerYuan,city_deep,"))
    #expect(lines[1] != lines[2])
  }

  @Test(arguments: [
    (["--over", "budget"], 64, "DR-815"), (["--over", "nope=1"], 64, "DR-815"),
    (["--over", "output=a"], 64, "DR-815"), (["--over", "budget=1,,2"], 64, "DR-815"),
    (["--over", "budget=1,1"], 64, "DR-815"),
    (["--over", "gap=0", "--over", "gap=1"], 64, "DR-815"),
    (["--over", "budget=x"], 64, "DR-817"), (["--over", "budget=1.5"], 64, "DR-817"),
    (["--over", "from=2021"], 64, "DR-817"), (["--over", "costs.newTowerYuan=x"], 64, "DR-817"),
    (["--over", "costs=1"], 64, "DR-815"), (["--over", "cost.x=1"], 65, "DR-812"),
    (["--over", "scenario=none"], 64, "DR-814"),
    (["--over", "budget=1", "-o", "none/t.csv"], 73, "DR-703"),
    (["--over", "budget=1", "--keep", "mine"], 73, "DR-704"),
  ]) func whatCannotBeSweptIsRefusedBeforeAnyWork(
    arguments: [String], status: Int32, code: String
  ) throws {
    try scratch.directory("mine/cell-1")
    try scratch.file("mine/cell-1/thesis.txt", "years of work")
    let before = scratch.names()
    let outcome = try Tool.run(["sweep", "p.yaml"] + arguments, in: scratch.url)
    #expect(outcome.status == status)
    #expect(outcome.errors.contains("[\(code)]"), "\(outcome.errors)")
    #expect(outcome.output == "")
    #expect(scratch.names() == before)
  }

  @Test func aGridThatIsTooLarge() throws {
    let values = (1...40).map(String.init).joined(separator: ",")
    let outcome = try sweep("--over", "budget=\(values)", "--over", "seed=\(values)")
    #expect(outcome.status == 64 && outcome.errors.contains("[DR-816]"))
  }
}
