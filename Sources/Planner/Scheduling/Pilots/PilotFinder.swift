public import Geometry
public import Territory

/// Finds the settlements that pilots name, before any of them is drawn.
public struct PilotFinder: Sendable {
  private let records: [SettlementRecord]
  private let gazetteer: Gazetteer
  /// Ids of the settlements of the run.
  private let selected: Set<String>

  /// - Parameters:
  ///   - records: all settlements of the country.
  ///   - selected: ids of those that the run looks at.
  public init(records: [SettlementRecord], selected: Set<String>, gazetteer: Gazetteer) {
    self.records = records
    self.selected = selected
    self.gazetteer = gazetteer
  }

  /// The pilot with its settlement by id; one with a position or a campus as it is.
  ///
  /// - Throws: `DR-927` for a place that names nothing or several settlements, `DR-928` for one that the run does
  ///   not look at.
  public func resolved(_ pilot: Pilot) throws(UserError) -> Pilot {
    switch pilot.place {
    case .position, .campus: return pilot
    case .settlement(let code):
      // A town's settlement may be that of its county or city, a district's is its city's.
      let unit = gazetteer[code]
      let ids = [code, unit?.settlement, unit?.level == .county ? unit?.parent : nil]
      let own = ids.compactMap(\.self).lazy.compactMap { id in records.first { $0.id == id } }
      guard let record = own.first else {
        throw UserError(
          "DR-927", .badData, at: pilot.source, "no settlement has the id '\(code)'",
          remedy: "take ids from settlements.geojson of a run, or give lon and lat")
      }
      return try selected(record, pilot)
    case .named(let name, let county):
      return try selected(find(name, county, pilot), pilot)
    }
  }

  private func selected(
    _ record: SettlementRecord, _ pilot: Pilot
  ) throws(UserError) -> Pilot {
    guard selected.contains(record.id) else {
      throw Self.outside(pilot, "its settlement \(record.id) \(record.name) is not in the region")
    }
    return pilot.at(.settlement(record.id))
  }

  /// The error of a pilot that the run does not look at.
  public static func outside(_ pilot: Pilot, _ problem: String) -> UserError {
    UserError(
      "DR-928", .badData, at: pilot.source, "pilot '\(pilot.id)': \(problem)",
      remedy: "plan a region that holds it, or leave it out")
  }

  /// The one settlement of a name, or that a town of the name is part of.
  private func find(
    _ name: String, _ county: String?, _ pilot: Pilot
  ) throws(UserError) -> SettlementRecord {
    let adcode = try county.map { text throws(UserError) in try unit(text, pilot) }
    func isInside(_ record: SettlementRecord) -> Bool {
      guard let adcode else { return selected.contains(record.id) }
      let own = [record.id, record.provinceAdcode, record.prefectureAdcode, record.countyAdcode]
      return own.contains(adcode) || record.seats.contains { $0.county == adcode }
    }
    let towns = Set(
      gazetteer.units.lazy.filter { unit in
        unit.level == .town && unit.name == name && (adcode == nil || unit.parent == adcode)
      }.compactMap(\.settlement))
    let found = records.filter {
      ($0.name == name || towns.contains($0.id)) && isInside($0)
    }
    guard found.count == 1, let record = found.first else {
      let choices = found.prefix(8).map { "\($0.id) \($0.name)" }.joined(separator: ", ")
      throw UserError(
        "DR-927", .badData, at: pilot.source,
        found.isEmpty
          ? "no settlement or town is called '\(name)' in \(county ?? "the region")"
          : "'\(name)' is ambiguous: \(choices)",
        remedy: "give its county, or its id as in settlements.geojson of a run")
    }
    return record
  }

  private func unit(_ text: String, _ pilot: Pilot) throws(UserError) -> String {
    do throws(UserError) {
      return try RegionFinder(gazetteer).unit(for: text).adcode
    } catch {
      throw UserError(
        "DR-927", .badData, at: pilot.source, "county: \(error.problem)", remedy: error.remedy)
    }
  }
}
