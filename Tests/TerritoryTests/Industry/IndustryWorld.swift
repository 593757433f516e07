import Geometry
import Territory

/// Two square counties side by side, each with a seat in its middle.
struct IndustryWorld {
  static let west = "330101"
  static let east = "330102"

  let book: IndustryBook
  let names: ColumnNames
  let counties: CampusCounties
  let gazetteer: Gazetteer
  let records: [SettlementRecord]

  /// - Parameter eastern: residents of the east; nil for as many as in the west.
  init(population: Int = 1_000_000, eastern: Int? = nil) throws {
    let geodata = try Geodata.locate(programPath: #filePath, environment: [:])
    book = try IndustryBook.read(path: geodata.path(IndustryBook.file))
    let columns = try ColumnBook.read(path: geodata.path(ColumnBook.file))
    names = columns.tables[CampusFile.table] ?? ColumnNames(columns: [:], values: [:])
    func square(_ x: Double) throws -> Geometry {
      try .polygon(
        shell: [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map {
          Coordinate(x: x + $0.0, y: 30 + $0.1)
        },
        holes: [])
    }
    counties = CampusCounties(counties: [
      (Self.west, "西县", "某市", try square(120)), (Self.east, "东县", "某市", try square(121)),
    ])
    func unit(_ code: String, _ level: UnitLevel, _ parent: String?) -> AdministrativeUnit {
      AdministrativeUnit(
        adcode: code, name: code, englishName: "", level: level, parent: parent, form: "",
        population: level == .county ? (code == Self.east ? eastern : nil) ?? population : 0,
        populationKind: .official, position: nil,
        positionKind: .modelled, polygon: level == .county ? code : nil)
    }
    gazetteer = try Gazetteer(
      units: [
        unit("330000", .province, nil), unit("330100", .prefecture, "330000"),
        unit(Self.west, .county, "330100"), unit(Self.east, .county, "330100"),
      ], regionByProvince: [:], plannedProvinces: ["330000"])
    records = [(Self.west, 120.5), (Self.east, 121.5)].map { code, x in
      SettlementRecord(
        id: code, name: code, kind: .countySeat, countyAdcode: code, prefectureAdcode: "330100",
        provinceAdcode: "330000", population: population / 2, populationKind: .estimated,
        seats: [
          (
            seat: Seat(
              position: Coordinate(x: x, y: 30.5), population: population / 2,
              positionKind: .modelled), county: code
          )
        ])
    }
  }

  func read(
    _ text: String, name: String = "c.csv", crs: CoordinateSystem = .wgs84
  ) throws -> CampusSet {
    try CampusFile(book: book, crs: crs, names: names)
      .campuses(name: name, bytes: Array(text.utf8), counties: counties)
  }

  func estimate(
    _ employment: String? = nil, seed: Int = 1, in isAsked: (String) -> Bool = { _ in true }
  ) throws -> CampusSet {
    try CampusEstimate(
      book: book, gazetteer: gazetteer, counties: counties, records: records,
      employment: employment.map { try EmploymentFile(name: "e.csv", bytes: Array($0.utf8)) },
      seed: seed
    ).campuses(in: isAsked)
  }
}
