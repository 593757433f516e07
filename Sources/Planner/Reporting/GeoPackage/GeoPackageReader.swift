import FoundationEssentials
import GRDB
public import Geometry

/// Reads a layer of features from a GeoPackage (OGC 12-128r17) into degrees of CGCS2000.
///
/// Nothing in the file is run: it is opened for reading, without its triggers and views, and only the tables that the
/// standard names are looked at.
public struct GeoPackageReader: Sendable {
  /// The file.
  public let path: String
  /// Name of the layer; nil where there is one alone.
  public let layer: String?

  /// Longest geometry that is read, in bytes: some 16 million positions.
  public static let greatestBlobBytes = 256 << 20

  /// A reader of a layer.
  public init(path: String, layer: String? = nil) {
    self.path = path
    self.layer = layer
  }

  /// The features in the order of their rows.
  ///
  /// - Throws: DR-210 for a file that cannot be read, DR-151 for one that is no GeoPackage, DR-152 for a layer that is not
  ///   there or where there are several and none is named, DR-153 for a coordinate system that is not known, DR-150 for
  ///   a geometry that is broken, DR-112 for positions that cannot be transformed.
  public func features() throws(UserError) -> [GeoJSONFeature] {
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw UserError(
        "DR-210", .missingInput, at: path, "the file cannot be read",
        remedy: "check the path and its permissions")
    }
    do {
      var configuration = Configuration()
      configuration.readonly = true
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      return try queue.read { database in
        try database.execute(sql: "PRAGMA trusted_schema = OFF")
        return try features(in: database)
      }
    } catch let error as UserError {
      throw error
    } catch {
      throw notGeoPackage("\(error)".split(separator: "\n").first.map(String.init) ?? "")
    }
  }

  private func notGeoPackage(_ problem: String) -> UserError {
    UserError(
      "DR-151", .badData, at: path, "the file cannot be read as a GeoPackage: \(problem)",
      remedy: "give a GeoPackage with a layer of features")
  }

  /// A layer as the file's own tables have it.
  private struct Layer {
    let table: String
    let column: String
    let system: Int
  }

  private func features(in database: Database) throws -> [GeoJSONFeature] {
    let chosen = try chosenLayer(database)
    let transformer = try transformer(chosen.system, database)
    let sql = "SELECT * FROM \"\(chosen.table.replacing("\"", with: "\"\""))\""
    var features: [GeoJSONFeature] = []
    let rows = try Row.fetchCursor(database, sql: sql)
    while let row = try rows.next() {
      let place = "\(path): \(chosen.table), row \(features.count + 1)"
      var geometry: Geometry?
      var properties = JSONObject()
      for (name, value) in row {
        if name.lowercased() == chosen.column.lowercased() {
          geometry = try self.geometry(value, at: place, transformer)
        } else {
          properties.append(name, Self.value(value))
        }
      }
      features.append(GeoJSONFeature(id: nil, geometry: geometry, properties: properties))
    }
    return features
  }

  private func chosenLayer(_ database: Database) throws -> Layer {
    let sql =
      "SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns ORDER BY table_name"
    let layers = try Row.fetchAll(database, sql: sql).compactMap { row -> Layer? in
      guard let table = Self.cell(row, "table_name", String.self),
        let column = Self.cell(row, "column_name", String.self),
        let system = Self.cell(row, "srs_id", Int.self)
      else { return nil }
      return Layer(table: table, column: column, system: system)
    }
    let own = layer.map { name in layers.filter { $0.table == name } } ?? layers
    guard own.count == 1, let only = own.first else {
      throw UserError(
        "DR-152", .badData, at: path,
        layer.map { "there is no layer '\($0)'" } ?? "there are \(layers.count) layers",
        remedy: layers.isEmpty
          ? "give a GeoPackage with a layer of features"
          : "name one with --layer: \(layers.map(\.table).joined(separator: ", "))")
    }
    return only
  }

  private func transformer(
    _ system: Int, _ database: Database
  ) throws -> CoordinateTransformer? {
    // 0 and -1 are the standard's undefined systems: degrees and metres of no one knows what.
    let sql =
      "SELECT organization, organization_coordsys_id FROM gpkg_spatial_ref_sys WHERE srs_id = ?"
    let row = try Row.fetchOne(database, sql: sql, arguments: [system])
    let organization = row.flatMap { Self.cell($0, "organization", String.self) }
    let code = row.flatMap { Self.cell($0, "organization_coordsys_id", Int.self) }
    guard let code, organization?.uppercased() == "EPSG" else {
      throw UserError(
        "DR-153", .badData, at: path, "the coordinate system \(system) is none of EPSG's",
        remedy: "write the layer in one of EPSG's, such as 4326")
    }
    let crs = CoordinateSystem.epsg(code)
    return crs.isPlainDegrees ? nil : try CoordinateTransformer(from: crs, to: .cgcs2000)
  }

  private func geometry(
    _ value: DatabaseValue, at place: String, _ transformer: CoordinateTransformer?
  ) throws -> Geometry? {
    if value.isNull { return nil }
    guard let data = Data.fromDatabaseValue(value), data.count <= Self.greatestBlobBytes else {
      throw broken(place, "it is no blob, or longer than \(Self.greatestBlobBytes >> 20) MiB")
    }
    guard let body = Self.body([UInt8](data)) else { throw broken(place, "its header is none") }
    let geometry = try WellKnownBinary.geometry(body, source: place)
    guard let transformer, !geometry.isEmpty else { return geometry }
    return try geometry.mapCoordinates { (position) throws(UserError) in
      try transformer.transform(position)
    }
  }

  private func broken(_ place: String, _ problem: String) -> UserError {
    UserError(
      "DR-150", .badData, at: place, "its geometry is broken: \(problem)",
      remedy: "write the file again with a tool that knows the format")
  }

  /// The well-known binary behind a geometry's header (2.1.3.1 of the standard); nil for bytes without one.
  static func body(_ blob: [UInt8]) -> [UInt8]? {
    guard blob.count >= 8, blob[0] == 0x47, blob[1] == 0x50, blob[2] == 0 else { return nil }
    let envelope: Int
    switch blob[3] >> 1 & 7 {
    case 0: envelope = 0
    case 1: envelope = 32
    case 2, 3: envelope = 48
    case 4: envelope = 64
    default: return nil
    }
    // Extended geometries are not well-known binary.
    guard blob[3] & 0x20 == 0, blob.count >= 8 + envelope else { return nil }
    return Array(blob[(8 + envelope)...])
  }

  /// A cell of the type wanted, nil for any other: SQLite stores what it is given, whatever the column says.
  private static func cell<Value: DatabaseValueConvertible>(
    _ row: Row, _ column: String, _ type: Value.Type
  ) -> Value? {
    (row[column] as (any DatabaseValueConvertible)?).flatMap {
      Value.fromDatabaseValue($0.databaseValue)
    }
  }

  private static func value(_ value: DatabaseValue) -> JSONValue {
    switch value.storage {
    case .null: .null
    case .int64(let number): .int(Int(number))
    case .double(let number): number.isFinite ? .number(number) : .null
    case .string(let text): .string(text)
    case .blob: .null
    }
  }
}
