import Geometry
import Territory
import TestSupport
import Testing

@Suite struct TerritoryFolderTests {
  @Test func anOverlayIsReadBeforeTheBundledTables() throws {
    let world = try TinyTerritory()
    let done = try world.census("code,population\n410101,900\n")
    let folder = TerritoryFolder(path: world.scratch.path("mine"))
    try done.write(to: folder)
    #expect(
      world.scratch.names("mine") == [
        "census-findings.csv", "census-import.md", "census-provinces.csv", "units",
      ])
    let overlaid = try world.geodata.overlaid(by: folder.path)
    #expect(try Gazetteer(overlaid)["410101"]?.population == 900)
    #expect(try Gazetteer(overlaid)["410101"]?.populationKind == .official)
    #expect(try Gazetteer(world.geodata)["410101"]?.population == 500)
    // A province is as good as the worst of its parts.
    #expect(try Gazetteer(overlaid)["410000"]?.populationKind == .estimated)
    #expect(try Gazetteer(world.geodata)["410000"]?.populationKind == .official)
    #expect(overlaid.path("units/counties.csv") == folder.path + "/units/counties.csv")
    #expect(overlaid.path("units/provinces.csv") == world.geodata.path("units/provinces.csv"))
    #expect(overlaid.overlaidPaths.count == 4 && world.geodata.overlaidPaths.isEmpty)
    #expect(try SettlementTable(overlaid).records.count == 6)
    // A second import goes on from the first.
    let second = try CensusImport(
      into: UnitTables(overlaid),
      successions: Successions([], file: "", tables: UnitTables(overlaid))
    ).run(world.table("code,population\n410102,7\n"))
    try second.write(to: folder)
    let both = try Gazetteer(world.geodata.overlaid(by: folder.path))
    #expect(both["410101"]?.population == 900 && both["410102"]?.population == 7)
    #expect(both["410000"]?.population == 900 + 7 + 200 + 200)
  }

  @Test func theSameImportGivesTheSameBytes() throws {
    let world = try TinyTerritory()
    func bytes() throws -> [[UInt8]] {
      try world.census("code,population\n410101,901\n").changed.map(\.bytes)
    }
    #expect(try bytes() == bytes())
    #expect(try bytes().count == 4)
  }

  @Test func foldersThatAreNoneAreRefused() throws {
    let world = try TinyTerritory()
    func code() -> String? {
      userError { try world.geodata.overlaid(by: world.scratch.path("mine")) }?.code
    }
    #expect(code() == "DR-262")
    try world.scratch.directory("mine/units")
    #expect(code() == "DR-262")
    try world.scratch.file("mine/units/counties.csv", "adcode,name\n")
    #expect(code() == "DR-264")
    let whole = try String(
      decoding: UnitTable(world.geodata, "units/counties.csv").bytes, as: UTF8.self)
    try world.scratch.file("mine/units/counties.csv", whole)
    #expect(code() == nil)
    try world.scratch.file("mine/units/counties.csv", whole + "419002,x,,,,,,,,,,,,\n")
    #expect(code() == "DR-264")
    try world.scratch.file("mine/units/counties.csv", whole)
    try world.scratch.file("mine/units/villages.csv", "code\n")
    #expect(code() == "DR-263")
  }

  @Test func aFolderThatCannotBeMadeIsNamed() throws {
    let world = try TinyTerritory()
    try world.scratch.file("mine", "a file")
    let done = try world.census("code,population\n410101,900\n")
    let error = userError { try done.write(to: TerritoryFolder(path: world.scratch.path("mine"))) }
    #expect(error?.code == "DR-265" && error?.status == .cannotCreate)
  }
}
