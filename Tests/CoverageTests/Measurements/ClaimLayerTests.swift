import Coverage
import Geometry
import Testing

@Suite struct ClaimLayerTests {
  private func world(shuffled: Bool = false) throws -> (MeasurementSet, [CoverageClaim]) {
    let side = 12
    let world = PlantedWorld(
      side: side, shares: (0..<side * side).map { $0 % side < 6 ? 0.99 : 0.7 })
    let set = try world.measurements(drives: 120, seed: 5)
    let claims = try [
      PlantedWorld.claim("west", columns: 0..<6, rows: 0..<12),
      PlantedWorld.claim("east", columns: 6..<12, rows: 1..<11),
      PlantedWorld.claim("all", columns: 0..<12, rows: 0..<12),
    ]
    guard shuffled else { return (set, claims) }
    var order = Array(0..<set.count)
    var random = NormalNumbers(seed: 8)
    for index in order.indices.reversed() {
      order.swapAt(index, Int(random.uniform() * Double(index + 1)))
    }
    return (
      try MeasurementSet(
        longitudes: order.map { set.longitudes[$0] }, latitudes: order.map { set.latitudes[$0] },
        rsrpDBm: order.map { set.rsrpDBm[$0] }, clusters: order.map { set.clusters[$0] }), claims
    )
  }

  private func bytes(_ result: ClaimAuditResult) throws -> [UInt8] {
    let claims = result.claims.map { "\($0.id) \($0.verdict) \($0.limits) \($0.measured)" }
    return try result.geoJSON(threads: 3) + SamplingPlan(result).geoJSON()
      + Array(claims.joined(separator: "\n").utf8)
  }

  @Test func sameBytesForAnyThreadsAndOrder() throws {
    let audit = try ClaimAudit(rule: PlantedWorld.rule())
    let (set, claims) = try world()
    let one = try bytes(audit.audit(set, claims: claims, threads: 1))
    for threads in [2, 5] {
      #expect(try bytes(audit.audit(set, claims: claims, threads: threads)) == one)
    }
    let (other, _) = try world(shuffled: true)
    #expect(try bytes(audit.audit(other, claims: claims, threads: 2)) == one)
  }

  @Test func aClaimsVerdictDoesNotHangOnItsNeighboursSeed() throws {
    let audit = try ClaimAudit(rule: PlantedWorld.rule())
    let (set, claims) = try world()
    let forward = try audit.audit(set, claims: claims, threads: 2).claims
    let backward = try audit.audit(set, claims: claims.reversed(), threads: 2).claims
    for (one, other) in zip(forward, backward.reversed()) {
      #expect(one.id == other.id && one.verdict == other.verdict)
      #expect(abs(one.limits.lower - other.limits.lower) < 1e-9)
    }
  }

  @Test func everyCellIsAFeatureRoundItsMiddle() throws {
    let (set, claims) = try world()
    let result = try ClaimAudit(rule: PlantedWorld.rule()).audit(set, claims: claims, threads: 2)
    let features = try GeoJSONReader(source: "cells").features(in: result.geoJSON())
    let cells = result.claims.flatMap { claim in claim.cells.map { (claim.id, $0) } }
    #expect(features.count == cells.count)
    for (feature, (claim, cell)) in zip(features, cells) {
      #expect(feature.id?.string == "\(claim)/\(cell.cell.name)")
      #expect(feature.properties["verdict"]?.string == cell.verdict.rawValue)
      #expect(feature.properties["samples"]?.integer == cell.measured.samples)
      #expect(feature.properties["reason"]?.string == cell.reason?.rawValue)
      let center = Albers.china.unproject(result.lattice.center(of: cell.cell))
      #expect(feature.geometry?.contains(center) == true)
    }
  }
}
