import Geometry
import Territory
import TestSupport
import Testing

@Suite struct AreaImportTests {
  let world: TinyTerritory
  private static let areaNames = ColumnNames(
    columns: [
      "code": ["id"], "name": ["name"], "parent": ["lad"], "population": ["population"],
      "area_km2": ["area km2"],
    ], values: [:])
  private static let pointNames = ColumnNames(
    columns: ["code": ["id"], "lon": ["easting"], "lat": ["northing"]], values: [:])
  private static let areas =
    "id,lad,population,area_km2\nM11,E1,20000,1\nM12,E1,3000,1\nM21,E1,800,2\nLA1,E2,120,2\nLA2,E2,30,2\n"
  private static let points =
    "id,easting,northing\nM11,-2.2,53.4\nM11,-2.4,53.6\nM21,-2.0,53.0\nLA1,-3,54\nLA2,-3,54.5\n"

  init() throws { world = try TinyTerritory() }

  private func table(
    _ text: String, _ names: ColumnNames, _ required: [String]
  ) throws -> ImportTable { try world.table(text, names, required) }

  private func book() throws -> AreaBook {
    func line(_ name: String, _ value: Double) -> String {
      "\(name): {value: \(value), unit: 1/km2, kind: judgement, source: test}\n"
    }
    let text = line("denseUrban", 10_000) + line("urban", 1500) + line("suburban", 300)
    try world.scratch.file("areas.yaml", text + line("town", 50))
    return try AreaBook.read(path: world.scratch.path("areas.yaml"))
  }

  private func run(
    _ areas: String = Self.areas, _ points: String = Self.points,
    system: CoordinateSystem = .wgs84, names: [String: String] = [:], isStrict: Bool = false
  ) throws -> CountryImport {
    try AreaImport(
      Country(code: "GB", name: "Great \"Britain\""), book: book(), isStrict: isStrict
    ).run(
      table(areas, Self.areaNames, AreaImport.required),
      positions: AreaPositions(
        table(points, Self.pointNames, AreaPositions.required), system: system), names: names)
  }

  private func written(_ done: CountryImport) throws -> Geodata {
    try done.write(to: TerritoryFolder(path: world.scratch.path("britain")))
    return try world.geodata.overlaid(by: world.scratch.path("britain"))
  }

