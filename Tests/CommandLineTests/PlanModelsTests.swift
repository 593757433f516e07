import Foundation
import TestSupport
import Testing

/// `plan --export-models`: the covering problem of every row of siting.csv, held to another solver's optimum.
@Suite struct PlanModelsTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func plan(_ more: [String]) throws -> Tool.Outcome {
    try Tool.run(["plan", "--region", "岱山县", "-o", "run"] + more, in: scratch.url)
  }

  private func rows() throws -> [[String: String]] {
    let lines = try scratch.text("run/siting.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  @Test func oneModelARow() throws {
    let outcome = try plan(["--export-models", "out/models", "--threads", "1"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let names = Set(try rows().map { "\($0["settlement"] ?? "")-\($0["group"] ?? "").mps" })
    #expect(names.count == 14)
    #expect(scratch.names("out/models") == names.sorted())
    let first = try scratch.text("out/models/330921-mobile.mps")
    #expect(first.hasPrefix("NAME covering FREE\n") && first.hasSuffix("ENDATA\n"))
    // Again over the older ones, to the byte, with other threads.
    #expect(try plan(["--export-models", "out/models", "--threads", "3"]).status == 0)
    #expect(try scratch.text("out/models/330921-mobile.mps") == first)
    #expect(scratch.names("out") == ["models"])
  }

  @Test func foldersOfOthersAreKept() throws {
    try scratch.directory("mine")
    try scratch.file("mine/notes.txt", "x")
    for (folder, code) in [("mine", "DR-591"), ("run/models", "DR-592"), ("run", "DR-592")] {
      let outcome = try plan(["--export-models", folder])
      #expect(outcome.status != 0 && outcome.errors.contains("[\(code)]"), "\(outcome.errors)")
      #expect(!FileManager.default.fileExists(atPath: scratch.path("run")))
    }
    #expect(scratch.names("mine") == ["notes.txt"])
  }

  /// With the lattice, with candidates whose prices differ, and with a standard that counts stations.
  @Test(
    .enabled(
      if: MIPOracle.program != nil, "DEEPREACH_MIP_ORACLE unset: tools/mip-oracle --install"),
    arguments: [[], ["--candidates", "own.csv"], ["--standard", "dense.yaml"]])
  func theOptimumLiesBetweenBoundAndCost(more: [String]) throws {
    try scratch.file(
      "own.csv",
      "lon,lat,id,kind,tenants,status\n122.2,30.25,a,own_site,,\n122.205,30.245,b,shared_mast,2,\n"
        + "122.195,30.247,c,rooftop,,required\n122.1998,30.2437,d,shared_mast,0,\n")
    let bundled = try String(
      contentsOf: Tool.root.appendingPathComponent("geodata/books/standards/deep-coverage.yaml"),
      encoding: .utf8)
    // Every deep status counts stations as well.
    let count =
      "      - criterion: stations-per-10k\n        threshold: {value: 30, unit: \"1/10k\", "
      + "kind: judgement, source: \"test\"}\n"
    try scratch.file(
      "dense.yaml",
      bundled.replacingOccurrences(
        of: "  - status: deep\n    criteria:\n", with: "  - status: deep\n    criteria:\n" + count))
    let outcome = try plan(more + ["--export-models", "models"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    // Towns: the county seat's models take another solver long to prove.
    let rows = try rows().filter { $0["stop"] != "" && $0["kind"] == "town-seat" }
    #expect(rows.count >= 10)
    let files = rows.map {
      scratch.path("models/\($0["settlement"] ?? "")-\($0["group"] ?? "").mps")
    }
    let answers = try MIPOracle.answers(files)
    for (row, file) in zip(rows, files) {
      let answer = try #require(answers[file], "\(row)")
      let cost = try #require(Double(row["cost_yuan"] ?? ""))
      let bound = try #require(Double(row["bound_yuan"] ?? ""))
      #expect(answer.status == "optimal")
      #expect(bound <= answer.objective + 1, "\(row): \(answer.objective)")
      #expect(answer.objective <= cost + 1, "\(row): \(answer.objective)")
    }
  }
}
