import Geometry
import Territory
import TestSupport
import Testing

@Suite struct TownPositionImportTests {
  let world: TinyTerritory
  private static let names = ColumnNames(
    columns: [
      "code": ["code"], "name": ["name"], "lon": ["lon"], "lat": ["lat"],
      "lon_wgs84": ["lon wgs84"], "lat_wgs84": ["lat wgs84"], "lon_gcj02": ["lon gcj02"],
      "lat_gcj02": ["lat gcj02"], "match": ["match"], "in_county": ["in county"],
    ], values: ["match": ["doubtful": ["code only"]], "in_county": ["outside": ["0"]]])

  init() throws { world = try TinyTerritory() }

  private func run(
    _ text: String, _ settings: TownPositionSettings = TownPositionSettings(system: .wgs84),
    successions: [Successions.Succession] = []
  ) throws -> TerritoryImport {
    let tables = try world.tables()
    return try TownPositionImport(
      into: tables, boundaries: Boundaries(world.geodata), settings: settings,
      successions: Successions(successions, file: "s.yaml", tables: tables)
    ).run(world.table(text, Self.names, TownPositionImport.required))
  }

  private func place(_ done: TerritoryImport, _ code: String) throws -> [String] {
    let towns = done.tables.towns
    let row = try #require(towns.rows.first { $0[0] == code })
    return Array(row[7...9])
  }

  @Test func modelledPositionsAreReplacedAndKnownOnesStay() throws {
    let done = try run(
      "code,name,lon,lat\n410101001,一街道,110.9,30.9\n410101002000,二街道办事处,110.45,30.4\n")
    #expect(try place(done, "410101001") == ["110.2", "30.2", "geonames"])
    #expect(try place(done, "410101002") == ["110.450000", "30.400000", "imported"])
    #expect(done.report.findings(.setAside).map(\.line) == [2])
    #expect(done.report.provinces.map(\.before) == [1] && done.report.provinces[0].after == 2)
    let all = try run(
      "code,name,lon,lat\n410101001,一街道,110.9,30.9\n",
      TownPositionSettings(system: .wgs84, replacesEstimated: true))
    #expect(try place(all, "410101001") == ["110.900000", "30.900000", "imported"])
    // Nobody's figures have moved.
    #expect(done.changed.map(\.file) == ["units/towns.csv"])
    try done.write(to: TerritoryFolder(path: world.scratch.path("mine")))
    let overlaid = try world.geodata.overlaid(by: world.scratch.path("mine"))
    #expect(try Gazetteer(overlaid)["410101002"]?.positionKind == .estimated)
    #expect(try Gazetteer(overlaid)["410101100"]?.positionKind == .modelled)
  }

  @Test func theSystemIsTheOneStated() throws {
    let shifted = ChinaShift.gcj02(fromWGS84: Coordinate(longitude: 110.45, latitude: 30.4))
    let text =
      "code,name,lon_gcj02,lat_gcj02\n410101002,二街道,\(shifted.longitude),\(shifted.latitude)\n"
    let done = try run(text, TownPositionSettings(system: .gcj02))
    let found = try place(done, "410101002")
    #expect(abs(try #require(Double(found[0])) - 110.45) < 2e-6)
    #expect(abs(try #require(Double(found[1])) - 30.4) < 2e-6)
    // The table does not have what is stated: an error, no guess.
    #expect(userError { try run(text) }?.code == "DR-266")
    let plain = "code,name,lon,lat\n410101002,二街道,110.45,30.4\n"
    let other = try place(run(plain, TownPositionSettings(system: .gcj02)), "410101002")
    #expect(other[0] != "110.450000")
  }

  @Test func aTownIsFoundByItsNameWhereItsCodeHasChanged() throws {
    let done = try run(
      "code,name,lon,lat\n410101777,甲山乡,110.6,30.6\n410190100,丙镇,112.1,30.1\n"
        + "410102001,城关镇,111.1,30.1\n410102200,无此乡,111.2,30.2\n",
      successions: [
        Successions.Succession(
          from: Successions.Unit(code: "410190", name: "老县"),
          to: [Successions.Unit(code: "410103", name: "寅县")], kind: .judgement, source: "made up")
      ])
    // A township made a town, a county recoded, a town recoded; the last has the code, not the name.
    #expect(try place(done, "410101100")[2] == "imported")
    #expect(try place(done, "410103100")[0] == "112.100000")
    #expect(try place(done, "410102100")[0] == "111.100000")
    #expect(done.report.findings(.recoded).count == 3)
    #expect(done.report.findings(.refused).map(\.line) == [5])
    #expect(done.report.findings(.refused)[0].reason.english == "the code is 乙乡's today")
  }

