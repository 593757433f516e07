import Geometry

/// Statements that make an empty GeoPackage 1.3 (OGC 12-128r17).
enum GeoPackageSchema {
  /// Time in every `last_change`: outputs must not depend on the clock.
  static let lastChange = "1970-01-01T00:00:00.000Z"
  /// CGCS2000, longitude and latitude.
  static let srsID: Int32 = 4490

  /// The file is a draft until it is renamed, so that nothing is lost by not waiting for the disk.
  static let pragmas = [
    "PRAGMA synchronous = OFF", "PRAGMA cache_size = -65536",
    "PRAGMA page_size = 4096", "PRAGMA journal_mode = MEMORY",
    "PRAGMA application_id = 1196444487", "PRAGMA user_version = 10300",
  ]

  static let tables = [
    """
    CREATE TABLE gpkg_spatial_ref_sys (
      srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
      organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)
    """,
    """
    CREATE TABLE gpkg_contents (
      table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
      description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
      min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
      CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))
    """,
    """
    CREATE TABLE gpkg_geometry_columns (
      table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
      srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
      CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
      CONSTRAINT uk_gc_table_name UNIQUE (table_name),
      CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
      CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))
    """,
    """
    CREATE TABLE gpkg_extensions (
      table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
      scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))
    """,
  ]

  /// The table in which QGIS looks for the styles of a file's layers, and its entry among the contents.
  static let styles = [
    """
    CREATE TABLE layer_styles (
      id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
      f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256),
      styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT,
      owner TEXT(30), ui TEXT(30), update_time DATETIME DEFAULT CURRENT_TIMESTAMP)
    """,
    """
    INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change)
    VALUES ('layer_styles', 'attributes', 'layer_styles', 'styles for QGIS', '\(lastChange)')
    """,
  ]

  /// A row of gpkg_spatial_ref_sys.
  struct System {
    let name: String
    let id: Int32
    let organization: String
    let definition: String
    var description: String?
  }

  /// Number of an export's system in the file: the code of EPSG, or one of ours where it has none.
  static func srsID(of system: ExportSystem) -> Int32 {
    switch system.asked {
    case nil: srsID
    case .gcj02?: 990_001
    case .bd09?: 990_002
    case let asked?: Int32(asked.epsgCode ?? 0)
    }
  }

  /// Reference systems: the three that every GeoPackage has, CGCS2000, and the export's. GDAL and QGIS transform nothing
  /// from or to a local system, so that shifted positions are not taken for true ones.
  static func systems(with system: ExportSystem) -> [System] {
    let id = srsID(of: system)
    if let definition = system.definition, !usual.contains(where: { $0.id == id }) {
      return usual + [
        System(
          name: definition.name, id: id, organization: "EPSG",
          definition: definition.wellKnownText)
      ]
    }
    guard system.asked != nil, system.definition == nil else { return usual }
    return usual + [
      System(
        name: system.label, id: id, organization: "NONE",
        definition: "LOCAL_CS[\"\(system.label)\",UNIT[\"degree\",0.0174532925199433]]",
        description: system.warning)
    ]
  }

  private static let usual = [
    System(name: "Undefined cartesian SRS", id: -1, organization: "NONE", definition: "undefined"),
    System(name: "Undefined geographic SRS", id: 0, organization: "NONE", definition: "undefined"),
    System(
      name: "WGS 84", id: 4326, organization: "EPSG",
      definition: degrees(
        "WGS 84", datum: "WGS_1984", ellipsoid: "WGS 84", flattening: "298.257223563", 4326)),
    System(
      name: "China Geodetic Coordinate System 2000", id: 4490, organization: "EPSG",
      definition: degrees(
        "China Geodetic Coordinate System 2000", datum: "China_2000", ellipsoid: "CGCS2000",
        flattening: "298.257222101", 4490)),
  ]

  private static func degrees(
    _ name: String, datum: String, ellipsoid: String, flattening: String, _ code: Int
  ) -> String {
    """
    GEOGCS["\(name)",DATUM["\(datum)",SPHEROID["\(ellipsoid)",6378137,\(flattening)]],\
    PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","\(code)"]]
    """
  }

  /// Triggers that keep the spatial index (extension gpkg_rtree_index) when someone edits the layer.
  ///
  /// - Parameter table: name for use between quotation marks.
  static func indexTriggers(_ table: String) -> [String] {
    let index = "rtree_\(table)_geom"
    let insert = """
      INSERT OR REPLACE INTO "\(index)" VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), \
      ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
      """
    let given = "(NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))"
    let absent = "(NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))"
    return [
      "CREATE TRIGGER \"\(index)_insert\" AFTER INSERT ON \"\(table)\" WHEN \(given) "
        + "BEGIN \(insert) END",
      "CREATE TRIGGER \"\(index)_update1\" AFTER UPDATE OF geom ON \"\(table)\" "
        + "WHEN OLD.fid = NEW.fid AND \(given) BEGIN \(insert) END",
      "CREATE TRIGGER \"\(index)_update2\" AFTER UPDATE OF geom ON \"\(table)\" "
        + "WHEN OLD.fid = NEW.fid AND \(absent) BEGIN DELETE FROM \"\(index)\" "
        + "WHERE id = OLD.fid; END",
      "CREATE TRIGGER \"\(index)_update3\" AFTER UPDATE ON \"\(table)\" "
        + "WHEN OLD.fid != NEW.fid AND \(given) BEGIN DELETE FROM \"\(index)\" "
        + "WHERE id = OLD.fid; \(insert) END",
      "CREATE TRIGGER \"\(index)_update4\" AFTER UPDATE ON \"\(table)\" "
        + "WHEN OLD.fid != NEW.fid AND \(absent) BEGIN DELETE FROM \"\(index)\" "
        + "WHERE id IN (OLD.fid, NEW.fid); END",
      "CREATE TRIGGER \"\(index)_delete\" AFTER DELETE ON \"\(table)\" WHEN OLD.geom NOT NULL "
        + "BEGIN DELETE FROM \"\(index)\" WHERE id = OLD.fid; END",
    ]
  }
}
