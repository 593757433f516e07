import Foundation
import GRDB
import Geometry
import Reporting
import TestSupport
import Testing

/// The checks that a GeoPackage must pass by its standard, made by SQLite itself.
@Suite struct GeoPackageFileTests {
  private func exported(
    _ run: HandMadeRun, _ system: CoordinateSystem? = nil
  ) throws -> DatabaseQueue {
    let path = run.scratch.path("run.gpkg")
    try LayerExport(run: run.path, layers: [], format: .geoPackage, system: system).write(to: path)
    return try DatabaseQueue(path: path)
  }

  static let tables = ["units", "units_points", "settlements", "timeline", "schedule", "sites"]

  @Test func itPassesItsOwnChecks() throws {
    let run = try HandMadeRun(names: HostileNames.all)
    try exported(run).read { (database) throws in
      #expect(try Int.fetchOne(database, sql: "PRAGMA application_id") == 0x4750_4B47)
      #expect(try Int.fetchOne(database, sql: "PRAGMA user_version") == 10300)
      #expect(try String.fetchAll(database, sql: "PRAGMA integrity_check") == ["ok"])
      #expect(try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").isEmpty)
      let features =
        "SELECT table_name FROM gpkg_contents WHERE data_type = 'features' ORDER BY rowid"
      #expect(try String.fetchAll(database, sql: features) == Self.tables)
      for table in Self.tables {
        let count = try Int.fetchOne(
          database, sql: "SELECT count(*) FROM \(table) WHERE geom NOT NULL")
        let indexed = try Int.fetchOne(database, sql: "SELECT count(*) FROM rtree_\(table)_geom")
        #expect(count == indexed && count != 0)
        #expect(
          try String.fetchOne(database, sql: "SELECT rtreecheck('rtree_\(table)_geom')") == "ok")
        let extension_ = "SELECT extension_name FROM gpkg_extensions WHERE table_name = '\(table)'"
        #expect(try String.fetchAll(database, sql: extension_) == ["gpkg_rtree_index"])
        let triggers =
          "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '\(table)'"
        #expect(try Int.fetchOne(database, sql: triggers) == 6)
        // The extent is that of the index, which is rounded outward.
        let extent = try #require(
          try Row.fetchOne(
            database,
            sql:
              "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = '\(table)'"))
        let index = try #require(
          try Row.fetchOne(
            database,
            sql: "SELECT min(minx), min(miny), max(maxx), max(maxy) FROM rtree_\(table)_geom"))
        for edge in 0..<4 {
          let (told, found) = (extent[edge] as Double, index[edge] as Double)
          #expect(abs(told - found) < 2e-5 && (edge < 2 ? found <= told : found >= told))
        }
      }
      // A table that is named in a name is still there, and so is the name.
      let names = try String.fetchAll(database, sql: "SELECT name FROM settlements ORDER BY fid")
      #expect(names == HostileNames.all.map { $0.replacing("\0", with: "\u{FFFD}") })
    }
  }

  /// A packed index takes rows away and finds what it should: 51 cells are one node, 52 two, 2,602 three levels.
  @Test(arguments: [1, 2, 51, 52, 500, 2601, 2602, 6000])
  func theIndexFindsWhatThereIs(count: Int) throws {
    let scratch = try Scratch()
    var generator = SeededGenerator(seed: UInt64(count))
    let points = (0..<count).map { _ in
      Coordinate(
        longitude: Double.random(in: 73...135, using: &generator),
        latitude: Double.random(in: 4...53, using: &generator))
    }
    try GeoPackageFile.write(to: scratch.path("a.gpkg")) { file in
      let table = try file.begin(
        GeoPackageTable(name: "p", description: "", shape: .points, columns: []))
      for point in points {
        try table.insert(GeoJSONFeature(geometry: .point(point)))
      }
    }
    try DatabaseQueue(path: scratch.path("a.gpkg")).write { (database) throws in
      #expect(try String.fetchOne(database, sql: "SELECT rtreecheck('rtree_p_geom')") == "ok")
      for _ in 0..<20 {
        let west = Double.random(in: 73...130, using: &generator)
        let south = Double.random(in: 4...50, using: &generator)
        let found = try Int.fetchSet(
          database,
          sql:
            "SELECT id FROM rtree_p_geom WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?",
          arguments: [west, west + 5, south, south + 3])
        let inside = points.indices.filter {
          (west...west + 5).contains(points[$0].x) && (south...south + 3).contains(points[$0].y)
        }.map { $0 + 1 }
        #expect(found.isSuperset(of: inside))
        // Single precision is a metre or two there.
        #expect(found.count <= inside.count + 1)
      }
      try database.execute(sql: "DELETE FROM p WHERE fid % 2 = 0")
      #expect(
        try Int.fetchOne(database, sql: "SELECT count(*) FROM rtree_p_geom") == (count + 1) / 2)
      #expect(try String.fetchOne(database, sql: "SELECT rtreecheck('rtree_p_geom')") == "ok")
    }
  }

  @Test func columnsHaveTheTypesOfTheirValues() throws {
    try exported(HandMadeRun(names: ["a"])).read { (database) throws in
      func type(_ table: String, _ column: String) throws -> String? {
        try Row.fetchAll(database, sql: "PRAGMA table_info(\(table))")
          .first { $0["name"] == column }?["type"]
      }
      #expect(try type("settlements", "quarter_date") == "DATE")
      #expect(try type("timeline", "until_date") == "DATE")
      #expect(try type("settlements", "population") == "INTEGER")
      for column in ["cost_yuan", "stations", "mode_yuan"] {
        #expect(try type("schedule", column) == "INTEGER")
      }
      #expect(try type("settlements", "geom") == "MULTIPOLYGON")
      #expect(try type("sites", "geom") == "POINT")
      #expect(
        try String.fetchAll(database, sql: "SELECT quarter_date FROM settlements") == ["2021-10-01"]
      )
      #expect(
        try String.fetchAll(
          database, sql: "SELECT until_date FROM timeline WHERE until_date NOT NULL")
          == ["2021-10-01"])
    }
  }

  @Test func everyTableHasAStyleForQGIS() throws {
    try exported(HandMadeRun(names: ["a", "b"])).read { (database) throws in
      let rows = try Row.fetchAll(
        database,
        sql:
          "SELECT f_table_name, styleQML, useAsDefault, f_geometry_column FROM layer_styles ORDER BY id"
      )
      #expect(rows.map { $0["f_table_name"] as String } == Self.tables)
      for row in rows {
        #expect(row["useAsDefault"] == 1 && row["f_geometry_column"] == "geom")
        let style = try XMLReading.root(Array((row["styleQML"] as String).utf8))
        let renderer = try #require(style.all("renderer-v2").first)
        let categories = renderer.everywhere("category")
        let symbols = renderer.everywhere("symbol")
        #expect(categories.count > 1 && categories.count == symbols.count)
        #expect(categories.last?.attributes["value"] == "")
        #expect(categories.map { $0.attributes["symbol"] } == symbols.map { $0.attributes["name"] })
      }
    }
  }

  /// Colours, labels and values of the rules for others are those of the classes of QGIS.
  @Test func theStyleForOthersIsTheSame() throws {
    let run = try HandMadeRun(names: ["a", "b"])
    try exported(run).read { (database) throws in
      let sql = "SELECT f_table_name, styleQML, styleSLD FROM layer_styles ORDER BY id"
      for row in try Row.fetchAll(database, sql: sql) {
        let name: String = row["f_table_name"]
        let qml = try XMLReading.root(Array((row["styleQML"] as String).utf8))
        let sld = try XMLReading.root(Array((row["styleSLD"] as String).utf8))
        #expect(
          sld.name == "StyledLayerDescriptor" && sld.attributes["version"] == "1.0.0"
            && sld.attributes["xmlns"] == "http://www.opengis.net/sld")
        #expect(sld.all("NamedLayer").map { $0.text("Name") } == [name])
        let rules = sld.everywhere("Rule")
        let categories = qml.everywhere("category")
        #expect(
          rules.map { $0.text("Title") } == categories.map { $0.attributes["label"] }, "\(name)")
        // The parts of a class's value, of which an empty one is a null.
        let values = rules.map { rule in
          rule.everywhere("ogc:Filter").flatMap { filter in
            (filter.everywhere("ogc:And").first ?? filter).children.map {
              $0.name == "ogc:PropertyIsNull" ? "" : $0.text("ogc:Literal") ?? "-"
            }
          }.joined(separator: "/")
        }
        #expect(values == categories.map { $0.attributes["value"] }, "\(name)")
        #expect(rules.map { $0.all("ElseFilter").count } == values.map { $0.isEmpty ? 1 : 0 })
        let colours = qml.everywhere("symbol").map { symbol in
          symbol.everywhere("prop").first {
            ["color", "line_color"].contains($0.attributes["k"])
          }?.attributes["v"]
        }
        let own = rules.map { rule in
          rule.everywhere("CssParameter").first {
            ["fill", "stroke"].contains($0.attributes["name"])
          }.map { css in
            let number = Int(css.text.dropFirst(), radix: 16) ?? 0
            return "\(number >> 16),\(number >> 8 & 255),\(number & 255),255"
          }
        }
        #expect(own == colours, "\(name)")
      }
    }
  }

  @Test(arguments: [
    (CoordinateSystem?.none, 4490), (.wgs84, 4326), (.epsg(4528), 4528), (.gcj02, 990_001),
    (.bd09, 990_002),
  ])
  func theSystemIsTold(system: CoordinateSystem?, number: Int) throws {
    try exported(HandMadeRun(names: ["a"]), system).read { (database) throws in
      let used = "SELECT DISTINCT srs_id FROM gpkg_geometry_columns"
      #expect(try Int.fetchAll(database, sql: used) == [number])
      #expect(try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").isEmpty)
      let row = try #require(
        try Row.fetchOne(
          database, sql: "SELECT * FROM gpkg_spatial_ref_sys WHERE srs_id = ?", arguments: [number])
      )
      let definition: String = row["definition"]
      if number > 100_000 {
        #expect(row["organization"] == "NONE" && definition.hasPrefix("LOCAL_CS["))
        #expect((row["description"] as String).contains("not WGS 84"))
        let told = "SELECT description FROM gpkg_contents WHERE table_name = 'units'"
        #expect(try String.fetchOne(database, sql: told)?.contains("not WGS 84") == true)
      } else {
        #expect(row["organization"] == "EPSG" && row["organization_coordsys_id"] == number)
        #expect(definition.contains("AUTHORITY[\"EPSG\",\"\(number)\"]"))
      }
      let blob = try #require(try Data.fetchOne(database, sql: "SELECT geom FROM settlements"))
      #expect(blob[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) } == number)
    }
  }
}
