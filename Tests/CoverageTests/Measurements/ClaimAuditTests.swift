import Coverage
import Geometry
import TestSupport
import Testing

@Suite struct ClaimAuditTests {
  /// So many drives with so many samples each in the middle of a cell, the first of them served.
  static func samples(
    in cells: [(column: Int, row: Int)], drives: Int, perDrive: Int, served: Int,
    extra: [(Coordinate, Float)] = []
  ) throws -> MeasurementSet {
    var (positions, levels, clusters): ([Coordinate], [Float], [Int32]) = ([], [], [])
    for (column, row) in cells {
      let center = PlantedWorld.lattice.center(of: PlantedWorld.cell(column, row))
      for drive in 0..<drives {
        for sample in 0..<perDrive {
          positions.append(Albers.china.unproject(center))
          levels.append(sample < served ? -90 : -120)
          clusters.append(Int32(drive))
        }
      }
    }
    for (position, level) in extra {
      positions.append(position)
      levels.append(level)
      clusters.append(0)
    }
    return try MeasurementSet(
      longitudes: positions.map(\.longitude), latitudes: positions.map(\.latitude),
      rsrpDBm: levels, clusters: clusters)
  }

  static func finding(
    _ set: MeasurementSet, rule: ReliabilityRule = PlantedWorld.rule()
  ) throws -> ClaimFinding {
    let audit = try ClaimAudit(rule: rule)
    let claim = try PlantedWorld.claim("a", columns: 0..<1, rows: 0..<1)
    return try #require(audit.audit(set, claims: [claim], threads: 2).claims.first)
  }

  @Test func everySampleServed() throws {
    // Nothing is known of how alike failures would be, so a drive counts as one sample: a lower limit of
    // 95 % takes a little more than the 59 drives of the closed form, for Student's sake.
    for (drives, isConfirmed) in [(58, false), (59, false), (63, true), (200, true)] {
      let set = try Self.samples(in: [(0, 0)], drives: drives, perDrive: 20, served: 20)
      let finding = try Self.finding(set)
      let cell = try #require(finding.cells.first)
      #expect(cell.measured.share == 1)
      #expect(abs(cell.measured.effectiveSamples - Double(drives)) < 1e-9)
      #expect(cell.limits.upper == 1)
      #expect(cell.verdict == (isConfirmed ? .confirmed : .unknown))
      #expect(cell.reason == (isConfirmed ? nil : .spansRequirement))
      #expect(finding.verdict == cell.verdict)
    }
  }

  @Test func noSampleServed() throws {
    let finding = try Self.finding(
      Self.samples(in: [(0, 0)], drives: 6, perDrive: 20, served: 0))
    #expect(finding.cells[0].limits.lower == 0)
    #expect(finding.cells[0].verdict == .contradicted)
    #expect(finding.verdict == .contradicted)
    #expect(finding.wanted == nil && finding.reason == nil)
  }

  @Test func whatIsWantedSettles() throws {
    for (perDrive, served) in [(20, 20), (20, 18)] {
      let few = try Self.finding(
        Self.samples(in: [(0, 0)], drives: 7, perDrive: perDrive, served: served),
        rule: PlantedWorld.rule(share: served == perDrive ? 0.95 : 0.93))
      let wanted = try #require(few.cells[0].wanted)
      #expect(wanted.toward == (served == perDrive ? .confirmed : .contradicted))
      #expect(wanted.samples == wanted.clusters * perDrive)
      // Where samples fail, more of them also teach that they are less alike than was feared, and fewer
      // would do; where none fails, it is the least.
      let fewer = served == perDrive ? [(wanted.clusters - 1, false)] : []
      for (more, settles) in [(wanted.clusters, true)] + fewer {
        let many = try Self.finding(
          Self.samples(in: [(0, 0)], drives: 7 + more, perDrive: perDrive, served: served),
          rule: PlantedWorld.rule(share: served == perDrive ? 0.95 : 0.93))
        #expect((many.cells[0].verdict == wanted.toward) == settles)
      }
    }
  }

  @Test func independentTestsByRule() throws {
    // A rule that is content with one cluster: 59 tests without a failure show 95 %, 58 do not.
    let rule = PlantedWorld.rule(leastClusters: 1)
    for samples in [58, 59] {
      let finding = try Self.finding(
        Self.samples(in: [(0, 0)], drives: 1, perDrive: samples, served: samples), rule: rule)
      #expect(finding.cells[0].verdict == (samples == 59 ? .confirmed : .unknown))
      #expect(finding.cells[0].wanted.map(\.samples) == (samples == 59 ? nil : 58))
    }
  }

