import Foundation
import TestSupport
import Testing

/// `deepreach site --region`: questions about a plan's own data, over a small region.
@Suite struct SiteRegionTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func site(_ arguments: [String]) throws -> Tool.Outcome {
    try Tool.run(["site"] + arguments, in: scratch.url)
  }

  private func answer(_ arguments: [String]) throws -> [String: Any] {
    let outcome = try site(["--region", "岱山县"] + arguments + ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(value as? [String: Any])
  }

  private func number(_ answer: [String: Any], _ key: String) throws -> Double {
    try #require((answer[key] as? NSNumber)?.doubleValue, "\(key)")
  }

  @Test func aBudgetServesPeopleWithinIt() throws {
    var last = -1.0
    for budget in [300_000.0, 1_500_000, 4_000_000] {
      let answer = try answer(["--budget", "\(budget)"])
      let (before, after, bound) = try (
        number(answer, "people_before"), number(answer, "people_after"),
        number(answer, "people_bound")
      )
      #expect(before < after && after <= bound + 0.11)
      #expect(try bound <= number(answer, "people_reachable") + 0.11)
      #expect(try number(answer, "cost") <= budget)
      #expect(after > last)
      last = after
      let settlements = try #require(answer["by_settlement"] as? [[String: Any]])
      let (cost, more) = try settlements.reduce((0.0, 0.0)) {
        (
          try $0.0 + number($1, "cost"),
          try $0.1 + number($1, "people_after") - number($1, "people_before")
        )
      }
      #expect(try abs(cost - number(answer, "cost")) < 1)
      #expect(abs(more - (after - before)) < 1)
      #expect((answer["chosen"] as? [String])?.count == answer["sites"] as? Int)
    }
  }

  @Test func aShareOfAllPeopleIsReached() throws {
    let answer = try answer(["--cover", "0.6", "--group", "unicom", "--layer", "outdoor"])
    #expect(try number(answer, "share") >= 0.6)
    #expect(try number(answer, "bound") <= number(answer, "objective"))
    #expect(answer["group"] as? String == "unicom")
    #expect((answer["layers"] as? [String])?.allSatisfy { $0.hasPrefix("outdoor") } == true)
  }

  @Test func threadsChangeNothing() throws {
    for threads in ["1", "3"] {
      let outcome = try site([
        "--region", "岱山县", "--p", "5", "--threads", threads, "-o", "c\(threads).geojson",
        "--export-model", "m\(threads).mps",
      ])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("people_after: "))
      #expect(outcome.output.contains(" people more\n"))
    }
    #expect(try scratch.text("c1.geojson") == scratch.text("c3.geojson"))
    #expect(try scratch.text("m1.mps") == scratch.text("m3.mps"))
    #expect(try scratch.text("m1.mps").contains(" x330921.p"))
    let layer = try JSONSerialization.jsonObject(with: Data(scratch.text("c1.geojson").utf8))
    let features = try #require((layer as? [String: Any])?["features"] as? [[String: Any]])
    #expect(features.count == 5)
    for feature in features {
      let properties = try #require(feature["properties"] as? [String: Any])
      for name in [
        "id", "settlement", "group", "carriers", "configurations", "height_m", "cost_yuan",
        "people_in_reach",
      ] {
        #expect(properties[name] != nil && !(properties[name] is NSNull), "\(name)")
      }
    }
  }

  @Test func ownCandidatesArePricedAsInAPlan() throws {
    try scratch.file(
      "own.csv", "lon,lat,id,kind,fibre_m,power_m\n122.2,30.25,tower-7,own_site,0,0\n")
    let answer = try answer(["--p", "1", "--candidates", "own.csv", "--candidates-only"])
    #expect((answer["chosen"] as? [String])?.first?.hasPrefix("x330921.tower-7.p") == true)
    #expect(try number(answer, "candidates") == 1)
    // Points with costs of their own are of the other use.
    try scratch.file("points.csv", "x,y,cost\n1,1,1\n")
    let outcome = try site(["--region", "岱山县", "--p", "1", "--candidates", "points.csv"])
    #expect(outcome.status == 65 && outcome.errors.contains("DR-205"), "\(outcome.errors)")
  }

  @Test(
    arguments: [
      (["--region", "岱山县"], "DR-855"),
      (["--region", "岱山县", "--p", "1", "--radius", "5"], "DR-593"),
      (["--region", "岱山县", "--p", "1", "--demand", "a.csv"], "DR-593"),
      (["--region", "岱山县", "--p", "1", "--planar"], "DR-593"),
      (["--demand", "a.csv", "--radius", "5", "--p", "1", "--layer", "indoor"], "DR-593"),
      (["--demand", "a.csv", "--radius", "5", "--p", "1", "--candidates-only"], "DR-593"),
      (["--region", "岱山县", "--p", "1", "-o", "a.csv"], "DR-856"),
      (["--region", "Atlantis", "--p", "1"], "DR-230"),
      (["--region", "台湾", "--p", "1"], "DR-820"),
      (["--region", "岱山县", "--budget=-1"], "DR-563"),
      (["--region", "岱山县", "--cover", "1.5"], "DR-563"),
      (["--region", "岱山县", "--p", "1", "--grid", "1"], "DR-801"),
      (["--region", "岱山县", "--p", "1", "--gap", "7"], "DR-854"),
      (
        ["--region", "岱山县", "--p", "1", "--layer", "indoor", "--standard", "taiyuan-2018"], "DR-594"
      ),
      (
        ["--region", "岱山县", "--cover", "0.9", "--candidates", "own.csv", "--candidates-only"],
        "DR-597"
      ),
      (
        ["--region", "330921101", "--p", "1", "--candidates", "own.csv", "--candidates-only"],
        "DR-596"
      ),
    ] as [([String], String)])
  func mistakesAreNamed(arguments: [String], code: String) throws {
    try scratch.file("own.csv", "lon,lat,id\n122.2,30.25,a\n")
    let outcome = try site(arguments + ["--export-model", "m.mps"])
    #expect(outcome.status != 0)
    #expect(outcome.errors.contains("[\(code)]"), "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: scratch.path("m.mps")))
  }

  @Test func groupsAreOneAtATime() throws {
    let outcome = try site(["--region", "岱山县", "--group", "both", "--p", "1"])
    #expect(outcome.status == 64)
  }
}
