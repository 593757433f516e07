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
        try draft.write(
          Self.csv(ClaimAuditResult.claimHeader, result.claimRows(), texts: 4), as: Self.claims)
        try draft.write(
          cellTable(threads: threads), as: Self.cells)
        try draft.write(result.geoJSON(threads: threads), as: "cells.geojson")
        try draft.write(
          Self.csv(SamplingPlan.header, plan.rows(), texts: 1), as: "sampling-plan.csv")
        try draft.write(plan.geoJSON(), as: "sampling-plan.geojson")
        try draft.write(refused(), as: "refused.csv")
        let report = ClaimReport(result, measurements, plan, language).markdown()
        try draft.write(Array(report.utf8), as: "report.md")
      }
      try draft.finish(manifest, timings: timings())
    }
  }

  /// - Parameter texts: columns at the left that are text of somebody else's.
  private static func csv(_ header: [String], _ rows: [[String]], texts: Int) -> [UInt8] {
    var writer = CSVWriter(header: header)
    append(rows, texts: texts, to: &writer)
    return writer.bytes
  }

  private static func append(_ rows: [[String]], texts: Int, to writer: inout CSVWriter) {
    for row in rows {
      writer.append(
        row.enumerated().map { $0.offset < texts ? .text($0.element) : .raw($0.element) })
    }
  }

  private func cellTable(threads: Int) -> [UInt8] {
    var writer = CSVWriter(header: ClaimAuditResult.cellHeader)
    let empty = writer.part()
    let result = result
    let blocks = result.cellBlocks
    let parts = ConcurrentMap.map(count: blocks.count, threads: threads) { block in
      var part = empty
      Self.append(result.cellRows(blocks[block]), texts: 2, to: &part)
      return part
    }
    for part in parts { writer.append(part) }
    return writer.bytes
  }

  private func refused() -> [UInt8] {
    var writer = CSVWriter(header: ["problem", "rows", "first_lines"])
    for refusal in measurements.refusals {
      writer.append([
        .raw(refusal.problem.rawValue), .integer(refusal.rows),
        .raw(refusal.lines.map(String.init).joined(separator: " ")),
      ])
    }
    return writer.bytes
  }
}
