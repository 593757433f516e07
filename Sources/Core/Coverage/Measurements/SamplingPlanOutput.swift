public import Geometry

extension SamplingPlan {
  /// Titles of ``rows()``.
  public static let header = [
    "claim", "rank", "cell", "longitude", "latitude", "samples", "visits", "wanted", "for",
  ]

  /// A row for each stop.
  public func rows() -> [[String]] {
    stops.map { stop in
      let center = Albers.china.unproject(lattice.center(of: stop.cell))
      return [
        stop.claim, String(stop.rank), stop.cell.name, FixedDecimals.text(center.longitude, 6),
        FixedDecimals.text(center.latitude, 6), String(stop.samples), String(stop.visits),
        String(stop.wanted), stop.isForArea ? "area" : "limits",
      ]
    }
  }

  /// The stops as GeoJSON, the outline of each cell with the samples wanted there.
  ///
  /// - Throws: DR-103 when GEOS refuses an outline.
  public func geoJSON() throws(UserError) -> [UInt8] {
    var writer = try GeoJSONWriter(members: ["name": "sampling plan"])
    for stop in stops {
      try writer.write(
        GeoJSONFeature(
          id: .string("\(stop.claim)/\(stop.cell.name)"),
          geometry: try lattice.outline(of: stop.cell),
          properties: [
            "claim": .string(stop.claim), "rank": .int(stop.rank),
            "cell": .string(stop.cell.name), "samples": .int(stop.samples),
            "visits": .int(stop.visits), "wanted": .int(stop.wanted),
            "for": .string(stop.isForArea ? "area" : "limits"),
          ]))
    }
    return try writer.finish()
  }
}
