import Foundation
import TestSupport
import Testing

/// What the program prints and writes for small regions, held to recorded files. With
/// DEEPREACH_RECORD=1 the files are recorded anew and the run fails, so that nobody records by chance.
@Suite struct GoldenTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let arguments: [String]
    let files: [String]
    /// What is run before, in the same folder.
    var before: [String] = []
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "plan-daishan", arguments: ["plan", "--region", "岱山县", "-o", "run"],
      files: [
        "audit.csv", "readiness.csv", "packages.csv", "schedule.csv", "budget.csv", "report.md",
      ]),
    Case(
      name: "plan-daishan-pilots",
      arguments: [
        "plan", "--region", "岱山县", "--pilots", fixture("pilots/daishan.yaml"), "--gates",
        fixture("pilots/gates.csv"), "-o", "run",
      ],
      files: [
        "pilots.csv", "pilots-replication.csv", "pilots.geojson", "decisions.csv", "report.md",
      ]),
    Case(
      name: "plan-daishan-campus-pilots",
      arguments: [
        "plan", "--region", "岱山县", "--grid", "100", "--campuses", fixture("pilots/campuses.csv"),
        "--pilots", fixture("pilots/daishan-campuses.yaml"), "-o", "run",
      ],
      files: ["pilots.csv", "pilots-replication.csv", "pilots.geojson", "report.md"]),
    Case(
      name: "plan-daishan-key-places",
      arguments: [
        "plan", "--region", "岱山县", "--standard", "signal-upgrade-2025", "--key-places",
        fixture("key-places/daishan.csv"), "-o", "run",
      ],
      files: [
        "key-places.csv", "key-points.geojson", "siting.csv", "packages.csv", "report.md",
      ]),
    Case(
      name: "plan-jiayuguan-zh",
      arguments: [
        "plan", "--region", "620200", "--group", "mobile", "--lang", "zh", "--until", "2022Q4",
        "--budget", "20000000", "-o", "run",
      ],
      files: [
        "audit.csv", "readiness.csv", "packages.csv", "schedule.csv", "budget.csv", "report.md",
      ]),
    Case(
      name: "audit-taiyuan-standard",
      arguments: [
        "audit", "--region", "岱山县", "--standard", "taiyuan-2018", "--from", "2022Q1", "-o", "run",
      ], files: ["audit.csv"]),
    Case(
      name: "campus-zhoushan", arguments: ["campus", "--region", "舟山", "-o", "run"],
      files: [
        "campuses.csv", "scenarios.csv", "campus-counties.csv", "campuses.geojson", "report.md",
        "campus-matrix.svg",
      ]),
    Case(name: "units", arguments: ["units"], files: []),
    Case(name: "units-zhoushan-zh", arguments: ["units", "舟山", "--lang", "zh"], files: []),
    Case(name: "standards", arguments: ["standards"], files: []),
    Case(name: "standard-deep", arguments: ["standards", "deep-coverage"], files: []),
    Case(name: "bands", arguments: ["bands"], files: []),
    Case(name: "scenarios", arguments: ["scenarios"], files: []),
    Case(
      name: "scenario-sharing-zh", arguments: ["scenarios", "share-everything", "--lang", "zh"],
      files: []),
    Case(
      name: "green-daishan", arguments: ["green", "run", "-o", "green"],
      files: [
        "../green/green.csv", "../green/green-counties.csv", "../green/green-provinces.csv",
        "../green/green-caps.csv", "../green/green-batteries.csv", "../green/green-stations.csv",
      ],
      before: ["plan", "--region", "岱山县", "--limits", "renewables", "-o", "run"]),
    Case(name: "green-zh", arguments: ["green", "--lang", "zh"], files: []),
    Case(name: "help", arguments: ["--help"], files: []),
    Case(name: "help-plan", arguments: ["plan", "--help"], files: []),
  ]

  private static func fixture(_ name: String) -> String {
    Tool.root.appendingPathComponent("Tests/Fixtures/\(name)").path
  }

  @Test(arguments: cases) func matchesWhatWasRecorded(golden: Case) throws {
    let scratch = try Scratch()
    if !golden.before.isEmpty {
      #expect(try Tool.run(golden.before, in: scratch.url).status == 0)
    }
    let outcome = try Tool.run(golden.arguments, in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors == "")
    try compare(Data(outcome.output.utf8), with: "\(golden.name)/stdout.txt")
    for file in golden.files {
      let written = try Data(contentsOf: scratch.url.appendingPathComponent("run/\(file)"))
      let name = file.split(separator: "/").last ?? ""
      try compare(written, with: "\(golden.name)/\(name)")
    }
  }

  private func compare(_ data: Data, with name: String) throws {
    let url = Tool.root.appendingPathComponent("Tests/Fixtures/golden/\(name)")
    if ProcessInfo.processInfo.environment["DEEPREACH_RECORD"] != nil {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: url)
      Issue.record("\(name) was recorded; run again without DEEPREACH_RECORD")
      return
    }
    let golden = try Data(contentsOf: url)
    guard data != golden else { return }
    let (one, other) = (lines(golden), lines(data))
    let first = zip(one, other).enumerated().first { $1.0 != $1.1 }
    let line = first?.offset ?? min(one.count, other.count)
    Issue.record(
      """
      \(name):\(line + 1) differs
      recorded: \(line < one.count ? one[line] : "nothing")
      now:      \(line < other.count ? other[line] : "nothing")
      """)
  }

  private func lines(_ data: Data) -> [Substring] {
    String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }
}
