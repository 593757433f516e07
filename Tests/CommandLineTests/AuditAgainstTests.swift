import Foundation
import TestSupport
import Testing

/// `audit RUN --against EARLIER` as a user runs it: a county before and after a site more.
@Suite struct AuditAgainstTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func aSiteMoreIsNamedAsTheCause() throws {
    let header = "id,lon,lat,group,configuration,height_m,azimuths\n"
    let one = "a,122.45,30.727,mobile,n41-64T64R,25,\n"
    try scratch.file("1.csv", header + one)
    try scratch.file(
      "2.csv",
      header + one + "b,122.46,30.73,mobile,n28-4T4R,35,\nc,122.44,30.72,mobile,n41-64T64R,30,\n")
    let base = ["audit", "--region", "330922", "--group", "mobile"]
    let old = try Tool.run(base + ["--sites", "1.csv", "-o", "old"], in: scratch.url)
    #expect(old.status == 0, "\(old.errors)")
    let new = try Tool.run(
      base + ["--sites", "2.csv", "-o", "new", "--against", "old"], in: scratch.url)
    #expect(new.status == 0, "\(new.errors)")
    let changes = try scratch.text("new-changes/changes.csv")
    let seat = try #require(changes.split(separator: "\n").first { $0.hasPrefix("330922,") })
    #expect(seat.contains(",network,network,") && seat.hasSuffix(",2,0,0"), "\(seat)")
    let again = try Tool.run(["audit", "new", "--against", "old", "-o", "c"], in: scratch.url)
    #expect(again.status == 0, "\(again.errors)")
    for name in ["changes.csv", "criteria.csv", "units.csv", "changes.geojson", "changes.md"] {
      #expect(try scratch.text("c/\(name)") == scratch.text("new-changes/\(name)"), "\(name)")
    }
    let same = try Tool.run(["audit", "old", "--against", "old", "-o", "s"], in: scratch.url)
    #expect(same.output.contains("0 rose, 0 fell"))
    #expect(try scratch.text("s/changes.csv").split(separator: "\n").count == 1)
  }

  @Test(arguments: [
    (["new"], "DR-847"), (["new", "--against", "old", "--region", "浙江"], "DR-847"),
    (["new", "--against", "old"], "DR-702"),
    (["--region", "330922", "--against", "old"], "DR-702"),
  ])
  func mistakesAreRefused(arguments: [String], code: String) throws {
    let outcome = try Tool.run(["audit"] + arguments, in: scratch.url)
    #expect(outcome.status != 0)
    #expect(outcome.errors.contains("[\(code)]"), "\(outcome.errors)")
  }
}
