import Coverage
public import Geometry
import Radio
public import Territory

/// `key-places.csv`: one row a key place and group; `key-points.geojson`: one point a key point, with what each
/// group's network is there.
public struct KeyPlaceFiles {
  private let result: KeyPlaceResult
  private let gazetteer: Gazetteer

  private static let header = [
    "id", "name", "kind", "province", "prefecture", "county", "settlement", "group", "points",
    "served", "covered",
  ]

  /// The files of a result.
  public init(_ result: KeyPlaceResult, _ gazetteer: Gazetteer) {
    self.result = result
    self.gazetteer = gazetteer
  }

  /// The table.
  public func csv() -> [UInt8] {
    var writer = CSVWriter(header: Self.header)
    for index in result.counties.indices {
      let lineage = result.counties[index].map { gazetteer.lineage(of: $0) } ?? []
      func unit(_ level: UnitLevel) -> CSVCell {
        .text(orEmpty: lineage.first { gazetteer[$0]?.level == level })
      }
      for (group, findings) in result.groups {
        let finding = findings[index]
        writer.append([
          .text(finding.place.id), .text(finding.place.name), .raw(finding.place.kind.rawValue),
          unit(.province), unit(.prefecture), unit(.county), .text(orEmpty: finding.settlement),
          .raw(group.rawValue), .integer(finding.served.count),
          .integer(finding.served.count { $0 }), .raw(finding.isCovered ? "true" : "false"),
        ])
      }
    }
    return writer.bytes
  }

  /// The layer.
  ///
  /// - Throws: DR-123 for a position that JSON cannot hold.
  public func geoJSON() throws(UserError) -> [UInt8] {
    var writer = try GeoJSONWriter(members: LayerMembers.named("key points"))
    guard let places = result.groups.first?.findings.map(\.place) else {
      return try writer.finish()
    }
    for (index, place) in places.enumerated() {
      for (number, point) in place.points.enumerated() {
        var properties: JSONObject = [
          "place": .string(place.id), "name": .string(place.name),
          "kind": .string(place.kind.rawValue), "point": .int(number + 1),
        ]
        for (group, findings) in result.groups {
          properties.append(
            "served_" + group.rawValue, .bool(findings[index].served[number]))
        }
        try writer.write(
          GeoJSONFeature(
            id: .string("\(place.id)/\(number + 1)"), geometry: try .point(point),
            properties: properties))
      }
    }
    return try writer.finish()
  }
}
