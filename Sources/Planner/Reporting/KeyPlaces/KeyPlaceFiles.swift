import Coverage
public import Geometry
import Radio
public import Territory

/// `key-places.csv`: one row a key place and group; `key-points.geojson`: one point a key point, with what each
/// group's network is there. Of a plan both say what becomes of it as well.
public struct KeyPlaceFiles {
  private let result: KeyPlaceResult
  private let gazetteer: Gazetteer
  /// Nil of an audit.
  private let plan: PlannedKeyPlaces?

  private static let header = [
    "id", "name", "kind", "province", "prefecture", "county", "settlement", "group", "points",
    "served", "covered",
  ]
  private static let planHeader = [
    "served_planned", "covered_planned", "served_scheduled", "covered_scheduled", "outcome",
  ]

  /// The files of a result.
  public init(_ result: KeyPlaceResult, _ gazetteer: Gazetteer) {
    self.result = result
    self.gazetteer = gazetteer
    plan = nil
  }

  /// The files of a plan.
  public init(_ plan: PlannedKeyPlaces, _ gazetteer: Gazetteer) {
    self.plan = plan
    self.gazetteer = gazetteer
    result = plan.before
  }

  /// The table.
  public func csv() -> [UInt8] {
    var writer = CSVWriter(header: Self.header + (plan == nil ? [] : Self.planHeader))
    for index in result.counties.indices {
      let lineage = result.counties[index].map { gazetteer.lineage(of: $0) } ?? []
      func unit(_ level: UnitLevel) -> CSVCell {
        .text(orEmpty: lineage.first { gazetteer[$0]?.level == level })
      }
      for (position, (group, findings)) in result.groups.enumerated() {
        let finding = findings[index]
        writer.append(
          [
            .text(finding.place.id), .text(finding.place.name), .raw(finding.place.kind.rawValue),
            unit(.province), unit(.prefecture), unit(.county), .text(orEmpty: finding.settlement),
            .raw(group.rawValue), .integer(finding.served.count),
            .integer(finding.served.count { $0 }), .raw(finding.isCovered ? "true" : "false"),
          ] + planned(position, index))
      }
    }
    return writer.bytes
  }

  /// What a plan makes of a place: the outcomes of its points, each once.
  private func planned(_ position: Int, _ place: Int) -> [CSVCell] {
    guard let group = plan?.groups[position] else { return [] }
    let outcomes = Set(group.states[place].indices.map { group.outcome(place, $0) })
    return [group.planned[place], group.scheduled[place]].flatMap { finding -> [CSVCell] in
      [.integer(finding.served.count { $0 }), .raw(finding.isCovered ? "true" : "false")]
    } + [
      .text(
        KeyPointOutcome.allCases.filter(outcomes.contains).map(\.rawValue).joined(separator: ";"))
    ]
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
        for (position, (group, findings)) in result.groups.enumerated() {
          let name = group.rawValue
          properties.append("served_" + name, .bool(findings[index].served[number]))
          guard let plan = plan?.groups[position] else { continue }
          properties.append("planned_" + name, .bool(plan.planned[index].served[number]))
          properties.append("scheduled_" + name, .bool(plan.scheduled[index].served[number]))
          properties.append("outcome_" + name, .string(plan.outcome(index, number).rawValue))
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
