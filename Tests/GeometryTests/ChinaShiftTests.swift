import Geometry
import TestSupport
import Testing

@Suite("ChinaShift")
struct ChinaShiftTests {
  /// WGS 84, GCJ-02 and BD-09, latitude before longitude as the vectors are handed down.
  struct Vector: Sendable {
    let name: String
    let wgs: (Double, Double)
    let gcj: (Double, Double)
    let baidu: (Double, Double)
  }

  static let vectors = [
    Vector(
      name: "Beijing", wgs: (39.9087, 116.3975), gcj: (39.910103499, 116.403743573),
      baidu: (39.916442750, 116.410116586)),
    Vector(
      name: "Shanghai", wgs: (31.2304, 121.4737), gcj: (31.228457738, 121.478223059),
      baidu: (31.234310594, 121.484781469)),
    Vector(
      name: "Guangzhou", wgs: (23.1291, 113.2644), gcj: (23.126423340, 113.269729592),
      baidu: (23.132711257, 113.276150752)),
    Vector(
      name: "Urumqi", wgs: (43.8256, 87.6168), gcj: (43.826805393, 87.619649949),
      baidu: (43.832949795, 87.626099771)),
    Vector(
      name: "Chengdu", wgs: (30.5728, 104.0668), gcj: (30.570346141, 104.069305477),
      baidu: (30.576351856, 104.075782957)),
    Vector(
      name: "Harbin", wgs: (45.8038, 126.5350), gcj: (45.805781525, 126.541040350),
      baidu: (45.811395823, 126.547659214)),
    Vector(
      name: "Lhasa", wgs: (29.65, 91.10), gcj: (29.647300329, 91.101568283),
      baidu: (29.653419416, 91.108037374)),
  ]

  private func close(_ one: Coordinate, _ other: (Double, Double), _ tolerance: Double) -> Bool {
    abs(one.latitude - other.0) <= tolerance && abs(one.longitude - other.1) <= tolerance
  }

  @Test("the known vectors, forward to the last printed digit and back", arguments: vectors)
  func known(vector: Vector) {
    let wgs = Coordinate(longitude: vector.wgs.1, latitude: vector.wgs.0)
    let gcj = ChinaShift.gcj02(fromWGS84: wgs)
    let baidu = ChinaShift.bd09(fromGCJ02: gcj)
    #expect(close(gcj, vector.gcj, 0.6e-9))
    #expect(close(baidu, vector.baidu, 0.6e-9))
    #expect(close(ChinaShift.gcj02(fromBD09: baidu), (gcj.latitude, gcj.longitude), 1e-10))
    #expect(close(ChinaShift.wgs84(fromGCJ02: gcj), vector.wgs, 1e-10))
  }

  @Test("Tokyo stays where it is")
  func outside() {
    let tokyo = Coordinate(longitude: 139.6917, latitude: 35.6895)
    #expect(ChinaShift.gcj02(fromWGS84: tokyo) == tokyo)
    #expect(ChinaShift.wgs84(fromGCJ02: tokyo) == tokyo)
    #expect(ChinaShift.bd09(fromGCJ02: tokyo) == tokyo)
  }

  @Test(
    "the way there and back is 1e-9 degrees anywhere in the mainland",
    arguments: 0..<10 as Range<UInt64>)
  func roundTrip(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let wgs = Coordinate(
        longitude: Double.random(in: 73.5...135, using: &random),
        latitude: Double.random(in: 18...53.6, using: &random))
      let baidu = ChinaShift.bd09(fromGCJ02: ChinaShift.gcj02(fromWGS84: wgs))
      let back = ChinaShift.wgs84(fromGCJ02: ChinaShift.gcj02(fromBD09: baidu))
      #expect(close(back, (wgs.latitude, wgs.longitude), 1e-9))
    }
  }
}
