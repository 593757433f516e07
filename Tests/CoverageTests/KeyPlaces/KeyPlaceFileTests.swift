import Coverage
import Geometry
import TestSupport
import Territory
import Testing

@Suite struct KeyPlaceFileTests {
  private func reader(_ crs: CoordinateSystem = .wgs84) throws -> KeyPlaceFile {
    let geodata = try Geodata.locate()
    let book = try ColumnBook.read(path: geodata.path(ColumnBook.file))
    return KeyPlaceFile(crs: crs, names: try #require(book.tables[KeyPlaceFile.table]))
  }

  private func places(
    _ text: String, name: String = "k.csv", crs: CoordinateSystem = .wgs84
  ) throws -> [KeyPlace] {
    try reader(crs).places(name: name, bytes: Array(text.utf8))
  }

  @Test func rowsOfOneIdAreKeyPointsOfOnePlace() throws {
    let found = try places(
      """
      编号,名称,类别,经度,纬度
      h1,第一医院,医院,120.1,30.2
      h1,第一医院,医院,120.101,30.2
      s1,中学,学校,120.2,30.3
      h1,第一医院,医院,120.1,30.2

      """)
    #expect(found.map(\.id) == ["h1", "s1"])
    #expect(found.map(\.kind) == [.hospital, .school])
    #expect(found[0].points.map(\.longitude) == [120.1, 120.101])
  }

  @Test func everyKindHasItsOwnName() throws {
    let words = [
      "政务中心", "医疗机构", "高等学校", "交通枢纽", "城市地铁", "景区", "商超", "口岸", "园区", "住宅小区",
      "商务楼宇", "乡镇农村", "其他",
    ]
    let kinds: [KeyPlaceKind] = [
      .government, .hospital, .school, .transportHub, .metro, .scenic, .shopping, .borderPort,
      .park, .residential, .office, .rural, .other,
    ]
    for (word, kind) in zip(words, kinds) {
      #expect(try places("name,kind,lon,lat\na,\(word),120,30\n")[0].kind == kind)
      #expect(try places("name,kind,lon,lat\na,\(kind.rawValue),120,30\n")[0].kind == kind)
    }
    #expect(Set(kinds) == Set(KeyPlaceKind.allCases))
  }

  @Test func positionsAreMovedToTheMapsSystem() throws {
    let text = "name,kind,lon,lat\na,hospital,120.1,30.2\n"
    let moved = try places(text, crs: .gcj02)[0].points[0]
    let exact = try CoordinateTransformer(from: .gcj02, to: .cgcs2000).transform(
      Coordinate(longitude: 120.1, latitude: 30.2))
    #expect(moved == exact && moved.longitude != 120.1)
  }

  @Test func pointsOfFeaturesAreKeyPoints() throws {
    let found = try places(
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"站","kind":"车站"},
      "geometry":{"type":"MultiPoint","coordinates":[[120,30],[120.01,30]]}}]}
      """, name: "k.geojson")
    #expect(
      found == [
        KeyPlace(
          id: "站", name: "站", kind: .transportHub,
          points: [
            Coordinate(longitude: 120, latitude: 30), Coordinate(longitude: 120.01, latitude: 30),
          ])
      ])
  }

  @Test(arguments: [
    ("name,kind,lon,lat\n", "DR-460"), ("name,lon,lat\na,1,2\n", "DR-461"),
    ("name,kind,lon,lat\na,castle,120,30\n", "DR-462"),
    ("id,name,kind,lon,lat\na,x,hospital,120,30\na,y,hospital,120,30\n", "DR-464"),
    ("name,kind,lon,lat\na,hospital,30,120\n", "DR-465"),
    ("name,kind,lon,lat\na,hospital,nan,30\n", "DR-206"),
    ("name,kind,lon,lat\na,hospital,\u{0},30\n", "DR-204"),
  ])
  func mistakesAreRefused(text: String, code: String) {
    #expect(userError { try places(text) }?.code == code)
  }

  @Test func areasAreNoKeyPoints() {
    let text =
      "{\"type\":\"Feature\",\"properties\":{\"kind\":\"park\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[120,30],[121,30],[121,31],[120,30]]]}}"
    #expect(userError { try places(text, name: "k.json") }?.code == "DR-463")
  }
}
