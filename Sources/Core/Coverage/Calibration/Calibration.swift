public import Geometry
import Territory

/// Tunes a path loss model by measurements: offset and slope by morphology and band, robustly, with the error
/// on clusters held out before and after.
public struct Calibration: Sendable {
  /// When squares are taken and fits are offered.
  public let rule: CalibrationRule

  /// A calibration by a rule.
  public init(rule: CalibrationRule) { self.rule = rule }

  /// Fits all groups. The result depends neither on the order of the samples nor on the threads.
  ///
  /// - Throws: DR-906 where no sample can be used.
  public func result(
    _ samples: [CalibrationSample], threads: Int = 1
  ) throws(UserError) -> CalibrationResult {
    let sorted = samples.sorted(by: CalibrationSample.precedes)
    let exclusions = exclusions(sorted)
    var used: [CalibrationGroup: [CalibrationSample]] = [:]
    for (sample, exclusion) in zip(sorted, exclusions) where exclusion == nil {
      used[sample.group, default: []].append(sample)
    }
    guard !used.isEmpty else {
      var counts: [String] = []
      for reason in CalibrationExclusion.allCases {
        let count = exclusions.count { $0 == reason }
        if count > 0 { counts.append("\(reason.rawValue) \(count)") }
      }
      throw UserError(
        "DR-906", .badData, at: "measurements",
        "no square can be used (\(counts.isEmpty ? "there is none" : counts.joined(separator: ", ")))",
        remedy: "check coordinates, operator and band of measurements and sites, or lower --lead")
    }
    let taken = used
    let groups = used.keys.sorted()
    let bands = Set(groups.map(\.band)).sorted()
    let pools = ConcurrentMap.map(count: bands.count, threads: threads) { index -> Pool? in
      pool(bands[index], taken)
    }
    let findings = ConcurrentMap.map(count: groups.count, threads: threads) { index in
      let group = groups[index]
      let own = taken[group] ?? []
      if Self.isEnough(FitData(own)) { return finding(group, own) }
      let pool = bands.firstIndex(of: group.band).flatMap { pools[$0] }
      return pooled(group, own, pool)
    }
    return CalibrationResult(
      rule: rule, findings: findings, samples: sorted, exclusions: exclusions)
  }

  static func isEnough(_ data: FitData) -> Bool {
    data.count >= CalibrationRule.leastSquares
      && data.clusters.count >= CalibrationRule.leastClusters
  }

  /// A fit of the group's own: a line where distances allow and squares held out are for it, or else a
  /// constant.
  private func finding(
    _ group: CalibrationGroup, _ samples: [CalibrationSample]
  ) -> CalibrationFinding {
    let data = FitData(samples)
    func held(_ hasSlope: Bool) -> CrossValidation {
      CrossValidation(data, hasSlope: hasSlope, folds: rule.folds, seed: rule.seed ^ group.salt)
    }
    var validation = held(false)
    var hasSlope = false
    if data.spansDistances {
      let line = held(true)
      if line.gain(data.clusters).mean > validation.gain(data.clusters).mean {
        validation = line
        hasSlope = true
      }
    }
    if hasSlope {
      let fit = fit(data, group.salt, hasSlope: true)
      // A line that is too steep to be a correction is none; the constant is left.
      if let fit, abs(fit.line.slope) <= PathLossCorrection.steepestDBPerDecade {
        return finding(group, data, fit, .ownSlope, validation)
      }
      validation = held(false)
    }
    return finding(group, data, fit(data, group.salt, hasSlope: false), .ownOffset, validation)
  }

  private func fit(_ data: FitData, _ salt: UInt64, hasSlope: Bool) -> CalibrationFit? {
    CalibrationFit(data, hasSlope: hasSlope, draws: rule.draws, seed: rule.seed &+ salt)
  }

  private func finding(
    _ group: CalibrationGroup, _ data: FitData, _ fit: CalibrationFit?, _ basis: CalibrationBasis,
    _ validation: CrossValidation
  ) -> CalibrationFinding {
    let correction = fit.flatMap { Self.correction($0.line, data) }
    let gain = validation.gain(data.clusters)
    let refusal: CalibrationRefusal? =
      correction == nil
      ? .implausible : validation.isBetter(data.clusters) ? nil : .notBetter
    return CalibrationFinding(
      group: group, squares: data.count, clusters: data.clusters.count, basis: basis,
      correction: correction, offsetErrorDB: fit?.interceptError ?? .infinity,
      slopeErrorDB: fit?.slopeError ?? .infinity, fitClusters: data.clusters.count,
      scaleDB: fit?.line.scale ?? 0, before: ErrorFigures(validation.before),
      after: ErrorFigures(validation.after), gain: gain.mean, gainError: gain.error,
      refusal: refusal)
  }

