import Coverage
import Geometry
import Territory

/// The tables of an audit of claims: `claims.csv`, `cells.csv`, `sampling-plan.csv`, `refused.csv`.
struct ClaimTables: Sendable {
  private let result: ClaimAuditResult

  /// Cells that a task writes at once.
  private static let block = 4096

  static let claimHeader =
    [
      "claim", "name", "operator", "level", "area_km2", "area_sampled", "area_well_sampled",
    ] + found + ["cells", "cells_confirmed", "cells_contradicted", "cells_unknown"]

  static let cellHeader =
    ["claim", "cell", "longitude", "latitude", "area_m2"] + found

  static let planHeader = [
    "claim", "rank", "cell", "longitude", "latitude", "samples", "visits", "wanted", "for",
  ]

  private static let found = [
    "samples", "served", "missing", "clusters", "effective_samples", "share", "lower", "upper",
    "verdict", "reason", "more_clusters", "more_samples", "toward",
  ]

  init(_ result: ClaimAuditResult) { self.result = result }

  /// A row for each claim.
  func claims() -> [UInt8] {
    var writer = CSVWriter(header: Self.claimHeader)
    for claim in result.claims {
      writer.append(
        [
          .text(claim.id), .text(claim.name), .text(orEmpty: claim.network), .text(claim.level),
          .decimal(claim.areaSquareMetres / 1e6, decimals: 3),
          .decimal(claim.sampledAreaShare, decimals: 4),
          .decimal(claim.wellSampledAreaShare, decimals: 4),
        ] + Self.measured(claim.measured, claim.missing, claim.limits)
          + Self.verdict(claim.verdict, claim.reason, claim.wanted) + [
            .integer(claim.cells.count), .integer(claim.cells(with: .confirmed)),
            .integer(claim.cells(with: .contradicted)), .integer(claim.cells(with: .unknown)),
          ])
    }
    return writer.bytes
  }

  /// A row for each cell with a sample, in every claim.
  func cells(threads: Int) -> [UInt8] {
    var writer = CSVWriter(header: Self.cellHeader)
    let empty = writer.part()
    let blocks = result.claims.flatMap { claim in
      stride(from: 0, to: claim.cells.count, by: Self.block).map {
        (claim.id, claim.cells[$0..<min($0 + Self.block, claim.cells.count)])
      }
    }
    let lattice = result.lattice
    let parts = ConcurrentMap.map(count: blocks.count, threads: threads) { block in
      var part = empty
      let (claim, cells) = blocks[block]
      for cell in cells { part.append(Self.cell(cell, of: claim, lattice)) }
      return part
    }
    for part in parts { writer.append(part) }
    return writer.bytes
  }

  private static func cell(
    _ cell: CellFinding, of claim: String, _ lattice: MeasurementLattice
  ) -> [CSVCell] {
    [.text(claim), .raw(cell.cell.name)] + center(of: cell.cell, lattice)
      + [.decimal(cell.areaSquareMetres, decimals: 0)]
      + measured(cell.measured, cell.missing, cell.limits)
      + verdict(cell.verdict, cell.reason, cell.wanted)
  }

  /// A row for each stop of a sampling plan.
  static func stops(_ plan: SamplingPlan) -> [UInt8] {
    var writer = CSVWriter(header: planHeader)
    for stop in plan.stops {
      writer.append(
        [.text(stop.claim), .integer(stop.rank), .raw(stop.cell.name)]
          + center(of: stop.cell, plan.lattice) + [
            .integer(stop.samples), .integer(stop.visits), .integer(stop.wanted),
            .raw(stop.isForArea ? "area" : "limits"),
          ])
    }
    return writer.bytes
  }

  /// A row for each reason for which measurements were refused.
  static func refused(_ measurements: MeasurementReport) -> [UInt8] {
    var writer = CSVWriter(header: ["problem", "rows", "first_lines"])
    for refusal in measurements.refusals {
      writer.append([
        .raw(refusal.problem.rawValue), .integer(refusal.rows),
        .raw(refusal.lines.map(String.init).joined(separator: " ")),
      ])
    }
    return writer.bytes
  }

  private static func center(
    of cell: LatticeCell, _ lattice: MeasurementLattice
  ) -> [CSVCell] {
    let center = Albers.china.unproject(lattice.center(of: cell))
    return [.decimal(center.longitude, decimals: 6), .decimal(center.latitude, decimals: 6)]
  }

  private static func measured(
    _ measured: ClusteredShare, _ missing: Int, _ limits: ShareInterval
  ) -> [CSVCell] {
    [
      .integer(measured.samples), .integer(measured.served), .integer(missing),
      .integer(measured.clusters), .decimal(measured.effectiveSamples, decimals: 1),
      measured.share.map { .decimal($0, decimals: 4) } ?? .empty,
      .decimal(limits.lower, decimals: 4), .decimal(limits.upper, decimals: 4),
    ]
  }

  private static func verdict(
    _ verdict: ClaimVerdict, _ reason: UnknownReason?, _ wanted: SamplesWanted?
  ) -> [CSVCell] {
    [
      .raw(verdict.rawValue), reason.map { .raw($0.rawValue) } ?? .empty,
      wanted.map { .integer($0.clusters) } ?? .empty,
      wanted.map { .integer($0.samples) } ?? .empty,
      wanted.map { .raw($0.toward.rawValue) } ?? .empty,
    ]
  }
}
