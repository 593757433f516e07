/// What a calibration came to.
public struct CalibrationResult: Sendable {
  /// The rule.
  public let rule: CalibrationRule
  /// One a group with a square that could be used, by band and morphology.
  public let findings: [CalibrationFinding]
  /// All samples, by cluster.
  public let samples: [CalibrationSample]
  /// Why each sample took no part; nil where it did.
  public let exclusions: [CalibrationExclusion?]

  /// Samples that were left out for a reason.
  public func count(_ exclusion: CalibrationExclusion) -> Int {
    exclusions.count { $0 == exclusion }
  }

  /// Corrections that are offered.
  public var corrections: [CalibrationGroup: PathLossCorrection] {
    var corrections: [CalibrationGroup: PathLossCorrection] = [:]
    for finding in findings { corrections[finding.group] = finding.offered }
    return corrections
  }

  /// What the tuned model predicts at each sample, dBm: the prediction itself where nothing is offered.
  public var tunedDBm: [Double] {
    let corrections = corrections
    return samples.map { sample in
      sample.predictedDBm
        + (corrections[sample.group]?.levelDB(atMetres: sample.distanceMetres) ?? 0)
    }
  }
}
