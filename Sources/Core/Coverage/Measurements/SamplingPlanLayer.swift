public import Geometry

extension SamplingPlan {
  /// The stops as GeoJSON, the outline of each cell with the samples wanted there.
  ///
  /// - Throws: DR-123 for a number that JSON cannot hold.
  public func geoJSON() throws(UserError) -> [UInt8] {
    var writer = try GeoJSONWriter(members: ["name": "sampling plan"])
    for stop in stops {
      try writer.write(
        id: .string("\(stop.claim)/\(stop.cell.name)"), shell: lattice.outline(of: stop.cell),
        properties: [
          "claim": .string(stop.claim), "rank": .int(stop.rank),
          "cell": .string(stop.cell.name), "samples": .int(stop.samples),
          "visits": .int(stop.visits), "wanted": .int(stop.wanted),
          "for": .string(stop.isForArea ? "area" : "limits"),
        ])
    }
    return try writer.finish()
  }
}
