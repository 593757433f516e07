import Foundation
import TestSupport
import Testing

/// `plan --pilots`, `--gates` and `--decisions` as a user gives them, over a small region.
@Suite struct PilotTests {
  private static let plan = ["plan", "--region", "岱山县", "--grid", "100"]
  private static let pilots = Tool.root.appendingPathComponent("Tests/Fixtures/pilots/daishan.yaml")
    .path
  private static let gates = Tool.root.appendingPathComponent("Tests/Fixtures/pilots/gates.csv")
    .path

  private func run(_ arguments: [String], _ scratch: Scratch) throws -> Tool.Outcome {
    let outcome = try Tool.run(arguments, in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome
  }

  @Test func pilotsStandByTheirDatesWhateverTheThreads() throws {
    let scratch = try Scratch()
    let options = Self.plan + ["--pilots", Self.pilots, "--gates", Self.gates]
    for threads in ["1", "2"] {
      let outcome = try run(options + ["--threads", threads, "-o", "run\(threads)"], scratch)
      #expect(outcome.output.contains("2 pilots: 2 stand by their date"))
      _ = try run(["verify", "run\(threads)"], scratch)
    }
    for name in scratch.names("run1") where name != "timings.json" {
      #expect(try scratch.text("run1/\(name)") == scratch.text("run2/\(name)"), "\(name)")
    }
    let rows = try scratch.rows("run1/pilots.csv")
    #expect(rows.map { $0["settlement"] } == ["330921", "330921106"])
    #expect(rows.allSatisfy { ($0["quarter"] ?? "") <= $0["by"] ?? "" && $0["state"] == "planned" })
    let metres = Double(rows[1]["distance_metres"] ?? "") ?? 0
    #expect(metres > 1000 && metres < 10_000 && rows[0]["distance_metres"] == "")
    let own = try #require(
      scratch.rows("run1/schedule.csv").first { $0["package"] == "pilot/park" })
    #expect(own["state"] == "scheduled" && own["cost_yuan"] == "6000000")
    let decisions = try scratch.rows("run1/decisions.csv")
    func decision(_ package: String, _ gate: String) -> [String: String] {
      decisions.first { $0["package"] == package && $0["gate"] == gate } ?? [:]
    }
    #expect(decision("330921/mobile/deep", "site-access")["state"] == "granted")
    #expect(decision("330921/mobile/deep", "power-connection")["expected"] == "2021-02-28")
    #expect(decision("pilot/park", "frequency")["state_date"] == "2022-03-01")
    #expect(decision("pilot/park", "site-access")["state"] == "open")
    #expect(decision("pilot/park", "new-mast")["pilots"] == "park")
    let inputs = try scratch.text("run1/run.json")
    #expect(inputs.contains("daishan.yaml") && inputs.contains("geodata/books/gates.yaml"))
  }

  @Test func aProjectKeepsThemAndWithoutThemNothingIsAdded() throws {
    let scratch = try Scratch()
    _ = try run(Self.plan + ["--decisions", "--group", "mobile", "-o", "a"], scratch)
    #expect(scratch.names("a").contains("decisions.csv"))
    #expect(!scratch.names("a").contains("pilots.csv"))
    _ = try run(["verify", "a"], scratch)
    _ = try run(Self.plan + ["--group", "mobile", "-o", "b"], scratch)
    #expect(!scratch.names("b").contains("decisions.csv"))
    for name in ["schedule.csv", "packages.csv", "audit.csv", "budget.csv", "limits.csv"] {
      #expect(try scratch.text("a/\(name)") == scratch.text("b/\(name)"), "\(name)")
    }
    #expect(try !scratch.text("b/run.json").contains("decisions"))
    _ = try run(
      Self.plan + ["--pilots", "p.csv", "--decisions", "--write-project", "p.yaml"], scratch)
    let project = try scratch.text("p.yaml")
    #expect(project.contains("pilots: p.csv") && project.contains("decisions: true"))
  }

  /// Planned anew, what has begun waits for no decision, and a pilot whose date has become impossible is late.
  @Test func anewWhatHasBegunIsDecidedAndALatePilotSaysSo() throws {
    let scratch = try Scratch()
    let plan = Self.plan + ["--group", "mobile", "--pilots", "p.csv"]
    try scratch.file("p.csv", "id,settlement,by\np,330921106,2021Q3\n")
    _ = try run(plan + ["-o", "old"], scratch)
    let rows = try scratch.rows("old/schedule.csv").filter { row in
      row["state"] == "scheduled" && (row["start"] ?? "") < "2021Q4"
        && row["settlement"] != "330921106"
    }
    let begun = rows.map { "\($0["package"] ?? ""),\($0["start"] ?? ""),\($0["finish"] ?? "")" }
    #expect(!begun.isEmpty)
    try scratch.file("done.csv", "id,started,finished\n" + begun.joined(separator: "\n") + "\n")
    let outcome = try run(
      plan + [
        "--actuals", "done.csv", "--as-of", "2021Q4", "--previous", "old", "-o", "new",
      ], scratch)
    #expect(outcome.output.contains("1 are late"))
    _ = try run(["verify", "new"], scratch)
    let pilot = try #require(scratch.rows("new/pilots.csv").first)
    #expect(pilot["state"] == "late" && (pilot["quarter"] ?? "") >= "2021Q4")
    let decided = Set(try scratch.rows("new/decisions.csv").compactMap { $0["package"] })
    #expect(decided.isDisjoint(with: rows.compactMap { $0["package"] }) && !decided.isEmpty)
    #expect(decided.contains("330921106/mobile/deep"))
  }

  @Test(
    arguments: [
      ("id,settlement,by\n", "DR-925", 65), ("id,settlement,by\na,330921,2021\n", "DR-926", 65),
      ("id,settlement,by\na,无此镇,2021Q4\n", "DR-927", 65),
      ("id,settlement,by\na,330106,2021Q4\n", "DR-928", 65),
      ("id,lon,lat,by\na,100.1,30.2,2021Q4\n", "DR-928", 65),
      ("id,settlement,by\na,330921,2020Q4\n", "DR-929", 65),
      ("id,settlement,by,group\na,330921,2021Q4,unicom\n", "DR-931", 65),
      ("id,settlement,by,cost_yuan\na,330921,2021Q4,900000000000\n", "DR-646", 65),
    ]) func whatCannotBeIsRefusedAndNothingIsWritten(text: String, code: String, status: Int32)
    throws
  {
    let scratch = try Scratch()
    try scratch.file("p.csv", text)
    let outcome = try Tool.run(
      Self.plan + ["--group", "mobile", "--pilots", "p.csv", "-o", "run"], in: scratch.url)
    #expect(outcome.status == status && outcome.errors.contains("[\(code)]"), "\(outcome.errors)")
    #expect(scratch.names() == ["p.csv"])
  }

  @Test func gatesAreRefusedBeforeAnyWork() throws {
    let scratch = try Scratch()
    try scratch.file("g.csv", "settlement,gate,state\n330921,door,open\n")
    let outcome = try Tool.run(Self.plan + ["--gates", "g.csv", "-o", "run"], in: scratch.url)
    #expect(outcome.status == 65 && outcome.errors.contains("[DR-936]"))
    #expect(outcome.errors.contains("g.csv:2") && scratch.names() == ["g.csv"])
  }
}
