import Coverage
import Geometry
import TestSupport
import Territory
import Testing

/// Borders, holes, and values that nobody should measure.
@Suite struct ClaimAuditHostileTests {
  private func position(_ x: Double, _ y: Double) -> Coordinate {
    let origin = PlantedWorld.lattice.corners(of: PlantedWorld.first)[0]
    return Albers.china.unproject(Coordinate(x: origin.x + x, y: origin.y + y))
  }

  private func set(_ positions: [Coordinate]) throws -> MeasurementSet {
    try MeasurementSet(
      longitudes: positions.map(\.longitude), latitudes: positions.map(\.latitude),
      rsrpDBm: [Float](repeating: -90, count: positions.count))
  }

  @Test(arguments: CellRule.Shape.allCases)
  func aSampleOnABorderCountsOnce(shape: CellRule.Shape) throws {
    // Two claims share a crooked border; samples lie on its corners and along it.
    let border = [(200, 0), (250, 130), (190, 210), (230, 290), (200, 400)].map {
      position(Double($0.0), Double($0.1))
    }
    let west = try Geometry.polygon(
      shell: border + [position(0, 400), position(0, 0)])
    let east = try Geometry.polygon(
      shell: border.reversed() + [position(400, 0), position(400, 400)])
    var samples = Array(border[1...3])
    for (one, other) in zip(border, border.dropFirst()) {
      for part in 1..<50 {
        let share = Double(part) / 50
        samples.append(
          Coordinate(x: one.x + share * (other.x - one.x), y: one.y + share * (other.y - one.y)))
      }
    }
    let audit = try ClaimAudit(rule: PlantedWorld.rule(shape: shape))
    let result = try audit.audit(
      set(samples),
      claims: [CoverageClaim(id: "w", area: west), CoverageClaim(id: "e", area: east)], threads: 2)
    #expect(result.claims.reduce(0) { $0 + $1.measured.samples } == samples.count)
    let areas = result.claims.map(\.areaSquareMetres).reduce(0, +)
    #expect(abs(areas - 160_000) < 1)
  }

  /// The index and GEOS agree on which samples lie in a claim of many corners with holes.
  @Test(arguments: CellRule.Shape.allCases) func samplesInsideAsGEOSSays(shape: CellRule.Shape)
    throws
  {
    var random = NormalNumbers(seed: 12)
    func star(_ radius: Double, _ x: Double, _ y: Double, corners: Int) -> [Coordinate] {
      let ring = (0..<corners).map { index in
        let (sine, cosine) = Circle.point(Double(index) / Double(corners))
        let reach = radius * (0.7 + 0.3 * random.uniform())
        return position(x + reach * cosine, y + reach * sine)
      }
      return ring + [ring[0]]
    }
    let area = try Geometry.multiPolygon([
      [star(900, 0, 0, corners: 700), star(300, -100, 50, corners: 90)],
      [star(400, 1500, 200, corners: 40)],
    ])
    let samples = (0..<20_000).map { _ in
      position(1000 * random.normal() + 400, 700 * random.normal())
    }
    let finding = try ClaimAudit(rule: PlantedWorld.rule(shape: shape)).audit(
      set(samples), claims: [CoverageClaim(id: "star", area: area)], threads: 2
    ).claims[0]
    let prepared = try PreparedGeometry(area)
    #expect(finding.measured.samples == samples.count { prepared.contains($0) })
    #expect(abs(finding.areaSquareMetres / (try Albers.china.area(of: area)) - 1) < 1e-9)
    let cells =
      finding.cells.reduce(0) { $0 + $1.areaSquareMetres }
      + (finding.unsampled ?? []).reduce(0) { $0 + $1.areaSquareMetres }
    #expect(abs(cells / finding.areaSquareMetres - 1) < 0.01)
  }

  @Test func aHoleIsNotClaimed() throws {
    let ring = PlantedWorld.ring(columns: 0..<10, rows: 0..<10)
    let hole = PlantedWorld.ring(columns: 3..<7, rows: 3..<7)
    let claim = CoverageClaim(id: "ring", area: try .polygon(shell: ring, holes: [hole]))
    let samples = (0..<10).flatMap { column in
      (0..<10).map { row in position(Double(column) * 100 + 50, Double(row) * 100 + 50) }
    }
    let finding = try ClaimAudit(rule: PlantedWorld.rule()).audit(
      set(samples), claims: [claim], threads: 1
    ).claims[0]
    #expect(finding.measured.samples == 84)
    #expect(abs(finding.areaSquareMetres - 840_000) < 10)
    #expect(abs(finding.sampledAreaShare - 1) < 1e-4)
  }

