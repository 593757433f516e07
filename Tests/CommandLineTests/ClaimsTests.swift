import Foundation
import TestSupport
import Testing

/// `claims` as a user runs it: measurements of a made town where the west is served and the east is not.
@Suite struct ClaimsTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    var text = "drive,operator,lon,lat,rsrp,sinr\n"
    for drive in 0..<70 {
      for step in 0..<60 {
        let longitude = 120.1 + 0.0002 * Double(step)
        let latitude = 30.25 + 0.00002 * Double(drive)
        text += "d\(drive),CMCC,\(longitude),\(latitude),\(step < 30 ? -85 : -120),10\n"
      }
    }
    try scratch.file("m.csv", text + "d0,CMCC,30.25,120.1,-90,10\n")
    try scratch.file(
      "c.geojson",
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"id":"west","name":"=HYPERLINK(1)","operator":"中国移动"},
       "geometry":{"type":"Polygon","coordinates":[[[120.0999,30.2499],[120.1059,30.2499],[120.1059,30.2516],[120.0999,30.2516],[120.0999,30.2499]]]}},
      {"type":"Feature","properties":{"id":"east"},
       "geometry":{"type":"Polygon","coordinates":[[[120.1059,30.2499],[120.1121,30.2499],[120.1121,30.2516],[120.1059,30.2516],[120.1059,30.2499]]]}},
      {"type":"Feature","properties":{"id":"far"},
       "geometry":{"type":"Polygon","coordinates":[[[121,31],[121.02,31],[121.02,31.02],[121,31.02],[121,31]]]}}]}
      """)
  }

  private func claims(_ more: [String], status: Int32 = 0) throws -> Tool.Outcome {
    let outcome = try Tool.run(["claims", "--measurements", "m.csv"] + more, in: scratch.url)
    #expect(outcome.status == status, "\(outcome.errors)")
    return outcome
  }

  @Test func truthIsConfirmedALieContradictedAndTheRestUnknown() throws {
    let outcome = try claims(["--claims", "c.geojson", "-o", "e"])
    #expect(outcome.output.contains("3 claims: 1 confirmed, 1 contradicted, 1 unknown."))
    let rows = try scratch.text("e/claims.csv").split(separator: "\n").dropFirst()
    let verdicts = rows.map { row in
      ["confirmed", "contradicted", "unknown"].first { row.contains(",\($0),") }
    }
    #expect(verdicts == ["confirmed", "contradicted", "unknown"])
    #expect(rows.first?.contains("'=HYPERLINK(1)") == true)
    #expect(try scratch.text("e/refused.csv").contains("swapped,1,4202"))
    #expect(try scratch.text("e/sampling-plan.csv").contains("\nfar,1,"))
    #expect(try Tool.run(["verify", "e"], in: scratch.url).status == 0)
  }

  @Test func cellsAreTheSameInTheTableAndOnTheMap() throws {
    _ = try claims(["--claims", "c.geojson", "-o", "e"])
    let rows = try scratch.text("e/cells.csv").split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let map = try scratch.text("e/cells.geojson").split(separator: "\n").filter {
      $0.hasPrefix("{\"type\":\"Feature\",")
    }
    #expect(!rows.isEmpty && rows.count == map.count)
    for (row, feature) in zip(rows, map) {
      #expect(row.count == 18)
      #expect(feature.contains("\"id\":\"\(row[0])/\(row[1])\""))
      #expect(feature.contains("\"samples\":\(row[5]),\"served\":\(row[6]),"))
      #expect(feature.contains("\"verdict\":\"\(row[13])\""))
      #expect(row[2].split(separator: ".").last?.count == 6)
      #expect(row[10].split(separator: ".").last?.count == 4)
    }
  }

  @Test func aPlannersWordsHoldForMeasurementsAndClaims() throws {
    let measured = try scratch.text("m.csv").replacingOccurrences(of: "CMCC", with: "Net A")
    let claimed = try scratch.text("c.geojson").replacingOccurrences(of: "中国移动", with: "网甲")
    try scratch.file("m.csv", measured)
    try scratch.file("c.geojson", claimed)
    let unknown = try claims(["--claims", "c.geojson", "-o", "e"], status: 65)
    #expect(unknown.errors.contains("[DR-486]"))
    try scratch.file(
      "columns.yaml", "values:\n  operator: {Net A: mobile, 网甲: mobile}\n")
    let outcome = try claims(
      ["--claims", "c.geojson", "--columns", "columns.yaml", "-o", "e"])
    #expect(outcome.output.contains("3 claims: 1 confirmed, 1 contradicted, 1 unknown."))
  }

  @Test func whatIsWantedIsSaidWhereTooLittleIsMeasured() throws {
    try scratch.file(
      "wide.geojson",
      """
      {"type":"Feature","properties":{"id":"wide"},"geometry":{"type":"Polygon","coordinates":
      [[[120.09,30.24],[120.14,30.24],[120.14,30.28],[120.09,30.28],[120.09,30.24]]]}}
      """)
    let outcome = try claims(["--claims", "wide.geojson", "-o", "e"])
    #expect(outcome.output.contains("too little of the area sampled"))
    #expect(outcome.output.contains("the plan's "))
    #expect(try scratch.text("e/report.md").contains("| rows | lines |"))
  }

  @Test func evidenceIsTheSameForAnyThreads() throws {
    _ = try claims(["--claims", "c.geojson", "-o", "a", "--threads", "1"])
    _ = try claims(["--claims", "c.geojson", "-o", "b", "--threads", "3"])
    for name in [
      "claims.csv", "cells.csv", "cells.geojson", "sampling-plan.geojson", "report.md", "run.json",
    ] {
      #expect(try scratch.text("a/\(name)") == scratch.text("b/\(name)"), "\(name)")
    }
  }

  @Test func forgedVerdictsAreFound() throws {
    _ = try claims(["--claims", "c.geojson", "-o", "e"])
    let cells = scratch.url.appendingPathComponent("e/cells.csv")
    var lines = try String(contentsOf: cells, encoding: .utf8).split(separator: "\n")
    lines.remove(at: 1)
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: cells)
    let outcome = try Tool.run(["verify", "e"], in: scratch.url)
    #expect(outcome.status == 65)
    #expect(outcome.output.contains("DR-731"))
    #expect(outcome.output.contains("DR-747"))
  }

  @Test func predictionIsHeldAgainstMeasurements() throws {
    let mast = try Tool.run(
      [
        "predict", "--site", "120.103,30.2508,30", "--radius", "3000", "--cell", "50", "-o",
        "p.tif",
      ],
      in: scratch.url)
    #expect(mast.status == 0, "\(mast.errors)")
    let outcome = try claims(["--prediction", "p.tif", "--threshold", "-100", "-o", "e"])
    #expect(outcome.output.contains("predicted"))
    #expect(try Tool.run(["verify", "e"], in: scratch.url).status == 0)
  }

  @Test func reportsComeInChinese() throws {
    _ = try claims(["--claims", "c.geojson", "-o", "e", "--lang", "zh"])
    let report = try scratch.text("e/report.md")
    #expect(report.contains("3 项声明：1 项证实，1 项不实，1 项未知。"))
    #expect(report.contains("经纬度疑似颠倒"))
  }

  @Test(arguments: [
    (["--rule", "none"], "DR-496"), (["--rule", "./none.yaml"], "DR-210"),
    (["--threads", "0"], "DR-802"), (["--measurements-crs", "mars"], "DR-110"),
    (["--strict"], "DR-492"), (["--claims", "m.csv"], "DR-12"),
    (["--claims", "c.geojson", "--prediction", "p.tif"], "DR-494"),
    (["--prediction", "p.tif", "--rule", "arcep-map-98"], "DR-171"),
  ])
  func mistakesAreRefused(arguments: [String], code: String) throws {
    let outcome = try Tool.run(
      ["claims", "--measurements", "m.csv", "-o", "e"] + arguments, in: scratch.url)
    #expect(outcome.status != 0)
    #expect(outcome.errors.contains("[\(code)"), "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: scratch.url.appendingPathComponent("e").path))
  }
}
