import Foundation
import Geometry
import Reporting
import Siting
import TestSupport
import Testing

/// A run as it was written has no finding; a changed byte, anywhere, has one.
@Suite struct VerificationTests {
  @Test func aGoodPlanHasNoFindings() throws {
    #expect(try RunTampering().findings() == [])
    #expect(try RunTampering(TinyPlan(regions: [])).findings() == [])
    #expect(try RunTampering(TinyPlan(regions: ["330182"])).findings() == [])
  }

  @Test func aGoodAuditHasNoFindings() throws {
    #expect(try RunTampering(TinyPlan(hasSchedule: false)).findings() == [])
  }

  /// Whatever the packages cost, the scheduler's own rules are what is verified.
  @Test(arguments: 0..<30 as Range<UInt64>) func anyScheduleHasNoFindings(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var plan = TinyPlan()
    plan.packages = plan.packages.map { package in
      TinyPlan.package(
        package.settlement, package.kind, package.group, package.from, package.to,
        yuan: Int.random(in: 0...8, using: &generator) * 60,
        stations: Int.random(in: 0...9, using: &generator), after: package.prerequisite,
        feasible: Int.random(in: 0...5, using: &generator) > 0)
    }
    #expect(try RunTampering(plan).findings() == [])
  }

  @Test(arguments: [
    "run.json", "audit.csv", "packages.csv", "schedule.csv", "budget.csv", "units.geojson",
    "settlements.geojson", "sites.geojson", "report.md",
    "report.html",
  ])
  func aChangedByteIsFound(name: String) throws {
    let run = try RunTampering()
    let good = try run.bytes(name)
    for part in 0...16 {
      var changed = good
      changed[(good.count - 1) * part / 16] ^= 1
      try run.write(changed, to: name)
      // A manifest that no longer parses is an error rather than a finding.
      let findings = Result { () throws(UserError) in try run.findings() }
      switch findings {
      case .success(let found): #expect(found.contains { $0.place.contains(name) }, "\(part)")
      case .failure(let error): #expect(error.place.contains(name), "\(part)")
      }
      if name != "run.json" { #expect(throws: Never.self) { try findings.get() } }
    }
    try run.write(good, to: name)
    #expect(try run.findings() == [])
  }

  @Test(arguments: ["audit.csv", "audit.geojson"]) func aChangedAuditIsFound(
    name: String
  ) throws {
    let run = try RunTampering(TinyPlan(hasSchedule: false))
    var bytes = try run.bytes(name)
    bytes[bytes.count / 2] ^= 1
    try run.write(bytes, to: name)
    #expect(try run.findings().contains { $0.place.contains(name) })
  }

  @Test func lengthenedAndShortenedFilesAreFound() throws {
    let run = try RunTampering()
    let good = try run.bytes("report.md")
    for changed in [good + [10], Array(good.dropLast()), []] {
      try run.write(changed, to: "report.md")
      let findings = try run.findings()
      #expect(findings.map(\.code) == ["DR-731"])
      #expect(findings.map(\.place) == ["report.md"])
    }
  }

  @Test func aMissingFileIsFound() throws {
    let run = try RunTampering()
    try run.remove("sites.geojson")
    #expect(try run.findings().map(\.code) == ["DR-731"])
  }

  @Test func aFileThatIsNotOfTheRunIsFound() throws {
    let run = try RunTampering()
    try run.write([1], to: "notes.txt")
    let findings = try run.findings()
    #expect(findings.map(\.code) == ["DR-732"])
    #expect(findings.first?.description.contains("notes.txt") == true)
  }

  @Test func timingsMayDiffer() throws {
    let run = try RunTampering()
    try run.write(Array("{}".utf8), to: "timings.json")
    #expect(try run.findings() == [])
  }

  @Test func aFolderThatIsNoRunIsAnError() throws {
    let scratch = try Scratch()
    #expect(throws: UserError.self) { try Verification.findings(in: scratch.path("nowhere")) }
    let error = #expect(throws: UserError.self) { try Verification.findings(in: scratch.url.path) }
    #expect(error?.status == .missingInput)
    try scratch.file("run.json", "{\"tool\":\"other\"}")
    let other = #expect(throws: UserError.self) { try Verification.findings(in: scratch.url.path) }
    #expect(other?.code == "DR-705")
  }
}
