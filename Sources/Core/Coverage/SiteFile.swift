public import Geometry
public import Radio
public import Territory

/// Reads a register of real sites from CSV: columns `lon`, `lat`, `group` (mobile, unicom),
/// `configuration` (a name of the band book), and, where known, `id`, `height_m` and `azimuths` (where the
/// sectors face: `0;120;240`, or `omni`; three sectors where nothing is given). Rows of one `id` and group
/// are one site with several configurations; a row without `id` is a site of its own.
public struct SiteFile: Sendable {
  /// Configurations there are, with the group each belongs to.
  public let configurations: [String: NetworkGroup]
  /// Coordinate system of the columns `lon` and `lat`.
  public let crs: CoordinateSystem
  /// Height where the file gives none.
  public let defaultHeightMetres: Double

  /// Heights that a mast or rooftop can have.
  public static let heightRange = 1.0...500.0

  /// A reader of registers.
  public init(
    configurations: [String: NetworkGroup], crs: CoordinateSystem,
    defaultHeightMetres: Double = 25
  ) {
    self.configurations = configurations
    self.crs = crs
    self.defaultHeightMetres = defaultHeightMetres
  }

  /// The sites of a table, by id; positions in degrees of EPSG:4490 whatever the file's system.
  ///
  /// - Throws: DR-205 for a missing column, DR-206 for a number that is none, DR-401 for a position
  ///   outside the Earth's degrees, DR-402 for an unknown group, DR-403 for an unknown configuration
  ///   or one of the other group, DR-111 and DR-112 for a coordinate system or position that cannot be
  ///   transformed, DR-404 for a height out of range, DR-405 for an empty table,
  ///   DR-406 for a site that stands at two places, DR-407 for azimuths that are none, DR-408 for a site
  ///   with two heights or two sets of azimuths.
  public func sites(in table: CSVTable) throws(UserError) -> [Site] {
    let columns = try Columns(table)
    guard !table.rows.isEmpty else {
      throw UserError(
        "DR-405", .badData, at: table.name, "there is no site in the file",
        remedy: "give at least one row, or leave --sites out for the modelled network")
    }
    let positions = try positions(columns, table)
    var byKey: [String: Int] = [:]
    var sites: [Site] = []
    for (row, position) in zip(table.rows, positions) {
      let site = try site(row, position, columns, table)
      let key = site.id + "/" + site.group.rawValue
      guard let index = byKey[key] else {
        byKey[key] = sites.count
        sites.append(site)
        continue
      }
      guard sites[index].position == site.position else {
        throw UserError(
          "DR-406", .badData, at: "\(table.name):\(row.line)",
          "site '\(site.id)' stands at two places", remedy: "give each site an id of its own")
      }
      guard sites[index].heightMetres == site.heightMetres, sites[index].sectors == site.sectors
      else {
        throw UserError(
          "DR-408", .badData, at: "\(table.name):\(row.line)",
          "site '\(site.id)' has another height or other azimuths than in a row before",
          remedy: "give each height and set of azimuths an id of its own")
      }
      let merged = Set(sites[index].configurations + site.configurations)
      sites[index].configurations = merged.sorted()
    }
    return sites.sorted { ($0.group, $0.id) < ($1.group, $1.id) }
  }

  private struct Columns {
    let longitude: Int
    let latitude: Int
    let group: Int
    let configuration: Int
    let id: Int?
    let height: Int?
    let azimuths: Int?

    init(_ table: CSVTable) throws(UserError) {
      longitude = try table.require("lon")
      latitude = try table.require("lat")
      group = try table.require("group")
      configuration = try table.require("configuration")
      id = table.column("id")
      height = table.column("height_m")
      azimuths = table.column("azimuths")
    }
  }

  /// Position of every row in degrees of EPSG:4490.
  private func positions(
    _ columns: Columns, _ table: CSVTable
  ) throws(UserError) -> [Coordinate] {
    var positions: [Coordinate] = []
    for row in table.rows { positions.append(try position(row, columns, table)) }
    guard !crs.isPlainDegrees else { return positions }
    let transformer = try CoordinateTransformer(from: crs, to: .cgcs2000)
    do throws(UserError) {
      try transformer.transform(&positions)
    } catch {
      throw located(error, positions, transformer, table)
    }
    return positions
  }

  /// The error with the line of the first row that cannot be transformed in place of its number.
  private func located(
    _ error: UserError, _ positions: [Coordinate], _ transformer: CoordinateTransformer,
    _ table: CSVTable
  ) -> UserError {
    for (row, position) in zip(table.rows, positions) {
      if (try? transformer.transform(position)) == nil {
        return UserError(
          error.code, error.status, at: "\(table.name):\(row.line)", error.problem,
          remedy: error.remedy)
      }
    }
    return error
  }

  private func position(
    _ row: CSVTable.Row, _ columns: Columns, _ table: CSVTable
  ) throws(UserError) -> Coordinate {
    let position = Coordinate(
      x: try table.number(row, columns.longitude), y: try table.number(row, columns.latitude))
    if case .epsg = crs, !crs.isPlainDegrees { return position }
    guard abs(position.x) <= 180, abs(position.y) <= 90 else {
      throw UserError(
        "DR-401", .badData, at: "\(table.name):\(row.line)",
        "longitude \(position.x), latitude \(position.y) is no place on Earth",
        remedy: "give degrees, longitude in lon and latitude in lat, or say --sites-crs EPSG:...")
    }
    return position
  }

  private func site(
    _ row: CSVTable.Row, _ position: Coordinate, _ columns: Columns, _ table: CSVTable
  ) throws(UserError) -> Site {
    let place = "\(table.name):\(row.line)"
    guard let group = NetworkGroup(rawValue: row.cells[columns.group]) else {
      throw UserError(
        "DR-402", .badData, at: place, "group is '\(row.cells[columns.group])'",
        remedy: "give mobile or unicom")
    }
    let configuration = row.cells[columns.configuration]
    guard configurations[configuration] == group else {
      let known = configurations.filter { $0.value == group }.keys.sorted()
      throw UserError(
        "DR-403", .badData, at: place,
        "configuration '\(configuration)' is none of group \(group.rawValue)",
        remedy: "give one of: \(known.joined(separator: ", "))")
    }
    var height = defaultHeightMetres
    if let column = columns.height, !row.cells[column].isEmpty {
      height = try table.number(row, column)
    }
    guard Self.heightRange.contains(height) else {
      throw UserError(
        "DR-404", .badData, at: place, "height_m is \(height)",
        remedy: "give metres above ground, 1 to 500")
    }
    let sectors = try sectors(row, columns, at: place)
    let given = columns.id.map { row.cells[$0] } ?? ""
    return Site(
      id: given.isEmpty ? "row\(row.line)" : given, position: position, group: group,
      configurations: [configuration], heightMetres: height, sectors: sectors, status: .existing,
      kind: .measured, settlement: nil)
  }

  private func sectors(
    _ row: CSVTable.Row, _ columns: Columns, at place: String
  ) throws(UserError) -> SectorLayout {
    guard let column = columns.azimuths, !row.cells[column].isEmpty else { return .threeSectors }
    guard let sectors = SectorLayout(row.cells[column]) else {
      throw UserError(
        "DR-407", .badData, at: place, "azimuths are '\(row.cells[column])'",
        remedy: "give degrees from north, as 0;120;240 (at most 12), or omni")
    }
    return sectors
  }
}
