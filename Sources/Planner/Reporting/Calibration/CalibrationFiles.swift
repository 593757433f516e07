public import Coverage
public import Geometry
import Territory

/// Writes the folder of a calibration.
public struct CalibrationFiles {
  private let result: CalibrationResult
  private let report: CalibrationReport
  private let file: String

  /// Name of the file that `--calibration` reads.
  public static let calibration = "calibration.yaml"
  static let samples = "samples.csv"

  /// - Parameter file: text of the calibration file.
  public init(_ result: CalibrationResult, _ report: CalibrationReport, file: String) {
    self.result = result
    self.report = report
    self.file = file
  }

  /// Writes all files, or none.
  ///
  /// - Throws: DR-703, DR-704 when the folder cannot be written or must not be replaced.
  public func write(
    to folder: RunFolder, manifest: Manifest, timer: StageTimer, timings: () -> Timings
  ) throws(UserError) {
    try folder.replace { draft throws(UserError) in
      try timer.measure("write") { () throws(UserError) in
        try draft.write(Array(file.utf8), as: Self.calibration)
        try draft.write(table(), as: Self.samples)
        try draft.write(Array(report.markdown().utf8), as: "report.md")
      }
      try draft.finish(manifest, timings: timings())
    }
  }

  private func table() -> [UInt8] {
    var writer = CSVWriter(header: [
      "longitude", "latitude", "cluster", "morphology", "band", "samples", "distance_m", "lead_db",
      "measured_dbm", "predicted_dbm", "tuned_dbm", "left_out",
    ])
    func number(_ value: Double, _ decimals: Int) -> CSVCell {
      value.isFinite ? .decimal(value, decimals: decimals) : .empty
    }
    for (index, tuned) in result.tunedDBm.enumerated() {
      let sample = result.samples[index]
      writer.append([
        number(sample.position.longitude, 7), number(sample.position.latitude, 7),
        .integer(sample.cluster), .raw(sample.group.morphology.rawValue), .text(sample.group.band),
        .integer(sample.count), number(sample.distanceMetres, 1), number(sample.leadDB, 2),
        number(sample.measuredDBm, 3), number(sample.predictedDBm, 3), number(tuned, 3),
        result.exclusions[index].map { .raw($0.rawValue) } ?? .empty,
      ])
    }
    return writer.bytes
  }
}
