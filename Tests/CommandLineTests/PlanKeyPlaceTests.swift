import Foundation
import TestSupport
import Testing

/// `deepreach plan --key-places`, as a user runs it.
@Suite struct PlanKeyPlaceTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    let places = Tool.root.appendingPathComponent("Tests/Fixtures/key-places/daishan.csv")
    try scratch.file("places.csv", try String(contentsOf: places, encoding: .utf8))
    try scratch.file(
      "sites.csv",
      """
      id,lon,lat,group,configuration,height_m,azimuths
      a,122.1989,30.2458,mobile,n41-64T64R,25,0;120;240

      """)
  }

  private func plan(_ more: [String] = [], standard: String = "signal-upgrade-2025") throws
    -> Tool.Outcome
  {
    try Tool.run(
      [
        "plan", "--region", "岱山县", "--standard", standard, "--key-places", "places.csv", "-o",
        "run",
      ] + more, in: scratch.url)
  }

  private func rows(_ file: String) throws -> [[String: String]] {
    let lines = try scratch.text(file).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  @Test func pointsAreBuiltForScheduledAndVerified() throws {
    let outcome = try plan(["--sites", "sites.csv", "--group", "mobile"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Key places (China Mobile"))
    let places = try rows("run/key-places.csv")
    #expect(places.count == 7)
    for row in places {
      let counts = ["served", "served_scheduled", "served_planned", "points"].compactMap {
        Int(row[$0] ?? "")
      }
      #expect(counts.count == 4 && counts == counts.sorted(), "\(row)")
      #expect(row["outcome"]?.contains("not-built") == false)
    }
    #expect(places.contains { $0["covered"] == "false" && $0["covered_planned"] == "true" })
    let siting = try rows("run/siting.csv")
    #expect(siting.contains { ($0["key_points_planned"] ?? "") > ($0["key_points_served"] ?? "") })
    let report = try scratch.text("run/report.md")
    #expect(report.contains("## Key places"))
    #expect(try scratch.text("run/report.html").contains("package key-places"))
    #expect(try scratch.text("run/run.json").contains("\"covered_planned\""))
    #expect(try Tool.run(["verify", "run"], in: scratch.url).status == 0)
    // As often as one likes, on any number of threads.
    let first = try scratch.text("run/run.json")
    #expect(
      try plan(["--sites", "sites.csv", "--group", "mobile", "--threads", "3"]).status == 0)
    #expect(try scratch.text("run/run.json") == first)
  }

  /// What is scheduled is what `schedule` makes of the run's packages, those for key places included.
  @Test func packagesOfKeyPlacesAreReadAgain() throws {
    #expect(try plan(standard: "gigabit-city").status == 0)
    let packages = try rows("run/packages.csv").filter { $0["closes"] == "key-places" }
    #expect(!packages.isEmpty)
    #expect(
      packages.allSatisfy { $0["to"] == "none" && $0["id"]?.hasSuffix("/key-places") == true })
    let schedule = try rows("run/schedule.csv")
    for package in packages {
      let row = try #require(schedule.first { $0["package"] == package["id"] })
      #expect(row["cost_yuan"] == package["cost_yuan"])
    }
  }

  /// A project says the same, and a share of the places asks for fewer.
  @Test func aProjectAndAShareOfPlaces() throws {
    let written = try plan(["--write-project", "p.yaml"])
    #expect(written.status == 0, "\(written.errors)")
    #expect(try scratch.text("p.yaml").contains("key_places: places.csv"))
    #expect(try plan().status == 0)
    let places = try scratch.text("run/key-places.csv")
    #expect(
      try Tool.run(["plan", "--project", "p.yaml", "-o", "again"], in: scratch.url).status == 0)
    #expect(try scratch.text("again/key-places.csv") == places)
    #expect(try plan(standard: "gigabit-city").status == 0)
    #expect(try Tool.run(["verify", "run"], in: scratch.url).status == 0)
  }

  @Test func sumsThatWereChangedAreFound() throws {
    #expect(try plan().status == 0)
    let text = try scratch.text("run/key-places.csv")
    let changed = text.replacingOccurrences(of: ",true,", with: ",false,")
    try #require(changed != text)
    try scratch.file("run/key-places.csv", changed)
    let outcome = try Tool.run(["verify", "run"], in: scratch.url)
    #expect(outcome.status != 0 && (outcome.output + outcome.errors).contains("DR-963"))
  }

  @Test(arguments: [
    ("id,name,kind,lon,lat\n", "DR-460"), ("id,name,kind,lon,lat\na,b,医院,x,30\n", "DR-20"),
    ("id,name,kind,lon,lat\na,b,castle,122.2,30.2\n", "DR-462"),
    ("id,name,kind,lon,lat\na,b,医院,120.1,30.2\n", "DR-467"),
    ("\u{0}\u{1}\u{2}", "DR-"), ("id,name,kind,lat\na,b,医院,30\n", "DR-461"),
  ])
  func brokenFilesAreRefused(text: String, code: String) throws {
    try scratch.file("places.csv", text)
    let outcome = try plan()
    #expect(outcome.status != 0 && outcome.errors.contains("[\(code)"), "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: scratch.path("run")))
  }

  @Test func aStandardThatAsksForNoneIsRefused() throws {
    let outcome = try plan(standard: "deep-coverage")
    #expect(outcome.status != 0 && outcome.errors.contains("[DR-466]"), "\(outcome.errors)")
  }
}
