public import Geometry

/// The tables of units and settlements that an import changes, with the figures it holds them against.
public struct UnitTables: Sendable {
  /// `units/provinces.csv`; no import changes it.
  public let provinces: UnitTable
  /// `units/prefectures.csv`.
  public internal(set) var prefectures: UnitTable
  /// `units/counties.csv`.
  public internal(set) var counties: UnitTable
  /// `units/towns.csv`.
  public internal(set) var towns: UnitTable
  /// `units/settlements.csv`.
  public internal(set) var settlements: UnitTable
  /// Residents published for prefectures, and for counties directly under a province, by adcode.
  public let published: [String: Int]

  /// Reads the tables, those of an overlay before the bundled ones.
  ///
  /// - Throws: as ``Geodata/table(_:)``; DR-205 and DR-207 for a broken table; DR-277 for another country's.
  public init(_ geodata: Geodata) throws(UserError) {
    if let country = geodata.country {
      throw UserError(
        "DR-277", .usage, at: geodata.overlay?.path ?? "territory",
        "the folder is the territory of \(country.name)",
        remedy: "import into a folder of China's tables, or run `deepreach import areas` anew")
    }
    provinces = try UnitTable(geodata, "units/provinces.csv")
    prefectures = try UnitTable(geodata, "units/prefectures.csv")
    counties = try UnitTable(geodata, "units/counties.csv")
    towns = try UnitTable(geodata, "units/towns.csv")
    settlements = try UnitTable(geodata, "units/settlements.csv")
    published = try Self.published(UnitTable(geodata, "units/census2020-prefectures.csv"))
  }

  /// The table of the census has a municipality under its province's code; here it stands under that
  /// of its only prefecture.
  private static func published(_ table: UnitTable) throws(UserError) -> [String: Int] {
    let adcodes = try table.texts("adcode")
    let kinds = try table.texts("kind")
    let figures = try table.texts("population")
    var published: [String: Int] = [:]
    for index in adcodes.indices {
      guard let figure = Int(figures[index]) else { continue }
      let isMunicipality = kinds[index] == "municipality"
      published[isMunicipality ? adcodes[index].prefix(2) + "0100" : adcodes[index]] = figure
    }
    return published
  }

  /// The tables that differ from others, by their place in geodata.
  func changes(from other: UnitTables) -> [(file: String, bytes: [UInt8])] {
    [
      (prefectures, other.prefectures), (counties, other.counties), (towns, other.towns),
      (settlements, other.settlements),
    ].compactMap { now, before in now.rows == before.rows ? nil : (now.file, now.bytes) }
  }
}
