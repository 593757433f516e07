import Foundation
import TestSupport
import Testing

/// What `plan` proves of its sites, and the candidates that a user gives it, over a small region.
@Suite struct PlanSitingTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func plan(_ more: [String], to folder: String) throws -> Tool.Outcome {
    let outcome = try Tool.run(
      ["plan", "--region", "岱山县", "--group", "mobile", "-o", folder] + more, in: scratch.url)
    return outcome
  }

  private func rows(_ path: String) throws -> [[String: String]] {
    let lines = try scratch.text(path).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  private func siting(_ folder: String) throws -> [String: Any] {
    let run = try JSONSerialization.jsonObject(
      with: Data(contentsOf: scratch.url.appendingPathComponent("\(folder)/run.json")))
    return try #require((run as? [String: Any])?["siting"] as? [String: Any])
  }

  @Test func everyChoiceSaysHowFarFromTheCheapestItIs() throws {
    let outcome = try plan([], to: "a")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Siting: stations for "))
    let rows = try rows("a/siting.csv")
    #expect(rows.count == 7)
    var sums = (cost: 0.0, bound: 0.0)
    for row in rows {
      let (cost, bound, greedy) = (
        Double(row["cost_yuan"] ?? "") ?? 0, Double(row["bound_yuan"] ?? "") ?? 0,
        Double(row["greedy_yuan"] ?? "") ?? 0
      )
      #expect(bound > 0 && bound <= cost && cost <= greedy)
      #expect(["optimal", "gap", "effort"].contains(row["stop"]))
      #expect(row["unmet"] == "")
      sums.cost += cost
      sums.bound += bound
    }
    let figures = try siting("a")
    #expect(figures["cost_yuan"] as? Double == sums.cost)
    #expect(figures["bound_yuan"] as? Double == sums.bound)
    #expect(figures["repeatable"] as? Bool == true)
    let packages = try self.rows("a/packages.csv")
    #expect(packages.allSatisfy { !($0["closes"] ?? "").isEmpty })
  }

  @Test func threadsAndRepeatsDoNotChangeAChoice() throws {
    for (folder, threads) in [("one", "1"), ("two", "3")] {
      #expect(try plan(["--threads", threads, "--effort", "2000"], to: folder).status == 0)
    }
    for file in ["siting.csv", "packages.csv", "sites.geojson"] {
      #expect(try scratch.text("one/\(file)") == scratch.text("two/\(file)"))
    }
  }

  @Test func aTimeLimitThatEndsTheWorkIsSaid() throws {
    let outcome = try plan(["--time-limit", "0", "--gap", "0"], to: "t")
    #expect(outcome.status == 0)
    let stops = try siting("t")["stops"] as? [String: Int]
    // What one look settles is settled all the same.
    let late = stops?["time"] ?? 0
    #expect(try siting("t")["repeatable"] as? Bool == (late == 0))
    #expect(outcome.output.contains("cannot be repeated") == (late > 0))
  }

  /// A standard that asks for more SS-SINR than coverage alone gives: stations are added, or it is said
  /// what is missing.
  @Test func whatSinrIsShortOfIsRepairedOrSaid() throws {
    let bundled = try String(
      contentsOf: Tool.root.appendingPathComponent("geodata/books/standards/deep-coverage.yaml"),
      encoding: .utf8)
    try scratch.file(
      "strict.yaml",
      bundled.replacingOccurrences(of: "sinrDB: {value: -3,", with: "sinrDB: {value: 4,"))
    let outcome = try Tool.run(
      [
        "plan", "--region", "舟山市", "--group", "unicom", "--standard", "strict.yaml", "-o", "s",
      ], in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let rows = try rows("s/siting.csv")
    let repaired = rows.filter { $0["repair_stations"] != "0" && $0["repair_stations"] != "" }
    #expect(!repaired.isEmpty)
    for row in repaired {
      #expect(row["status"] == "deep")
      let (cost, bound) = (Double(row["cost_yuan"] ?? ""), Double(row["bound_yuan"] ?? ""))
      #expect((bound ?? 0) < (cost ?? 0))
    }
    #expect(rows.contains { $0["unmet"] == "sinr-share" })
    #expect(try Tool.run(["verify", "s"], in: scratch.url).status == 0)
  }

  @Test func ownCandidatesAreTakenAndNamed() throws {
    let plain = try plan([], to: "p")
    #expect(plain.status == 0)
    let first = try #require(try rows("p/packages.csv").first { $0["stations"] == "1" })
    let settlement = try #require(first["settlement"])
    let layer = try JSONSerialization.jsonObject(
      with: Data(contentsOf: scratch.url.appendingPathComponent("p/sites.geojson")))
    let features = try #require((layer as? [String: Any])?["features"] as? [[String: Any]])
    let planned = try #require(
      features.first {
        let properties = $0["properties"] as? [String: Any]
        return properties?["settlement"] as? String == settlement
          && properties?["package"] as? String == first["id"]
      })
    let position = try #require(
      (planned["geometry"] as? [String: Any])?["coordinates"] as? [Double])
    try scratch.file(
      "own.csv", "lon,lat,id,kind,fibre_m\n\(position[0]),\(position[1]),tower-7,own_site,0\n")
    let outcome = try plan(["--candidates", "own.csv"], to: "c")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try scratch.text("c/sites.geojson").contains("tower-7"))
    let run = try scratch.text("c/run.json")
    #expect(run.contains("own.csv"))
    #expect(try Tool.run(["verify", "c"], in: scratch.url).status == 0)
  }

  @Test func onlyOwnCandidatesThatDoNotReachAreSaid() throws {
    try scratch.file("own.csv", "lon,lat,id\n122.2,30.25,a\n")
    let outcome = try plan(["--candidates", "own.csv", "--candidates-only"], to: "o")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let rows = try rows("o/siting.csv")
    #expect(rows.contains { $0["unmet"] == "indoor-share" || $0["unmet"] == "reach" })
    #expect(outcome.output.contains("siting.csv says which criterion"))
  }

  @Test(arguments: [
    (["--gap", "2"], "DR-803"), (["--effort", "0"], "DR-804"), (["--time-limit=-1"], "DR-805"),
    (["--candidates-only"], "DR-806"), (["--candidates", "missing.csv"], "DR-210"),
    (["--candidates", "standing.csv"], "DR-590"), (["--forbidden", "line.geojson"], "DR-579"),
  ]) func whatCannotBeIsRefused(options: [String], code: String) throws {
    try scratch.file("standing.csv", "lon,lat,id,status\n122.2,30.25,a,existing\n")
    try scratch.file(
      "line.geojson",
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{},
      "geometry":{"type":"LineString","coordinates":[[122,30],[123,31]]}}]}
      """)
    let outcome = try plan(options, to: "x")
    #expect(outcome.status != 0)
    #expect(outcome.errors.contains(code), "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: scratch.url.appendingPathComponent("x").path))
  }
}
