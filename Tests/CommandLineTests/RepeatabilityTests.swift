import Foundation
import TestSupport
import Testing

/// The same inputs give the same bytes, and a changed byte is found.
@Suite struct RepeatabilityTests {
  @Test func threadsDoNotMatter() throws {
    let scratch = try Scratch()
    for threads in ["1", "2", "5"] {
      let outcome = try Tool.run(
        ["plan", "--region", "舟山", "--threads", threads, "-o", "run\(threads)"], in: scratch.url)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    let names = scratch.names("run1")
    #expect(names.contains("run.json") && names.contains("sites.geojson"))
    for other in ["run2", "run5"] {
      #expect(scratch.names(other) == names)
      for name in names where name != "timings.json" {
        #expect(
          FileManager.default.contentsEqual(
            atPath: scratch.path("run1/\(name)"), andPath: scratch.path("\(other)/\(name)")),
          "\(other)/\(name)")
      }
    }
  }

  @Test func projectFileStandsForItsOptions() throws {
    let scratch = try Scratch()
    let options = [
      "--region", "岱山县", "--group", "unicom", "--budget", "5000000", "--until", "2023Q2", "--grid",
      "100",
    ]
    #expect(
      try Tool.run(["plan"] + options + ["--write-project", "p.yaml"], in: scratch.url).status == 0)
    #expect(try Tool.run(["plan"] + options + ["-o", "a"], in: scratch.url).status == 0)
    let outcome = try Tool.run(["plan", "--project", "p.yaml", "-o", "b"], in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    for name in ["audit.csv", "packages.csv", "schedule.csv", "sites.geojson", "units.geojson"] {
      #expect(
        FileManager.default.contentsEqual(
          atPath: scratch.path("a/\(name)"), andPath: scratch.path("b/\(name)")), "\(name)")
    }
  }

  @Test func verifyFindsAChangedByte() throws {
    let scratch = try Scratch()
    #expect(try Tool.run(["plan", "--region", "岱山县", "-o", "run"], in: scratch.url).status == 0)
    #expect(try Tool.run(["verify", "run"], in: scratch.url).status == 0)
    for name in scratch.names("run") where name != "timings.json" {
      let url = scratch.url.appendingPathComponent("run/\(name)")
      let good = try Data(contentsOf: url)
      var changed = good
      changed[changed.count / 2] ^= 1
      try changed.write(to: url)
      let outcome = try Tool.run(["verify", "run"], in: scratch.url)
      #expect(outcome.status == 65, "\(name)")
      #expect((outcome.output + outcome.errors).contains(name), "\(name)")
      try good.write(to: url)
    }
    #expect(try Tool.run(["verify", "run"], in: scratch.url).status == 0)
  }

  @Test func aRegionsAuditIsTheCountrysPartOfIt() throws {
    // A county's statuses do not depend on whether it is run alone or with its prefecture.
    let scratch = try Scratch()
    for (region, folder) in [("舟山", "whole"), ("岱山县", "part")] {
      let outcome = try Tool.run(["audit", "--region", region, "-o", folder], in: scratch.url)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    func rows(_ folder: String) throws -> [Substring] {
      try String(contentsOfFile: scratch.path("\(folder)/audit.csv"), encoding: .utf8)
        .split(separator: "\n").filter { $0.hasPrefix("330921") }
    }
    let part = try rows("part")
    #expect(part.count > 4)
    #expect(try rows("whole") == part)
  }
}
