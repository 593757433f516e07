import Coverage
public import Geometry
import Radio
import Territory

/// Writes what became of places between two audits: tables, map and report in a folder.
public struct ChangeFiles {
  private let change: AuditChange
  private let language: Language

  static let names = ["changes.csv", "changes.geojson", "changes.md", "criteria.csv", "units.csv"]

  /// The files of a comparison of audits, with a report in a language.
  public init(_ change: AuditChange, _ language: Language) {
    self.change = change
    self.language = language
  }

  /// Refuses a folder that must not be replaced; to be asked before work begins.
  ///
  /// - Throws: DR-717 for a file, or a folder that holds anything else.
  public static func check(_ path: String) throws(UserError) {
    let path = RunFolder(path).path
    guard Folder.exists(path) else { return }
    guard Folder.isFolder(path) else {
      throw UserError(
        "DR-717", .cannotCreate, at: path, "a file stands there", remedy: "give another folder")
    }
    if let stray = try Folder.names(path).first(where: { !names.contains($0) }) {
      throw UserError(
        "DR-717", .cannotCreate, at: "\(path)/\(stray)",
        "the file is not part of a comparison, and the folder is not replaced",
        remedy: "give another folder, or an empty one")
    }
  }

  /// Writes all files, or none.
  ///
  /// - Throws: as ``check(_:)``, DR-703 when it cannot be written.
  public func write(to path: String) throws(UserError) {
    try Self.check(path)
    let (map, report) = (try geoJSON(), ChangeReport(change, language).markdown())
    try FolderSwap.replace(RunFolder(path).path) { folder throws(UserError) in
      try FileAccess.write(places(), to: "\(folder)/changes.csv")
      try FileAccess.write(criteria(), to: "\(folder)/criteria.csv")
      try FileAccess.write(units(), to: "\(folder)/units.csv")
      try FileAccess.write(map, to: "\(folder)/changes.geojson")
      try FileAccess.write(Array(report.utf8), to: "\(folder)/changes.md")
    }
  }

  private func integer(_ value: Int?) -> CSVCell { value.map { .integer($0) } ?? .empty }

  private func places() -> [UInt8] {
    var writer = CSVWriter(header: [
      "settlement", "name", "kind", "prefecture", "county", "group", "direction", "status_before",
      "status_after", "passes_before", "passes_after", "status_under_new_standard",
      "standard_steps", "other_steps", "cause", "differs", "population_before",
      "population_after", "stations_before", "stations_after", "sites_added", "sites_removed",
      "sites_changed",
    ])
    for place in change.places where place.isChanged {
      writer.append([
        .text(place.settlement), .text(place.name), .raw(place.kind.rawValue),
        .text(place.prefecture), .text(place.county), .raw(place.group.rawValue),
        .raw(place.direction.rawValue), .raw(place.status.before?.rawValue ?? ""),
        .raw(place.status.after?.rawValue ?? ""), .raw("\(place.passes.before)"),
        .raw("\(place.passes.after)"), .raw(place.underNewStandard?.rawValue ?? ""),
        integer(place.standardSteps), integer(place.otherSteps), .raw(place.cause),
        .raw(place.factors.map(\.rawValue).joined(separator: ";")),
        integer(place.population.before), integer(place.population.after),
        integer(place.stations.before), integer(place.stations.after),
        integer(place.sites?.added), integer(place.sites?.removed), integer(place.sites?.changed),
      ])
    }
    return writer.bytes
  }

  private func criteria() -> [UInt8] {
    var writer = CSVWriter(header: [
      "settlement", "group", "status", "criterion", "before", "after", "difference",
      "threshold_before", "threshold_after", "passed_before", "passed_after", "same_measure",
    ])
    func number(_ value: Double?) -> CSVCell {
      value.map { .decimal($0, decimals: 4) } ?? .empty
    }
    for place in change.places {
      for item in place.criteria where item.before != item.after {
        var difference: Double?
        if let old = item.before, let new = item.after, item.isSameMeasure == true {
          difference = new.value - old.value
        }
        writer.append([
          .text(place.settlement), .raw(place.group.rawValue), .raw(item.status.rawValue),
          .raw(item.criterion.rawValue), number(item.before?.value), number(item.after?.value),
          number(difference), number(item.before?.threshold), number(item.after?.threshold),
          .raw(item.before.map { "\($0.passed)" } ?? ""),
          .raw(item.after.map { "\($0.passed)" } ?? ""),
          .raw(item.isSameMeasure.map { "\($0)" } ?? "unknown"),
        ])
      }
    }
    return writer.bytes
  }

  private func units() -> [UInt8] {
    var writer = CSVWriter(header: [
      "level", "adcode", "settlements", "rose", "fell", "newly_passing", "no_longer_passing",
      "passing_before", "passing_after", "residents", "residents_newly_passing",
      "residents_no_longer_passing",
    ])
    for unit in ChangedUnit.units(of: change) {
      writer.append([
        .raw(unit.level), .text(unit.adcode), .integer(unit.settlements), .integer(unit.rose),
        .integer(unit.fell), .integer(unit.newlyPassing), .integer(unit.noLongerPassing),
        .integer(unit.passingBefore), .integer(unit.passingAfter), .integer(unit.residents),
        .integer(unit.residentsNewlyPassing), .integer(unit.residentsNoLongerPassing),
      ])
    }
    return writer.bytes
  }

  /// Footprints of the places that changed, as the later audit has them, a feature for each group.
  private func geoJSON() throws(UserError) -> [UInt8] {
    var writer = try GeoJSONWriter(members: ["name": "changes between audits"])
    for place in change.places where place.isChanged {
      let footprint =
        change.after.footprints[place.settlement] ?? change.before.footprints[place.settlement]
      func status(_ status: String?) -> JSONValue { status.map { .string($0) } ?? .null }
      try writer.write(
        GeoJSONFeature(
          geometry: footprint,
          properties: [
            "id": .string(place.settlement), "name": .string(place.name),
            "kind": .string(place.kind.rawValue), "group": .string(place.group.rawValue),
            "direction": .string(place.direction.rawValue),
            "status_before": status(place.status.before?.rawValue),
            "status_after": status(place.status.after?.rawValue),
            "status_under_new_standard": status(place.underNewStandard?.rawValue),
            "passes_before": .bool(place.passes.before),
            "passes_after": .bool(place.passes.after), "cause": .string(place.cause),
          ]))
    }
    return try writer.finish()
  }
}
