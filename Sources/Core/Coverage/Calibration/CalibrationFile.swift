public import Geometry
import Territory

/// A calibration as a file: for which model, what it was made of, and the corrections that held.
public struct CalibrationFile: Sendable {
  /// A file that was read, with its hash.
  public struct Input: Codable, Hashable, Sendable {
    /// As it was called.
    public let file: String
    /// In hexadecimal.
    public let sha256: String

    /// An input.
    public init(file: String, sha256: String) {
      self.file = file
      self.sha256 = sha256
    }
  }

  /// Name of the model that is corrected, as `predict --model` has it.
  public let model: String
  /// Corrections that are offered.
  public let corrections: [CalibrationGroup: PathLossCorrection]

  /// The format that is written and read.
  static let format = 1

  private struct Entry: Decodable {
    let morphology: Morphology
    let band: String
    let offsetDB: Double
    let slopeDBPerDecade: Double
    let referenceMetres: Double
    let fromMetres: Double
    let toMetres: Double
  }

  private struct Document: Decodable {
    let calibration: Int
    let model: String
    let corrections: [Entry]
  }

  /// Reads a file, YAML or JSON.
  ///
  /// - Throws: the reader's errors; DR-900 for a figure out of range or a format that is not known, DR-901 for
  ///   another model's corrections, DR-902 for a morphology and band that stand twice.
  public static func read(
    path: String, model: PredictionModel
  ) throws(UserError) -> CalibrationFile {
    let document = try BookReader.read(Document.self, path: path)
    guard document.calibration == format else {
      throw UserError(
        "DR-900", .badData, at: path, "its format is \(document.calibration)",
        remedy: "give a file of format \(format), as `deepreach calibrate` writes it")
    }
    guard document.model == model.rawValue else {
      throw UserError(
        "DR-901", .badData, at: path,
        "it corrects the model '\(document.model)', and '\(model.rawValue)' is asked for",
        remedy: "calibrate that model, or ask for this one")
    }
    var corrections: [CalibrationGroup: PathLossCorrection] = [:]
    for (number, entry) in document.corrections.enumerated() {
      let place = "\(path): corrections.\(number)"
      let group = CalibrationGroup(morphology: entry.morphology, band: entry.band)
      guard corrections[group] == nil else { throw twice(group, place) }
      // Limits that are upside down make no range.
      guard entry.fromMetres <= entry.toMetres else {
        throw UserError(
          "DR-900", .badData, at: place,
          "it holds from \(entry.fromMetres) to \(entry.toMetres) m",
          remedy: "give the smaller distance first")
      }
      do throws(UserError) {
        corrections[group] = try PathLossCorrection(
          offsetDB: entry.offsetDB, slopeDBPerDecade: entry.slopeDBPerDecade,
          referenceMetres: entry.referenceMetres, validMetres: entry.fromMetres...entry.toMetres)
      } catch {
        throw UserError(error.code, error.status, at: place, error.problem, remedy: error.remedy)
      }
    }
    return CalibrationFile(model: document.model, corrections: corrections)
  }

  /// Reads several files of one model, as each band has its own.
  ///
  /// - Throws: as ``read(path:model:)``; DR-902 also across files.
  public static func read(
    paths: [String], model: PredictionModel
  ) throws(UserError) -> [CalibrationGroup: PathLossCorrection] {
    var all: [CalibrationGroup: PathLossCorrection] = [:]
    for path in paths {
      for (group, correction) in try read(path: path, model: model).corrections {
        guard all.updateValue(correction, forKey: group) == nil else { throw twice(group, path) }
      }
    }
    return all
  }

  private static func twice(_ group: CalibrationGroup, _ place: String) -> UserError {
    UserError(
      "DR-902", .badData, at: place,
      "\(group.morphology.rawValue) at \(group.band) has two corrections",
      remedy: "leave one out")
  }

  /// The file of a result. Groups without a correction are listed with the reason.
  public static func text(
    _ result: CalibrationResult, model: PredictionModel, inputs: [Input]
  ) -> String {
    // What JSON quotes, YAML reads.
    func quoted(_ text: String) -> String {
      var quoted = JSONText()
      quoted.append(quoted: text)
      return String(decoding: quoted.bytes, as: UTF8.self)
    }
    func number(_ value: Double, _ decimals: Int = 3) -> String {
      value.isFinite ? DecimalText.fixed(value, decimals: decimals) : ".inf"
    }
    var lines = [
      "calibration: \(format)", "model: \(model.rawValue)", "seed: \(result.rule.seed)",
      "folds: \(result.rule.folds)", "inputs:",
    ]
    for input in inputs {
      lines.append("- {file: \(quoted(input.file)), sha256: \(input.sha256)}")
    }
    let offered = result.findings.filter { $0.offered != nil }
    lines.append(offered.isEmpty ? "corrections: []" : "corrections:")
    for finding in offered {
      guard let correction = finding.offered, let basis = finding.basis else { continue }
      lines += [
        "- morphology: \(finding.group.morphology.rawValue)",
        "  band: \(quoted(finding.group.band))",
        "  offsetDB: \(number(correction.offsetDB))",
        "  offsetStandardErrorDB: \(number(finding.offsetErrorDB))",
        "  slopeDBPerDecade: \(number(correction.slopeDBPerDecade))",
        "  slopeStandardErrorDB: \(number(finding.slopeErrorDB))",
        "  referenceMetres: \(number(correction.referenceMetres, 1))",
        "  fromMetres: \(number(correction.validMetres.lowerBound, 1))",
        "  toMetres: \(number(correction.validMetres.upperBound, 1))",
        "  basis: \(basis.rawValue)", "  squares: \(finding.squares)",
        "  clusters: \(finding.clusters)",
        "  heldOutRMSEBeforeDB: \(number(finding.before.rootMeanSquareDB))",
        "  heldOutRMSEAfterDB: \(number(finding.after?.rootMeanSquareDB ?? .infinity))",
      ]
    }
    let refused = result.findings.filter { $0.offered == nil }
    lines.append(refused.isEmpty ? "withoutCorrection: []" : "withoutCorrection:")
    for finding in refused {
      lines.append(
        "- {morphology: \(finding.group.morphology.rawValue), band: \(quoted(finding.group.band)), "
          + "reason: \(finding.refusal?.rawValue ?? "")}")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
