public import Geometry
import Radio
import Scheduling
import Siting
import Territory

/// `campuses.geojson`: outlines, or points where there is none.
public struct CampusLayer {
  private let result: CampusResult

  /// Name of the file.
  public static let name = "campuses.geojson"

  /// The layer of a result.
  public init(_ result: CampusResult) { self.result = result }

  /// The file.
  ///
  /// - Throws: DR-123 for a position that JSON cannot hold.
  public func geoJSON() throws(UserError) -> [UInt8] {
    var writer = try GeoJSONWriter(members: LayerMembers.named("campuses"))
    for outcome in result.outcomes {
      let (finding, campus) = (outcome.finding, outcome.finding.campus)
      func scenarios(_ verdict: ScenarioVerdict) -> JSONValue {
        .array(
          finding.scenarios.filter { $0.verdict == verdict }.map { .string($0.scenario) })
      }
      var properties: JSONObject = [
        "id": .string(campus.id), "name": .string(campus.name),
        "kind": .string(campus.kind.rawValue), "industry": .string(campus.industry),
        "county": .string(campus.county), "employees": .int(campus.employees),
        "area_ha": .rounded(campus.hectares, decimals: 2),
        "data_kind": .string(campus.dataKind.rawValue),
        "group": .string(finding.group.rawValue), "yes": scenarios(.yes),
        "missing": scenarios(.missing), "no": scenarios(.no),
        "parts": .array(finding.configuration.parts.map { .string($0.rawValue) }),
        "stations": .int(finding.configuration.stations),
        "cost_yuan": .int(finding.configuration.costYuan),
      ]
      if result.isScheduled {
        properties.append(
          "finish", outcome.scheduled.map { .string($0.finish.description) } ?? .null)
      }
      let shape =
        if let footprint = campus.footprint { footprint } else {
          try Geometry.point(campus.position)
        }
      try writer.write(
        GeoJSONFeature(id: .string(campus.id), geometry: shape, properties: properties))
    }
    return try writer.finish()
  }
}
