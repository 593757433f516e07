import Foundation
import TestSupport
import Testing

/// `deepreach audit --lines`, as a user runs it: a road past a mast that faces all ways, and one far away.
@Suite struct LineTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.file(
      "sites.csv",
      "id,lon,lat,group,configuration,height_m,azimuths\na,122.20,30.28,mobile,n41-64T64R,30,omni\n"
    )
    try scratch.file(
      "lines.geojson",
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"id":"past","name":"=1+1","kind":"road"},"geometry":
       {"type":"LineString","coordinates":[[122.15,30.28],[122.20,30.28],[122.25,30.28]]}},
      {"type":"Feature","properties":{"id":"near","kind":"road"},"geometry":
       {"type":"LineString","coordinates":[[122.1995,30.28],[122.2005,30.28]]}},
      {"type":"Feature","properties":{"id":"far","kind":"railway"},"geometry":
       {"type":"LineString","coordinates":[[120.1,30.2],[120.2,30.2]]}}]}
      """)
  }

  private func audit(_ more: [String]) throws -> Tool.Outcome {
    try Tool.run(
      [
        "audit", "--region", "岱山县", "--standard", "signal-upgrade-2025", "--sites", "sites.csv",
        "--group", "mobile", "-o", "run",
      ] + more, in: scratch.url)
  }

  @Test func whatLiesRoundTheMastIsServed() throws {
    let outcome = try audit(["--lines", "lines.geojson"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("1 lie outside the regions asked for"))
    let rows = try scratch.text("run/lines.csv").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(rows.map { $0[0] } == ["id", "past", "near"])
    #expect(rows[1][1] == "'=1+1" && rows[1][8] == "false")
    #expect(rows[2][6] == "1.0000" && rows[2][8] == "true" && rows[2][9] == "0.000")
    // A degree of longitude at 30.28 N is 96.2 km: what is not on land of the county is not looked at.
    let length = try #require(Double(rows[1][4]))
    #expect(length > 1 && length < 9.63)
    let near = try #require(Double(rows[2][4]))
    #expect(abs(near - 0.0962) < 0.0003)
    // The stretches of the road are served round the mast alone.
    let stretches = try scratch.text("run/lines.geojson").split(separator: "\n").filter {
      $0.contains("\"line\":\"past\"")
    }
    let served = stretches.filter { $0.contains("\"served\":true") }
    #expect(served.count >= 1 && served.count < stretches.count)
    #expect(served.contains { $0.contains("[122.2,30.28]") })
    #expect(try Tool.run(["verify", "run"], in: scratch.url).status == 0)
  }

  @Test(arguments: [
    ("{\"type\":\"FeatureCollection\",\"features\":[]}", "DR-470"),
    (
      "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[122,30]}}",
      "DR-471"
    ),
    (
      "{\"type\":\"Feature\",\"id\":1,\"properties\":{},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[122,30],[122.1,30]]}}\n{\"type\":\"Feature\",\"id\":1,\"properties\":{},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[122,30],[122.1,30]]}}",
      "DR-472"
    ),
    (
      "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[30,80],[30.1,80]]}}",
      "DR-473"
    ),
    (
      "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[120.1,30.2],[120.2,30.2]]}}",
      "DR-474"
    ),
  ])
  func mistakesAreRefused(text: String, code: String) throws {
    try scratch.file("bad.geojson", text)
    let outcome = try audit(["--lines", "bad.geojson"])
    #expect(outcome.status == 65 && outcome.errors.contains("[\(code)"), "\(outcome.errors)")
  }

  @Test func aStandardWithoutLinesIsRefused() throws {
    let outcome = try Tool.run(
      ["audit", "--region", "岱山县", "--lines", "lines.geojson", "-o", "run"], in: scratch.url)
    #expect(outcome.status == 64 && outcome.errors.contains("[DR-475"), "\(outcome.errors)")
  }
}
