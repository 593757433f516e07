import Geometry
import Territory
import TestSupport
import Testing

@Suite struct StatedUnitsTests {
  static func square(_ x: Double, _ y: Double, side: Double) throws -> Geometry {
    try Geometry.polygon(
      shell: [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map {
        Coordinate(x: x + $0.0 * side, y: y + $0.1 * side)
      }, holes: [])
  }

  private func world() throws -> StatedUnits {
    StatedUnits(counties: [
      ("330102", "上城区", "杭州市", try Self.square(120, 30, side: 0.5)),
      ("330106", "西湖区", "杭州市", try Self.square(120.5, 30, side: 0.5)),
      ("360103", "西湖区", "南昌市", try Self.square(115, 28, side: 0.5)),
    ])
  }

  @Test func findsUnitsByCodeAndName() throws {
    let units = try world()
    #expect(units.index(adcode: "330106") == 1)
    #expect(units.index(adcode: "330106001000") == 1)
    #expect(units.index(adcode: "999999") == nil)
    #expect(units.index(county: "上城", prefecture: "") == 0)
    #expect(units.index(county: "上城区", prefecture: "杭州") == 0)
    #expect(units.index(county: "西湖区", prefecture: "杭州市") == 1)
    #expect(units.index(county: "西湖区", prefecture: "南昌") == 2)
    #expect(units.index(county: "西湖区", prefecture: "") == nil)
    #expect(units.index(county: "西湖区", prefecture: "宁波市") == nil)
    #expect(units.index(county: "南昌市西湖区", prefecture: "") == 2)
    #expect(units.index(county: "", prefecture: "杭州市") == nil)
  }

  @Test func distancesAreThoseOfAPlane() throws {
    let units = try world()
    let inside = Coordinate(longitude: 120.25, latitude: 30.25)
    #expect(units.contains(inside, in: 0))
    #expect(units.distanceMetres(inside, to: 0) == 0)
    let north = Coordinate(longitude: 120.25, latitude: 30.51)
    #expect(!units.contains(north, in: 0))
    #expect(abs(units.distanceMetres(north, to: 0) - 1108.7) < 0.5)
    let east = Coordinate(longitude: 120.51, latitude: 30.25)
    let metres = EllipsoidDegree(at: 30.25).eastMetres * 0.01
    #expect(abs(units.distanceMetres(east, to: 0) - metres) < 0.01)
  }

  @Test func holesAndIslandsCount() throws {
    let hole = try Self.square(120.2, 30.2, side: 0.1).polygons[0][0]
    let outer = try Self.square(120, 30, side: 0.5).polygons[0][0]
    let island = try Self.square(121, 30, side: 0.1).polygons[0]
    let area = try Geometry.multiPolygon([[outer, hole], island])
    let units = StatedUnits(counties: [("330102", "上城区", "", area)])
    #expect(!units.contains(Coordinate(x: 120.25, y: 30.25), in: 0))
    #expect(units.contains(Coordinate(x: 120.1, y: 30.1), in: 0))
    #expect(units.contains(Coordinate(x: 121.05, y: 30.05), in: 0))
    #expect(!units.contains(Coordinate(x: 120.8, y: 30.05), in: 0))
  }

  /// The bundled counties, against GEOS.
  @Test func agreesWithGEOSOverTheCountry() throws {
    let geodata = try Geodata.locate()
    let gazetteer = try Gazetteer(geodata)
    let boundaries = try Boundaries(geodata)
    let units = StatedUnits(gazetteer, boundaries)
    var random = RandomNumbers(seed: 7)
    let codes = boundaries.counties.keys.sorted()
    var counts = (inside: 0, outside: 0)
    for _ in 0..<400 {
      let code = codes[random.below(codes.count)]
      guard let area = boundaries.counties[code], let unit = units.index(adcode: code),
        gazetteer[code]?.polygon == code
      else { continue }
      for _ in 0..<5 {
        let box = area.envelope
        let position = Coordinate(
          x: box.minX + Double(random.below(1000)) / 1000 * (box.maxX - box.minX),
          y: box.minY + Double(random.below(1000)) / 1000 * (box.maxY - box.minY))
        let isInside = units.contains(position, in: unit)
        #expect(isInside == area.contains(position))
        if isInside { counts.inside += 1 } else { counts.outside += 1 }
      }
    }
    #expect(counts.inside > 300 && counts.outside > 300)
    let hangzhou = try #require(units.index(county: "", prefecture: "杭州市"))
    #expect(units.contains(Coordinate(longitude: 120.15, latitude: 30.28), in: hangzhou))
    #expect(!units.contains(Coordinate(longitude: 121.5, latitude: 31.2), in: hangzhou))
  }
}
