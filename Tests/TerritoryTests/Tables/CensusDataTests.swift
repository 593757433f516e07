import Geometry
import Territory
import TestSupport
import Testing

/// The census of 2020 by county, where it lies beside the project.
@Suite(
  .enabled(
    if: SharedData.exists("census2020/population.csv"),
    "census2020/population.csv is not beside the project"))
struct CensusDataTests {
  let geodata: Geodata
  let tables: UnitTables
  let table: ImportTable

  init() throws {
    geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    tables = try UnitTables(geodata)
    let book = try ColumnBook.read(path: geodata.path("books/territory-columns.yaml"))
    table = try ImportTable(
      path: SharedData.path("census2020/population.csv"), names: #require(book.tables["census"]),
      required: CensusImport.required)
  }

  private func run(_ settings: CensusSettings = CensusSettings()) throws -> TerritoryImport {
    let path = geodata.path(Successions.file)
    return try CensusImport(
      into: tables, settings: settings, successions: Successions(path: path, tables: tables)
    ).run(table)
  }

  @Test func everyPersonIsKept() throws {
    let done = try run()
    #expect(try done.tables.counties.counts("population").reduce(0, +) == 1_409_878_724)
    #expect(try done.tables.brokenSums().isEmpty)
    // Only the county that is blank in the table is refused.
    #expect(done.report.findings(.refused).map(\.code) == ["350527"])
    let shared = done.report.findings(.shared)
    #expect(shared.filter { $0.code.dropFirst(4).first == "7" }.count == 134)
    #expect(
      shared.filter { $0.code.dropFirst(4).first == "7" }.reduce(0) { $0 + ($1.people ?? 0) }
        == 22_406_668)
    // The four forest districts of 大兴安岭 have no code of a county.
    #expect(shared.map(\.code).filter { $0.hasPrefix("23276") }.count == 4 && shared.count == 138)
    let notes = done.report.findings(.noted)
    #expect(
      notes.filter { $0.reason.english.contains("published are") }.map(\.code) == ["150700"])
    #expect(
      notes.last?.reason.english.contains("1409878724; published for them are 1409778724") == true)
    #expect(try done.tables.count(done.tables.counties, "330110") == 1_226_673)
    #expect(try done.tables.count(done.tables.counties, "330114") == 769_190)
    #expect(try done.tables.count(done.tables.counties, "460303") == 639)
  }

  @Test func correctionGivesThePublishedTotal() throws {
    let done = try run(CensusSettings(correction: .toPrefectures))
    #expect(try done.tables.counties.counts("population").reduce(0, +) == 1_409_778_724)
    #expect(try done.tables.brokenSums().isEmpty)
    #expect(
      done.report.findings(.noted).filter { $0.reason.english.contains("scaled") }.map(\.code) == [
        "150700"
      ]
    )
  }

  @Test func theOverlayIsRead() throws {
    let scratch = try Scratch()
    try run().write(to: TerritoryFolder(path: scratch.path("census")))
    let overlaid = try geodata.overlaid(by: scratch.path("census"))
    let gazetteer = try Gazetteer(overlaid)
    #expect(
      gazetteer.units.filter { $0.level == .province }.reduce(0) { $0 + $1.population }
        == 1_409_878_724)
    #expect(try SettlementTable(overlaid).records.count == 30_468)
  }
}
