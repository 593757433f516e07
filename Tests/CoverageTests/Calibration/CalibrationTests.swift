import Coverage
import Foundation
import Geometry
import TestSupport
import Territory
import Testing

@Suite("A model tuned by planted measurements")
struct CalibrationTests {
  private static let seeds = 200

  private func rule(draws: Int = 99, seed: UInt64 = 1, floor: Double = -156) throws
    -> CalibrationRule
  {
    try CalibrationRule(floorDBm: floor, marginDB: 0, draws: draws, seed: seed)
  }

  /// The one finding of each of many worlds.
  private func findings(
    _ world: CalibrationWorld, count: Int = seeds
  ) throws -> [CalibrationFinding] {
    let calibration = Calibration(rule: try rule())
    return try ConcurrentMap.map(count: count, threads: 4) { seed throws(UserError) in
      try calibration.result(world.samples(seed: UInt64(seed))).findings[0]
    }
  }

  @Test("offset and slope lie within their limits at 95 %, with a tenth of gross errors")
  func recovery() throws {
    let world = CalibrationWorld(offsetDB: -6, slopeDBPerDecade: 8, outlierShare: 0.1)
    var (inside, sloped, insideSlope) = (0, 0, 0)
    var (bias, slopeBias) = (0.0, 0.0)
    for finding in try findings(world) {
      let correction = try #require(finding.correction)
      guard finding.basis == .ownSlope else { continue }
      sloped += 1
      let truth = world.offset(atMetres: correction.referenceMetres)
      bias += correction.offsetDB - truth
      slopeBias += correction.slopeDBPerDecade - world.slopeDBPerDecade
      inside += try #require(finding.offsetLimitsDB).contains(truth) ? 1 : 0
      insideSlope += try #require(finding.slopeLimitsDB).contains(world.slopeDBPerDecade) ? 1 : 0
    }
    // A line is preferred wherever squares held out are for it: nearly always at 8 dB a decade.
    #expect(sloped >= 180)
    let size = Double(sloped)
    #expect((0.90...0.995).contains(Double(inside) / size))
    #expect((0.90...0.995).contains(Double(insideSlope) / size))
    #expect(abs(bias / size) < 0.3)
    #expect(abs(slopeBias / size) < 1)
  }

