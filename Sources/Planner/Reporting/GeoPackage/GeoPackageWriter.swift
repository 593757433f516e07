public import Geometry
import FoundationEssentials
import GRDB

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Writes a layer of features as a GeoPackage in CGCS2000 (EPSG:4490), with typed columns and a
/// spatial index. The same features give the same bytes.
public struct GeoPackageWriter: Sendable {
  private let layer: String
  /// Name for use between quotation marks.
  private var sqlLayer: String { layer.replacing("\"", with: "\"\"") }
  private let columns: [AttributeColumn]

  /// A writer of one layer; the columns are those of the features, in order of first appearance.
  public init(layer: String, features: [GeoJSONFeature]) {
    self.layer = layer
    columns = AttributeColumn.columns(of: features)
  }

  /// Writes the file whole or not at all.
  ///
  /// - Throws: DR-703 when it cannot be written.
  public func write(_ features: [GeoJSONFeature], to path: String) throws(UserError) {
    let draft = "\(path).partial-\(getpid())"
    do {
      unlink(draft)
      try fill(features, at: draft)
      guard rename(draft, path) == 0 else { throw FileAccess.cannotWrite(path) }
    } catch {
      unlink(draft)
      if let error = error as? UserError { throw error }
      throw UserError(
        "DR-703", .cannotCreate, at: path, "cannot be written as a GeoPackage: \(error)",
        remedy: "check that the folder is there and may be written")
    }
  }

  private func fill(_ features: [GeoJSONFeature], at path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { database in
      for pragma in GeoPackageSchema.pragmas { try database.execute(sql: pragma) }
      try database.inTransaction {
        for table in GeoPackageSchema.tables { try database.execute(sql: table) }
        try describe(features, in: database)
        try insert(features, in: database)
        for trigger in GeoPackageSchema.indexTriggers(sqlLayer) {
          try database.execute(sql: trigger)
        }
        return .commit
      }
      try database.execute(sql: "VACUUM")
    }
    try queue.close()
  }

  private func describe(_ features: [GeoJSONFeature], in database: Database) throws {
    for system in GeoPackageSchema.systems {
      try database.execute(
        sql: "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)",
        arguments: [system.name, system.id, system.organization, system.id, system.definition])
    }
    var box = BoundingBox()
    for feature in features {
      if let geometry = feature.geometry { box.extend(by: geometry.envelope) }
    }
    try database.execute(
      sql: "INSERT INTO gpkg_contents VALUES (?, 'features', ?, '', ?, ?, ?, ?, ?, ?)",
      arguments: [
        layer, layer, GeoPackageSchema.lastChange, box.isEmpty ? nil : box.minX,
        box.isEmpty ? nil : box.minY, box.isEmpty ? nil : box.maxX, box.isEmpty ? nil : box.maxY,
        GeoPackageSchema.srsID,
      ])
    try database.execute(
      sql: "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'GEOMETRY', ?, 0, 0)",
      arguments: [layer, GeoPackageSchema.srsID])
    try database.execute(
      sql: """
        INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index',
          'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')
        """, arguments: [layer])
  }

  private func insert(_ features: [GeoJSONFeature], in database: Database) throws {
    let definitions = columns.map { ", \"\($0.sqlName)\" \($0.type.rawValue)" }.joined()
    try database.execute(
      sql:
        "CREATE TABLE \"\(sqlLayer)\" (fid INTEGER PRIMARY KEY AUTOINCREMENT, geom GEOMETRY\(definitions))"
    )
    try database.execute(
      sql: "CREATE VIRTUAL TABLE \"rtree_\(sqlLayer)_geom\" USING rtree(id, minx, maxx, miny, maxy)"
    )
    let marks = String(repeating: ", ?", count: columns.count)
    let row = try database.makeStatement(sql: "INSERT INTO \"\(sqlLayer)\" VALUES (?, ?\(marks))")
    let box = try database.makeStatement(
      sql: "INSERT INTO \"rtree_\(sqlLayer)_geom\" VALUES (?, ?, ?, ?, ?)")
    for (index, feature) in features.enumerated() {
      let geometry = feature.geometry
      let blob = geometry.map {
        Data(GeoPackageGeometry($0, srsID: GeoPackageSchema.srsID).bytes)
      }
      try row.execute(
        arguments: [index + 1, blob]
          + StatementArguments(columns.map { $0.value(of: feature) }))
      if let edges = geometry?.envelope, !edges.isEmpty {
        try box.execute(arguments: [index + 1, edges.minX, edges.maxX, edges.minY, edges.maxY])
      }
    }
  }
}
