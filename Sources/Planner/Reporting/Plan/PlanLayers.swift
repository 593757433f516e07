import Coverage
public import Geometry
public import Radio
import Siting
public import Territory

/// Features of a run for mapping tools.
public enum PlanLayers {
  /// Properties of a unit. `polygon` is nil for a town, which is drawn as its seat's point.
  public static func feature(_ summary: UnitSummary, polygon: Geometry?) throws(UserError)
    -> GeoJSONFeature
  {
    let unit = summary.unit
    var geometry = polygon
    if geometry == nil, let position = unit.position { geometry = try Geometry.point(position) }
    var properties: JSONObject = [
      "adcode": .string(unit.adcode), "name": .string(unit.name),
      "level": .string(unit.level.rawValue), "parent": unit.parent.map { .string($0) } ?? .null,
      "population": .int(unit.population), "data_kind": .string(unit.populationKind.rawValue),
      "position_kind": .string(unit.positionKind.rawValue),
    ]
    append(summary.status, summary.plannedStatus, summary.quarter, summary.failing, to: &properties)
    if unit.level != .town {
      properties.append("settlements", .int(summary.before.settlementTotal))
      properties.append("residents_assessed", .int(summary.before.residentTotal))
      properties.append(
        "deep_residents", .rounded(summary.before.residentShare(atLeast: .deep), decimals: 4))
      properties.append(
        "deep_area", .rounded(summary.before.areaShare(atLeast: .deep), decimals: 4))
      properties.append(
        "deep_residents_planned",
        .rounded(summary.planned.residentShare(atLeast: .deep), decimals: 4))
    }
    properties.append("stations", .int(summary.stations))
    properties.append("cost_yuan", .int(summary.costYuan))
    return GeoJSONFeature(geometry: geometry, properties: properties)
  }

  /// A settlement's footprint with what was found out and planned.
  public static func feature(_ outcome: SettlementOutcome) -> GeoJSONFeature {
    let settlement = outcome.settlement
    var properties: JSONObject = [
      "id": .string(settlement.id), "name": .string(settlement.name),
      "kind": .string(settlement.kind.rawValue),
      "province": .string(settlement.provinceAdcode),
      "prefecture": settlement.prefectureAdcode.map { .string($0) } ?? .null,
      "county": settlement.countyAdcode.map { .string($0) } ?? .null,
      "morphology": .string(settlement.morphology.rawValue),
      "population": .int(settlement.population),
      "data_kind": .string(settlement.populationKind.rawValue),
      "footprint_kind": .string(settlement.footprintKind.rawValue),
      "area_km2": .rounded(settlement.areaSquareMetres / 1e6, decimals: 3),
    ]
    append(outcome.status, outcome.plannedStatus, outcome.quarter, outcome.failing, to: &properties)
    for group in outcome.groups {
      let name = group.before.group.rawValue
      properties.append(name + "_status", .string(group.before.status.rawValue))
      properties.append(name + "_status_planned", .string(group.plannedStatus.rawValue))
      properties.append(name + "_outdoor", .rounded(group.before.outdoorShare, decimals: 4))
      properties.append(name + "_indoor", .rounded(group.before.indoorShare, decimals: 4))
      properties.append(name + "_stations", .int(group.before.stations))
      properties.append(
        name + "_sinr", group.before.signal.map { .rounded($0.sinrShare, decimals: 4) } ?? .null)
      properties.append(
        name + "_lead_ratio",
        group.before.load?.lead.ratio.map { .rounded($0, decimals: 3) } ?? .null)
    }
    properties.append("feasible", .bool(outcome.readiness.feasible))
    properties.append("priority", .rounded(outcome.readiness.priority, decimals: 4))
    properties.append("reasons", .string(outcome.readiness.reasons.joined(separator: ";")))
    return GeoJSONFeature(geometry: settlement.footprint, properties: properties)
  }

  /// A site with the quarter in which it goes on air.
  ///
  /// - Parameter candidate: id of the candidate that a planner brought, for it alone.
  public static func feature(
    _ site: Site, quarter: Quarter?, package: String?, candidate: String? = nil
  ) throws(UserError) -> GeoJSONFeature {
    var properties: JSONObject = [
      "id": .string(site.id), "group": .string(site.group.rawValue),
      "configurations": .string(site.configurations.joined(separator: "+")),
      "status": .string(site.status.rawValue), "data_kind": .string(site.kind.rawValue),
      "settlement": site.settlement.map { .string($0) } ?? .null,
      "quarter": quarter.map { .string($0.description) } ?? .null,
      "package": package.map { .string($0) } ?? .null,
    ]
    if let candidate { properties.append("candidate", .string(candidate)) }
    let grid = 1e6
    let position = Coordinate(
      x: (site.position.x * grid).rounded() / grid, y: (site.position.y * grid).rounded() / grid)
    return GeoJSONFeature(geometry: try Geometry.point(position), properties: properties)
  }

  private static func append(
    _ status: CoverageStatus?, _ planned: CoverageStatus?, _ quarter: Quarter?,
    _ failing: CriterionResult?, to properties: inout JSONObject
  ) {
    properties.append("status", status.map { .string($0.rawValue) } ?? .null)
    properties.append("failing", failing.map { .string($0.criterion) } ?? .null)
    properties.append(
      "missing", failing.map { .rounded(-$0.margin, decimals: 4) } ?? .null)
    properties.append("status_planned", planned.map { .string($0.rawValue) } ?? .null)
    properties.append("quarter", quarter.map { .string($0.description) } ?? .null)
  }
}
