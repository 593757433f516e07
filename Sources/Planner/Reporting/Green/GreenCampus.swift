import Geometry
import Scheduling
import Siting
import Territory

/// The electricity and carbon of a campus' own network, once it is built; the sums of settlements do not hold it.
public struct GreenCampus: Hashable, Sendable {
  /// Id of the campus.
  public let id: String
  /// Its name; empty where the run does not say.
  public let name: String
  /// Adcode of its province.
  public let province: String
  /// Stations of its packages.
  public let stations: Int
  /// Terminals on it; nil where the run does not say.
  public let terminals: Int?
  /// Electricity of the grid's that they take.
  public let gridKilowattHoursPerYear: Int
  /// Carbon dioxide of that electricity.
  public let kilogramsPerYear: Double

  /// Carbon dioxide a year for each terminal; nil where they are not known, or none.
  public var kilogramsPerTerminal: Double? {
    terminals.flatMap { $0 > 0 ? kilogramsPerYear / Double($0) : nil }
  }

  /// The run's table of campuses, where it has one.
  static let file = "campuses.csv"

  /// What a run says of a campus.
  struct Entry {
    var name = ""
    var terminals: Int?
  }

  /// The campuses of which packages are built, by id.
  ///
  /// - Parameter entries: names and terminals by id of the campus, as far as they are known.
  static func all(
    _ packages: [String: [GreenPlace.Package]], _ entries: [String: Entry], _ books: GreenBooks
  ) -> [GreenCampus] {
    let own = packages.keys.filter { $0.hasPrefix(CampusFinding.prefix) }.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    return own.map { key in
      let id = String(key.dropFirst(CampusFinding.prefix.count))
      let built = packages[key] ?? []
      let province = built.first?.work.provinceAdcode ?? ""
      let energy = built.reduce(0) { $0 + $1.gridKilowattHoursPerYear(books) }
      return GreenCampus(
        id: id, name: entries[id]?.name ?? "", province: province,
        stations: built.reduce(0) { $0 + $1.work.stations }, terminals: entries[id]?.terminals,
        gridKilowattHoursPerYear: energy,
        kilogramsPerYear: Double(energy) * books.kilogramsPerKilowattHour(province: province))
    }
  }

  /// What the campuses of a plan at hand are called, and their terminals.
  static func entries(_ result: CampusResult) -> [String: Entry] {
    Dictionary(
      result.outcomes.map { outcome in
        let terminals = outcome.finding.scenarios.map(\.terminals)
        return (
          outcome.finding.campus.id,
          Entry(
            name: outcome.finding.campus.name,
            terminals: terminals.isEmpty ? nil : terminals.reduce(0, +))
        )
      }, uniquingKeysWith: { $1 })
  }

  /// The same by the run's table.
  ///
  /// - Throws: DR-205 for a table without ids.
  static func entries(_ table: RunTable) throws(UserError) -> [String: Entry] {
    var entries: [String: Entry] = [:]
    for row in table.rows {
      func optional(_ title: String) throws(UserError) -> String {
        table.header.contains(title) ? try table.text(row, title) : ""
      }
      entries[try table.text(row, "id")] = Entry(
        name: try optional("name"), terminals: count(try optional("terminals")))
    }
    return entries
  }

  /// `12`, or `scenario:12;other:3`; nil for anything else.
  private static func count(_ text: String) -> Int? {
    var sum: Int?
    for part in text.split(separator: ";") {
      guard let last = part.split(separator: ":").last, let count = Int(last),
        (0...RunTable.greatest).contains(count)
      else { return nil }
      sum = (sum ?? 0) &+ count
    }
    return sum
  }
}

/// Campuses' own networks together.
public struct GreenCampusSum: Hashable, Sendable {
  /// How many campuses have one.
  public private(set) var campuses = 0
  /// Stations.
  public private(set) var stations = 0
  /// Terminals of those of which they are known.
  public private(set) var terminals = 0
  /// Electricity of the grid's.
  public private(set) var gridKilowattHoursPerYear = 0
  /// Carbon dioxide of that electricity.
  public private(set) var kilogramsPerYear = 0.0
  private var kilogramsWithTerminals = 0.0

  init(_ campuses: [GreenCampus]) {
    for campus in campuses {
      self.campuses += 1
      stations += campus.stations
      gridKilowattHoursPerYear += campus.gridKilowattHoursPerYear
      kilogramsPerYear += campus.kilogramsPerYear
      guard let own = campus.terminals, own > 0 else { continue }
      terminals += own
      kilogramsWithTerminals += campus.kilogramsPerYear
    }
  }

  /// Carbon dioxide a year for each campus; nil without any.
  public var kilogramsPerCampus: Double? {
    campuses > 0 ? kilogramsPerYear / Double(campuses) : nil
  }

  /// Carbon dioxide a year for each terminal, of the campuses of which they are known; nil where none are.
  public var kilogramsPerTerminal: Double? {
    terminals > 0 ? kilogramsWithTerminals / Double(terminals) : nil
  }
}
