import Geometry
import Territory
import TestSupport
import Testing

/// A world of a prefecture with three counties and one county directly under the province, each a square
/// of a degree: 410101 at 110 to 111 east, 30 to 31 north, 410102 and 410103 east of it, 419001 north of it.
struct TinyTerritory {
  let scratch: Scratch
  let geodata: Geodata

  init(
    towns: String = Self.towns,
    published: String = "410100,甲市,410000,prefecture,1000,0.5\n"
      + "419001,丁市,410000,county,200,0.5\n"
  ) throws {
    let scratch = try Scratch()
    for folder in ["geodata/units", "geodata/boundaries"] { try scratch.directory(folder) }
    func write(_ name: String, _ text: String) throws {
      try scratch.file("geodata/units/\(name).csv", text)
    }
    try write("provinces", "adcode,name,name_en,region,planned\n410000,某省,X,central,1\n")
    try write(
      "prefectures",
      "adcode,name,name_en,parent,kind,seat_county,population,population_kind,urban_population,"
        + "urban_population_kind,lon,lat,position_source\n"
        + "410100,甲市,A,410000,prefecture,410101,1000,official,500,estimated,110.5,30.5,geonames\n")
    try write(
      "counties",
      "adcode,name,name_en,parent,kind,polygon,population,population_kind,urban_population,"
        + "urban_population_kind,lon,lat,position_source,area_km2\n"
        + "410101,子区,A,410100,district,410101,500,estimated,300,estimated,110.5,30.5,geonames,1\n"
        + "410102,丑县,B,410100,county,410102,300,estimated,120,estimated,111.5,30.5,geonames,1\n"
        + "410103,寅县,C,410100,county,410103,200,estimated,80,estimated,112.5,30.5,modelled,1\n"
        + "419001,丁市,D,410000,city,419001,200,official,100,estimated,110.5,31.5,geonames,1\n")
    try write("towns", Self.townHeader + towns)
    try write(
      "settlements",
      "id,name,kind,county,prefecture,province,population,population_kind\n"
        + "410100,甲市,city,410101,410100,410000,260,estimated\n"
        + "410101100,甲山镇,town-seat,410101,410100,410000,40,estimated\n"
        + "410102,丑县,county-seat,410102,410100,410000,120,estimated\n"
        + "410102200,乙乡,town-seat,410102,410100,410000,12,estimated\n"
        + "410103,寅县,county-seat,410103,410100,410000,80,estimated\n"
        + "419001,丁市,county-seat,419001,,410000,100,estimated\n")
    try write(
      "census2020-prefectures", "adcode,name,province,kind,population,urban_share\n" + published)
    try scratch.file("geodata/SOURCES.md", "")
    try scratch.file("geodata/boundaries/counties.topojson", Self.topology)
    self.scratch = scratch
    geodata = Geodata(folder: scratch.path("geodata"))
  }

  static let townHeader =
    "code,name,parent,kind,population,urban_population,seat_population,lon,lat,position_source,"
    + "settlement\n"

  static let towns =
    "410101001,一街道,410101,subdistrict,200,160,160,110.2,30.2,geonames,410100\n"
    + "410101002,二街道,410101,subdistrict,100,100,100,110.3,30.3,modelled,410100\n"
    + "410101100,甲山镇,410101,town,200,40,40,110.7,30.7,modelled,410101100\n"
    + "410102100,城关镇,410102,town,200,120,120,111.5,30.5,modelled,410102\n"
    + "410102200,乙乡,410102,township,100,0,12,111.7,30.7,modelled,410102200\n"
    + "410103100,丙镇,410103,town,200,80,80,112.5,30.5,modelled,410103\n"
    + "419001100,丁镇,419001,town,200,100,100,110.5,31.5,modelled,419001\n"

  private static var topology: String {
    let squares = [
      ("410101", 110, 30), ("410102", 111, 30), ("410103", 112, 30), ("419001", 110, 31),
    ]
    let arcs = squares.map { _, x, y in "[[\(x),\(y)],[1,0],[0,1],[-1,0],[0,-1]]" }
    let features = squares.enumerated().map { index, square in
      "{\"type\":\"Polygon\",\"arcs\":[[\(index)]],\"properties\":{\"adcode\":\"\(square.0)\"}}"
    }
    return "{\"type\":\"Topology\",\"transform\":{\"scale\":[1,1],\"translate\":[0,0]},\"arcs\":["
      + arcs.joined(separator: ",")
      + "],\"objects\":{\"counties\":{\"type\":\"GeometryCollection\","
      + "\"geometries\":[" + features.joined(separator: ",") + "]}}}"
  }

  static let censusNames = ColumnNames(
    columns: [
      "code": ["code"], "name": ["name"], "population": ["population"],
      "urban_share": ["urban share"], "urban_population": ["urban population"],
    ], values: [:])

  func tables() throws -> UnitTables { try UnitTables(geodata) }

  func table(
    _ text: String, _ names: ColumnNames = Self.censusNames,
    _ required: [String] = CensusImport.required
  ) throws -> ImportTable {
    try ImportTable(
      DecodedText(name: "t.csv", bytes: Array(text.utf8)), names: names, required: required)
  }

  func census(
    _ text: String, settings: CensusSettings = CensusSettings(),
    successions: [Successions.Succession] = []
  ) throws -> TerritoryImport {
    let tables = try tables()
    return try CensusImport(
      into: tables, settings: settings,
      successions: Successions(successions, file: "s.yaml", tables: tables)
    ).run(table(text))
  }
}

extension UnitTables {
  /// A whole number of a row by its code.
  func count(_ table: UnitTable, _ code: String, _ column: String = "population") throws -> Int {
    let key = table.header[0]
    let codes = try table.texts(key)
    return try table.counts(column)[#require(codes.firstIndex(of: code))]
  }

  /// Sums that do not hold: towns to counties, seats to settlements, counties to prefectures.
  func brokenSums() throws -> [String] {
    var broken: [String] = []
    func sums(_ keys: [String], _ values: [Int]) -> [String: Int] {
      var sums: [String: Int] = [:]
      for (key, value) in zip(keys, values) { sums[key, default: 0] += value }
      return sums
    }
    func check(_ name: String, _ codes: [String], _ stated: [Int], _ sums: [String: Int]) {
      for (code, value) in zip(codes, stated) where sums[code] ?? 0 != value {
        broken.append("\(name) \(code): \(value), parts \(sums[code] ?? 0)")
      }
    }
    let parents = try towns.texts("parent")
    for column in ["population", "urban_population"] {
      check(
        "county \(column)", try counties.texts("adcode"), try counties.counts(column),
        sums(parents, try towns.counts(column)))
      check(
        "prefecture \(column)", try prefectures.texts("adcode"), try prefectures.counts(column),
        sums(try counties.texts("parent"), try counties.counts(column)))
    }
    check(
      "settlement", try settlements.texts("id"), try settlements.counts("population"),
      sums(try towns.texts("settlement"), try towns.counts("seat_population")))
    let people = try towns.counts("population")
    for column in ["urban_population", "seat_population"] {
      for (index, part) in try towns.counts(column).enumerated() where part > people[index] {
        broken.append("town row \(index): \(column) \(part) of \(people[index])")
      }
    }
    return broken
  }
}