  @Test("gross errors hardly move it, and move least squares by their share")
  func robustAgainstLeastSquares() throws {
    let world = CalibrationWorld(
      offsetDB: 4, outlierShare: 0.1, distances: 200...220)
    var (robust, least) = (0.0, 0.0)
    for seed in 0..<40 {
      let errors = world.samples(seed: UInt64(seed)).map(\.errorDB)
      robust += try #require(
        RobustLine(x: errors.map { _ in 0 }, y: errors, hasSlope: false)
      ).intercept
      least += errors.reduce(0, +) / Double(errors.count)
    }
    #expect(abs(robust / 40 - 4) < 0.4)
    #expect(abs(least / 40 - 4 + 3) < 0.4)
  }

  @Test("without an error planted next to nothing is offered; with one nearly always")
  func noErrorNoCorrection() throws {
    let none = try findings(CalibrationWorld(outlierShare: 0.05)).count { $0.offered != nil }
    let some = try findings(CalibrationWorld(offsetDB: 5, outlierShare: 0.05), count: 60)
      .count { $0.offered != nil }
    #expect(none <= 16)
    #expect(some >= 56)
  }

  @Test("the held-out error falls where there is something to tune")
  func heldOutError() throws {
    let world = CalibrationWorld(offsetDB: -10, driveDB: 0.5)
    for finding in try findings(world, count: 20) {
      let after = try #require(finding.after)
      #expect(finding.before.rootMeanSquareDB > 10)
      #expect(abs(after.meanDB) < 4)
      #expect(after.rootMeanSquareDB < finding.before.rootMeanSquareDB)
      #expect(after.count == finding.squares && finding.before.count == finding.squares)
    }
  }

  @Test("neither order nor threads change anything")
  func invariance() throws {
    var world = CalibrationWorld(offsetDB: 3, slopeDBPerDecade: 5, outlierShare: 0.1, drives: 12)
    var samples = world.samples(seed: 5)
    world.group = CalibrationGroup(morphology: .town, band: "n28")
    samples += world.samples(seed: 6)
    let calibration = Calibration(rule: try rule())
    func text(_ samples: [CalibrationSample], _ threads: Int) throws -> String {
      CalibrationFile.text(
        try calibration.result(samples, threads: threads), model: .auto, inputs: [])
    }
    let expected = try text(samples, 1)
    for seed in 0..<8 {
      var random = SeededGenerator(seed: UInt64(seed))
      #expect(try text(samples.shuffled(using: &random), seed + 1) == expected)
    }
    let other = try Calibration(rule: rule(seed: 2)).result(samples)
    #expect(CalibrationFile.text(other, model: .auto, inputs: []) != expected)
  }

  @Test(
    "squares are taken by what is predicted: what the receiver cannot hear does not lift the offset"
  )
  func floor() throws {
    // From 600 m on, half of the levels and more lie below the floor.
    let world = CalibrationWorld(offsetDB: -5, drives: 40, distances: 60...2500, noiseDBm: -105)
    var (kept, naive) = (0.0, 0.0)
    for seed in 0..<20 {
      let samples = world.samples(seed: UInt64(seed))
      let rule = try CalibrationRule(floorDBm: -105, marginDB: 12, draws: 99)
      let finding = try Calibration(rule: rule).result(samples).findings[0]
      kept += try #require(finding.correction).levelDB(atMetres: 300) + 5
      let heard = samples.filter { !$0.isCensored }.map(\.errorDB)
      naive +=
        try #require(RobustLine(x: heard.map { _ in 0 }, y: heard, hasSlope: false)).intercept + 5
    }
    #expect(abs(kept / 20) < 0.7)
    #expect(naive / 20 > 1)
  }

  @Test("few squares take the offset of the band, and none is made up where the band has few")
  func pooling() throws {
    var world = CalibrationWorld(offsetDB: -8)
    var samples = world.samples(seed: 1)
    world.group = CalibrationGroup(morphology: .suburban, band: "n78")
    world.drives = 3
    samples += world.samples(seed: 2)
    world.group = CalibrationGroup(morphology: .rural, band: "n28")
    samples += world.samples(seed: 3)
    let findings = try Calibration(rule: rule()).result(samples).findings
    #expect(findings.map(\.group.band) == ["n28", "n78", "n78"])
    #expect(findings[0].refusal == .tooFew && findings[0].correction == nil)
    let (urban, suburban) = (findings[1], findings[2])
    #expect(urban.group.morphology == .urban && urban.offered != nil)
    #expect(suburban.basis == .pooledOffset)
    #expect(suburban.squares == 60 && suburban.before.count == 60)
    let pooled = try #require(suburban.offered)
    #expect(pooled.slopeDBPerDecade == 0 && abs(pooled.offsetDB + 8) < 3)
  }

  @Test("what cannot be is left out, or refused by name")
  func hostile() throws {
    let calibration = Calibration(rule: try rule())
    let group = CalibrationGroup(morphology: .urban, band: "n78")
    func sample(
      _ index: Int, measured: Double = -80, predicted: Double = -80, distance: Double = 200,
      lead: Double = .infinity, censored: Bool = false
    ) -> CalibrationSample {
      CalibrationSample(
        group: group, cluster: index / 20,
        position: Coordinate(longitude: 112, latitude: 34 + Double(index) / 5000),
        measuredDBm: measured, isCensored: censored, predictedDBm: predicted,
        distanceMetres: distance, leadDB: lead)
    }
    #expect(userError { try calibration.result([]) }?.code == "DR-906")
    let bad = [
      sample(0, measured: .nan), sample(1, predicted: -.infinity), sample(2, distance: .nan),
      sample(3, distance: 0), sample(4, lead: .nan), sample(5, distance: 49.9),
      sample(6, lead: 5.9), sample(7, predicted: -170), sample(8, censored: true),
    ]
    #expect(userError { try calibration.result(bad) }?.code == "DR-906")
    // Equal values, equal distances, one cluster: figures without a division by zero.
    let equal = (0..<200).map { sample($0, measured: -70) }
    let result = try calibration.result(bad + equal)
    #expect(result.count(.noServer) == 5 && result.count(.tooNear) == 1)
    #expect(result.count(.ambiguousServer) == 1 && result.count(.predictedLow) == 1)
    #expect(result.count(.measuredLow) == 1)
    #expect(result.findings[0].offered?.offsetDB == 10)
    #expect(result.findings[0].offsetErrorDB == 0)
    let far = (0..<200).map { sample($0, measured: -30, predicted: -140) }
    #expect(try calibration.result(far).findings[0].refusal == .implausible)
    let lone = (0..<20).map { sample($0, measured: -70) }
    #expect(try calibration.result(lone).findings[0].refusal == .tooFew)
  }

  @Test(
    "figures of the rule are held to their ranges",
    arguments: [
      (-157.0, 12.0, 6.0, 5, 499), (-120, -1, 6, 5, 499), (-120, 12, .nan, 5, 499),
      (-120, 12, 6, 1, 499), (-120, 12, 6, 5, 98),
    ])
  func rules(floor: Double, margin: Double, lead: Double, folds: Int, draws: Int) {
    #expect(
      userError {
        try CalibrationRule(
          floorDBm: floor, marginDB: margin, leadDB: lead, folds: folds, draws: draws)
      }?.code == "DR-907")
  }
}
