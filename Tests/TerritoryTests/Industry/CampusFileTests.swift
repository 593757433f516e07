import Geometry
import TestSupport
import Territory
import Testing

@Suite struct CampusFileTests {
  private let world: IndustryWorld
  private static let header = "id,name,kind,industry,lon,lat,area_ha,employees,scenarios\n"

  init() throws { world = try IndustryWorld() }

  @Test func aRowIsACampus() throws {
    let set = try world.read(
      Self.header
        + "p,港区,port,port,120.5,30.5,80,1000,remote-operation:6; 厂区智能理货：40;goods-tracking:0\n")
    let campus = try #require(set.campuses.first)
    #expect(campus.kind == .port && campus.industry == "port" && campus.county == "330101")
    #expect(campus.hectares == 80 && campus.employees == 1000)
    #expect(campus.terminals == ["remote-operation": 6, "yard-tallying": 40])
    #expect(campus.dataKind == .measured && campus.terminalKind == .measured)
    #expect(set.repairs.isEmpty && set.employment.isEmpty)
  }

  @Test func chineseTitlesAndWords() throws {
    let set = try world.read(
      "编号,名称,类别,行业,经度,纬度,面积(公顷),职工数,应用场景,最早季度,运营商\n1,甲矿,矿山,采矿,121.5,30.5,900,500,无人智能巡检:3,2022Q2,中国移动\n"
    )
    let campus = try #require(set.campuses.first)
    #expect(campus.kind == .mine && campus.industry == "mining" && campus.county == "330102")
    #expect(campus.terminals == ["unmanned-inspection": 3] && campus.hectares == 900)
    #expect(campus.earliest == Quarter(year: 2022, quarter: 2) && campus.group == "mobile")
  }

  @Test func whatIsLeftOutFollowsFromTheEmployees() throws {
    let set = try world.read(
      "industry,lon,lat,employees,scenarios\nsteel,120.5,30.5,6000,\nsteel,120.6,30.5,6000,process-tracing\n"
    )
    let (first, second) = (set.campuses[0], set.campuses[1])
    #expect(first.terminals == world.book.terminals(of: "steel", employees: 6000))
    #expect(first.terminalKind == .estimated && first.kind == .factory)
    #expect(second.terminals == ["process-tracing": 30] && second.terminalKind == .estimated)
    #expect(first.hectares == 100)
    #expect(set.repairs.map(\.kind) == [.areaFromEmployees, .areaFromEmployees])
    #expect(set.repairs[0].place == "c.csv:2")
  }

  /// 0.01 by 0.01 degrees at 30.5 N are about 960 by 1109 metres: 106.4 hectares.
  @Test func aPolygonHasItsArea() throws {
    let ring = "[[[120.5,30.5],[120.51,30.5],[120.51,30.51],[120.5,30.51],[120.5,30.5]]]"
    let text =
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"编号":7,"industry":"纺织","employees":300},"geometry":{"type":"Polygon","coordinates":"#
      + ring + "}}]}"
    let set = try world.read(text, name: "c.geojson")
    let campus = try #require(set.campuses.first)
    #expect(campus.id == "7" && campus.footprint != nil)
    #expect(abs(campus.hectares - 106.4) < 1)
    #expect(abs(campus.position.x - 120.505) < 1e-9 && abs(campus.position.y - 30.505) < 1e-9)
  }

  /// GCJ-02 lies some hundred metres off.
  @Test func positionsOfOtherSystems() throws {
    let row = "industry,lon,lat,employees\nsteel,120.5,30.5,600\n"
    let shifted = try world.read(row, crs: .gcj02).campuses[0].position
    let metres = (120.5 - shifted.x) * 95_800
    #expect(abs(metres) > 200 && abs(metres) < 800)
  }

  @Test func aQuayJustOutsideGoesToTheNearestCounty() throws {
    let set = try world.read(
      "industry,lon,lat,employees,area_ha,county\nport,119.99,30.5,600,9,330109\n")
    #expect(set.campuses[0].county == IndustryWorld.west)
    #expect(set.repairs.map(\.kind) == [.nearestCounty, .countyOfPosition])
  }

  @Test(arguments: [
    ("", "DR-201"), ("industry,lon,lat,employees\n", "DR-911"),
    ("industry,lon,lat\nsteel,120.5,30.5\n", "DR-912"),
    ("industry,lon,lat,employees\ngold,120.5,30.5,9\n", "DR-913"),
    ("industry,lon,lat,employees,kind\nsteel,120.5,30.5,9,castle\n", "DR-913"),
    ("industry,lon,lat,employees,scenarios\nsteel,120.5,30.5,9,magic:3\n", "DR-913"),
    ("industry,lon,lat,employees,group\nsteel,120.5,30.5,9,nobody\n", "DR-913"),
    ("industry,lon,lat,employees\nsteel,30.5,120.5,9\n", "DR-914"),
    ("industry,lon,lat,employees\nsteel,118.5,30.5,9\n", "DR-914"),
    ("industry,lon,lat,employees\nsteel,nan,30.5,9\n", "DR-206"),
    ("industry,lon,lat,employees\nsteel,120.5,30.5,-9\n", "DR-915"),
    ("industry,lon,lat,employees,area_ha\nsteel,120.5,30.5,9,NaN\n", "DR-915"),
    ("industry,lon,lat,employees,area_ha\nsteel,120.5,30.5,9,0\n", "DR-915"),
    ("industry,lon,lat,employees,scenarios\nsteel,120.5,30.5,9,process-tracing:-3\n", "DR-915"),
    (
      "industry,lon,lat,employees,scenarios\nsteel,120.5,30.5,9,process-tracing:1;生产过程溯源:2\n",
      "DR-915"
    ),
    ("id,industry,lon,lat,employees\na,steel,120.5,30.5,9\na,steel,120.5,30.5,9\n", "DR-916"),
    ("industry,lon,lat,employees,earliest\nsteel,120.5,30.5,9,soon\n", "DR-923"),
  ]) func mistakesAreNamed(text: String, code: String) {
    let error = userError { try world.read(text) }
    #expect(error?.code == code, "\(error?.description ?? "none")")
    #expect(error?.place.hasPrefix("c.csv") == true)
  }

  @Test(arguments: [
    (#"{"type":"LineString","coordinates":[[120.5,30.5],[120.6,30.5]]}"#, "DR-917"),
    ("null", "DR-917"),
    (
      #"{"type":"Polygon","coordinates":[[[120,30],[121,31],[121,30],[120,31],[120,30]]]}"#,
      "DR-134"
    ),
  ]) func mistakesOfFeatures(geometry: String, code: String) {
    let text =
      #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"industry":"steel","employees":3},"geometry":"#
      + geometry + "}]}"
    #expect(userError { try world.read(text, name: "c.geojson") }?.code == code)
  }
}
