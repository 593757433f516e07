import GRDB
public import Geometry

/// Fills one table of a GeoPackage.
public final class GeoPackageInserter {
  /// The table.
  let table: GeoPackageTable
  /// Style for QGIS, a QML document; nil for none.
  public var style: [UInt8]?
  /// The same for others, a Styled Layer Descriptor; nil for none.
  public var styledLayer: [UInt8]?
  private let srsID: Int32
  private let statement: Statement
  private let database: Database
  private var index = SpatialIndex()
  /// Box around the features so far.
  public private(set) var extent = BoundingBox()
  private var columns: [String: Int] = [:]
  /// Features so far.
  public private(set) var count = 0

  init(_ table: GeoPackageTable, srsID: Int32, database: Database) throws {
    self.table = table
    self.srsID = srsID
    self.database = database
    for (index, column) in table.columns.enumerated() { columns[column.name] = index }
    let definitions = table.columns.map { ", \"\($0.sqlName)\" \($0.type.rawValue)" }.joined()
    try database.execute(
      sql: """
        CREATE TABLE "\(table.sqlName)" (
          fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom \(table.geometryType)\(definitions))
        """)
    let marks = String(repeating: ", ?", count: table.columns.count)
    statement = try database.makeStatement(
      sql: "INSERT INTO \"\(table.sqlName)\" VALUES (?, ?\(marks))")
  }

  /// Adds a feature; properties that are no columns are left out.
  ///
  /// - Throws: DR-703 when SQLite refuses it.
  public func insert(_ feature: GeoJSONFeature) throws(UserError) {
    count += 1
    let row = BoundRow(statement)
    row.bind(Int64(count), at: 1)
    if let geometry = feature.geometry {
      row.bind(
        GeoPackageGeometry(geometry, srsID: srsID, isMulti: table.shape != .mixed).bytes, at: 2)
      if !geometry.isEmpty {
        extent.extend(by: geometry.envelope)
        index.add(geometry.envelope, id: Int64(count))
      }
    } else {
      row.bindNull(at: 2)
    }
    for place in table.columns.indices { row.bindNull(at: Int32(place + 3)) }
    for (position, member) in feature.properties.enumerated() {
      // Features of a layer mostly have the same properties in the same order.
      let isNear = position < table.columns.count && table.columns[position].name == member.key
      guard let place = isNear ? position : columns[member.key] else { continue }
      bind(member.value, table.columns[place].type, row, at: Int32(place + 3))
    }
    try row.insert()
  }

  private func bind(
    _ value: JSONValue, _ type: AttributeColumn.ColumnType, _ row: BoundRow, at place: Int32
  ) {
    switch (type, value) {
    case (_, .null): row.bindNull(at: place)
    case (.boolean, .bool(let flag)): row.bind(Int64(flag ? 1 : 0), at: place)
    case (.integer, .int(let number)): row.bind(Int64(number), at: place)
    case (.real, .int(let number)): row.bind(Double(number), at: place)
    case (.real, .number(let number)): row.bind(number, at: place)
    case (_, .string(let text)): row.bind(text, at: place)
    default:
      let text = (try? value.serialized()).map { String(decoding: $0, as: UTF8.self) }
      if let text { row.bind(text, at: place) } else { row.bindNull(at: place) }
    }
  }

  /// Says what the table is, and indexes it.
  func finish() throws {
    let edges = extent.isEmpty ? nil : extent
    try database.execute(
      sql: "INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        table.name, table.name, table.description, GeoPackageSchema.lastChange, edges?.minX,
        edges?.minY, edges?.maxX, edges?.maxY, srsID,
      ])
    try database.execute(
      sql: "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)",
      arguments: [table.name, table.geometryType, srsID])
    try database.execute(
      sql: """
        INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index',
          'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')
        """, arguments: [table.name])
    let name = "rtree_\(table.sqlName)_geom"
    try database.execute(
      sql: "CREATE VIRTUAL TABLE \"\(name)\" USING rtree(id, minx, maxx, miny, maxy)")
    try index.write(into: name, of: database)
    for trigger in GeoPackageSchema.indexTriggers(table.sqlName) {
      try database.execute(sql: trigger)
    }
    if let style { try addStyle(String(decoding: style, as: UTF8.self)) }
  }

  private func addStyle(_ document: String) throws {
    try database.execute(
      sql: """
        INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column,
          styleName, styleQML, styleSLD, useAsDefault, description, owner, ui, update_time)
        VALUES ('', '', ?, 'geom', ?, ?, ?, 1, ?, '', NULL, ?)
        """,
      arguments: [
        table.name, String(table.name.prefix(30)), document,
        String(decoding: styledLayer ?? [], as: UTF8.self), table.description,
        GeoPackageSchema.lastChange,
      ])
  }
}
