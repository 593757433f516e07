import GRDB
public import Geometry

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A GeoPackage 1.3 (OGC 12-128r17) of any number of tables, with typed columns, spatial indices and styles for QGIS. The
/// same features give the same bytes. It appears whole or not at all.
public final class GeoPackageFile {
  private let database: Database
  private let srsID: Int32
  private var inserters: [GeoPackageInserter] = []

  private init(_ database: Database, system: ExportSystem) throws {
    self.database = database
    srsID = GeoPackageSchema.srsID(of: system)
    for table in GeoPackageSchema.tables { try database.execute(sql: table) }
    for system in GeoPackageSchema.systems(with: system) {
      try database.execute(
        sql: "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          system.name, system.id, system.organization, system.id, system.definition,
          system.description,
        ])
    }
  }

  /// Writes a file.
  ///
  /// - Parameter body: begins tables and fills them; several may be filled in turn.
  /// - Throws: what the body throws; DR-703 when the file cannot be written.
  public static func write(
    to path: String, system: ExportSystem = .resting, _ body: (GeoPackageFile) throws -> Void
  ) throws(UserError) {
    let draft = "\(path).partial-\(getpid())"
    do {
      unlink(draft)
      let queue = try DatabaseQueue(path: draft)
      try queue.writeWithoutTransaction { database in
        for pragma in GeoPackageSchema.pragmas { try database.execute(sql: pragma) }
        try database.inTransaction {
          let file = try GeoPackageFile(database, system: system)
          try body(file)
          try file.finish()
          return .commit
        }
      }
      try queue.close()
      guard rename(draft, path) == 0 else { throw FileAccess.cannotWrite(path) }
    } catch {
      unlink(draft)
      if let error = error as? UserError { throw error }
      throw UserError(
        "DR-703", .cannotCreate, at: path, "cannot be written as a GeoPackage: \(error)",
        remedy: "check that the folder is there and may be written")
    }
  }

  /// Begins a table.
  ///
  /// - Throws: DR-703 when SQLite refuses it, such as one of a name that is there.
  public func begin(_ table: GeoPackageTable) throws(UserError) -> GeoPackageInserter {
    do {
      let inserter = try GeoPackageInserter(table, srsID: srsID, database: database)
      inserters.append(inserter)
      return inserter
    } catch {
      throw UserError(
        "DR-703", .cannotCreate, at: "GeoPackage, table \(table.name)", "cannot be made: \(error)",
        remedy: "give names that are not there yet")
    }
  }

  /// Takes a table away again, with all that has been put into it.
  func discard(_ inserter: GeoPackageInserter) throws {
    inserters.removeAll { $0 === inserter }
    try database.execute(sql: "DROP TABLE \"\(inserter.table.sqlName)\"")
  }

  private func finish() throws {
    if inserters.contains(where: { $0.style != nil }) {
      for statement in GeoPackageSchema.styles { try database.execute(sql: statement) }
    }
    for inserter in inserters { try inserter.finish() }
  }
}
