public import Coverage
public import Geometry
import Territory

/// Writes the folder of an audit of claims: the evidence that another party repeats to the byte.
public struct ClaimFiles {
  private let result: ClaimAuditResult
  private let measurements: MeasurementReport
  private let plan: SamplingPlan
  private let language: Language

  /// Names of the tables that are checked against each other.
  static let claims = "claims.csv"
  static let cells = "cells.csv"

  /// The files of a result.
  public init(
    _ result: ClaimAuditResult, _ measurements: MeasurementReport, _ plan: SamplingPlan,
    _ language: Language
  ) {
    self.result = result
    self.measurements = measurements
    self.plan = plan
    self.language = language
  }

  /// Writes all files, or none.
  ///
  /// - Throws: DR-703, DR-704 when the folder cannot be written or must not be replaced.
  public func write(
    to folder: RunFolder, threads: Int, manifest: Manifest, timer: StageTimer,
    timings: () -> Timings
  ) throws(UserError) {
    try folder.replace { draft throws(UserError) in
      try timer.measure("write") { () throws(UserError) in
        let tables = ClaimTables(result)
        try draft.write(tables.claims(), as: Self.claims)
        try draft.write(tables.cells(threads: threads), as: Self.cells)
        try draft.write(result.geoJSON(threads: threads), as: "cells.geojson")
        try draft.write(ClaimTables.stops(plan), as: "sampling-plan.csv")
        try draft.write(plan.geoJSON(), as: "sampling-plan.geojson")
        try draft.write(ClaimTables.refused(measurements), as: "refused.csv")
        let report = ClaimReport(result, measurements, plan, language).markdown()
        try draft.write(Array(report.utf8), as: "report.md")
      }
      try draft.finish(manifest, timings: timings())
    }
  }
}