  /// Coefficients as the file has them, to a thousandth of a decibel.
  private static func correction(_ line: RobustLine, _ data: FitData) -> PathLossCorrection? {
    try? PathLossCorrection(
      offsetDB: (line.intercept * 1000).rounded() / 1000,
      slopeDBPerDecade: (line.slope * 1000).rounded() / 1000,
      referenceMetres: data.referenceMetres, validMetres: data.validMetres)
  }
}

/// All morphologies of a band together.
private struct Pool: Sendable {
  let samples: [CalibrationSample]
  let data: FitData
  let fit: CalibrationFit
  let validation: CrossValidation
}

extension Calibration {
  /// The offset that all morphologies of a band have in common; nil where they are too few.
  private func pool(
    _ band: String, _ used: [CalibrationGroup: [CalibrationSample]]
  ) -> Pool? {
    let samples = used.filter { $0.key.band == band }.flatMap(\.value)
      .sorted(by: CalibrationSample.precedes)
    let data = FitData(samples)
    let salt = CalibrationGroup(morphology: .rural, band: band + "*").salt
    guard Self.isEnough(data), let fit = fit(data, salt, hasSlope: false) else { return nil }
    return Pool(
      samples: samples, data: data, fit: fit,
      validation: CrossValidation(
        data, hasSlope: false, folds: rule.folds, seed: rule.seed ^ salt))
  }

  /// A group with too few squares of its own: the pool's offset, if it is better for the pool by more than
  /// chance and not worse for the group.
  private func pooled(
    _ group: CalibrationGroup, _ own: [CalibrationSample], _ pool: Pool?
  ) -> CalibrationFinding {
    let data = FitData(own)
    guard let pool else {
      return CalibrationFinding(
        group: group, squares: data.count, clusters: data.clusters.count, basis: nil,
        correction: nil, offsetErrorDB: .infinity, slopeErrorDB: 0, fitClusters: 0, scaleDB: 0,
        before: ErrorFigures(data.y), after: nil, gain: 0, gainError: .infinity,
        refusal: .tooFew)
    }
    let isOwn = pool.samples.map { $0.group == group }
    let correction = Self.correction(pool.fit.line, data)
    let gain = pool.validation.gain(pool.data.clusters, where: { isOwn[$0] })
    let isBetter = pool.validation.isBetter(pool.data.clusters) && gain.mean >= 0
    func errors(_ all: [Double]) -> ErrorFigures {
      ErrorFigures(zip(all, isOwn).filter(\.1).map(\.0))
    }
    return CalibrationFinding(
      group: group, squares: data.count, clusters: data.clusters.count, basis: .pooledOffset,
      correction: correction, offsetErrorDB: pool.fit.interceptError, slopeErrorDB: 0,
      fitClusters: pool.data.clusters.count, scaleDB: pool.fit.line.scale,
      before: errors(pool.validation.before), after: errors(pool.validation.after),
      gain: gain.mean, gainError: gain.error,
      refusal: correction == nil ? .implausible : isBetter ? nil : .notBetter)
  }

  /// Why each sample takes no part; nil where it does.
  ///
  /// Whether a prediction lies far enough above the floor is asked of the prediction as tuned by the
  /// median error of its group, in rounds, until the same samples remain.
  private func exclusions(_ samples: [CalibrationSample]) -> [CalibrationExclusion?] {
    var exclusions = samples.map { sample -> CalibrationExclusion? in
      if !sample.isFinite { return .noServer }
      if sample.distanceMetres < rule.nearMetres { return .tooNear }
      if sample.leadDB < rule.leadDB { return .ambiguousServer }
      return nil
    }
    var groups: [CalibrationGroup: [Int]] = [:]
    for index in samples.indices where exclusions[index] == nil {
      groups[samples[index].group, default: []].append(index)
    }
    let least = rule.floorDBm + rule.marginDB
    for members in groups.values {
      var shift = 0.0
      var kept: [Int] = []
      for _ in 0..<10 {
        let next = members.filter { samples[$0].predictedDBm + shift >= least }
        if next == kept { break }
        kept = next
        shift = RobustLine.median(next.map { samples[$0].errorDB })
      }
      let chosen = Set(kept)
      for index in members {
        if !chosen.contains(index) {
          exclusions[index] = .predictedLow
        } else if samples[index].isCensored || samples[index].measuredDBm < rule.floorDBm {
          exclusions[index] = .measuredLow
        }
      }
    }
    return exclusions
  }
}
