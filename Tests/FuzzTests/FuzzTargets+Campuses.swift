import Geometry
import Territory

/// Readers of campuses and of employment.
extension FuzzTargets {
  private struct Campuses {
    let book: IndustryBook
    let names: ColumnNames
    let counties: CampusCounties

    init?() {
      guard let geodata = try? Geodata.locate(),
        let book = try? IndustryBook.read(path: geodata.path(IndustryBook.file)),
        let columns = try? ColumnBook.read(path: geodata.path(ColumnBook.file)),
        let names = columns.tables[CampusFile.table],
        let square = try? Geometry.polygon(
          shell: [(120, 30), (121, 30), (121, 31), (120, 31), (120, 30)].map {
            Coordinate(x: $0.0, y: $0.1)
          }, holes: [])
      else { return nil }
      self.book = book
      self.names = names
      counties = CampusCounties(counties: [("330101", "县", "市", square)])
    }
  }

  private static let world = Campuses()

  private static func check(
    _ name: String, _ bytes: [UInt8], _ path: String
  ) throws(UserError) -> String? {
    guard let world else { return "the books are not there" }
    let set = try CampusFile(book: world.book, crs: .wgs84, names: world.names)
      .campuses(name: path, bytes: bytes, counties: world.counties)
    for campus in set.campuses {
      guard campus.hectares.isFinite, campus.hectares > 0, campus.employees >= 0,
        campus.position.x.isFinite, campus.terminals.values.allSatisfy({ $0 > 0 })
      else { return "a campus of \(name) cannot be" }
    }
    return nil
  }

  static let campusTable = FuzzTarget(
    "campuses", file: "c.csv",
    seeds: [
      """
      id,name,kind,industry,lon,lat,area_ha,employees,scenarios,earliest,group
      a,港区,port,港口,120.5,30.5,80,1000,远程设备操控:6;厂区智能理货:40,2022Q1,mobile
      b,"x, y",矿山,mining,120.6,30.6,,300,,,

      """
    ]
  ) { (bytes, path) throws(UserError) in try check("a table", bytes, path) }

  static let campusLayer = FuzzTarget(
    "campuses' outlines", file: "c.geojson",
    seeds: [
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":7,"industry":"steel",
      "employees":300,"scenarios":"process-tracing:4"},"geometry":{"type":"Polygon","coordinates":
      [[[120.5,30.5],[120.6,30.5],[120.6,30.6],[120.5,30.6],[120.5,30.5]]]}}]}
      """
    ]
  ) { (bytes, path) throws(UserError) in try check("a layer", bytes, path) }

  static let employment = FuzzTarget(
    "employment", file: "e.csv",
    seeds: [
      """
      CODE,NAME,EMPL_OCCU,EMPL_INDU_MANU,EMPL_INDU_MINI,EMPL_INDU_UTIL
      330101,县,0.5,0.4,0.1,0.01
      330102,县,#DIV/0!,#DIV/0!,,

      """
    ]
  ) { (bytes, path) throws(UserError) in
    let file = try EmploymentFile(name: path, bytes: bytes)
    for row in file.rows.values {
      guard let row else { continue }
      let shares = [row.employed] + row.shares.values
      guard shares.allSatisfy({ (0...1).contains($0) }) else { return "a share is no share" }
    }
    return nil
  }
}
