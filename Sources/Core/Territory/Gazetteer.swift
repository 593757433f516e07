public import Geometry

/// Every unit of the country, with parents and children.
public struct Gazetteer: Sendable {
  /// Provinces, prefectures, counties, towns; each level by adcode.
  public let units: [AdministrativeUnit]
  /// Regions (east, central, west, northeast) by province.
  public let regionByProvince: [String: String]
  /// Provinces the plan covers.
  public let plannedProvinces: [String]
  private let indexByAdcode: [String: Int]

  /// Puts the units in order and checks that every parent is there.
  ///
  /// - Throws: DR-220 for an unknown parent, DR-221 for an adcode that stands twice.
  public init(
    units: [AdministrativeUnit], regionByProvince: [String: String], plannedProvinces: [String]
  ) throws(UserError) {
    let sorted = units.sorted { ($0.level, $0.adcode) < ($1.level, $1.adcode) }
    var indexByAdcode: [String: Int] = [:]
    for (index, unit) in sorted.enumerated() {
      if indexByAdcode.updateValue(index, forKey: unit.adcode) != nil {
        throw UserError(
          "DR-221", .badData, at: unit.adcode, "two units have this adcode (\(unit.name))",
          remedy: "give every unit an adcode of its own")
      }
    }
    for unit in sorted {
      if let parent = unit.parent, indexByAdcode[parent] == nil {
        throw UserError(
          "DR-220", .badData, at: unit.adcode, "\(unit.name) has the unknown parent \(parent)",
          remedy: "add the parent or correct the column")
      }
    }
    self.units = sorted
    self.regionByProvince = regionByProvince
    self.plannedProvinces = plannedProvinces.sorted()
    self.indexByAdcode = indexByAdcode
  }

  /// The unit with an adcode.
  public subscript(adcode: String) -> AdministrativeUnit? {
    indexByAdcode[adcode].map { units[$0] }
  }

  /// Adcodes from the unit up to its province, the unit first.
  public func lineage(of adcode: String) -> [String] {
    var line: [String] = []
    var next: String? = adcode
    while let code = next, let unit = self[code] {
      line.append(code)
      next = unit.parent
    }
    return line
  }
}

extension Gazetteer {
  /// Reads the bundled tables of units.
  public init(_ geodata: Geodata) throws(UserError) {
    var units: [AdministrativeUnit] = []
    let provinces = try geodata.table("units/provinces.csv")
    let region = try provinces.require("region")
    let planned = try provinces.require("planned")
    let adcode = try provinces.require("adcode")
    units += try UnitReader(provinces, level: .province).units()
    units += try UnitReader(geodata.table("units/prefectures.csv"), level: .prefecture).units()
    units += try UnitReader(geodata.table("units/counties.csv"), level: .county).units()
    units += try UnitReader(geodata.table("units/towns.csv"), level: .town).units()
    try self.init(
      units: Gazetteer.totalled(Gazetteer.joined(units)),
      regionByProvince: Dictionary(
        provinces.rows.map { ($0.cells[adcode], $0.cells[region]) }, uniquingKeysWith: { $1 }),
      plannedProvinces: provinces.rows.filter { $0.cells[planned] == "1" }.map { $0.cells[adcode] })
  }

  /// Joins the stand-in county of a city without county level (东莞, 中山, 儋州, 嘉峪关) with its
  /// city, whose adcode it has: the city then owns the polygon and the towns.
  private static func joined(_ units: [AdministrativeUnit]) -> [AdministrativeUnit] {
    var polygons: [String: String] = [:]
    let cities = Set(units.lazy.filter { $0.level == .prefecture }.map(\.adcode))
    for unit in units where unit.level == .county && cities.contains(unit.adcode) {
      polygons[unit.adcode] = unit.polygon
    }
    return units.compactMap { unit in
      guard let polygon = polygons[unit.adcode] else { return unit }
      guard unit.level == .prefecture else { return nil }
      return unit.with(polygon: polygon)
    }
  }

  /// Gives every province the sum of the prefectures and counties directly under it, which is as good
  /// as the worst of them that has residents.
  private static func totalled(_ units: [AdministrativeUnit]) -> [AdministrativeUnit] {
    var sums: [String: Int] = [:]
    var kinds: [String: DataKind] = [:]
    for unit in units where unit.level == .prefecture || unit.level == .county {
      guard let parent = unit.parent else { continue }
      sums[parent, default: 0] += unit.population
      if unit.population > 0 {
        kinds[parent] = max(kinds[parent] ?? .official, unit.populationKind)
      }
    }
    return units.map { unit in
      guard unit.level == .province else { return unit }
      return AdministrativeUnit(
        adcode: unit.adcode, name: unit.name, englishName: unit.englishName, level: .province,
        parent: nil, form: unit.form, population: sums[unit.adcode] ?? 0,
        populationKind: kinds[unit.adcode] ?? .official, position: unit.position,
        positionKind: unit.positionKind)
    }
  }
}

/// Reads one table of units; columns that a level lacks are nil.
private struct UnitReader {
  let table: CSVTable
  let level: UnitLevel

  init(_ table: CSVTable, level: UnitLevel) {
    self.table = table
    self.level = level
  }

  func units() throws(UserError) -> [AdministrativeUnit] {
    let adcode = try table.require(level == .town ? "code" : "adcode")
    let name = try table.require("name")
    let english = table.column("name_en")
    let parent = level == .province ? nil : try table.require("parent")
    let form = table.column("kind")
    let population = table.column("population")
    let kind = table.column("population_kind")
    let polygon = table.column("polygon")
    let settlement = table.column("settlement")
    var units: [AdministrativeUnit] = []
    units.reserveCapacity(table.rows.count)
    for row in table.rows {
      let (position, positionKind) = try seat(row)
      units.append(
        AdministrativeUnit(
          adcode: row.cells[adcode], name: row.cells[name],
          englishName: english.map { row.cells[$0] } ?? "", level: level,
          parent: parent.map { row.cells[$0] }, form: form.map { row.cells[$0] } ?? "",
          population: try population.map { (c) throws(UserError) in try table.count(row, c) } ?? 0,
          populationKind: kind.flatMap { DataKind(rawValue: row.cells[$0]) } ?? .estimated,
          position: position, positionKind: positionKind,
          polygon: polygon.map { row.cells[$0] },
          settlement: settlement.map { row.cells[$0] }))
    }
    return units
  }

  private func seat(_ row: CSVTable.Row) throws(UserError) -> (Coordinate?, DataKind) {
    guard let lon = table.column("lon"), let lat = table.column("lat"), !row.cells[lon].isEmpty
    else { return (nil, .modelled) }
    let source = table.column("position_source").map { row.cells[$0] }
    let position = Coordinate(
      longitude: try table.number(row, lon), latitude: try table.number(row, lat))
    return (position, source == "modelled" ? .modelled : .estimated)
  }
}
