public import Geometry
import Territory

extension ClaimAuditResult {
  /// Titles of ``cellRows()``.
  public static let cellHeader = [
    "claim", "cell", "longitude", "latitude", "area_m2", "samples", "served", "missing",
    "clusters", "effective_samples", "share", "lower", "upper", "verdict", "reason",
    "more_clusters", "more_samples", "toward",
  ]

  /// Titles of ``claimRows()``.
  public static let claimHeader = [
    "claim", "name", "operator", "level", "area_km2", "area_sampled", "area_well_sampled",
    "samples", "served", "missing", "clusters", "effective_samples", "share", "lower", "upper",
    "verdict", "reason", "more_clusters", "more_samples", "toward", "cells", "cells_confirmed",
    "cells_contradicted", "cells_unknown",
  ]

  /// A row for each cell with a sample, in every claim; numbers with fixed decimals, empty where there is
  /// none.
  public func cellRows() -> [[String]] { cellBlocks.flatMap(cellRows) }

  /// Cells of one claim, few enough for one task.
  public struct CellBlock: Sendable {
    /// Index of the claim.
    let claim: Int
    /// Indices of its cells.
    let cells: Range<Int>
  }

  /// All cells with a sample in blocks, in their order.
  public var cellBlocks: [CellBlock] {
    claims.indices.flatMap { claim in
      stride(from: 0, to: claims[claim].cells.count, by: Self.block).map { start in
        CellBlock(claim: claim, cells: start..<min(start + Self.block, claims[claim].cells.count))
      }
    }
  }

  private static let block = 4096

  /// The rows of a block of cells.
  public func cellRows(_ block: CellBlock) -> [[String]] {
    let claim = claims[block.claim]
    return claim.cells[block.cells].map { cell in
      let center = Albers.china.unproject(lattice.center(of: cell.cell))
      return [
        claim.id, cell.cell.name, FixedDecimals.text(center.longitude, 6),
        FixedDecimals.text(center.latitude, 6), FixedDecimals.text(cell.areaSquareMetres, 0),
      ] + Self.measured(cell.measured, cell.missing, cell.limits)
        + Self.verdict(cell.verdict, cell.reason, cell.wanted)
    }
  }

  /// A row for each claim.
  public func claimRows() -> [[String]] {
    claims.map { claim in
      [
        claim.id, claim.name, claim.network ?? "", claim.level,
        FixedDecimals.text(claim.areaSquareMetres / 1e6, 3),
        FixedDecimals.text(claim.sampledAreaShare, 4),
        FixedDecimals.text(claim.wellSampledAreaShare, 4),
      ] + Self.measured(claim.measured, claim.missing, claim.limits)
        + Self.verdict(claim.verdict, claim.reason, claim.wanted)
        + [
          String(claim.cells.count), String(claim.cells(with: .confirmed)),
          String(claim.cells(with: .contradicted)), String(claim.cells(with: .unknown)),
        ]
    }
  }

  private static func measured(
    _ measured: ClusteredShare, _ missing: Int, _ limits: ShareInterval
  ) -> [String] {
    [
      String(measured.samples), String(measured.served), String(missing),
      String(measured.clusters), FixedDecimals.text(measured.effectiveSamples, 1),
      measured.share.map { FixedDecimals.text($0, 4) } ?? "",
      FixedDecimals.text(limits.lower, 4), FixedDecimals.text(limits.upper, 4),
    ]
  }

  private static func verdict(
    _ verdict: ClaimVerdict, _ reason: UnknownReason?, _ wanted: SamplesWanted?
  ) -> [String] {
    [
      verdict.rawValue, reason?.rawValue ?? "", wanted.map { String($0.clusters) } ?? "",
      wanted.map { String($0.samples) } ?? "", wanted?.toward.rawValue ?? "",
    ]
  }

  /// The cells with a sample as GeoJSON, the outline of each with what was found.
  ///
  /// - Throws: DR-103 when GEOS refuses an outline.
  public func geoJSON(threads: Int = 1) throws(UserError) -> [UInt8] {
    var writer = try GeoJSONWriter(members: ["name": "coverage claims", "rule": .string(rule.name)])
    let empty = writer.part()
    let blocks = cellBlocks
    let parts = try ConcurrentMap.map(count: blocks.count, threads: threads) {
      (block) throws(UserError) -> GeoJSONWriter in
      let claim = claims[blocks[block].claim]
      var part = empty
      for cell in claim.cells[blocks[block].cells] {
        try part.write(
          GeoJSONFeature(
            id: .string("\(claim.id)/\(cell.cell.name)"),
            geometry: try lattice.outline(of: cell.cell),
            properties: Self.properties(claim, cell)))
      }
      return part
    }
    for part in parts { writer.append(part) }
    return try writer.finish()
  }

  private static func properties(_ claim: ClaimFinding, _ cell: CellFinding) -> JSONObject {
    var properties: JSONObject = [
      "claim": .string(claim.id),
      "cell": .string(cell.cell.name),
      "area_m2": .rounded(cell.areaSquareMetres, decimals: 0),
      "samples": .int(cell.measured.samples),
      "served": .int(cell.measured.served),
      "missing": .int(cell.missing),
      "clusters": .int(cell.measured.clusters),
      "effective_samples": .rounded(cell.measured.effectiveSamples, decimals: 1),
    ]
    properties.append("share", cell.measured.share.map { .rounded($0, decimals: 4) } ?? .null)
    properties.append("lower", .rounded(cell.limits.lower, decimals: 4))
    properties.append("upper", .rounded(cell.limits.upper, decimals: 4))
    properties.append("verdict", .string(cell.verdict.rawValue))
    properties.append("reason", cell.reason.map { .string($0.rawValue) } ?? .null)
    properties.append("more_clusters", cell.wanted.map { .int($0.clusters) } ?? .null)
    properties.append("more_samples", cell.wanted.map { .int($0.samples) } ?? .null)
    return properties
  }
}

extension MeasurementLattice {
  /// Outline of a cell in degrees.
  func outline(of cell: LatticeCell) throws(UserError) -> Geometry {
    try .polygon(shell: corners(of: cell).map(Albers.china.unproject))
  }
}

/// Numbers with as many decimals as are asked for.
enum FixedDecimals {
  /// A finite number below 1e12, rounded half away from zero.
  static func text(_ value: Double, _ decimals: Int) -> String {
    var factor = 1.0
    for _ in 0..<decimals { factor *= 10 }
    let scaled = (abs(value) * factor).rounded()
    let whole = String(Int(scaled))
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return sign + whole }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - whole.count)) + whole
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }
}
