import Foundation
import TestSupport
import Testing

/// Rollouts planned anew by the program, from the files that it writes itself.
@Suite struct ReplanTests {
  private static let plan = ["plan", "--region", "岱山县", "--group", "mobile", "--grid", "100"]

  /// What of a schedule had begun before a quarter, as it was planned.
  private func actuals(
    _ rows: [[String: String]], before quarter: String, without: Set<String> = []
  ) -> [String] {
    rows.filter { row in
      row["state"] == "scheduled" && (row["start"] ?? "") < quarter
        && !without.contains(row["package"] ?? "")
    }.map { "\($0["package"] ?? ""),\($0["start"] ?? ""),\($0["finish"] ?? "")" }
  }

  /// A schedule without what kept its packages from an earlier finish.
  private func places(_ run: String, _ scratch: Scratch) throws -> [[String: String]] {
    try scratch.rows("\(run)/schedule.csv").map { row in
      row.filter { $0.key != "stopped_by" }
    }
  }

  private func write(_ rows: [String], _ scratch: Scratch) throws {
    try scratch.file("done.csv", (["id,started,finished"] + rows).joined(separator: "\n") + "\n")
  }

  private func run(_ arguments: [String], _ scratch: Scratch) throws -> Tool.Outcome {
    let outcome = try Tool.run(arguments, in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome
  }

  @Test func aPlanAsPlannedStaysAndALateOneMoves() throws {
    let scratch = try Scratch()
    _ = try run(Self.plan + ["-o", "old"], scratch)
    let old = try scratch.rows("old/schedule.csv")
    let begun = actuals(old, before: "2021Q3")
    #expect(!begun.isEmpty)
    try write(begun, scratch)
    let replan = [
      "--actuals", "done.csv", "--as-of", "2021Q3", "--previous", "old", "-o",
    ]
    _ = try run(Self.plan + replan + ["same"], scratch)
    // What has begun was stopped by nothing, and what is left out looks for room from then on.
    #expect(try places("same", scratch) == places("old", scratch))
    #expect(try scratch.text("same/budget.csv") == scratch.text("old/budget.csv"))
    let kinds = Set(try scratch.rows("same/moves.csv").compactMap { $0["kind"] })
    #expect(kinds.isSubset(of: ["done", "under-way", "kept"]), "\(kinds)")
    _ = try run(["verify", "same"], scratch)

    // One that was to begin did not, and another costs ten times more.
    let late = try #require(begun.first?.split(separator: ",").first.map(String.init))
    try write(actuals(old, before: "2021Q3", without: [late]), scratch)
    for threads in ["1", "2"] {
      _ = try run(Self.plan + replan + ["late\(threads)", "--threads", threads], scratch)
      _ = try run(["verify", "late\(threads)"], scratch)
    }
    for name in ["schedule.csv", "budget.csv", "limits.csv", "moves.csv", "report.md", "run.json"] {
      #expect(try scratch.text("late1/\(name)") == scratch.text("late2/\(name)"), "\(name)")
    }
    let move = try #require(try scratch.rows("late1/moves.csv").first { $0["id"] == late })
    #expect(move["reason"] == "not-started" && (Int(move["quarters"] ?? "") ?? 0) > 0, "\(move)")
    #expect((move["now_start"] ?? "") >= "2021Q3")
    #expect(try scratch.text("late1/report.md").contains("## What moved"))
    let inputs = try scratch.text("late1/run.json")
    #expect(inputs.contains("\"done.csv\"") && inputs.contains("\"old/schedule.csv\""))
    let settings = try scratch.project("late1", "replan") as? [String: Any]
    #expect(settings?["as_of"] as? String == "2021Q3")
    #expect(settings?["committed_quarters"] as? Int == 2)
  }

  @Test func anOverdrawnPastIsVerified() throws {
    let scratch = try Scratch()
    let budget = ["--budget", "2000000"]
    _ = try run(Self.plan + budget + ["-o", "old"], scratch)
    let begun = actuals(try scratch.rows("old/schedule.csv"), before: "2021Q4")
    let rows = begun.map { "\($0),30000000" }
    try scratch.file(
      "done.csv", (["id,started,finished,cost_yuan"] + rows).joined(separator: "\n") + "\n")
    let outcome = try run(
      Self.plan + budget + [
        "--actuals", "done.csv", "--as-of", "2021Q4", "--previous", "old/schedule.csv", "-o", "new",
      ], scratch)
    #expect(outcome.output.contains("Planned anew from 2021Q4"))
    _ = try run(["verify", "new"], scratch)
    let quarters = try scratch.rows("new/budget.csv")
    let isOverdrawn = quarters.contains { row in
      (Int(row["spent_yuan"] ?? "") ?? 0)
        > (Int(row["budget_yuan"] ?? "") ?? 0) + (Int(row["carried_in_yuan"] ?? "") ?? 0)
    }
    #expect(isOverdrawn)
    // The same figures without what had begun are a finding.
    let table = scratch.url.appendingPathComponent("new/moves.csv")
    let text = try scratch.text("new/moves.csv")
    let changed = text.split(separator: "\n").filter { !$0.contains("done") }
    try Data((changed.joined(separator: "\n") + "\n").utf8).write(to: table)
    let finding = try Tool.run(["verify", "new"], in: scratch.url)
    #expect(finding.status == 65 && (finding.output + finding.errors).contains("DR-740"))
  }

  @Test func scheduleTakesTheOneBesideItsPackages() throws {
    let scratch = try Scratch()
    let rows = (1...6).map { "p\($0),100,\($0 * 1000)" }
    try scratch.file(
      "packages.csv",
      (["id,cost_yuan,population_served"] + rows).joined(separator: "\n") + "\n")
    let verb = ["schedule", "packages.csv", "--budget", "100", "--until", "2022Q4"]
    _ = try run(verb + ["-o", "old"], scratch)
    try scratch.file("done.csv", "id,started,finished,cost_yuan\np6,2021Q1,2021Q2,250\n")
    let anew = ["--actuals", "done.csv", "--as-of", "2021Q2"]
    let missing = try Tool.run(verb + anew, in: scratch.url)
    #expect(missing.status == 64 && missing.errors.contains("DR-670"))
    try scratch.file("schedule.csv", try scratch.text("old/schedule.csv"))
    let outcome = try run(verb + anew + ["--format", "json", "-o", "new"], scratch)
    let summary = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let replan = try #require(summary["replan"] as? [String: Any])
    #expect(replan["begun"] as? Int == 1)
    let cost = try #require(replan["move_cost"] as? Double)
    let plain = try #require(replan["objective_without_moves"] as? Double)
    let value = try #require(summary["objective"] as? Double)
    #expect(cost > 0 && abs(plain - cost - value) < 1e-3)
    #expect(scratch.names("new") == ["budget.csv", "limits.csv", "moves.csv", "schedule.csv"])
    #expect(try scratch.rows("new/moves.csv").count == 6)
    // A folder with moves is a schedule's own and is replaced.
    _ = try run(verb + ["-o", "new"], scratch)
    #expect(scratch.names("new") == ["budget.csv", "limits.csv", "schedule.csv"])
    let text = try run(verb + anew + ["--lang", "zh"], scratch)
    #expect(text.output.contains("自 2021Q2 起重排"))
  }

  @Test func mistakesEndWithTheirCode() throws {
    let scratch = try Scratch()
    try scratch.file("packages.csv", "id,cost_yuan\na,1\nb,1\n")
    try scratch.file("done.csv", "id,started,finished\na,2021Q1,2021Q1\n")
    let verb = ["schedule", "packages.csv"]
    _ = try run(verb + ["-o", "old"], scratch)
    let good = try scratch.text("old/schedule.csv")
    let anew = verb + ["--actuals", "done.csv", "--as-of", "2021Q2", "--previous"]
    _ = try run(anew + ["old"], scratch)
    let header = "package,settlement,name,start,finish,state,payments,mode\n"
    let bad = [
      "": "DR-201", "package,start\na,2021Q1\n": "DR-205", good + good: "DR-673",
      header + "a,a,a,2021Q3,2021Q1,scheduled,,grid\n": "DR-673",
      header + "a,a,a,,,scheduled,,grid\n": "DR-673",
      header + "a,a,a,2021Q1,2021Q1,limit,,grid\n": "DR-673",
      header + "a,a,a,2021Q1,2021Q1,scheduled,much,grid\n": "DR-673",
      header + "a,a,a,2021Q1,2021Q1,scheduled,2021Q1:9223372036854775807,grid\n": "DR-673",
      header + ",a,a,2021Q1,2021Q1,scheduled,,grid\n": "DR-673",
    ]
    for (text, code) in bad {
      try scratch.file("bad.csv", text)
      let outcome = try Tool.run(anew + ["bad.csv"], in: scratch.url)
      #expect(outcome.status == 65 && outcome.errors.contains(code), "\(text): \(outcome.errors)")
    }
    let usage: [([String], String, Int32)] = [
      (["--actuals", "done.csv"], "DR-670", 64), (["--as-of", "2021Q2"], "DR-670", 64),
      (["--move-cost", "1"], "DR-670", 64), (["--previous", "old"], "DR-670", 64),
    ]
    for (arguments, code, status) in usage {
      let outcome = try Tool.run(verb + arguments, in: scratch.url)
      #expect(outcome.status == status && outcome.errors.contains(code), "\(arguments)")
    }
    let further: [([String], String, Int32)] = [
      (["old", "--move-cost=-1"], "DR-670", 64),
      (["old", "--committed-quarters", "500"], "DR-670", 64),
      (["old", "--until", "2021Q1"], "DR-670", 64), (["old", "--from", "2021Q2"], "DR-674", 65),
      (["nowhere"], "DR-702", 66),
    ]
    for (arguments, code, status) in further {
      let outcome = try Tool.run(anew + arguments, in: scratch.url)
      #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
      #expect(outcome.errors.contains(code), "\(arguments): \(outcome.errors)")
    }
    let none = try Tool.run(
      verb + ["--actuals", "none.csv", "--as-of", "2021Q2", "--previous", "old"], in: scratch.url)
    #expect(none.status == 66 && none.errors.contains("none.csv"))
  }
}
