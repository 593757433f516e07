import Geometry

/// The tables of units of another country, in the form of the bundled ones: a province that is the country, a
/// county for each unit above the areas, a town and a settlement for each area.
public struct CountryTables: Sendable {
  /// An area with its place and class.
  struct Area: Sendable {
    let row: AreaRow
    let place: AreaPositions.Place
    let morphology: Morphology
  }

  private let country: Country
  private let areas: [Area]
  private let names: [String: String]

  init(_ country: Country, areas: [Area], names: [String: String]) {
    self.country = country
    self.areas = areas.sorted { $0.row.code < $1.row.code }
    self.names = names
  }

  /// Code of the unit above of areas that name none.
  private var onlyUnit: String { country.code + "-0" }

  private func parent(of area: Area) -> String {
    area.row.parent.isEmpty ? onlyUnit : area.row.parent
  }

  /// The files of the folder, by their place in it.
  func files() -> [(file: String, bytes: [UInt8])] {
    let noPolygons =
      #"{"type":"Topology","objects":{"counties":{"type":"GeometryCollection","geometries":[]},"#
      + #""maritime_lines":{"type":"GeometryCollection","geometries":[]}},"arcs":[]}"# + "\n"
    return [
      ("boundaries/counties.topojson", Array(noPolygons.utf8)),
      (BorderCounties.file, CSVWriter(header: ["adcode", "name"]).bytes),
      ("units/counties.csv", counties()),
      ("units/prefectures.csv", prefectures()),
      ("units/provinces.csv", provinces()),
      ("units/settlements.csv", settlements()),
      ("units/towns.csv", towns()),
      (Country.file, country.sheet),
    ]
  }

  private func provinces() -> [UInt8] {
    var table = CSVWriter(header: ["adcode", "name", "name_en", "region", "planned"])
    table.append([.text(country.code), .text(country.name), .text(country.name), .empty, .raw("1")])
    return table.bytes
  }

  private func prefectures() -> [UInt8] {
    CSVWriter(header: [
      "adcode", "name", "name_en", "parent", "kind", "seat_county", "population",
      "population_kind", "urban_population", "urban_population_kind", "lon", "lat",
      "position_source",
    ]).bytes
  }

  private func counties() -> [UInt8] {
    var table = CSVWriter(header: [
      "adcode", "name", "name_en", "parent", "kind", "polygon", "population", "population_kind",
      "urban_population", "urban_population_kind", "lon", "lat", "position_source", "area_km2",
    ])
    let members = Dictionary(grouping: areas, by: parent)
    for (code, own) in members.sorted(by: { $0.key < $1.key }) {
      let name = names[code] ?? (code == onlyUnit ? country.name : code)
      let people = own.reduce(0) { $0 + $1.row.people }
      let urban = own.filter { AreaBook.kind($0.morphology) != .townSeat }
        .reduce(0) { $0 + $1.row.people }
      let sizes = own.compactMap(\.row.squareKilometres)
      table.append([
        .text(code), .text(name), .text(name), .text(country.code), .raw("county"), .empty,
        .integer(people), .raw("estimated"), .integer(urban), .raw("estimated"), .empty, .empty,
        .raw("modelled"),
        sizes.count == own.count ? .decimal(CompensatedSum.of(sizes), decimals: 6) : .empty,
      ])
    }
    return table.bytes
  }

  private func towns() -> [UInt8] {
    var table = CSVWriter(header: [
      "code", "name", "parent", "kind", "population", "urban_population", "seat_population", "lon",
      "lat", "position_source", "settlement",
    ])
    for area in areas {
      let people = CSVCell.integer(area.row.people)
      table.append([
        .text(area.row.code), .text(area.row.name), .text(parent(of: area)), .raw("town"), people,
        AreaBook.kind(area.morphology) == .townSeat ? .integer(0) : people, people,
        .decimal(area.place.position.longitude, decimals: 6),
        .decimal(area.place.position.latitude, decimals: 6),
        .raw(area.place.isModelled ? "modelled" : "imported"), .text(area.row.code),
      ])
    }
    return table.bytes
  }

  private func settlements() -> [UInt8] {
    var table = CSVWriter(header: [
      "id", "name", "kind", "county", "prefecture", "province", "population", "population_kind",
      SettlementTable.morphologyColumn,
    ])
    for area in areas {
      table.append([
        .text(area.row.code), .text(area.row.name),
        .raw(AreaBook.kind(area.morphology).rawValue), .text(parent(of: area)), .empty,
        .text(country.code), .integer(area.row.people), .raw("estimated"),
        .raw(area.morphology.rawValue),
      ])
    }
    return table.bytes
  }
}
