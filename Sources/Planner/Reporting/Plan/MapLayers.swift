import Geometry
import Scheduling
import Siting
import Territory

/// The units of a run, province to town, with their statuses.
enum UnitsLayer {
  static func geoJSON(_ result: PlanResult, boundaries: Boundaries) throws(UserError) -> [UInt8] {
    var writer = try GeoJSONWriter(members: LayerMembers.named("units"))
    let rollup = UnitRollup(result)
    var polygons: [String: Geometry] = [:]
    for level in [UnitLevel.province, .prefecture, .county] {
      let drawn = try boundaries.polygons(level, in: result.gazetteer, where: result.includes)
      for (adcode, polygon) in drawn { polygons[adcode] = polygon }
    }
    for summary in rollup.units {
      try writer.write(PlanLayers.feature(summary, polygon: polygons[summary.unit.adcode]))
    }
    if result.regions.isEmpty {
      for line in try boundaries.maritimeLines() { try writer.write(line) }
    }
    return try writer.finish()
  }
}

/// The settlements of a run, as footprints.
enum SettlementsLayer {
  static func geoJSON(_ result: PlanResult) throws(UserError) -> [UInt8] {
    var writer = try GeoJSONWriter(members: LayerMembers.named("settlements"))
    for outcome in result.settlements { try writer.write(PlanLayers.feature(outcome)) }
    return try writer.finish()
  }
}

/// The sites of a run: those that stand, then those planned.
enum SitesLayer {
  /// What is held in memory at most, about.
  private static let pieceBytes = 1 << 22

  /// Hands the layer over in pieces: a country's has two million sites.
  static func write(
    _ result: PlanResult, to append: ([UInt8]) throws(UserError) -> Void
  ) throws(UserError) {
    var writer = try GeoJSONWriter(members: LayerMembers.named("sites"))
    for site in result.existingSites {
      try writer.write(PlanLayers.feature(site, quarter: nil, package: nil))
      if writer.pendingCount > pieceBytes { try append(writer.takeBytes()) }
    }
    var finish: [String: Quarter] = [:]
    for entry in result.schedule?.packages ?? [] { finish[entry.package.id] = entry.finish }
    for planned in result.plannedSites {
      try writer.write(
        PlanLayers.feature(
          planned.site, quarter: finish[planned.package], package: planned.package,
          candidate: planned.candidate))
      if writer.pendingCount > pieceBytes { try append(writer.takeBytes()) }
    }
    try append(writer.finish())
  }
}

/// Members of a layer's collection.
enum LayerMembers {
  /// Name of the layer, as GDAL reads it.
  static func named(_ name: String) -> JSONObject { ["name": .string(name)] }
}
