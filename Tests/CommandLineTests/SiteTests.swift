import Foundation
import TestSupport
import Testing

/// `deepreach site` on small worlds whose answers are known.
@Suite struct SiteTests {
  /// Four groups of demand far apart; the middle of each covers its group.
  private static let demand = """
    id,x,y,weight
    a,0,0,1
    b,0,10,1
    c,0,-10,1
    d,1000,0,5
    e,1000,10,5
    f,0,1000,2
    g,1000,1000,7

    """

  private func run(_ arguments: [String], in scratch: Scratch) throws -> Tool.Outcome {
    try Tool.run(["site", "--demand", "points.csv", "--planar"] + arguments, in: scratch.url)
  }

  private func answer(_ arguments: [String]) throws -> [String: Any] {
    let scratch = try Scratch()
    try scratch.file("points.csv", Self.demand)
    let outcome = try run(arguments + ["--format", "json"], in: scratch)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let value = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(value as? [String: Any])
  }

  @Test func maximalCoveringTakesTheHeaviestGroups() throws {
    let two = try answer(["--radius", "10", "--p", "2"])
    // d with e weighs 10, g alone 7: the group of three weighs 3.
    #expect(two["objective"] as? Double == 17)
    #expect(two["bound"] as? Double == 17)
    #expect(two["gap"] as? Double == 0)
    #expect(two["stop"] as? String == "optimal")
    #expect(two["repeatable"] as? Bool == true)
    let all = try answer(["--radius", "10", "--p", "4"])
    #expect(all["objective"] as? Double == 22)
    // The radius is closed: at 10 the middle covers both ends, just below it does not.
    let open = try answer(["--radius", "9.99", "--p", "4"])
    #expect((open["objective"] as? Double ?? 99) < 22)
  }

  @Test func setCoveringTakesOneSiteAGroup() throws {
    let every = try answer(["--radius", "10", "--cover", "1"])
    #expect(every["sites"] as? Int == 4)
    #expect(every["bound"] as? Double == 4)
    let half = try answer(["--radius", "10", "--cover", "0.5"])
    // 11 of 22: d with e and any other group.
    #expect(half["sites"] as? Int == 2)
    #expect(half["stop"] as? String == "optimal")
  }

  @Test func atMostOneOfAGroup() throws {
    func run(_ masts: String, _ arguments: [String]) throws -> Tool.Outcome {
      let scratch = try Scratch()
      try scratch.file("points.csv", Self.demand)
      try scratch.file("masts.csv", masts)
      return try self.run(["--candidates", "masts.csv", "--radius", "10"] + arguments, in: scratch)
    }
    let masts = "id,x,y,cost,group\nd,1000,0,1,east\ng,1000,1000,1,east\nf,0,1000,1,\n"
    let two = try run(masts, ["--p", "2"])
    // Of d (10) and g (7) one, and f (2).
    #expect(two.output.contains("objective: 12\n") && two.output.contains("chosen: d f\n"))
    #expect(two.output.contains("stop: optimal\n"))
    let most = try run(masts, ["--cover", "0.8"])
    #expect(most.status == 65 && most.errors.contains("DR-569"), "\(most.errors)")
    let both = try run(
      "x,y,status,group\n1000,0,required,a\n1000,1000,existing,a\n", ["--p", "2"])
    #expect(both.status == 65 && both.errors.contains("DR-568"), "\(both.errors)")
  }

  @Test func theSameBytesForAnyNumberOfThreads() throws {
    let scratch = try Scratch()
    var random = SeededGenerator(seed: 5)
    var text = "id,lon,lat,weight\n"
    for index in 0..<300 {
      let lon = 104 + Double.random(in: 0...1, using: &random)
      let lat = 30 + Double.random(in: 0...1, using: &random)
      text += "\(index),\(lon),\(lat),\(Int.random(in: 1...50, using: &random))\n"
    }
    try scratch.file("points.csv", text)
    for threads in ["1", "2", "4"] {
      let outcome = try Tool.run(
        [
          "site", "--demand", "points.csv", "--radius", "9000", "--p", "15", "--threads", threads,
          "-o", "chosen\(threads).geojson", "--export-model", "model\(threads).mps",
        ], in: scratch.url)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    for name in ["chosen%.geojson", "model%.mps"] {
      let first = try scratch.text(name.replacingOccurrences(of: "%", with: "1"))
      #expect(!first.isEmpty)
      for threads in ["2", "4"] {
        #expect(try scratch.text(name.replacingOccurrences(of: "%", with: threads)) == first)
      }
    }
  }

  @Test(
    arguments: [
      (["--radius", "10"], 64, "DR-855"), (["--radius", "0", "--p", "1"], 65, "DR-567"),
      (["--radius", "nan", "--p", "1"], 65, "DR-567"),
      (["--radius", "10", "--p", "1", "--cover", "0.5"], 64, "DR-855"),
      (["--radius", "10", "--cover", "1.5"], 65, "DR-563"),
      (["--radius", "10", "--p=-1"], 65, "DR-563"),
      (["--radius", "10", "--p", "1", "--candidates", "nowhere.csv"], 66, "DR-210"),
    ] as [([String], Int32, String)])
  func mistakesAreNamed(arguments: [String], status: Int32, code: String) throws {
    let scratch = try Scratch()
    try scratch.file("points.csv", Self.demand)
    let outcome = try run(arguments + ["-o", "chosen.csv"], in: scratch)
    #expect(outcome.status == status, "\(outcome.errors)")
    #expect(outcome.errors.contains("[\(code)]"), "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: scratch.path("chosen.csv")))
  }

  @Test func badPointsAreRefusedWithTheirLine() throws {
    for text in [
      "id,x,y,weight\na,0,zero,1\n", "id,x,y,weight\na,0,0,-1\n", "id,x,weight\na,0,1\n",
      "id,x,y,weight\n",
    ] {
      let scratch = try Scratch()
      try scratch.file("points.csv", text)
      let outcome = try run(["--radius", "10", "--p", "1"], in: scratch)
      #expect(outcome.status == 65, "\(text): \(outcome.errors)")
      #expect(
        outcome.errors.contains("points.csv") || outcome.errors.contains("DR-56"),
        "\(outcome.errors)")
    }
  }
}
