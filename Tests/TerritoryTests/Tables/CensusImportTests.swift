import Geometry
import Territory
import TestSupport
import Testing

@Suite struct CensusImportTests {
  private static let whole =
    "code,name,population,urban share\n410101,子区,700,0.5\n"
    + "410102,丑县,250,0.4\n410103,寅县,50,0\n419001,丁市,210,1\n"

  @Test func aWholeTableReplacesEveryFigure() throws {
    let world = try TinyTerritory()
    let done = try world.census(Self.whole)
    let tables = done.tables
    #expect(try tables.counties.counts("population") == [700, 250, 50, 210])
    #expect(try tables.counties.counts("urban_population") == [350, 100, 0, 210])
    #expect(try Set(tables.counties.texts("population_kind")) == ["official"])
    #expect(try tables.prefectures.counts("population") == [1000])
    // Towns in the old proportion 2 : 1 : 2; urban residents 160 : 100 : 40 of what they were.
    #expect(try Array(tables.towns.counts("population").prefix(3)) == [280, 140, 280])
    #expect(try Array(tables.towns.counts("urban_population").prefix(3)) == [187, 117, 46])
    #expect(try tables.count(tables.settlements, "410100") == 304)
    // Wholly urban: the town's all 210.
    #expect(try tables.count(tables.settlements, "419001") == 210)
    // A township's seat keeps its share of the people: 12 of 100, of 83.
    #expect(try tables.count(tables.settlements, "410102200") == 10)
    #expect(try tables.brokenSums().isEmpty)
    #expect(done.report.findings(.refused).isEmpty)
    #expect(done.report.provinces.map(\.before) == [1200])
    #expect(done.report.provinces.map(\.after) == [1210])
    let notes = done.report.findings(.noted).map(\.reason.english)
    #expect(notes.contains { $0.contains("sum to 210, published are 200: 10 more") })
    #expect(notes.contains { $0.contains("sum to 1210; published for them are 1200") })
  }