  @Test func areasBecomeSettlementsOfTheirDensity() throws {
    let geodata = try written(run(names: ["E1": "Manchester"]))
    #expect(geodata.country?.code == "GB" && geodata.country?.name == "Great \"Britain\"")
    let records = try SettlementTable(geodata).records
    #expect(records.map(\.id) == ["M11", "M12", "M21", "LA1", "LA2"])
    #expect(records.map(\.kind) == [.city, .city, .countySeat, .townSeat, .townSeat])
    #expect(records.map(\.morphology) == [.denseUrban, .urban, .suburban, .town, .rural])
    #expect(records.map(\.population) == [20_000, 3000, 800, 120, 30])
    let gazetteer = try Gazetteer(geodata)
    #expect(gazetteer["GB"]?.population == 23_950 && gazetteer["E1"]?.population == 23_800)
    #expect(gazetteer.lineage(of: "M21") == ["M21", "E1", "GB"])
    let finder = RegionFinder(gazetteer)
    for name in ["E1", "Manchester"] { #expect(try finder.unit(for: name).adcode == "E1") }
    #expect(try finder.unit(for: "LA1").level == .town)
    #expect(try Boundaries(geodata).counties.isEmpty)
    let settlement = try SettlementBuilder(
      gazetteer: gazetteer, boundaries: Boundaries(geodata)
    ).settlement(#require(records.last))
    #expect(settlement.morphology == .rural && settlement.footprintKind == .modelled)
  }

  @Test func anAreaLiesAtTheMeanOfItsPointsElseWhereCodesBeginAlike() throws {
    let records = try SettlementTable(written(run())).records
    let seats = Dictionary(
      records.map { ($0.id, $0.seats[0].seat) }, uniquingKeysWith: { first, _ in first })
    #expect(seats["M11"]?.position == Coordinate(longitude: -2.3, latitude: 53.5))
    #expect(seats["M11"]?.positionKind == .estimated)
    // M12 has no point: M11 begins like it, M21 does not.
    #expect(seats["M12"]?.position == Coordinate(longitude: -2.3, latitude: 53.5))
    #expect(seats["M12"]?.positionKind == .modelled)
    let none = try run(Self.areas + "X1,E9,5,1\n")
    #expect(none.report.findings(.refused).map(\.code) == ["X1"])
  }

  @Test func nationalGridsAreTaken() throws {
    let points = "id,easting,northing\nM11,530000,180000\nM21,530000,180000\nLA1,400000,400000\n"
    let records = try SettlementTable(written(run(Self.areas, points, system: .epsg(27700))))
      .records
    let seat = try #require(records.first { $0.id == "M11" }?.seats.first?.seat.position)
    // The middle of London.
    #expect(abs(seat.longitude - -0.1279) < 0.001 && abs(seat.latitude - 51.5038) < 0.001)
  }

  @Test(arguments: [
    ("M11,E1,-5,1", "no number of people"), ("M11,E1,nan,1", "no number of people"),
    ("M11,E1,,1", "no figure"), (",E1,5,1", "code is empty"), ("M11,E1,inf,1", "no number"),
    ("GB,E1,5,1", "the country's"), ("M 1\u{1},E1,5,1", "control"),
  ])
  func rowsThatCannotBeReadAreRefused(_ row: String, _ reason: String) throws {
    let text = "id,lad,population,area_km2\nM21,E1,800,2\n" + row + "\n"
    let refused = try run(text).report.findings(.refused)
    #expect(refused.count == 1 && refused[0].line == 3)
    #expect(refused[0].reason.english.contains(reason), "\(refused[0].reason.english)")
    #expect(userError { try run(text, isStrict: true) }?.code == "DR-270")
  }

  @Test func everyRowIsToldOf() throws {
    let text =
      Self.areas + "M11,E1,5,1\nM22,E1,0,1\nM23,E1,7.4,1\nM24,E1,9,none\nE2,E1,9,1\n"
    let report = try run(text, Self.points + "M11,abc,1\nM11,500,1\n").report
    let lines = report.findings.compactMap(\.line)
    #expect(lines == lines.sorted())
    func told(_ treatment: ImportFinding.Treatment) -> [String] {
      report.findings(treatment).map(\.code)
    }
    // A code twice, two points that are none, a code that is also a unit's.
    #expect(told(.refused).sorted() == ["E2", "M11", "M11", "M11"])
    #expect(told(.setAside) == ["M22"] && told(.repaired) == ["M23", "M24"])
    let taken = try #require(report.counts.first { $0.name.english == "areas taken" })
    #expect(taken.count == 7 && taken.people == Double(23_950 + 7 + 9))
    #expect(userError { try run("id,population\nM11,0\n") }?.code == "DR-275")
  }

  @Test func aFolderOfAnotherTerritoryIsNotMixed() throws {
    let done = try run()
    let geodata = try written(done)
    #expect(userError { try UnitTables(geodata) }?.code == "DR-277")
    let folder = TerritoryFolder(path: world.scratch.path("britain"))
    #expect(
      userError { try folder.checkHolds(Country(code: "FR", name: "France")) }?.code == "DR-277")
    #expect(userError { try folder.checkHolds(Country(code: "GB", name: "x")) } == nil)
    let china = try world.census("code,population\n410101,900\n")
    try china.write(to: TerritoryFolder(path: world.scratch.path("mine")))
    #expect(
      userError {
        try TerritoryFolder(path: world.scratch.path("mine"))
          .checkHolds(Country(code: "GB", name: "x"))
      }?.code == "DR-277")
    try world.scratch.file("britain/units/notes.txt", "x")
    #expect(userError { try world.geodata.overlaid(by: folder.path) }?.code == "DR-263")
  }

  @Test func countriesAndBooksAreChecked() throws {
    for code in ["CN", "gb", "G", "", "GB\n"] {
      #expect(userError { try Country(code: code, name: "x") }?.code == "DR-274")
    }
    #expect(userError { try Country(code: "GB", name: " ") }?.code == "DR-274")
    let figure = "{value: 5, unit: x, kind: judgement, source: test}"
    try world.scratch.file(
      "flat.yaml",
      ["denseUrban", "urban", "suburban", "town"].map { "\($0): \(figure)\n" }.joined())
    #expect(
      userError { try AreaBook.read(path: world.scratch.path("flat.yaml")) }?.code == "DR-273")
  }

  @Test func theSameTablesGiveTheSameBytes() throws {
    let one = try written(run())
    let bytes = try Country.tables.map { try InputFile.bytes(at: one.path($0)) }
    let turned = Self.areas.split(separator: "\n")
    let other = try written(
      run(([turned[0]] + turned.dropFirst().reversed()).joined(separator: "\n") + "\n"))
    #expect(try Country.tables.map { try InputFile.bytes(at: other.path($0)) } == bytes)
  }
}