  @Test func hostileValues() throws {
    let here = position(50, 50)
    let (lon, lat) = (here.longitude, here.latitude)
    let inf = Double.infinity
    let positions: [(Double, Double)] = [
      (lon, lat), (.nan, lat), (lon, inf), (-inf, lat), (0, 0), (179, 89), (lon, -90), (1e300, lat),
      (lon, lat), (lon, lat), (lon, lat), (lon, lat),
    ]
    let levels: [Float] = [
      -90, -90, -90, -90, -90, -90, -90, -90, .nan, .infinity, -.infinity, -105,
    ]
    let hostile = try MeasurementSet(
      longitudes: positions.map(\.0), latitudes: positions.map(\.1), rsrpDBm: levels)
    let claim = try PlantedWorld.claim("a", columns: 0..<1, rows: 0..<1)
    func result(_ missing: ServedRule.Missing) throws -> ClaimAuditResult {
      try ClaimAudit(rule: PlantedWorld.rule(missing: missing)).audit(
        hostile, claims: [claim], threads: 3)
    }
    let leftOut = try result(.leftOut)
    #expect(leftOut.samples == 12 && leftOut.withoutPosition == 3 && leftOut.outside == 4)
    #expect(leftOut.claims[0].measured.samples == 2)
    #expect(leftOut.claims[0].measured.served == 2)
    #expect(leftOut.claims[0].missing == 3)
    let unserved = try result(.unserved)
    #expect(unserved.claims[0].measured.samples == 5)
    #expect(unserved.claims[0].measured.served == 2)
    #expect(unserved.claims[0].missing == 0)
  }

  @Test func claimsFarFromChinaAreRefused() throws {
    let audit = try ClaimAudit(rule: PlantedWorld.rule())
    for corner in [(-100.0, 40.0), (34, 112), (112, 89)] {
      let ring = [(0.0, 0.0), (0.1, 0), (0.1, 0.1)].map {
        Coordinate(x: corner.0 + $0.0, y: min(90, corner.1 + $0.1))
      }
      let claim = CoverageClaim(id: "far", area: try .polygon(shell: ring))
      let empty = try MeasurementSet(longitudes: [], latitudes: [])
      #expect(
        userError { try audit.audit(empty, claims: [claim], threads: 1) }?.code == "DR-487")
    }
  }

  @Test func noSamplesAtAll() throws {
    let empty = try MeasurementSet(longitudes: [], latitudes: [])
    let claim = try PlantedWorld.claim("a", columns: 0..<3, rows: 0..<1)
    let audit = try ClaimAudit(rule: PlantedWorld.rule())
    let finding = try audit.audit(empty, claims: [claim], threads: 2).claims[0]
    #expect(finding.reason == .noSamples && finding.measured.share == nil)
    #expect(finding.limits == .everything)
    #expect(finding.wanted?.clusters == 20 && finding.wanted?.toward == .unknown)
    #expect(finding.unsampled?.count == 3)
    #expect(audit.audit(empty, threads: 1).claims[0].cells.isEmpty)
  }

  @Test func samplesWithoutClusterAreOneCluster() throws {
    // However many there are, a cell inside a block has no verdict; the claim has its blocks.
    var random = NormalNumbers(seed: 3)
    let samples = (0..<20_000).map { _ in
      position(2000 * random.uniform(), 2000 * random.uniform())
    }
    let claim = try PlantedWorld.claim("a", columns: 0..<20, rows: 0..<20)
    let finding = try ClaimAudit(rule: PlantedWorld.rule()).audit(
      set(samples), claims: [claim], threads: 2
    ).claims[0]
    #expect(finding.cells(with: .unknown) == finding.cells.count)
    // Blocks of 200 m over 2 km: 100, or up to 121 where they are off the cells.
    #expect((100...121).contains(finding.measured.clusters))
    #expect(finding.verdict == .confirmed)
  }
}

/// Sine and cosine of a part of a turn.
private enum Circle {
  static func point(_ turn: Double) -> (Double, Double) {
    // By rotation, so that tests need no C library.
    var (x, y) = (1.0, 0.0)
    let steps = 4096
    let step = 2 * Double.pi / Double(steps)
    let cosine = 1 - step * step / 2 + step * step * step * step / 24
    let sine = step - step * step * step / 6
    for _ in 0..<Int(turn * Double(steps)) {
      (x, y) = (x * cosine - y * sine, x * sine + y * cosine)
    }
    return (y, x)
  }
}
