import Coverage
public import Geometry
import Radio
import Territory

/// `lines.csv`: one row a line and group; `lines.geojson`: stretches that are served and that are not.
public struct LineFiles {
  private let result: LineResult

  private static let header = [
    "id", "name", "kind", "group", "length_km", "served_km", "served_share", "threshold",
    "covered", "longest_gap_km",
  ]

  /// The files of a result.
  public init(_ result: LineResult) { self.result = result }

  /// The table.
  public func csv() -> [UInt8] {
    var writer = CSVWriter(header: Self.header)
    for index in (result.groups.first?.findings ?? []).indices {
      for (group, findings) in result.groups {
        let finding = findings[index]
        let gaps = finding.stretches.filter { !$0.isServed }.map(\.metres)
        writer.append([
          .text(finding.line.id), .text(finding.line.name), .text(finding.line.kind),
          .raw(group.rawValue), .decimal(finding.metres / 1000, decimals: 3),
          .decimal(finding.servedMetres / 1000, decimals: 3),
          .decimal(finding.servedShare, decimals: 4),
          .decimal(result.rule.threshold.value, decimals: 4),
          .raw(finding.servedShare >= result.rule.threshold.value ? "true" : "false"),
          .decimal((gaps.max() ?? 0) / 1000, decimals: 3),
        ])
      }
    }
    return writer.bytes
  }

  /// The layer.
  ///
  /// - Throws: DR-123 for a position that JSON cannot hold; DR-104 for a stretch that is no line.
  public func geoJSON() throws(UserError) -> [UInt8] {
    var writer = try GeoJSONWriter(members: LayerMembers.named("lines"))
    for (group, findings) in result.groups {
      for finding in findings {
        for (number, stretch) in finding.stretches.enumerated() {
          try writer.write(
            GeoJSONFeature(
              id: .string("\(finding.line.id)/\(group.rawValue)/\(number + 1)"),
              geometry: try .lineString(stretch.course),
              properties: [
                "line": .string(finding.line.id), "name": .string(finding.line.name),
                "kind": .string(finding.line.kind), "group": .string(group.rawValue),
                "served": .bool(stretch.isServed),
                "length_km": .rounded(stretch.metres / 1000, decimals: 3),
              ]))
        }
      }
    }
    return try writer.finish()
  }
}
