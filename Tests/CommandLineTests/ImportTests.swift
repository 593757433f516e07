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

  @Test func anotherCountryIsAuditedByAProject() throws {
    try scratch.file(
      "areas.csv", "code,population,area_km2,lad\nM11,12000,4,E1\nM12,900,2,E1\nL1,40,9,E2\n")
    try scratch.file("points.csv", "code,lon,lat\nM11,-2.24,53.48\nL1,-2.98,53.41\n")
    try scratch.file("names.csv", "name,desc\nE1,Manchester\nE2,Liverpool\n")
    let made = try run([
      "import", "areas", "areas.csv", "--positions", "points.csv", "--crs", "wgs84", "--country",
      "GB", "--country-name", "Great Britain", "--names", "names.csv", "--into", "britain",
    ])
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output.contains("areas taken: 3, 12940 people"))
    try scratch.file("masts.csv", "id,lon,lat\na,-2.24,53.48\nb,-2.25,53.485\n")
    let register = try run([
      "import", "sites", "masts.csv", "--crs", "wgs84", "--territory", "britain", "--group",
      "unicom", "--band", "n78", "--out", "register",
    ])
    #expect(register.status == 0, "\(register.errors)")
    #expect(!register.output.contains("outside China"))
    try scratch.file(
      "britain.yaml",
      "territory: britain\nregion: Manchester\nsites: register/sites.csv\ngroup: unicom\n")
    let audit = try run(["audit", "--project", "britain.yaml", "-o", "a"])
    #expect(audit.status == 0, "\(audit.errors)")
    #expect(try scratch.text("a/run.json").contains("britain/territory.yaml"))
    #expect(try scratch.text("a/audit.csv").contains("\nM11,M11,city,GB,,E1,unicom,urban,12000,"))
    #expect(try run(["verify", "a"]).status == 0)
    // Prices, limits and published stations are China's.
    for arguments in [
      ["plan", "--project", "britain.yaml", "-o", "p"],
      ["audit", "--territory", "britain", "-o", "b"],
      ["audit", "--project", "britain.yaml", "--remedies", "-o", "b"],
      ["site", "--region", "Manchester", "--territory", "britain", "--p", "3"],
      [
        "import", "sites", "masts.csv", "--crs", "auto", "--territory", "britain", "--out", "r",
      ],
    ] {
      let refused = try run(arguments)
      #expect(refused.status == 64 && refused.errors.contains("DR-276"), "\(arguments)")
    }
    let mixed = try run(["import", "census", "areas.csv", "--into", "britain"])
    #expect(mixed.status == 64 && mixed.errors.contains("DR-277"), "\(mixed.errors)")
  }

  @Test func aRegisterWithTheSameSitesTellsTheSystem() throws {
    // Ten sites; the other file has them as a map service shifts them, about 490 m.
    var known = "id,lon,lat\n"
    var shifted = "站名,lon,lat\n"
    for index in 0..<10 {
      known += "s\(index),120.\(10 + index),30.28\n"
      shifted += "s\(index),\(120.1047 + Double(index) / 100),30.2776\n"
    }
    try scratch.file("known.csv", known)
    try scratch.file("shifted.csv", shifted)
    let options = [
      "import", "sites", "shifted.csv", "--group", "mobile", "--band", "n41", "--known",
      "known.csv",
    ]
    let outcome = try run(options + ["--crs", "auto", "--out", "r"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("gcj02; guessed, not stated"), "\(outcome.output)")
    #expect(try scratch.text("r/report.md").contains("within 50 m of the site of the same id"))
    #expect(try run(["verify", "r"]).status == 0)
    let stated = try run(options + ["--crs", "gcj02", "--out", "q"])
    #expect(stated.status == 64 && stated.errors.contains("DR-449"))
    try scratch.file("known.csv", "id,lon,lat\n,120.1,30.2\n")
    let empty = try run(options + ["--crs", "auto", "--out", "q"])
    #expect(empty.status == 65 && empty.errors.contains("DR-449"))
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
