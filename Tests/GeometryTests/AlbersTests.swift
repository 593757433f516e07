import CPROJ
import Geometry
import TestSupport
import Testing

/// PROJ's own operation, the oracle of ours.
private final class Oracle {
  private let context = proj_context_create()
  private let operation: OpaquePointer?

  init(_ definition: String) { operation = proj_create(context, definition) }

  deinit {
    if let operation { proj_destroy(operation) }
    if let context { proj_context_destroy(context) }
  }

  func project(_ position: Coordinate) -> Coordinate {
    let radians = proj_coord(
      proj_torad(position.longitude), proj_torad(position.latitude), 0, 0)
    let plane = proj_trans(operation, PJ_FWD, radians)
    return Coordinate(x: plane.xy.x, y: plane.xy.y)
  }

  /// Geodesic distance in metres and azimuth in degrees.
  func geodesic(_ one: Coordinate, _ other: Coordinate) -> (metres: Double, azimuth: Double) {
    let result = proj_geod(
      operation, proj_coord(proj_torad(one.x), proj_torad(one.y), 0, 0),
      proj_coord(proj_torad(other.x), proj_torad(other.y), 0, 0))
    return (result.lp.lam, result.lp.phi)
  }
}

@Suite("Albers")
struct AlbersTests {
  private let albers = Albers.china

  @Test(
    "agrees with PROJ's aea to a micrometre, and back to 1e-11 degrees",
    arguments: 0..<10 as Range<UInt64>)
  func againstPROJ(seed: UInt64) {
    let oracle = Oracle(
      "+proj=aea +lat_0=0 +lon_0=105 +lat_1=25 +lat_2=47 +x_0=0 +y_0=0 +ellps=GRS80")
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let position = Coordinate(
        longitude: Double.random(in: 73...136, using: &random),
        latitude: Double.random(in: 3...54, using: &random))
      let ours = albers.project(position)
      let theirs = oracle.project(position)
      #expect(abs(ours.x - theirs.x) < 1e-6 && abs(ours.y - theirs.y) < 1e-6)
      let back = albers.unproject(theirs)
      #expect(abs(back.x - position.x) < 1e-11 && abs(back.y - position.y) < 1e-11)
    }
  }

  @Test("the area of a quadrangle is the ellipsoid's")
  func area() throws {
    // A degree by a degree with many vertices on its parallels; the closed form is
    // a^2 (1 - e^2) / 2 [q(31) - q(30)] times a degree, worked out beside this test.
    let steps = 2000
    let south = (0...steps).map { Coordinate(x: 120 + Double($0) / Double(steps), y: 30) }
    let north = (0...steps).map { Coordinate(x: 121 - Double($0) / Double(steps), y: 31) }
    let quadrangle = try Geometry.polygon(shell: south + north)
    let area = try albers.area(of: quadrangle)
    #expect(abs(area / quadrangleSquareMetres(30, 31) - 1) < 1e-8)
  }

  /// Simpson's rule over the ellipsoid's area element, apart from the closed form under test.
  private func quadrangleSquareMetres(_ south: Double, _ north: Double) -> Double {
    let a = 6_378_137.0
    let e2 = (1 / 298.257222101) * (2 - 1 / 298.257222101)
    let steps = 200
    let width = (north - south) * .pi / 180 / Double(steps)
    var sum = 0.0
    for step in 0...steps {
      let degrees = south + (north - south) * Double(step) / Double(steps)
      let sine = proj_sine(degrees)
      let cosine = (1 - sine * sine).squareRoot()
      let magic = 1 - e2 * sine * sine
      let weight = step == 0 || step == steps ? 1.0 : (step % 2 == 1 ? 4.0 : 2.0)
      sum += weight * cosine / (magic * magic)
    }
    return a * a * (1 - e2) * sum * width / 3 * .pi / 180
  }

  /// Sine of degrees by its series, which is exact enough below 60 degrees.
  private func proj_sine(_ degrees: Double) -> Double {
    let x = degrees * .pi / 180
    var term = x
    var sum = x
    for n in 1..<15 {
      term *= -x * x / Double(2 * n * (2 * n + 1))
      sum += term
    }
    return sum
  }

  @Test("a geometry comes back from the plane")
  func geometry() throws {
    let box = try square(120, 30, 1)
    let back = try albers.unproject(albers.project(box))
    for (one, other) in zip(back.coordinates, box.coordinates) {
      #expect(abs(one.x - other.x) < 1e-11 && abs(one.y - other.y) < 1e-11)
    }
  }
}

