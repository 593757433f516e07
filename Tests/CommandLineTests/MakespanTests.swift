import Foundation
import TestSupport
import Testing

/// `deepreach schedule` on a project.
@Suite struct MakespanTests {
  /// Two jobs that share one machine.
  private static let project = """
    projects                      :  1
    jobs (incl. supersource/sink ):  4
    horizon                       :  9
    RESOURCES
      - renewable                 :  1   R
      - nonrenewable              :  0   N
      - doubly constrained        :  0   D
    PRECEDENCE RELATIONS:
    jobnr.    #modes  #successors   successors
       1        1          2           2   3
       2        1          1           4
       3        1          1           4
       4        1          0
    REQUESTS/DURATIONS:
    jobnr. mode duration  R 1
      1      1     0       0
      2      1     4       1
      3      1     5       1
      4      1     0       0
    RESOURCEAVAILABILITIES:
      R 1
        1

    """

  @Test func summaryAndScheduleAreWritten() throws {
    let scratch = try Scratch()
    let file = try scratch.file("p.sm", Self.project)
    let outcome = try Tool.run([
      "schedule", file, "--objective", "makespan", "--schedules", "100", "--seed", "3",
      "--format", "json", "-o", scratch.path("s.csv"),
    ])
    #expect(outcome.status == 0)
    let parsed = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let summary = try #require(parsed as? [String: Any])
    #expect(summary["makespan"] as? Int == 9)
    #expect(summary["bound"] as? Int == 9)
    #expect(summary["gap"] as? Double == 0)
    #expect(summary["stop"] as? String == "optimal")
    let lines = try scratch.text("s.csv").split(whereSeparator: \.isNewline)
    #expect(lines.first == "activity,start,finish")
    #expect(lines.last == "4,9,9")
    #expect(lines.count == 5)
    let text = try Tool.run(["schedule", file])
    #expect(text.output.contains("makespan: 9\nbound: 9\ngap: 0\n"))
  }

  @Test(arguments: [
    ["--budget", "5"], ["--limits", "history"], ["--policy", "value-only"], ["--simulate", "10"],
    ["--until", "2022Q4"], ["--as-of", "2022Q1"], ["--objective", "cost"],
  ])
  func optionsOfPackagesAreRefused(_ option: [String]) throws {
    let scratch = try Scratch()
    let file = try scratch.file("p.sm", Self.project)
    let outcome = try Tool.run(["schedule", file] + option)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("DR-659"))
    #expect(outcome.errors.contains(option[0]))
  }

  @Test func mistakesEndWithTheirStatus() throws {
    let scratch = try Scratch()
    let file = try scratch.file("p.sm", String(Self.project.prefix(300)))
    let cut = try Tool.run(["schedule", file])
    #expect(cut.status == 65)
    #expect(cut.errors.contains("DR-630"))
    let limit = try Tool.run(["schedule", file, "--schedules", "0"])
    #expect(limit.errors.contains("DR-627"))
    #expect(try Tool.run(["schedule", scratch.path("none.sm")]).status == 66)
  }
}