  @Test func aTablesOwnDoubtsAreHeard() throws {
    let done = try run(
      "code,name,lon,lat,match,in_county\n410101002,二街道,110.45,30.4,code only,1\n"
        + "410101100,甲山镇,110.5,30.5,code+name,0\n410102100,城关镇,111.1,30.1,code+name,1\n")
    #expect(done.report.findings(.refused).map(\.line) == [2, 3])
    #expect(try place(done, "410102100")[2] == "imported")
  }

  @Test func theSurerOfTwoRowsIsTaken() throws {
    let done = try run(
      "code,name,lon,lat\n410101777,甲山镇,110.6,30.6\n410101100,甲山镇,110.5,30.5\n"
        + "410101100,甲山镇,110.4,30.4\n")
    #expect(try place(done, "410101100")[0] == "110.500000")
    #expect(done.report.findings(.refused).map(\.line) == [2, 4])
  }

  @Test func nothingHostileIsTaken() throws {
    let rows = [
      "410101002,二街道,NaN,30", "410101002,二街道,110.4,inf", "410101002,二街道,30.4,110.4",
      "410101002,二街道,111.4,30.4", "=cmd,二街道,110.4,30.4", "410101002,\"二街道,110.4,30.4",
      "990101002,二街道,110.4,30.4", "410101002,二街道,1e300,30.4", "410101002,=1+1,110.4,30.4",
    ]
    let text =
      "code,name,lon,lat\n410101002,二街道,,\n" + rows.joined(separator: "\n")
      + "\n410102100,城关镇,111.1,30.1\n"
    let done = try run(text)
    #expect(done.report.findings(.refused).map(\.line) == Array(3...11))
    #expect(done.report.findings(.setAside).map(\.line) == [2])
    #expect(
      done.report.findings(.refused)[2].reason.english.hasSuffix(
        "longitude and latitude are swapped"))
    #expect(done.report.findings(.refused)[3].reason.english.hasSuffix("lies outside 子区"))
    #expect(done.report.findingsCSV.contains("'=1+1"))
    #expect(try place(done, "410101002")[2] == "modelled")
    let strict = userError {
      try run(text, TownPositionSettings(system: .wgs84, isStrict: true))
    }
    #expect(strict?.code == "DR-270" && strict?.place == "t.csv:3")
    let none = userError { try run("code,name,lon,lat\n" + rows[0] + "\n") }
    #expect(none?.code == "DR-271")
  }
}

/// The towns of 2016, where they lie beside the project.
@Suite(
  .enabled(
    if: SharedData.exists("towns2016/town_match_quhua2026.csv.gz"),
    "towns2016/town_match_quhua2026.csv.gz is not beside the project"))
struct TownPositionDataTests {
  private func run(_ file: String) throws -> TerritoryImport {
    let scratch = try Scratch()
    let text = try SharedData.unzipped("towns2016/" + file, into: scratch)
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    let tables = try UnitTables(geodata)
    let book = try ColumnBook.read(path: geodata.path("books/territory-columns.yaml"))
    return try TownPositionImport(
      into: tables, boundaries: Boundaries(geodata),
      settings: TownPositionSettings(system: .wgs84),
      successions: Successions(path: geodata.path(Successions.file), tables: tables)
    ).run(
      ImportTable(
        path: text, names: #require(book.tables["towns"]), required: TownPositionImport.required))
  }

  @Test func mostModelledTownsGetTheirPlace() throws {
    let done = try run("town_match_quhua2026.csv.gz")
    let taken = try done.tables.towns.texts("position_source").count { $0 == "imported" }
    print(done.report.counts.map { "\($0.name.english) \($0.count)" }.joined(separator: "; "))
    #expect((20_500...21_300).contains(taken))
    #expect((900...1300).contains(done.report.findings(.refused).count))
    #expect(
      done.report.findings(.refused).count + done.report.findings(.setAside).count + taken == 32_746
    )
  }

  @Test func codesOf2016AreCarriedOver() throws {
    let done = try run("towns2016.csv.gz")
    let taken = try done.tables.towns.texts("position_source").count { $0 == "imported" }
    print(done.report.counts.map { "\($0.name.english) \($0.count)" }.joined(separator: "; "))
    #expect(taken > 19_000)
    #expect(
      done.report.findings(.refused).count + done.report.findings(.setAside).count + taken == 42_868
    )
  }
}