@Suite("AlbersFrame")
struct AlbersFrameTests {
  /// Longitude, latitude, relative tolerance at 5 km: the scale's own change with latitude.
  @Test(
    "distances and directions of 5 km are the geodesic's",
    arguments: [
      (116.4, 39.9, 1e-4), (121.5, 31.2, 1e-4), (113.3, 23.1, 1e-4), (87.6, 43.8, 1e-4),
      (91.1, 29.65, 1e-4), (110.3, 20.04, 1e-4), (126.5, 45.8, 1e-4), (105, 35, 1e-4),
      (109.5, 18.25, 2e-4), (124.1, 50.4, 2e-4), (122.5, 53.0, 2e-4), (134.3, 48.4, 2e-4),
      (75.9, 39.5, 1e-4), (-2.24, 53.48, 4e-4), (-0.13, 51.5, 4e-4), (-1.2, 60.15, 4e-4),
    ])
  func geodesics(longitude: Double, latitude: Double, tolerance: Double) {
    let albers = Albers.china
    let origin = Coordinate(longitude: longitude, latitude: latitude)
    let frame = albers.localFrame(at: origin)
    let oracle = Oracle("+proj=longlat +ellps=GRS80")
    for direction in 0..<16 {
      let turn = Double(direction) * .pi / 8
      let east = 5000 * sine(turn)
      let north = 5000 * sine(turn + .pi / 2)
      let target = albers.unproject(frame.plane(Coordinate(x: east, y: north)))
      let geodesic = oracle.geodesic(origin, target)
      #expect(abs(geodesic.metres / 5000 - 1) < tolerance)
      var difference = (geodesic.azimuth - turn * 180 / .pi).truncatingRemainder(dividingBy: 360)
      if difference > 180 { difference -= 360 }
      if difference < -180 { difference += 360 }
      #expect(abs(difference) < 0.05)
    }
  }

  @Test(
    "a transverse Mercator round the origin says the same",
    arguments: [
      (116.4, 39.9), (113.3, 23.1), (87.6, 43.8), (104.1, 30.6),
    ])
  func transverseMercator(longitude: Double, latitude: Double) {
    let origin = Coordinate(longitude: longitude, latitude: latitude)
    let frame = Albers.china.localFrame(at: origin)
    let oracle = Oracle("+proj=tmerc +lat_0=\(latitude) +lon_0=\(longitude) +ellps=GRS80")
    for (dx, dy) in [(0.03, 0.02), (-0.03, 0.03), (0, -0.04), (0.04, 0)] {
      let position = Coordinate(longitude: longitude + dx, latitude: latitude + dy)
      let ours = frame.local(Albers.china.project(position))
      let theirs = oracle.project(position)
      let distance = (theirs.x * theirs.x + theirs.y * theirs.y).squareRoot()
      let apart =
        ((ours.x - theirs.x) * (ours.x - theirs.x)
        + (ours.y - theirs.y) * (ours.y - theirs.y)).squareRoot()
      #expect(apart < 5e-4 * distance)
      let ourDistance = (ours.x * ours.x + ours.y * ours.y).squareRoot()
      #expect(abs(ourDistance / distance - 1) < 1e-4)
    }
  }

  @Test("the inverse undoes the map, and areas stay", arguments: 0..<10 as Range<UInt64>)
  func inverse(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let frame = Albers.china.localFrame(
      at: Coordinate(
        longitude: Double.random(in: 75...134, using: &random),
        latitude: Double.random(in: 18...53, using: &random)))
    let square = corners(-1000, -1000, 2000)
    let plane = square.map(frame.plane)
    #expect(abs(Ring.signedArea(plane) - 4e6) < 1e-2)
    for (one, other) in zip(plane.map(frame.local), square) {
      #expect(abs(one.x - other.x) < 1e-6 && abs(one.y - other.y) < 1e-6)
    }
  }

  /// Sine by its series on the nearest turn.
  private func sine(_ angle: Double) -> Double {
    let x = angle - (angle / (2 * .pi)).rounded() * 2 * .pi
    var term = x
    var sum = x
    for n in 1..<20 {
      term *= -x * x / Double(2 * n * (2 * n + 1))
      sum += term
    }
    return sum
  }
}
