public import Geometry
import Territory

extension ClaimAuditResult {
  /// Cells that a task writes at once.
  private static let block = 4096

  /// The cells with a sample as GeoJSON, the outline of each with what was found.
  ///
  /// - Throws: DR-123 for a number that JSON cannot hold.
  public func geoJSON(threads: Int = 1) throws(UserError) -> [UInt8] {
    var writer = try GeoJSONWriter(members: ["name": "coverage claims", "rule": .string(rule.name)])
    let empty = writer.part()
    let blocks = claims.flatMap { claim in
      stride(from: 0, to: claim.cells.count, by: Self.block).map {
        (claim, claim.cells[$0..<min($0 + Self.block, claim.cells.count)])
      }
    }
    let lattice = lattice
    let parts = try ConcurrentMap.map(count: blocks.count, threads: threads) {
      (block) throws(UserError) -> GeoJSONWriter in
      let (claim, cells) = blocks[block]
      var part = empty
      for cell in cells {
        try part.write(
          id: .string("\(claim.id)/\(cell.cell.name)"), shell: lattice.outline(of: cell.cell),
          properties: Self.properties(claim, cell))
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
  /// Outline of a cell in degrees, a closed ring.
  func outline(of cell: LatticeCell) -> [Coordinate] {
    var ring = corners(of: cell).map(Albers.china.unproject)
    ring.append(ring[0])
    return ring
  }
}
