import Foundation
import TestSupport
import Testing

/// `import` and `--territory` as a user gives them.
@Suite struct ImportTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func run(_ arguments: [String]) throws -> Tool.Outcome {
    try Tool.run(arguments, in: scratch.url)
  }

  @Test func aCensusIsSeenByTheVerbsThatAreGivenIt() throws {
    try scratch.file("census.csv", "code,name,population\n330921,岱山县,123456\n330922,嵊泗县,7\n")
    let outcome = try run(["import", "census", "census.csv", "--into", "mine"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("rows kept under their code: 2, 123463 people"))
    #expect(try run(["units", "330900", "--territory", "mine"]).output.contains("123,456"))
    #expect(try !run(["units", "330900"]).output.contains("123,456"))
    let audit = try run(["audit", "--region", "岱山县", "--territory", "mine", "-o", "a"])
    #expect(audit.status == 0, "\(audit.errors)")
    let manifest = try scratch.text("a/run.json")
    #expect(manifest.contains("mine/units/counties.csv"))
    #expect(manifest.contains("\"geodata/units/provinces.csv\""))
    #expect(!manifest.contains("\"geodata/units/counties.csv\""))
    #expect(try run(["verify", "a"]).status == 0)
  }

  @Test func importsGoOnFromOneAnother() throws {
    try scratch.file("census.csv", "code,population\n330921,123456\n")
    try scratch.file("more.csv", "code,population\n330922,7777\n")
    #expect(try run(["import", "census", "census.csv", "--into", "mine"]).status == 0)
    #expect(try run(["import", "census", "more.csv", "--into", "mine"]).status == 0)
    let units = try run(["units", "330900", "--territory", "mine"]).output
    #expect(units.contains("123,456") && units.contains("7,777"))
  }

  @Test(arguments: [
    (["import", "census", "none.csv", "--into", "m"], 66, "DR-210"),
    (["import", "census", "bad.csv", "--into", "m"], 65, "DR-269"),
    (["import", "census", "bad.csv", "--into", "m", "--strict"], 65, "DR-270"),
    (["import", "towns", "bad.csv", "--crs", "mars", "--into", "m"], 65, "DR-110"),
    (["import", "towns", "bad.csv", "--crs", "gcj02", "--into", "m"], 65, "DR-266"),
    (["import", "population", "bad.csv", "--into", "m", "--threads", "0"], 64, "DR-802"),
    (["units", "--territory", "none"], 66, "DR-262"),
    (["audit", "--region", "岱山县", "--territory", "none"], 66, "DR-262"),
  ]) func mistakesEndWithTheirCode(arguments: [String], status: Int32, code: String) throws {
    try scratch.file("bad.csv", "code,name,population\n990101,=1+1,5\n")
    let outcome = try run(arguments)
    #expect(outcome.status == status)
    #expect(outcome.errors.contains("[\(code)]"), "\(outcome.errors)")
    #expect(!scratch.names().contains("m"))
  }
}
