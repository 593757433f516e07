import Coverage
public import Geometry
import Radio
import Territory

/// Pilots of a file: CSV with a row each, or YAML with a list of the same keys (docs/pilots.md).
public struct PilotFile: Sendable {
  /// In the order of the file.
  public let pilots: [Pilot]

  /// Reads a text; YAML where the name ends with `.yaml` or `.yml`.
  ///
  /// - Throws: as the tables and YAML do; `DR-925` for a file without pilots, unknown keys, an id that is missing
  ///   or stands twice; `DR-926` for a word or figure that a key cannot have; `DR-927` for a pilot without a
  ///   place, or with two.
  public init(name: String, bytes: [UInt8]) throws(UserError) {
    var pilots: [Pilot] = []
    var sources: [String: String] = [:]
    for row in try PilotRows(name: name, bytes: bytes).rows {
      let pilot = try PilotRowReader(row: row).pilot()
      if let other = sources.updateValue(row.source, forKey: pilot.id) {
        throw UserError(
          "DR-925", .badData, at: row.source, "the id '\(pilot.id)' stands at \(other) too",
          remedy: "give every pilot an id of its own")
      }
      pilots.append(pilot)
    }
    self.pilots = pilots
  }
}

/// Makes a pilot of a row.
private struct PilotRowReader {
  let row: PilotRows.Row

  func pilot() throws(UserError) -> Pilot {
    guard let id = row.texts["id"], !id.contains("/") else {
      throw UserError(
        "DR-925", .badData, at: row.source, "the id is '\(row.texts["id"] ?? "")'",
        remedy: "give every pilot an id without a slash")
    }
    guard let kind = PilotKind(word: row.texts["kind"] ?? PilotKind.other.rawValue) else {
      throw wrong("kind", "give one of: \(Self.words(PilotKind.self)), or its Chinese name")
    }
    guard let by = Quarter(row.texts["by"] ?? "") else {
      throw wrong("by", "give the last quarter it may be finished in, such as 2022Q2")
    }
    let work = PilotWork(
      stations: try count("stations", 1_000_000), newSites: try count("new_sites", 1_000_000),
      costYuan: try count("cost_yuan", ResourceUse.greatestAmount / 10),
      energyKilowattHoursPerYear: try count(
        "energy_kwh_per_year", ResourceUse.greatestAmount / 10),
      crewDays: try count("crew_days", 1_000_000))
    guard work.newSites <= work.stations else {
      throw wrong("new_sites", "give no more than the \(work.stations) stations")
    }
    let place = try place()
    return Pilot(
      id: id, name: row.texts["name"] ?? id, kind: kind, partners: partners, place: place,
      by: by, status: try status(at: place), group: try group(), work: work.isEmpty ? nil : work,
      source: row.source)
  }

  private var partners: [String] {
    (row.texts["partners"] ?? "").split(whereSeparator: { ";；、".contains($0) }).map {
      String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
  }

  /// Deep where nothing is said; of a campus nothing beyond its own network.
  private func status(at place: PilotPlace) throws(UserError) -> CoverageStatus {
    guard let text = row.texts["status"] else {
      if case .campus = place { return .none }
      return .deep
    }
    guard let status = CoverageStatus(rawValue: text), status > .none else {
      throw wrong("status", "give reached, continuous or deep")
    }
    return status
  }

  private func group() throws(UserError) -> NetworkGroup? {
    guard let text = row.texts["group"], text != "all" else { return nil }
    guard let group = NetworkGroup(rawValue: text) else {
      throw wrong("group", "give all, \(Self.words(NetworkGroup.self))")
    }
    return group
  }

  private func place() throws(UserError) -> PilotPlace {
    let county = row.texts["county"]
    if let campus = row.texts["campus"] {
      guard ["settlement", "county", "lon", "lat"].allSatisfy({ row.texts[$0] == nil }) else {
        throw placeless
      }
      return .campus(campus)
    }
    switch (row.texts["settlement"], row.texts["lon"], row.texts["lat"]) {
    case (let name?, nil, nil):
      let isCode = name.utf8.allSatisfy { $0 &- UInt8(ascii: "0") <= 9 }
      return isCode ? .settlement(name) : .named(name, county: county)
    case (nil, let longitude?, let latitude?):
      guard county == nil else { break }
      guard let x = Double(longitude), (-180...180).contains(x) else {
        throw wrong("lon", "give degrees from -180 to 180")
      }
      guard let y = Double(latitude), (-90...90).contains(y) else {
        throw wrong("lat", "give degrees from -90 to 90")
      }
      return .position(Coordinate(longitude: x, latitude: y))
    default: break
    }
    throw placeless
  }

  private var placeless: UserError {
    UserError(
      "DR-927", .badData, at: row.source, "the pilot has no place, or two",
      remedy:
        "give a settlement (with its county where a name needs it), or lon and lat, or a campus")
  }

  private func count(_ key: String, _ greatest: Int) throws(UserError) -> Int {
    guard let text = row.texts[key] else { return 0 }
    guard let value = Int(text), (0...greatest).contains(value) else {
      throw wrong(key, "give a whole number from 0 to \(greatest)")
    }
    return value
  }

  private func wrong(_ key: String, _ remedy: String) -> UserError {
    UserError(
      "DR-926", .badData, at: row.source, "\(key) is '\(row.texts[key] ?? "")'", remedy: remedy)
  }

  private static func words<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) -> String
  where Word.RawValue == String {
    Word.allCases.map(\.rawValue).joined(separator: ", ")
  }
}