  @Test func correctionScalesToWhatIsPublished() throws {
    let world = try TinyTerritory()
    let done = try world.census(
      "code,population\n410101,1000\n410102,600\n410103,400\n419001,200\n",
      settings: CensusSettings(correction: .toPrefectures))
    #expect(try done.tables.counties.counts("population") == [500, 300, 200, 200])
    #expect(
      try done.tables.counties.texts("population_kind")
        == ["estimated", "estimated", "estimated", "official"])
    #expect(try done.tables.prefectures.texts("population_kind") == ["official"])
    #expect(try done.tables.brokenSums().isEmpty)
    // A prefecture that is told of in part is left as it is stated.
    let part = try world.census(
      "code,population\n410101,1000\n", settings: CensusSettings(correction: .toPrefectures))
    #expect(try part.tables.counties.counts("population") == [1000, 300, 200, 200])
    #expect(part.report.findings(.noted).count == 3)
  }

  @Test func successionsAndSharesKeepEverySum() throws {
    let world = try TinyTerritory()
    let done = try world.census(
      "code,name,population\n410190,老县,90\n410101,子区,100\n410102,丑县,300\n"
        + "410171,开发区,41\n419001,丁市,7\n",
      successions: [
        Successions.Succession(
          from: Successions.Unit(code: "410190", name: "老县"),
          to: [
            Successions.Unit(code: "410101", name: "子区", residents: 1),
            Successions.Unit(code: "410103", name: "寅县", residents: 2),
          ], kind: .judgement, source: "made up")
      ])
    // 410101 has 130, 410102 300, 410103 60; the zone's 41 go 10.9 : 25.1 : 5.0.
    #expect(try done.tables.counties.counts("population") == [141, 325, 65, 7])
    #expect(
      try done.tables.counties.texts("population_kind")
        == ["estimated", "estimated", "estimated", "official"])
    #expect(done.report.findings(.recoded).map(\.targets) == [["410101", "410103"]])
    #expect(done.report.findings(.shared).map(\.people) == [41])
    #expect(try done.tables.brokenSums().isEmpty)
  }

  @Test func aSplitIsNotMadeTwice() throws {
    let world = try TinyTerritory()
    let split = Successions.Succession(
      from: Successions.Unit(code: "410102", name: "丑县"),
      to: [
        Successions.Unit(code: "410102", name: "丑县", residents: 3),
        Successions.Unit(code: "410103", name: "寅县", residents: 1),
      ], kind: .judgement, source: "made up")
    let before = try world.census("code,name,population\n410102,丑县,400\n", successions: [split])
    #expect(try before.tables.counties.counts("population") == [500, 300, 100, 200])
    let after = try world.census(
      "code,name,population\n410102,丑县,400\n410103,寅县,50\n", successions: [split])
    #expect(try after.tables.counties.counts("population") == [500, 400, 50, 200])
    let other = try world.census("code,name,population\n410102,卯县,400\n", successions: [split])
    #expect(try other.tables.counties.counts("population") == [500, 400, 200, 200])
    #expect(other.report.findings(.repaired).map(\.name) == ["卯县"])
  }

  @Test func totalsAreSetAsideAndHeldAgainstTheSum() throws {
    let world = try TinyTerritory()
    let done = try world.census(
      Self.whole + "410000,某省,1210,\n410100,甲市,1001,\n000000,全国,1210,\n")
    #expect(done.report.findings(.setAside).count == 3)
    #expect(done.report.findings(.setAside)[0].reason.english.hasSuffix("which it equals"))
    #expect(
      done.report.findings(.setAside)[1].reason.english.hasSuffix("which sum to 1000 instead"))
    #expect(try done.tables.counties.counts("population") == [700, 250, 50, 210])
  }

  @Test func everyRowIsAccountedForOverSeeds() throws {
    let world = try TinyTerritory()
    let codes = [
      "410101", "410102", "410103", "419001", "410171", "410172", "419071", "990101", "4101",
    ]
    for seed in 0..<60 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      var text = "code,name,population,urban_share\n410101,子区,5,0.5\n"
      var people = 5
      for code in codes.shuffled(using: &random).prefix(Int.random(in: 0...9, using: &random)) {
        let figure = Int.random(in: 0...1_000_000, using: &random)
        let share = Double.random(in: -0.2...1.2, using: &random)
        text += "\(code),,\(figure),\(share)\n"
        people += figure
      }
      let done = try world.census(text)
      let refused = done.report.findings(.refused).reduce(0) { $0 + ($1.people ?? 0) }
      let untold = done.report.findings(.noted).filter {
        $0.reason.english.contains("does not tell")
      }
      let kept = untold.reduce(0) { $0 + ($1.people ?? 0) }
      let after = try done.tables.counties.counts("population").reduce(0, +)
      let unread = done.report.findings(.refused).filter { $0.code == "4101" }.count
      if unread == 0 { #expect(after - kept + refused == people, "seed \(seed)") }
      #expect(try done.tables.brokenSums().isEmpty, "seed \(seed)")
    }
  }

  @Test func nothingHostileIsTaken() throws {
    let world = try TinyTerritory()
    let rows = [
      "410101,子区,NaN", "410102,丑县,inf", "410103,寅县,-5", "419001,丁市,12.5", "41010A,x,5",
      "=1+1,@cmd,5", "410101,\"open,5", "99999999999999999999,x,5", "410101,子区,1e5",
      "410102,丑县,99999999999999999999999999", "410103,寅县,900000000", "410101,子区",
    ]
    let text = "code,name,population\n419001,丁市,\"1,234\"\n" + rows.joined(separator: "\n") + "\n"
    let done = try world.census(text)
    #expect(done.report.findings(.refused).count == rows.count)
    #expect(done.report.findings(.refused).map(\.line) == Array(3...14))
    #expect(try done.tables.counties.counts("population") == [500, 300, 200, 1234])
    #expect(done.report.findings(.repaired).count == 1)
    #expect(done.report.findingsCSV.contains(",'=1+1,'@cmd,"))
    #expect(done.report.markdown(listing: 3).contains("… and 9 more."))
    let strict = userError {
      try world.census(text, settings: CensusSettings(isStrict: true))
    }
    #expect(strict?.code == "DR-270" && strict?.place == "t.csv:3")
  }

  @Test(arguments: [
    ("", "DR-201"), ("code,population\n", "DR-267"), ("code,people\n410101,5\n", "DR-266"),
    ("code,population\n990101,5\n", "DR-269"), ("code,population\n410101,\u{0}5\n", "DR-204"),
  ]) func tablesThatAreNoneAreRefused(text: String, code: String) throws {
    let world = try TinyTerritory()
    #expect(userError { try world.census(text) }?.code == code)
  }

  @Test func duplicatesAreRefusedWithTheFirstLine() throws {
    let done = try TinyTerritory().census(
      "code;name;population\n410101;子区;10\n410101000000;子区;20\n")
    #expect(try done.tables.counties.counts("population")[0] == 10)
    #expect(
      done.report.findings(.refused).map(\.reason.english) == ["the code stands on line 2 already"])
  }

  @Test func successionsMustFitTheTables() throws {
    let tables = try TinyTerritory().tables()
    func refused(_ to: [Successions.Unit]) -> String? {
      let from = Successions.Unit(code: "410190", name: "老县")
      return userError {
        try Successions(
          [Successions.Succession(from: from, to: to, kind: .derived, source: "")], file: "s.yaml",
          tables: tables)
      }?.code
    }
    #expect(refused([Successions.Unit(code: "410101", name: "子区")]) == nil)
    #expect(refused([]) == "DR-268")
    #expect(refused([Successions.Unit(code: "410101", name: "丑县")]) == "DR-268")
    #expect(refused([Successions.Unit(code: "410199", name: "丑县")]) == "DR-268")
    #expect(
      refused([
        Successions.Unit(code: "410101", name: "子区", residents: 5),
        Successions.Unit(code: "410102", name: "丑县"),
      ]) == "DR-268")
  }
}