  @Test func reasonsForNoVerdict() throws {
    func reason(
      drives: Int, perDrive: Int, rule: ReliabilityRule = PlantedWorld.rule()
    ) throws -> UnknownReason? {
      try Self.finding(
        Self.samples(in: [(0, 0)], drives: drives, perDrive: perDrive, served: 0), rule: rule
      ).reason
    }
    #expect(try reason(drives: 0, perDrive: 0) == .noSamples)
    #expect(try reason(drives: 6, perDrive: 3) == .tooFewSamples)
    #expect(try reason(drives: 1, perDrive: 1000) == .tooFewClusters)
    #expect(try reason(drives: 4, perDrive: 20) == .tooFewClusters)
    #expect(try reason(drives: 6, perDrive: 20) == nil)
    #expect(
      try reason(drives: 6, perDrive: 20, rule: PlantedWorld.rule(least: 0.02)) == .claimTooSmall)
  }

  @Test func littleAreaGivesNoVerdict() throws {
    let set = try Self.samples(in: [(0, 0)], drives: 80, perDrive: 20, served: 0)
    let claim = try PlantedWorld.claim("wide", columns: 0..<4, rows: 0..<1)
    func finding(_ rule: ReliabilityRule) throws -> ClaimFinding {
      try ClaimAudit(rule: rule).audit(set, claims: [claim], threads: 1).claims[0]
    }
    let half = try finding(PlantedWorld.rule(leastArea: 0.5))
    #expect(half.reason == .tooLittleArea)
    #expect(abs(half.wellSampledAreaShare - 0.25) < 1e-4)
    #expect(half.unsampled?.map(\.cell) == (1...3).map { PlantedWorld.cell($0, 0) })
    #expect(try finding(PlantedWorld.rule(leastArea: 0.2)).verdict == .contradicted)
    // As the worst case, the rest may be served: at most a quarter is known not to be.
    let worst = try finding(
      PlantedWorld.rule(share: 0.7, leastArea: 0.2, unmeasured: .worstCase))
    #expect(abs(worst.limits.upper - 0.75) < 0.05)
    #expect(worst.limits.lower == 0 && worst.verdict == .unknown)
  }

  @Test func networksAreToldApart() throws {
    let set = try Self.samples(in: [(0, 0)], drives: 12, perDrive: 20, served: 0)
    let groups = set.clusters.map { $0 < 6 ? Int32(0) : 1 }
    let told = try MeasurementSet(
      longitudes: set.longitudes, latitudes: set.latitudes, rsrpDBm: set.rsrpDBm,
      clusters: set.clusters, groups: groups, groupNames: ["CMCC", "CTCC"])
    let claims = try [
      PlantedWorld.claim("one", columns: 0..<1, rows: 0..<1, network: "CMCC"),
      PlantedWorld.claim("any", columns: 0..<1, rows: 0..<1),
    ]
    let audit = try ClaimAudit(rule: PlantedWorld.rule())
    let findings = try audit.audit(told, claims: claims, threads: 2).claims
    #expect(findings.map(\.measured.samples) == [120, 240])
    let other = try PlantedWorld.claim("x", columns: 0..<1, rows: 0..<1, network: "CUCC")
    #expect(
      userError { try audit.audit(told, claims: [other], threads: 1) }?.code == "DR-486")
    #expect(userError { try audit.audit(told, claims: [], threads: 1) }?.code == "DR-485")
    #expect(
      userError { try audit.audit(told, claims: [claims[0], claims[0]], threads: 1) }?.code
        == "DR-484")
  }

  @Test func aClaimByPrediction() throws {
    let set = try Self.samples(
      in: [(0, 0), (5, 5)], drives: 6, perDrive: 20, served: 0)
    let audit = try ClaimAudit(rule: PlantedWorld.rule())
    var predicted = [Float](repeating: -100, count: 120) + [Float](repeating: -106, count: 120)
    predicted[0] = .nan
    let finding = try audit.audit(
      set, predictedDBm: predicted, thresholdDBm: -105, threads: 2
    ).claims[0]
    #expect(finding.measured.samples == 119)
    #expect(finding.cells.map(\.cell) == [PlantedWorld.cell(0, 0)])
    #expect(finding.verdict == .contradicted)
    #expect(
      userError { try audit.audit(set, predictedDBm: [1], thresholdDBm: 0, threads: 1) }?.code
        == "DR-480")
    let all = audit.audit(set, threads: 1).claims[0]
    #expect(all.measured.samples == 240 && all.areaSquareMetres == 20_000)
  }
}
