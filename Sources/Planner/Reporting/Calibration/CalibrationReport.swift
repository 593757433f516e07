public import Coverage
import Territory

/// What became of squares before they were held against a model.
public struct CalibrationCounts: Hashable, Sendable {
  /// Samples without SS-RSRP or position.
  public let missing: Int
  /// Local means: squares by drive and network.
  public let means: Int
  /// Of networks without sites.
  public let otherNetworks: Int
  /// Outside the region.
  public let outside: Int
  /// Carriers, with their heights, that no model takes.
  public let refusedCarriers: Int

  /// Counts.
  public init(
    missing: Int, means: Int, otherNetworks: Int, outside: Int, refusedCarriers: Int
  ) {
    self.missing = missing
    self.means = means
    self.otherNetworks = otherNetworks
    self.outside = outside
    self.refusedCarriers = refusedCarriers
  }
}

/// What a calibration found, for people.
public struct CalibrationReport: Sendable {
  private let result: CalibrationResult
  private let measurements: MeasurementReport
  private let counts: CalibrationCounts
  private let model: String
  private let band: String
  private let language: Language

  /// A report.
  public init(
    _ result: CalibrationResult, _ measurements: MeasurementReport, _ counts: CalibrationCounts,
    model: String, band: String, language: Language
  ) {
    self.result = result
    self.measurements = measurements
    self.counts = counts
    self.model = model
    self.band = band
    self.language = language
  }

  /// For a terminal.
  public func text(width: Int? = Terminal.width) -> String {
    [
      answer, "", coefficients().terminal(width: width), "", errors().terminal(width: width), "",
      leftOut().terminal(width: width), "", word(.caveat),
    ].joined(separator: "\n")
  }

  /// The file `report.md`.
  public func markdown() -> String {
    [
      "# " + word(.title) + "\n", answer + "\n", word(.formula) + "\n",
      coefficients().markdown(),
      "## " + word(.errorsHeading) + "\n", word(.heldOut, [String(result.rule.folds)]) + "\n",
      errors().markdown(),
      "## " + word(.inputHeading) + "\n", input + "\n", leftOut().markdown(),
      "> " + word(.caveat) + "\n",
    ].joined(separator: "\n")
  }

  private func word(_ word: CalibrationWords, _ values: [String] = []) -> String {
    word.text(language, values)
  }

  private var answer: String {
    word(
      .answer,
      [
        model, band, String(result.findings.count { $0.offered != nil }),
        String(result.findings.count),
      ])
  }

  private var input: String {
    word(
      .input,
      [
        measurements.file, DecimalText.grouped(measurements.kept),
        DecimalText.grouped(measurements.refused), DecimalText.grouped(counts.missing),
        DecimalText.grouped(counts.means),
        word(.text(of: measurements.clusterSource.rawValue)),
        DecimalText.grouped(counts.refusedCarriers),
      ])
  }

  private func decibels(_ value: Double, decimals: Int = 2) -> String {
    value.isFinite ? DecimalText.fixed(value, decimals: decimals) : "–"
  }

  private func limits(_ limits: ClosedRange<Double>?) -> String {
    limits.map { "\(decibels($0.lowerBound)) … \(decibels($0.upperBound))" } ?? "–"
  }

  private func coefficients() -> TextTable {
    var table = TextTable([
      .text(word(.group)), .number(word(.squares)), .number(word(.clusters)),
      .text(word(.verdict)), .number(word(.offset)), .text(word(.limits)),
      .number(word(.slope)), .text(word(.limits)), .text(word(.distances)),
    ])
    for finding in result.findings {
      let correction = finding.correction
      let verdict =
        finding.refusal.map { word(.text(of: $0.rawValue)) }
        ?? finding.basis.map { word(.text(of: $0.rawValue)) } ?? ""
      table.append([
        name(finding), DecimalText.grouped(finding.squares),
        DecimalText.grouped(finding.clusters), verdict,
        correction.map { decibels($0.offsetDB) } ?? "–", limits(finding.offsetLimitsDB),
        finding.basis == .ownSlope ? correction.map { decibels($0.slopeDBPerDecade) } ?? "–" : "–",
        limits(finding.slopeLimitsDB),
        correction.map { correction in
          let valid = correction.validMetres
          return
            "\(decibels(correction.referenceMetres, decimals: 0)) "
            + "(\(decibels(valid.lowerBound, decimals: 0))–\(decibels(valid.upperBound, decimals: 0)))"
        } ?? "–",
      ])
    }
    return table
  }

  private func name(_ finding: CalibrationFinding) -> String {
    "\(Message.text(forKey: finding.group.morphology.rawValue, language)) \(finding.group.band)"
  }

  private func errors() -> TextTable {
    var table = TextTable([
      .text(word(.group)), .text(""), .number("RMSE"), .number("MAE"), .number(word(.mean)),
      .number(word(.deviation)), .number(word(.median)), .number(word(.gain)),
    ])
    for finding in result.findings {
      func append(_ label: CalibrationWords, _ figures: ErrorFigures, _ gain: String) {
        table.append([
          name(finding), word(label), decibels(figures.rootMeanSquareDB),
          decibels(figures.meanAbsoluteDB), decibels(figures.meanDB),
          decibels(figures.deviationDB), decibels(figures.medianAbsoluteDB), gain,
        ])
      }
      append(.before, finding.before, "")
      if let after = finding.after {
        append(
          .after, after,
          "\(decibels(finding.gain, decimals: 4)) ± \(decibels(finding.gainError, decimals: 4))")
      }
    }
    return table
  }

  private func leftOut() -> TextTable {
    var table = TextTable([.text(word(.leftOut)), .number(word(.squares))])
    table.append([word(.otherNetwork), DecimalText.grouped(counts.otherNetworks)])
    table.append([word(.outsideRegion), DecimalText.grouped(counts.outside)])
    for exclusion in CalibrationExclusion.allCases {
      table.append([
        word(
          .text(of: exclusion.rawValue),
          [
            decibels(result.rule.nearMetres, decimals: 0),
            DecimalText.trimmed(result.rule.leadDB, decimals: 3),
            DecimalText.trimmed(result.rule.floorDBm + result.rule.marginDB, decimals: 3),
            DecimalText.trimmed(result.rule.floorDBm, decimals: 3),
          ]), DecimalText.grouped(result.count(exclusion)),
      ])
    }
    table.append([word(.used), DecimalText.grouped(result.exclusions.count { $0 == nil })])
    return table
  }
}
