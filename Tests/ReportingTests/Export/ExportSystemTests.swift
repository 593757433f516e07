import Foundation
import Geometry
import Reporting
import TestSupport
import Testing
import Territory

/// Positions go to every system and come back, and every file says what its positions are.
@Suite struct ExportSystemTests {
  static let names = ["岱山县", "定海区", "嵊泗县"]
  static let systems: [CoordinateSystem] = [
    .wgs84, .cgcs2000, .gcj02, .bd09, .epsg(4528), .epsg(4549), .epsg(4499), .epsg(4510),
    .epsg(3857), .epsg(32651),
  ]

  private func exported(
    _ run: HandMadeRun, _ format: ExportFormat, _ system: CoordinateSystem?,
    _ layer: ExportLayer = .settlements
  ) throws -> [UInt8] {
    let path = run.scratch.path("out.\(format.rawValue)")
    try LayerExport(run: run.path, layers: [layer], format: format, system: system).write(to: path)
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// Farthest that a position is from where it was, in degrees.
  private func error(_ one: [Geometry?], _ other: [Geometry?]) throws -> Double {
    #expect(one.count == other.count)
    return try zip(one, other).reduce(0) { worst, pair in
      let (a, b) = (try #require(pair.0).coordinates, try #require(pair.1).coordinates)
      #expect(a.count == b.count)
      return zip(a, b).reduce(worst) { max($0, abs($1.0.x - $1.1.x), abs($1.0.y - $1.1.y)) }
    }
  }

  @Test(arguments: systems) func positionsComeBack(system: CoordinateSystem) throws {
    let run = try HandMadeRun(names: Self.names)
    let truth = try Self.names.indices.map { try HandMadeRun.square($0) }
    let back = try CoordinateTransformer(from: system)
    // A tenth of a millimetre and the inverse of the shifts.
    let tolerance = 3e-9

    let table = try CSVTable(name: "out", bytes: exported(run, .csv, system))
    #expect(table.header.first == "crs" && table.header.last == "wkt")
    let shapes = try table.rows.map { try back.transform(Geometry(wkt: $0.cells.last ?? "")) }
    #expect(try error(shapes, truth) < tolerance)

    let json = try exported(run, .geoJSON, system)
    let features = try GeoJSONReader(source: "out", expectsDegrees: false).features(in: json)
    // GeoJSON has seven decimals, of a metre too.
    #expect(try error(features.map { try back.transform(#require($0.geometry)) }, truth) < 1.1e-7)

    _ = try exported(run, .geoPackage, system)
    let reader = GeoPackageReader(path: run.scratch.path("out.gpkg"), layer: "settlements")
    if system.epsgCode == nil {
      #expect(userError { try reader.features() }?.code == "DR-153")
    } else {
      #expect(try error(reader.features().map(\.geometry), truth) < tolerance)
    }
  }

  @Test func everyFileSaysWhatItsPositionsAre() throws {
    let run = try HandMadeRun(names: Self.names)
    func head(_ system: CoordinateSystem?) throws -> JSONObject {
      try #require(
        JSONValue(parsing: exported(run, .geoJSON, system), source: "out").object)
    }
    for system in [nil, CoordinateSystem.wgs84] {
      #expect(try head(system)["crs"] == nil && head(system)["warning"] == nil)
    }
    let zone = try head(.epsg(4528))
    #expect(
      zone["crs"]?.object?["properties"]?.object?["name"] == "urn:ogc:def:crs:EPSG::4528")
    #expect(zone["warning"]?.string?.contains("CGCS2000 / 3-degree Gauss-Kruger zone 40") == true)
    for (system, name) in [(CoordinateSystem.gcj02, "GCJ-02"), (.bd09, "BD-09")] {
      let shifted = try head(system)
      #expect(shifted["crs"] == .null)
      #expect(shifted["warning"]?.string?.contains("\(name): shifted") == true)
      #expect(shifted["warning"]?.string?.contains("不是 WGS 84") == true)
      let first = try #require(shifted["features"]?.array?.first?.object?["properties"]?.object)
      #expect(first["crs"]?.string == "\(name) (shifted, not WGS 84)")
    }
    for (system, told) in [
      (CoordinateSystem.epsg(4528), "EPSG:4528"), (.gcj02, "GCJ-02 (shifted, not WGS 84)"),
    ] {
      let lines = String(decoding: try exported(run, .geoJSONSequence, system), as: UTF8.self)
      for line in lines.split(separator: "\n") {
        let feature = try JSONValue(parsing: Array(line.utf8), source: "line").object
        #expect(feature?["properties"]?.object?["crs"]?.string == told)
      }
      let table = try CSVTable(name: "out", bytes: exported(run, .csv, system))
      #expect(table.rows.allSatisfy { $0.cells[0] == told })
    }
  }

  /// Formats that would put a map in the wrong place are refused, and so are systems that are none.
  @Test func whatCannotBeSaidIsRefused() throws {
    let run = try HandMadeRun(names: Self.names)
    func code(
      _ format: ExportFormat, _ system: CoordinateSystem?, _ layers: [ExportLayer] = [.units]
    ) -> String? {
      userError {
        try LayerExport(run: run.path, layers: layers, format: format, system: system).write(
          to: run.scratch.path("out.\(format.rawValue)"))
      }?.code
    }
    #expect(code(.kml, .gcj02) == "DR-723" && code(.kml, .epsg(4528)) == "DR-723")
    #expect(code(.kml, .cgcs2000) == nil && code(.kml, .wgs84) == nil)
    #expect(code(.qgisProject, .bd09) == "DR-724" && code(.qgisProject, .epsg(4528)) == nil)
    #expect(code(.csv, nil, []) == "DR-722" && code(.geoJSON, nil, [.units, .sites]) == "DR-722")
    #expect(code(.geoPackage, .epsg(5773)) == "DR-727")
    // Made for Great Britain; and no file is left behind.
    for format in [ExportFormat.csv, .geoPackage] {
      try? FileManager.default.removeItem(atPath: run.scratch.path("out.\(format.rawValue)"))
      #expect(code(format, .epsg(27700)) == "DR-729")
      #expect(!run.scratch.names().contains("out.\(format.rawValue)"))
    }
    #expect(run.scratch.names().allSatisfy { !$0.contains("partial") })
  }
}
