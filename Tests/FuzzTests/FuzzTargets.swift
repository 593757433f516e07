import Coverage
import Foundation
import Geometry
import Radio
import Siting
import Territory

/// The readers of other people's files.
enum FuzzTargets {
  static let all = [
    json, geoJSON, topoJSON, table, decodedText, measurements, claims, sites, candidates, forbidden,
    standard, rule, geoTIFF, heightTile, campusTable, campusLayer, employment,
  ]

  private static let json = FuzzTarget(
    "JSON", file: "a.json",
    seeds: [
      "{\"a\":[1,-2.5e3,\"x\\u00e9\\n\",true,null,{\"b\":{}}],\"经\":\"度\",\"a\":0}"
    ]
  ) { (bytes, path) throws(UserError) in
    let value = try JSONValue(parsing: bytes, source: path)
    let written = try value.serialized()
    let again = try JSONValue(parsing: written, source: path)
    return again == value ? nil : "what is written is not what was read"
  }

  private static let geoJSON = FuzzTarget(
    "GeoJSON", file: "a.geojson",
    seeds: [
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","id":1,"properties":{"name":"a"},
      "geometry":{"type":"Polygon","coordinates":[[[120,30],[121,30],[121,31],[120,31],[120,30]],
      [[120.2,30.2],[120.2,30.4],[120.4,30.4],[120.2,30.2]]]}},{"type":"Feature","properties":null,
      "geometry":{"type":"MultiPoint","coordinates":[[120,30],[-120.5,3e1]]}},{"type":"Feature",
      "properties":{},"geometry":null}]}
      """,
      "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]}}\n{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}\n",
    ]
  ) { (bytes, path) throws(UserError) in
    for feature in try GeoJSONReader(source: path).features(in: bytes) {
      let checked = try feature.validated()
      guard let geometry = checked.geometry, !geometry.isEmpty else { continue }
      let box = geometry.envelope
      if !(box.minX.isFinite && box.maxX.isFinite && box.minY.isFinite && box.maxY.isFinite) {
        return "a position is not finite"
      }
    }
    return nil
  }

  private static let topoJSON = FuzzTarget(
    "TopoJSON", file: "a.topojson",
    seeds: [
      """
      {"type":"Topology","transform":{"scale":[0.01,0.01],"translate":[100,20]},"arcs":[[[0,0],[10,0],[0,10]],
      [[10,10],[-10,0],[0,-10]],[[10,10],[10,0],[0,-10],[-10,0]]],"objects":{"a":{"type":"GeometryCollection",
      "geometries":[{"type":"Polygon","arcs":[[0,1]],"properties":{"id":"1"}},
      {"type":"MultiPolygon","arcs":[[[2,-1]]],"properties":{"id":"2"}}]}}}
      """
    ]
  ) { (bytes, path) throws(UserError) in
    let topology = try TopoJSON(bytes: bytes, source: path)
    _ = try topology.geometries(of: "a")
    _ = try topology.dissolve("a") { _ in "one" }
    return nil
  }

  private static let table = FuzzTarget(
    "CSV", file: "a.csv",
    seeds: ["id,name,lon\n1,\"a, \"\"b\"\"\nc\",120\n2,=1+1,121\r\n\n3,x,\n"]
  ) { (bytes, path) throws(UserError) in
    let table = try CSVTable(name: path, bytes: bytes)
    return table.rows.allSatisfy { $0.cells.count == table.header.count }
      ? nil : "a row is not as wide as the header"
  }

  private static let decodedText = FuzzTarget(
    "text of any encoding", file: "a.txt",
    bytes: [
      Array("站名,经度\n甲,120\n".utf8), [0xD5, 0xBE, 0xC3, 0xFB, 0x2C, 0x31, 0x0A],
      [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00],
    ]
  ) { (bytes, path) throws(UserError) in
    let text = try DecodedText(name: path, bytes: bytes)
    guard String(validating: text.bytes, as: UTF8.self) != nil else { return "not UTF-8" }
    return text.bytes.contains(0) ? "a NUL is left" : nil
  }

  private static let measurementNames: ColumnNames? = {
    guard let geodata = try? Geodata.locate(),
      let book = try? ColumnBook.read(path: geodata.path(ColumnBook.file))
    else { return nil }
    return book.tables["measurements"]
  }()

  private static let measurements = FuzzTarget(
    "measurements", file: "m.csv",
    seeds: [
      "drive,operator,lon,lat,rsrp,sinr,time\nd1,CMCC,120.1,30.2,-85,10,2022-01-02\nd2,联通,120.2,30.3,-105.5,,\n\"d,3\",,120.1,30.2,-999,-3,\n",
      "经度;纬度;SS-RSRP(dBm);下载速率\n120,1;30;-80;5\n120.1;30.2;-90;100\n",
    ]
  ) { (bytes, path) throws(UserError) in
    guard let names = measurementNames else { return "the book of columns is missing" }
    let reader = MeasurementFile(crs: .gcj02, names: names)
    let (set, report) = try reader.read(Data(bytes), name: path, threads: 2)
    guard report.kept + report.refused == report.rows else { return "rows are lost" }
    guard set.count == report.kept else { return "not as many samples as rows kept" }
    return set.longitudes.allSatisfy(\.isFinite) ? nil : "a position is not finite"
  }

  private static let claims = FuzzTarget(
    "claims", file: "c.geojson",
    seeds: [
      "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"id\":\"a\",\"operator\":\"移动\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[120,30],[121,30],[121,31],[120,30]]]}}]}"
    ]
  ) { (bytes, path) throws(UserError) in
    let claims = try ClaimFile.claims(in: bytes, source: path)
    return Set(claims.map(\.id)).count == claims.count ? nil : "an id stands twice"
  }

  private static let sites = FuzzTarget(
    "sites", file: "s.csv",
    seeds: [
      "id,lon,lat,group,configuration,height_m,azimuths\na,120.1,30.2,mobile,one,30,0;120;240\na,120.1,30.2,mobile,two,30,0;120;240\n,121,31,unicom,three,,omni\n"
    ]
  ) { (bytes, path) throws(UserError) in
    let file = SiteFile(
      configurations: ["one": .mobile, "two": .mobile, "three": .unicom], crs: .gcj02)
    for site in try file.sites(in: CSVTable(name: path, bytes: bytes)) {
      guard site.position.x.isFinite, SiteFile.heightRange.contains(site.heightMetres) else {
        return "site \(site.id) is impossible"
      }
    }
    return nil
  }

  private static let candidates = FuzzTarget(
    "candidates", file: "c.csv",
    seeds: ["id,lon,lat,kind\na,120.1,30.2,tower\nb,120.2,30.3,rooftop\n"]
  ) { (bytes, path) throws(UserError) in
    let found = try CandidateFile(crs: .wgs84).candidates(name: path, bytes: bytes)
    return found.allSatisfy { $0.position.x.isFinite } ? nil : "a position is not finite"
  }

  private static let forbidden = FuzzTarget(
    "forbidden areas", file: "f.geojson",
    seeds: [
      "{\"type\":\"Feature\",\"properties\":{\"name\":\"a\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[120,30],[121,31],[121,30],[120,31],[120,30]]]}}"
    ]
  ) { (bytes, path) throws(UserError) in
    _ = try ForbiddenAreas(name: path, bytes: bytes)
    return nil
  }
}
