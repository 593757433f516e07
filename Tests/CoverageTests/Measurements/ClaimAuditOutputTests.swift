import Coverage
import Geometry
import Testing

@Suite struct ClaimAuditOutputTests {
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
    let plan = SamplingPlan(result)
    let rows = result.claimRows() + result.cellRows() + plan.rows()
    return try result.geoJSON() + plan.geoJSON()
      + Array(rows.map { $0.joined(separator: ",") }.joined(separator: "\n").utf8)
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

  @Test func rowsAndFeaturesSayTheSame() throws {
    let (set, claims) = try world()
    let result = try ClaimAudit(rule: PlantedWorld.rule()).audit(set, claims: claims, threads: 2)
    let rows = result.cellRows()
    #expect(rows.allSatisfy { $0.count == ClaimAuditResult.cellHeader.count })
    let claimRows = result.claimRows()
    #expect(claimRows.allSatisfy { $0.count == ClaimAuditResult.claimHeader.count })
    #expect(claimRows.map { $0[0] } == ["west", "east", "all"])
    #expect(claimRows[1][4] == "0.600" && claimRows[1][15] == "contradicted")
    let features = try GeoJSONReader(source: "cells").features(in: result.geoJSON())
    #expect(features.count == rows.count)
    for (feature, row) in zip(features, rows) {
      #expect(feature.id?.string == "\(row[0])/\(row[1])")
      #expect(feature.properties["verdict"]?.string == row[13])
      #expect(feature.properties["samples"]?.integer.map(String.init) == row[5])
      #expect(feature.properties["reason"]?.string ?? "" == row[14])
      let center = Coordinate(
        longitude: Double(row[2]) ?? .nan, latitude: Double(row[3]) ?? .nan)
      #expect(feature.geometry?.contains(center) == true)
    }
  }

  @Test func numbersHaveFixedDecimals() throws {
    let set = try ClaimAuditTests.samples(in: [(0, 0)], drives: 3, perDrive: 2, served: 1)
    let claim = try PlantedWorld.claim("a", columns: 0..<1, rows: 0..<1)
    let row = try ClaimAudit(rule: PlantedWorld.rule()).audit(set, claims: [claim], threads: 1)
      .cellRows()[0]
    #expect(row[2].split(separator: ".").last?.count == 6)
    #expect(row[4] == "10000")
    #expect(row[10] == "0.5000")
    #expect(row[13...14] == ["unknown", "too-few-samples"])
  }
}
